#include "domain/answers.h"

#include <algorithm>

#include "domain/asked.h"

namespace timbang::domain {
namespace {

using Checklist = std::vector<std::pair<std::string, Check>>;

bool has(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool has_option(const std::vector<Option>& options, const std::string& id) {
    return std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.id == id; });
}

/// Whether the answers already follow the order of the rules, each once. The usual case, and the quick one.
bool in_order(const std::vector<std::string>& rules, const Checklist& answers) {
    std::size_t rule = 0;
    for (const auto& [id, answer] : answers) {
        while (rule < rules.size() && rules[rule] != id) ++rule;
        if (rule == rules.size()) return false;
        ++rule;
    }
    return true;
}

Refusal put_in_order(const std::vector<std::string>& rules, Checklist& answers) {
    if (in_order(rules, answers)) return std::nullopt;
    for (const auto& [id, answer] : answers)
        if (!has(rules, id)) return RejectionReason::UnknownRule;
    Checklist ordered;
    for (const std::string& rule : rules) {
        const auto last =
            std::find_if(answers.rbegin(), answers.rend(), [&](const auto& a) { return a.first == rule; });
        if (last != answers.rend()) ordered.push_back(*last);
    }
    answers = std::move(ordered);
    return std::nullopt;
}

Refusal normalise_letter(const StepPart& part, PartAnswer& answer) {
    std::vector<std::string> ordered;
    for (const std::string& point : answer.points)
        if (!has_option(part.points, point)) return RejectionReason::UnknownPoint;
    for (const Option& point : part.points)
        if (has(answer.points, point.id)) ordered.push_back(point.id);
    answer.points = std::move(ordered);
    return std::nullopt;
}

void keep_only(PartKind kind, PartAnswer& answer) {
    if (kind != PartKind::Checklist) answer.checklist.clear();
    if (kind != PartKind::Choice) answer.option.clear();
    if (kind != PartKind::Category) answer.category.clear();
    if (kind == PartKind::Letter) return;
    answer.letter.clear();
    answer.points.clear();
    answer.locked = false;
}

} // namespace

Refusal normalise(const Scenario& scenario, const Task& task, Decision& decision) {
    decision.marks.clear();
    if (!asks_checklist(scenario, task)) decision.checklist.clear();
    if (!scenario.framework->decide.verdict) decision.verdict.reset();
    if (!asks_score(scenario, task)) decision.score.reset();
    if (decision.score && !task.indicator->scale.place(*decision.score)) return RejectionReason::ScoreOffScale;
    if (decision.confidence && (*decision.confidence < 1 || *decision.confidence > 3))
        return RejectionReason::BadConfidence;
    return put_in_order(task.indicator->checklist, decision.checklist);
}

Refusal normalise(const Scenario& scenario, const StepPart& part, PartAnswer& answer) {
    keep_only(part.kind, answer);
    switch (part.kind) {
    case PartKind::Checklist: return put_in_order(part.checklist, answer.checklist);
    case PartKind::Choice:
        if (!answer.option.empty() && !has_option(part.options, answer.option)) return RejectionReason::UnknownOption;
        return std::nullopt;
    case PartKind::Category:
        if (!answer.category.empty() && scenario.framework->category(answer.category) == nullptr)
            return RejectionReason::UnknownCategory;
        return std::nullopt;
    case PartKind::Letter: return normalise_letter(part, answer);
    }
    return std::nullopt;
}

bool complete(const StepPart& part, const PartAnswer& answer) {
    switch (part.kind) {
    case PartKind::Checklist: return answer.checklist.size() == part.checklist.size(); // normalised: each rule once
    case PartKind::Choice: return !answer.option.empty();
    case PartKind::Category: return !answer.category.empty();
    case PartKind::Letter: return true;
    }
    return true;
}

} // namespace timbang::domain
