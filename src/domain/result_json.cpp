#include <nlohmann/json.hpp>

#include "domain/comparison.h"

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

const char* match_id(VerdictMatch match) {
    switch (match) {
    case VerdictMatch::Same: return "same";
    case VerdictMatch::Near: return "near";
    case VerdictMatch::Different: return "different";
    }
    return "";
}

const char* match_id(ProblemMatch match) {
    switch (match) {
    case ProblemMatch::Found: return "found";
    case ProblemMatch::WrongPlace: return "wrong-place";
    case ProblemMatch::Missed: return "missed";
    }
    return "";
}

Json lines_json(const IndicatorComparison& comparison) {
    Json lines = Json::array();
    for (const CheckComparison& line : comparison.checklist)
        lines.push_back({{"rule", line.rule},
                         {"given", line.given ? Json(check_id(*line.given)) : Json(nullptr)},
                         {"reference", check_id(line.reference_holds ? Check::Yes : Check::No)}});
    return lines;
}

Json problems_json(const Task& task, const IndicatorComparison& comparison) {
    Json problems = Json::array();
    for (const ProblemComparison& problem : comparison.problems)
        problems.push_back({{"type", task.problems[static_cast<std::size_t>(problem.problem)].type},
                            {"match", match_id(problem.match)},
                            {"marks", problem.marks}});
    return problems;
}

} // namespace

Json result_json(const Scenario& scenario, const IndicatorComparison& comparison) {
    const Task& task = scenario.tasks[static_cast<std::size_t>(comparison.task)];
    Json json = {{"decided", comparison.decided}};
    if (!comparison.decided) return json;
    json["exact"] = comparison.exact;
    json["near"] = comparison.near >= 0 ? Json(comparison.near) : Json(nullptr);
    json["score"] = nullptr;
    if (const auto& score = comparison.score)
        json["score"] = {{"given", score->given}, {"reference", score->reference}, {"steps", score->steps}};
    json["verdict"] = nullptr;
    if (const auto& verdict = comparison.verdict)
        json["verdict"] = {{"given", verdict_id(verdict->given)},
                           {"reference", verdict_id(verdict->reference)},
                           {"match", match_id(verdict->match)}};
    json["checklist"] = lines_json(comparison);
    json["problems"] = problems_json(task, comparison);
    json["alarms"] = Json::array();
    for (const FalseAlarm& alarm : comparison.alarms)
        json["alarms"].push_back({{"mark", alarm.mark}, {"type", alarm.type}});
    json["certainty_mark"] = comparison.certainty_mark ? Json(*comparison.certainty_mark) : Json(nullptr);
    json["sure"] = comparison.sure;
    json["sure_and_different"] = comparison.sure_and_different;
    json["opened_all"] = comparison.opened_all;
    return json;
}

} // namespace timbang::domain
