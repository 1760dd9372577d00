#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/catalogue.h"
#include "base/files.h"
#include "content/library.h"
#include "content/players.h"
#include "domain/comparison.h"

// Ways through the bundled cases that were written by hand from reading them (tests/data/plays/*.md), in the words of
// the terminal (.play), with what the debrief must say (.json).

using namespace timbang;
using domain::AnswerPart;
using nlohmann::json;

namespace {

std::string reply_text(const domain::Feedback& one) {
    if (one.near) return "near";
    switch (one.part) {
    case AnswerPart::Score: return "score " + one.type + " " + one.rule;
    case AnswerPart::Verdict: return "verdict " + one.type + " " + one.rule;
    case AnswerPart::Checklist: return "check " + one.about + " " + one.type + " " + one.rule;
    case AnswerPart::Alarm: return "alarm " + one.about + " " + one.type + " " + one.rule;
    case AnswerPart::Choice: return "choice " + one.type + " " + one.rule;
    case AnswerPart::Category: return "category " + one.type + " " + one.rule;
    case AnswerPart::Problem: break;
    }
    return "";
}

/// Replies without order and without those of missed problems, which carry the problem's own reason.
json replies_json(const std::vector<domain::Feedback>& feedback) {
    std::vector<std::string> texts;
    for (const domain::Feedback& one : feedback) {
        const std::string text = reply_text(one);
        if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

json sorted(json list) {
    std::sort(list.begin(), list.end());
    return list;
}

json differing(const std::vector<domain::CheckComparison>& checklist) {
    json rules = json::array();
    for (const auto& line : checklist)
        if (!line.same()) rules.push_back(line.rule);
    return rules;
}

json indicator_json(const domain::Scenario& scenario, const domain::IndicatorComparison& one) {
    const domain::Task& task = scenario.tasks[static_cast<std::size_t>(one.task)];
    json found = json::array(), missed = json::array(), alarms = json::array();
    for (const auto& problem : one.problems)
        (problem.match == domain::ProblemMatch::Found ? found : missed)
            .push_back(task.problems[static_cast<std::size_t>(problem.problem)].type);
    for (const auto& alarm : one.alarms) alarms.push_back(alarm.type);
    constexpr const char* verdicts[] = {"same", "near", "different"};
    return {{"steps", one.score ? one.score->steps : 99},
            {"verdict", one.verdict ? verdicts[static_cast<int>(one.verdict->match)] : "none"},
            {"differs", differing(one.checklist)},
            {"found", found},
            {"missed", missed},
            {"alarms", alarms},
            {"near", one.near >= 0},
            {"replies", replies_json(one.feedback)}};
}

std::string shown(const std::optional<domain::Rational>& total) {
    return total ? base::format_number(base::Lang::En, *total, 1) : "";
}

json whole_json(const domain::Scenario& scenario, const domain::State& state, const domain::Comparison& all) {
    json sure = json::array(), helped = json::array(), taken = json::array();
    for (const auto& one : all.indicators)
        if (one.sure_and_different) sure.push_back(scenario.tasks[static_cast<std::size_t>(one.task)].code);
    for (const auto& action : all.work.actions) {
        const std::string& id = scenario.actions[static_cast<std::size_t>(action.action)].id;
        if (action.taken) taken.push_back(id);
        if (action.taken && action.helps) helped.push_back(id);
    }
    return {{"exact", all.exact},
            {"within_one", all.within_one},
            {"found", all.found},
            {"missed", all.missed},
            {"false_alarms", all.false_alarms},
            {"direction", all.direction.text()},
            {"sure_and_different", sorted(sure)},
            {"helped", sorted(helped)},
            {"taken", sorted(taken)},
            {"total", all.given.total ? all.given.total->text() : ""},
            {"shown_total", shown(all.given.total)},
            {"category", all.given.category},
            {"reference_total", all.reference.total ? all.reference.total->text() : ""},
            {"shown_reference_total", shown(all.reference.total)},
            {"reference_category", all.reference.category},
            {"spent", state.spent}};
}

void check_parts(const domain::Scenario& scenario, const domain::Comparison& all, const json& expected) {
    for (const auto& [id, part] : expected.items()) {
        CAPTURE(id);
        const domain::PartIx index = scenario.find_part(id);
        REQUIRE(index >= 0);
        const auto& one = all.parts[static_cast<std::size_t>(index)];
        CHECK(one.answered);
        CHECK(one.same == part["same"].get<bool>());
        CHECK(replies_json(one.feedback) == sorted(part["replies"]));
        if (part.contains("differs")) CHECK(differing(one.checklist) == part["differs"]);
    }
}

void check_way(const std::string& name) {
    const std::string data = std::string(TIMBANG_TEST_DATA) + "/plays/" + name;
    const auto loaded = content::load_scenario(std::string(TIMBANG_SOURCE_DIR) + "/scenarios/" + name, {});
    REQUIRE(loaded.scenario != nullptr);
    const domain::Scenario& scenario = *loaded.scenario;
    const auto script = base::read_file(data + ".play");
    const auto text = base::read_file(data + ".json");
    REQUIRE(script.ok());
    REQUIRE(text.ok());
    const json expected = json::parse(*text);
    const auto played = content::play_script(scenario, *script, domain::Mode::Learn, 1);
    if (!played) {
        const auto& error = played.error();
        FAIL("line " << std::get<std::int64_t>(error.args[0].second) << " "
                     << std::get<std::string>(error.args[1].second) << " " << error.cause->code);
    }
    CHECK(played->state.finished);
    const auto all = domain::compare(scenario, played->state);
    REQUIRE(expected["indicators"].size() == all.indicators.size());
    for (const auto& one : all.indicators) {
        const std::string& code = scenario.tasks[static_cast<std::size_t>(one.task)].code;
        CAPTURE(code);
        json wanted = expected["indicators"][code];
        wanted["replies"] = sorted(wanted["replies"]);
        CHECK(indicator_json(scenario, one) == wanted);
    }
    check_parts(scenario, all, expected["parts"]);
    const json whole = whole_json(scenario, played->state, all);
    for (const auto& [key, value] : expected["whole"].items()) {
        CAPTURE(key);
        CHECK(whole[key] == (value.is_array() ? sorted(value) : value));
    }
}

} // namespace

TEST_CASE("each way written by hand gives the debrief written by hand") {
    int ways = 0;
    for (const std::string& file : base::list_folder(std::string(TIMBANG_TEST_DATA) + "/plays")) {
        const std::size_t dot = file.rfind(".play");
        if (dot == std::string::npos) continue;
        CAPTURE(file);
        check_way(file.substr(0, dot));
        ++ways;
    }
    CHECK(ways >= 5);
}
