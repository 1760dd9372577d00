#include "domain/comparison.h"

#include <algorithm>

namespace timbang::domain {
namespace {

bool has(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

Total given_total(const Scenario& scenario, const State& state) {
    std::vector<std::optional<int>> scores;
    for (const auto& decision : state.decisions) scores.push_back(decision ? decision->score : std::nullopt);
    return total_of(scenario, scores);
}

Total reference_total(const Scenario& scenario) {
    std::vector<std::optional<int>> scores;
    for (const Task& task : scenario.tasks) scores.push_back(task.reference.score);
    return total_of(scenario, scores);
}

void add_feedback(const Scenario& scenario, const State& state, const StepPart& part, AnswerPart kind,
                  const std::string& about, PartComparison& result) {
    Feedback feedback;
    feedback.part = kind;
    feedback.about = about;
    if (const Reply* reply = find_reply(scenario, state, part.replies, feedback, nullptr)) {
        feedback.type = reply->type;
        feedback.rule = reply->rule;
        feedback.why = reply->why;
    }
    result.feedback.push_back(std::move(feedback));
}

void compare_lines(const Scenario& scenario, const State& state, const StepPart& part, const PartAnswer& answer,
                   PartComparison& result) {
    result.same = true;
    for (const std::string& rule : part.checklist) {
        const bool rule_holds = has(part.reference.holds, rule);
        if (!rule_holds && !has(part.reference.fails, rule)) continue;
        result.checklist.push_back({rule, answer.check(rule), rule_holds});
        if (result.checklist.back().same()) continue;
        result.same = false;
        add_feedback(scenario, state, part, AnswerPart::Checklist, rule, result);
    }
}

void compare_given(const Scenario& scenario, const State& state, const StepPart& part, AnswerPart kind,
                   PartComparison& result) {
    result.same = result.given == result.reference;
    if (!result.same) add_feedback(scenario, state, part, kind, result.given, result);
}

WorkComparison compare_work(const Scenario& scenario, const State& state) {
    WorkComparison work;
    work.spent = state.spent;
    work.budget = scenario.budget;
    for (std::size_t i = 0; i < scenario.actions.size(); ++i)
        work.actions.push_back(
            {static_cast<ActionIx>(i), state.taken[i] != 0, !scenario.actions[i].helps.empty()});
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i)
        if (state.decisions[i] && !state.read_all[i]) ++work.decided_unread;
    return work;
}

void add_up(const IndicatorComparison& indicator, Comparison& sum, std::int64_t& points) {
    sum.decided += indicator.decided ? 1 : 0;
    sum.exact += indicator.exact ? 1 : 0;
    sum.near += indicator.near >= 0 ? 1 : 0;
    sum.found += indicator.found();
    sum.missed += indicator.missed();
    sum.false_alarms += static_cast<int>(indicator.alarms.size());
    sum.sure += indicator.sure ? 1 : 0;
    sum.sure_and_different += indicator.sure_and_different ? 1 : 0;
    if (!indicator.score) return;
    ++sum.scored;
    sum.within_one += indicator.score->within_one() ? 1 : 0;
    points += indicator.score->given - indicator.score->reference;
}

} // namespace

PartComparison compare_part(const Scenario& scenario, const State& state, PartIx part) {
    PartComparison result;
    result.part = part;
    const auto index = static_cast<std::size_t>(part);
    if (index >= scenario.parts.size()) return result;
    const StepPart& asked = scenario.parts[index];
    if (asked.kind == PartKind::Choice) result.reference = asked.reference_option;
    if (asked.kind == PartKind::Category) {
        result.reference = asked.reference_category;
        result.by_rule = given_total(scenario, state).category;
    }
    if (!state.part_answers[index]) return result;
    const PartAnswer& answer = *state.part_answers[index];
    result.answered = true;
    switch (asked.kind) {
    case PartKind::Checklist: compare_lines(scenario, state, asked, answer, result); break;
    case PartKind::Choice:
        result.given = answer.option;
        compare_given(scenario, state, asked, AnswerPart::Choice, result);
        break;
    case PartKind::Category:
        result.given = answer.category;
        result.same_as_rule = result.given == result.by_rule;
        compare_given(scenario, state, asked, AnswerPart::Category, result);
        break;
    case PartKind::Letter:
        result.same = true; // a letter is not machine-marked
        result.points = answer.points;
        break;
    }
    return result;
}

Comparison compare(const Scenario& scenario, const State& state) {
    Comparison result;
    std::int64_t points = 0;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        result.indicators.push_back(compare_indicator(scenario, state, static_cast<IndicatorIx>(i)));
        add_up(result.indicators.back(), result, points);
    }
    for (std::size_t i = 0; i < scenario.parts.size(); ++i)
        result.parts.push_back(compare_part(scenario, state, static_cast<PartIx>(i)));
    result.work = compare_work(scenario, state);
    result.given = given_total(scenario, state);
    result.reference = reference_total(scenario);
    if (result.scored > 0) result.direction = Rational(points, result.scored);
    return result;
}

} // namespace timbang::domain
