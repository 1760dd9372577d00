#include <algorithm>

#include "content/play/automatic.h"
#include "domain/comparison.h"

namespace timbang::content {

using domain::Check;
using domain::Decision;
using domain::PartAnswer;
using domain::PartKind;
using domain::StepPart;

namespace {

constexpr domain::Confidence kFairly = 2;
constexpr domain::Confidence kSure = 3;

bool among(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

Check key_check(const domain::Reference& reference, const std::string& rule) {
    if (among(reference.holds, rule)) return Check::Yes;
    return among(reference.fails, rule) ? Check::No : Check::Unsure;
}

/// Category by the framework's own rule for what was decided.
std::string category_by_rule(const domain::Scenario& scenario, const domain::State& state) {
    std::vector<std::optional<int>> scores;
    for (const auto& decision : state.decisions) scores.push_back(decision ? decision->score : std::nullopt);
    const std::string category = domain::total_of(scenario, scores).category;
    if (!category.empty() || scenario.framework->categories.empty()) return category;
    return scenario.framework->categories.back().id;
}

std::vector<std::string> ids(const std::vector<domain::Option>& options) {
    std::vector<std::string> all;
    for (const domain::Option& option : options) all.push_back(option.id);
    return all;
}

} // namespace

Decision blind_decision(const domain::Task& task, bool lenient) {
    Decision decision;
    for (const std::string& rule : task.indicator->checklist)
        decision.set_check(rule, lenient ? Check::Yes : Check::No);
    decision.verdict = lenient ? domain::Verdict::Accept : domain::Verdict::Reject;
    if (!task.indicator->scale.steps.empty())
        decision.score = lenient ? task.indicator->scale.highest() : task.indicator->scale.lowest();
    decision.confidence = kFairly;
    return decision;
}

PartAnswer blind_answer(const domain::Scenario& scenario, const StepPart& part, bool lenient) {
    PartAnswer answer;
    for (const std::string& rule : part.checklist)
        answer.checklist.emplace_back(rule, lenient ? Check::Yes : Check::No);
    if (!part.options.empty()) answer.option = (lenient ? part.options.front() : part.options.back()).id;
    const auto& categories = scenario.framework->categories; // from the highest to the lowest
    if (part.kind == PartKind::Category && !categories.empty())
        answer.category = (lenient ? categories.front() : categories.back()).id;
    if (part.kind == PartKind::Letter) {
        answer.locked = true;
        if (lenient) answer.points = ids(part.points);
    }
    return answer;
}

Decision key_decision(const domain::Task& task) {
    Decision decision;
    for (const std::string& rule : task.indicator->checklist) decision.set_check(rule, key_check(task.reference, rule));
    decision.verdict = task.reference.verdict;
    decision.score = task.reference.score;
    decision.confidence = kSure;
    return decision;
}

PartAnswer key_answer(const domain::Scenario& scenario, const domain::State& state, const StepPart& part) {
    PartAnswer answer;
    for (const std::string& rule : part.checklist) answer.checklist.emplace_back(rule, key_check(part.reference, rule));
    answer.option = part.reference_option;
    if (answer.option.empty() && !part.options.empty()) answer.option = part.options.front().id;
    if (part.kind == PartKind::Category)
        answer.category = part.reference_category.empty() ? category_by_rule(scenario, state) : part.reference_category;
    if (part.kind == PartKind::Letter) {
        answer.letter = part.model.id;
        answer.points = ids(part.points);
        answer.locked = true;
    }
    return answer;
}

Decision any_decision(const domain::Task& task, base::Rng& rng) {
    Decision decision;
    for (const std::string& rule : task.indicator->checklist)
        decision.checklist.emplace_back(rule, static_cast<Check>(rng.below(3)));
    decision.verdict = static_cast<domain::Verdict>(rng.below(domain::kVerdictCount));
    const auto& steps = task.indicator->scale.steps;
    if (!steps.empty()) decision.score = steps[rng.below(steps.size())].score;
    decision.confidence = static_cast<domain::Confidence>(1 + rng.below(3));
    return decision;
}

PartAnswer any_answer(const domain::Scenario& scenario, const StepPart& part, base::Rng& rng) {
    PartAnswer answer;
    for (const std::string& rule : part.checklist)
        answer.checklist.emplace_back(rule, static_cast<Check>(rng.below(3)));
    if (!part.options.empty()) answer.option = part.options[rng.below(part.options.size())].id;
    const auto& categories = scenario.framework->categories;
    if (part.kind == PartKind::Category && !categories.empty())
        answer.category = categories[rng.below(categories.size())].id;
    if (part.kind == PartKind::Letter) {
        for (const domain::Option& point : part.points)
            if (rng.below(2) == 0) answer.points.push_back(point.id);
        answer.locked = rng.below(2) == 0;
    }
    return answer;
}

} // namespace timbang::content
