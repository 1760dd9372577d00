#include "domain/decision.h"

#include "domain/asked.h"

namespace timbang::domain {
namespace {

std::optional<Check> check_in(const std::vector<std::pair<std::string, Check>>& checklist, std::string_view rule) {
    for (const auto& [id, answer] : checklist)
        if (id == rule) return answer;
    return std::nullopt;
}

bool complete(const std::vector<std::string>& rules, const std::vector<std::pair<std::string, Check>>& answers) {
    // Handed-in checklists are in the order of the rules, so that the first comparison is nearly always the right one.
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (i < answers.size() && answers[i].first == rules[i]) continue;
        if (!check_in(answers, rules[i])) return false;
    }
    return true;
}

} // namespace

std::optional<Check> Decision::check(std::string_view rule) const { return check_in(checklist, rule); }

void Decision::set_check(std::string_view rule, Check answer) {
    for (auto& [id, given] : checklist)
        if (id == rule) {
            given = answer;
            return;
        }
    checklist.emplace_back(rule, answer);
}

std::optional<Check> PartAnswer::check(std::string_view rule) const { return check_in(checklist, rule); }

bool asks_checklist(const Scenario& scenario, const Task& task) {
    return scenario.framework->decide.checklist && !task.indicator->checklist.empty();
}

bool asks_score(const Scenario& scenario, const Task& task) {
    return scenario.framework->decide.score && !task.indicator->scale.steps.empty();
}

std::vector<Missing> missing_parts(const Scenario& scenario, IndicatorIx task, const Decision& decision) {
    std::vector<Missing> missing;
    const Task& item = scenario.tasks[static_cast<std::size_t>(task)];
    if (asks_checklist(scenario, item) && !complete(item.indicator->checklist, decision.checklist))
        missing.push_back(Missing::Checklist);
    if (scenario.framework->decide.verdict && !decision.verdict) missing.push_back(Missing::Verdict);
    if (asks_score(scenario, item) && !decision.score) missing.push_back(Missing::Score);
    if (!decision.confidence) missing.push_back(Missing::Sureness);
    return missing;
}

} // namespace timbang::domain
