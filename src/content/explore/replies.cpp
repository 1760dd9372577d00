#include "content/explore/replies.h"

#include <algorithm>

#include "domain/asked.h"

namespace timbang::content::exploring {

namespace d = domain;
using d::AnswerPart;
using d::ConditionKind;

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool about_session(ConditionKind kind) {
    switch (kind) {
    case ConditionKind::Set:
    case ConditionKind::Decided:
    case ConditionKind::Answer:
    case ConditionKind::IndicatorScore:
    case ConditionKind::Opened:
    case ConditionKind::Spent:
        return true;
    default:
        return false;
    }
}

std::vector<const d::Condition*> session_atoms(const std::vector<d::Reply>& replies) {
    std::vector<const d::Condition*> atoms;
    for (const d::Reply& reply : replies)
        each_atom(reply.when, [&](const d::Condition& atom) {
            if (about_session(atom.kind)) atoms.push_back(&atom);
        });
    return atoms;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// Whether the whole answer is a defensible one, whose own reason is then shown.
bool is_near(const d::Task& task, const d::Decision& decision) {
    return std::any_of(task.near.begin(), task.near.end(), [&](const d::Near& near) {
        const bool verdict = !decision.verdict || near.verdict == *decision.verdict;
        const bool score =
            !decision.score || !task.reference.score || near.score.value_or(*task.reference.score) == *decision.score;
        return verdict && score;
    });
}

/// The lines of a checklist that are compared.
std::vector<std::string> compared(const d::Reference& reference, const std::vector<std::string>& checklist) {
    std::vector<std::string> rules;
    for (const std::string& rule : checklist)
        if (has(reference.holds, rule) || has(reference.fails, rule)) rules.push_back(rule);
    return rules;
}

} // namespace

ReplyCoverage::ReplyCoverage(const d::Scenario& scenario) : scenario_(scenario) {
    for (const d::Task& task : scenario.tasks) {
        tasks_.emplace_back(task.replies.size(), std::uint8_t{0});
        of_tasks_.push_back({session_atoms(task.replies), {}});
    }
    for (const d::StepPart& part : scenario.parts) {
        parts_.emplace_back(part.replies.size(), std::uint8_t{0});
        of_parts_.push_back({session_atoms(part.replies), {}});
    }
}

bool ReplyCoverage::fresh(Asked& asked, const d::State& state) const {
    constexpr std::size_t kMostTold = 4096;
    if (asked.known.size() >= kMostTold || (asked.atoms.empty() && !asked.known.empty())) return false;
    std::vector<bool> truth;
    for (const d::Condition* atom : asked.atoms)
        truth.push_back(d::holds(scenario_, state, *atom));
    return asked.known.insert(std::move(truth)).second;
}

void ReplyCoverage::pick(const d::State& state, const std::vector<d::Reply>& replies, AnswerPart part,
                         const std::string& about, const d::Decision* decision, Used& used) {
    d::Feedback difference;
    difference.part = part;
    difference.about = about;
    if (part == AnswerPart::Alarm) difference.type = about;
    const d::Reply* first = d::find_reply(scenario_, state, replies, difference, decision);
    if (first == nullptr) return;
    used[static_cast<std::size_t>(first - replies.data())] |= 1;
    for (std::size_t i = static_cast<std::size_t>(first - replies.data()) + 1; i < replies.size(); ++i)
        if (used[i] == 0 && d::find_reply(scenario_, state, {replies[i]}, difference, decision) != nullptr)
            used[i] |= 2;
}

void ReplyCoverage::meet_answer(const d::State& state, const d::Task& task, const d::Decision& decision, Used& used) {
    const bool verdict_differs = decision.verdict && *decision.verdict != task.reference.verdict;
    const bool score_differs = decision.score && task.reference.score && *decision.score != *task.reference.score;
    const bool near = (verdict_differs || score_differs) && is_near(task, decision);
    if (verdict_differs && !near)
        pick(state, task.replies, AnswerPart::Verdict, d::verdict_id(*decision.verdict), &decision, used);
    if (score_differs && !near)
        pick(state, task.replies, AnswerPart::Score, std::to_string(*decision.score), &decision, used);
    if (d::asks_checklist(scenario_, task))
        for (const std::string& rule : compared(task.reference, task.indicator->checklist))
            pick(state, task.replies, AnswerPart::Checklist, rule, &decision, used);
    if (!scenario_.framework->decide.problems) return;
    for (const d::ProblemType& type : scenario_.framework->problem_types)
        if (type.kind == d::ProblemKind::Evidence)
            pick(state, task.replies, AnswerPart::Alarm, type.id, &decision, used);
}

void ReplyCoverage::meet_task(d::State& state, d::IndicatorIx index) {
    const d::Task& task = scenario_.tasks[at(index)];
    std::vector<std::optional<int>> scores;
    if (d::asks_score(scenario_, task))
        for (const d::ScaleStep& step : task.indicator->scale.steps)
            scores.emplace_back(step.score);
    else
        scores.emplace_back(std::nullopt);
    const bool verdicts = scenario_.framework->decide.verdict;
    const auto before = state.decisions[at(index)];
    for (const auto& score : scores)
        for (int v = 0; v < (verdicts ? d::kVerdictCount : 1); ++v) {
            d::Decision decision;
            decision.score = score;
            if (verdicts) decision.verdict = static_cast<d::Verdict>(v);
            state.decisions[at(index)] = decision;
            meet_answer(state, task, decision, tasks_[at(index)]);
        }
    state.decisions[at(index)] = before;
}

void ReplyCoverage::meet_part(const d::State& state, d::PartIx index) {
    const d::StepPart& part = scenario_.parts[at(index)];
    Used& used = parts_[at(index)];
    for (const std::string& rule : compared(part.reference, part.checklist))
        pick(state, part.replies, AnswerPart::Checklist, rule, nullptr, used);
    if (part.kind == d::PartKind::Choice)
        for (const d::Option& option : part.options)
            if (option.id != part.reference_option)
                pick(state, part.replies, AnswerPart::Choice, option.id, nullptr, used);
    if (part.kind == d::PartKind::Category)
        for (const d::Category& category : scenario_.framework->categories)
            if (category.id != part.reference_category)
                pick(state, part.replies, AnswerPart::Category, category.id, nullptr, used);
}

void ReplyCoverage::meet(const d::State& state, const std::vector<std::uint8_t>& steps_reached) {
    std::vector<std::uint8_t> listed(scenario_.tasks.size(), 0);
    for (std::size_t step = 0; step < scenario_.steps.size(); ++step)
        if (steps_reached[step])
            for (const int task : scenario_.steps[step].indicators)
                listed[at(task)] = 1;
    d::State now = state;
    for (std::size_t i = 0; i < tasks_.size(); ++i)
        if (listed[i] && !tasks_[i].empty() && fresh(of_tasks_[i], state)) meet_task(now, static_cast<int>(i));
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (!parts_[i].empty() && steps_reached[at(scenario_.parts[i].step)] && fresh(of_parts_[i], state))
            meet_part(state, static_cast<int>(i));
}

void ReplyCoverage::tell(Exploration& result) const {
    result.replies = 0;
    result.replies_missing.clear();
    const auto tell_of = [&](const std::vector<Used>& all, bool tasks) {
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = 0; k < all[i].size(); ++k) {
                ++result.replies;
                if (all[i][k] & 1) continue;
                ReplyPlace place;
                (tasks ? place.task : place.part) = static_cast<int>(i);
                place.reply = static_cast<int>(k);
                place.hidden = all[i][k] != 0;
                result.replies_missing.push_back(place);
            }
    };
    tell_of(tasks_, true);
    tell_of(parts_, false);
}

} // namespace timbang::content::exploring
