#include <nlohmann/json.hpp>

#include "cli/play_report.h"

namespace timbang::cli {

namespace {

using nlohmann::json;

json total_json(const domain::Total& total) {
    return total.total ? json(total.total->approximate()) : json(nullptr);
}

json category_json(const domain::Total& total) {
    return total.category.empty() ? json(nullptr) : json(total.category);
}

json problems_json(const domain::Scenario& scenario, const domain::IndicatorComparison& indicator) {
    json found = json::array(), missed = json::array(), alarms = json::array();
    for (const domain::ProblemComparison& problem : indicator.problems) {
        const domain::Task& task = scenario.tasks[static_cast<std::size_t>(indicator.task)];
        const std::string& type = task.problems[static_cast<std::size_t>(problem.problem)].type;
        (problem.match == domain::ProblemMatch::Found ? found : missed).push_back(type);
    }
    for (const domain::FalseAlarm& alarm : indicator.alarms)
        alarms.push_back(alarm.type);
    return {{"found", found}, {"missed", missed}, {"false_alarm", alarms}};
}

json decision_json(const domain::Scenario& scenario, const domain::IndicatorComparison& indicator, base::Lang lang) {
    const domain::Task& task = scenario.tasks[static_cast<std::size_t>(indicator.task)];
    json why = json::array();
    for (const domain::Feedback& feedback : indicator.feedback)
        if (!feedback.why.empty()) why.push_back(feedback.why.in(lang));
    json decision = {{"code", task.code},
                     {"score", nullptr},
                     {"reference", nullptr},
                     {"verdict", nullptr},
                     {"reference_verdict", domain::verdict_id(task.reference.verdict)},
                     {"steps", nullptr},
                     {"problems", problems_json(scenario, indicator)},
                     {"why", why}};
    if (task.reference.score) decision["reference"] = *task.reference.score;
    if (indicator.score) {
        decision["score"] = indicator.score->given;
        decision["steps"] = indicator.score->steps;
    }
    if (indicator.verdict) decision["verdict"] = domain::verdict_id(indicator.verdict->given);
    return decision;
}

} // namespace

json play_json(const domain::Scenario& scenario, const domain::Comparison& comparison, const domain::State& state,
               const std::string& player, std::uint64_t seed, const std::string& digest, base::Lang lang) {
    json decisions = json::array();
    for (const domain::IndicatorComparison& indicator : comparison.indicators)
        decisions.push_back(decision_json(scenario, indicator, lang));
    return {{"scenario", scenario.id},
            {"version", scenario.version},
            {"framework", scenario.framework->reference()},
            {"player", player},
            {"seed", seed},
            {"digest", digest},
            {"finished", state.finished},
            {"indicators", scenario.tasks.size()},
            {"decided", comparison.decided},
            {"exact", comparison.exact},
            {"within_one", comparison.within_one},
            {"near", comparison.near},
            {"direction", comparison.direction.approximate()},
            {"problems",
             {{"found", comparison.found}, {"missed", comparison.missed}, {"false_alarm", comparison.false_alarms}}},
            {"sure_and_different", comparison.sure_and_different},
            {"total", total_json(comparison.given)},
            {"category", category_json(comparison.given)},
            {"reference_total", total_json(comparison.reference)},
            {"reference_category", category_json(comparison.reference)},
            {"decisions", decisions}};
}

} // namespace timbang::cli
