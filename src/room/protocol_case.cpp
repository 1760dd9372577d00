#include <algorithm>

#include "base/catalogue.h"
#include "room/json_text.h"
#include "room/protocol_out.h"

namespace timbang::room {
namespace {

using base::Lang;
using domain::Rational;

/// As many decimals as the number needs, two at most.
std::string figure(Lang lang, const Rational& value) {
    int decimals = 0;
    for (std::int64_t unit = value.denominator(); unit != 1 && decimals < 2; ++decimals)
        unit = unit % 10 == 0 ? unit / 10 : unit % 5 == 0 ? unit / 5 : unit % 2 == 0 ? unit / 2 : unit;
    return base::format_number(lang, value, decimals);
}

std::string bound_words(Lang lang, const domain::Bound& bound, const std::string& unit) {
    const std::string behind = unit == "percent" ? "%" : "";
    const auto number = [&](const Rational& value) { return figure(lang, value) + behind; };
    const std::string low = bound.from ? number(*bound.from) : bound.above ? number(*bound.above) : "";
    const std::string high = bound.to ? number(*bound.to) : bound.below ? number(*bound.below) : "";
    if (low.empty() && high.empty()) return "";
    if (high.empty()) return (bound.from ? "≥ " : "> ") + low;
    if (low.empty()) return (bound.to ? "≤ " : "< ") + high;
    return (bound.from ? "" : "> ") + low + (bound.to ? "–" : "–< ") + high;
}

domain::Text score_words(const domain::Indicator& indicator, const domain::ScaleStep& step) {
    if (indicator.scale.kind == domain::ScaleKind::Levels) return step.level;
    return {bound_words(Lang::Id, step.bound, indicator.unit), bound_words(Lang::En, step.bound, indicator.unit)};
}

void write_scores(JsonText& out, const domain::RoomTask& task, const domain::Indicator* indicator) {
    out.key("scores").open_list();
    for (const int score : task.scores) {
        const auto place = indicator != nullptr ? indicator->scale.place(score) : std::nullopt;
        const domain::Text words =
            place ? score_words(*indicator, indicator->scale.steps[static_cast<std::size_t>(*place)]) : domain::Text();
        out.open().number("score", score).both("text", words).close();
    }
    out.close_list();
}

void write_indicators(JsonText& out, const RoomView& view) {
    const domain::PublicScenario& scenario = *view.scenario;
    out.key("indicators").open_list();
    for (const domain::RoomTask& task : view.rules->tasks) {
        const domain::Indicator* indicator = scenario.framework ? scenario.framework->indicator(task.code) : nullptr;
        const domain::Text bare{task.code, task.code};
        out.open().text("code", task.code);
        out.both("title", indicator != nullptr ? indicator->title : bare);
        out.both("short", indicator != nullptr ? indicator->short_title : bare);
        out.both("asks", indicator != nullptr ? indicator->asks : domain::Text());
        out.text("unit", indicator != nullptr ? indicator->unit : "");
        write_scores(out, task, indicator);
        out.truth("verdict", task.asks_verdict);
        const auto found = std::find_if(scenario.tasks.begin(), scenario.tasks.end(),
                                        [&](const domain::PublicTask& each) { return each.code == task.code; });
        out.texts("evidence", found == scenario.tasks.end() ? std::vector<std::string>() : found->evidence).close();
    }
    out.close_list();
}

void write_evidence(JsonText& out, const RoomView& view, const Pages& pages) {
    out.key("evidence").open_list();
    for (const domain::PublicEvidence& evidence : view.scenario->evidence) {
        out.open().text("id", evidence.id).both("title", evidence.title).text("kind", evidence.kind);
        out.key("pages").open_list();
        for (std::size_t i = 0; i < evidence.pages.size(); ++i) {
            const Pages::Sheet* sheet = pages.find(evidence.id, static_cast<int>(i) + 1);
            out.open().number("n", static_cast<int>(i) + 1).truth("picture", evidence.pages[i].picture.has_value());
            out.text("hash", sheet != nullptr ? sheet->hash : "").close();
        }
        out.close_list().close();
    }
    out.close_list();
}

void write_words(JsonText& out, const domain::Framework* framework) {
    out.key("verdicts").open_list();
    for (int i = 0; i < domain::kVerdictCount; ++i) {
        out.open().text("id", verdict_id(static_cast<domain::Verdict>(i)));
        out.both("name", framework != nullptr ? framework->verdicts[i].name : domain::Text()).close();
    }
    out.close_list().key("sureness").open_list();
    for (int i = 0; i < 3; ++i)
        out.both(framework != nullptr ? framework->certainty.names[i] : domain::Text());
    out.close_list();
}

} // namespace

std::string case_message(const RoomView& view, const Pages& pages) {
    const domain::PublicScenario& scenario = *view.scenario;
    JsonText out;
    out.open().text("t", "case").number("version", static_cast<std::int64_t>(view.case_version));
    out.text("id", scenario.id).both("title", scenario.title).both("summary", scenario.summary);
    out.both("notice", scenario.notice).text("district", scenario.district.name);
    out.number("year", scenario.assessment_year).number("data_year", scenario.data_year);
    out.number("consensus", view.rules->consensus);
    write_words(out, scenario.framework.get());
    write_indicators(out, view);
    write_evidence(out, view, pages);
    if (!scenario.steps.empty())
        out.key("step")
            .open()
            .both("title", scenario.steps.back().title)
            .both("text", scenario.steps.back().text)
            .close();
    return out.close().take();
}

} // namespace timbang::room
