#include "app/report_items.h"

#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "app/record_rows.h"
#include "base/json.h"

namespace timbang::app {
namespace {

class Gathering {
public:
    Gathering(store::Reader& reader, const std::function<bool()>& stop) : reader_(reader), stop_(stop) {}

    base::Status decisions() {
        return told(reader_.all_decisions([&](const store::DecisionRow& row) { return take(item_answer(row)); }));
    }
    base::Status votes() {
        return told(reader_.all_votes([&](const store::VoteRow& row) { return take(item_answer(row)); }));
    }

    base::Status comments() {
        const auto sessions = reader_.sessions();
        if (!sessions) return sessions.error();
        for (const store::SessionRow& session : *sessions) {
            if (session.mode != "room" || session.needs_newer || !session.player.empty()) continue;
            if (stop_ && stop_()) return base::Error("stopped");
            const auto events = reader_.events(session.id);
            if (!events) return events.error();
            for (const store::StoredEvent& event : *events)
                if (event.type == "comment") comment(session.scenario, event);
        }
        return {};
    }

    /// People who are said to be one get one id.
    base::Status join_people() {
        std::unordered_map<std::string, std::string> one;
        for (insight::ItemAnswer& answer : answers_) {
            std::string& id = one[answer.person];
            if (id.empty()) {
                const auto same = reader_.same_people(answer.person);
                if (!same) return same.error();
                id = same->empty() ? answer.person : *std::min_element(same->begin(), same->end());
            }
            answer.person = id;
        }
        return {};
    }

    [[nodiscard]] std::vector<insight::ItemReport> reports() const {
        return insight::item_reports(answers_, comments_);
    }

private:
    bool take(std::optional<insight::ItemAnswer> answer) {
        if (answer) answers_.push_back(std::move(*answer));
        if (stop_ && ++taken_ % 256 == 0) stopped_ = stop_();
        return !stopped_;
    }
    [[nodiscard]] base::Status told(base::Status status) const {
        if (stopped_) return base::Error("stopped");
        return status;
    }

    void comment(const std::string& scenario, const store::StoredEvent& event) {
        const auto payload = base::parse_json(event.payload);
        if (!payload || !payload->is_object()) return;
        const auto word = [&](const char* name) {
            const auto found = payload->find(name);
            return found != payload->end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        insight::ItemComment one;
        one.scenario = scenario;
        one.code = word("indicator");
        one.about_rule = word("about") == "rule";
        one.time = event.time;
        for (const domain::FreeText& text : event.texts)
            if (text.field == "text") one.text = text.text;
        if (!one.code.empty() && !one.text.empty())
            comments_.push_back(std::move(one)); // else of the whole case, or forgotten
    }

    store::Reader& reader_;
    const std::function<bool()>& stop_;
    std::size_t taken_ = 0;
    bool stopped_ = false;
    std::vector<insight::ItemAnswer> answers_;
    std::vector<insight::ItemComment> comments_;
};

void name_indicator(const domain::Framework& pack, const insight::ItemReport& item, base::Lang lang,
                    report::ItemsInput& input) {
    const domain::Indicator* found = pack.indicator(item.code);
    if (!found) found = pack.indicator(item.code.substr(0, item.code.find('.'))); // of a pool: "KS-O1.2"
    if (found) input.indicators[item.scenario + "/" + item.code] = found->title.in(lang);
}

} // namespace

base::Result<std::vector<insight::ItemReport>> recorded_items(store::Reader& reader, const std::string& scenario,
                                                              const std::function<bool()>& stop) {
    Gathering gathering(reader, stop);
    if (auto read = gathering.decisions(); !read) return read.error();
    if (auto read = gathering.votes(); !read) return read.error();
    if (auto read = gathering.comments(); !read) return read.error();
    if (auto joined = gathering.join_people(); !joined) return joined.error();
    std::vector<insight::ItemReport> all = gathering.reports();
    const auto elsewhere = [&](const insight::ItemReport& item) {
        return item.scenario != scenario && item.scenario.rfind(scenario + ".", 0) != 0;
    };
    if (!scenario.empty()) all.erase(std::remove_if(all.begin(), all.end(), elsewhere), all.end());
    return all;
}

base::Result<report::ItemsInput> items_report(store::Reader& reader, const std::string& scenario,
                                              const ReportSources& sources) {
    auto items = recorded_items(reader, scenario);
    if (!items) return items.error();
    report::ItemsInput input;
    input.items = std::move(*items);
    input.scenario = scenario;
    input.now = sources.now;
    const auto name_case = [&](const std::string& id) {
        const base::Text title = sources.title ? sources.title(id) : base::Text{};
        if (!title.empty()) input.cases[id] = title.in(sources.lang);
    };
    if (!scenario.empty()) name_case(scenario);
    std::map<std::string, std::shared_ptr<const domain::Scenario>> open;
    for (const insight::ItemReport& item : input.items) {
        if (open.count(item.scenario) == 0) {
            name_case(item.scenario);
            open[item.scenario] = sources.scenario ? sources.scenario(item.scenario) : nullptr;
        }
        const auto& known = open[item.scenario];
        if (known && known->framework)
            name_indicator(*known->framework, item, sources.lang, input);
        else if (sources.frameworks.size() == 1)
            name_indicator(*sources.frameworks.begin()->second, item, sources.lang, input);
    }
    for (const auto& [reference, pack] : sources.frameworks) {
        for (const domain::ProblemType& type : pack->problem_types)
            input.problems.try_emplace(type.id, type.short_name.in(sources.lang));
        for (const domain::Rule& rule : pack->rules)
            input.rules.try_emplace(rule.id, rule.name.in(sources.lang));
    }
    return input;
}

} // namespace timbang::app
