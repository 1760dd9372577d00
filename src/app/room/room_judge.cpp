#include "app/room/room_judge.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "domain/asked.h"
#include "domain/comparison.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// The feedback on score or verdict that says something.
room::ShownReference::OfSeat told(const domain::IndicatorComparison& comparison) {
    for (const domain::Feedback& feedback : comparison.feedback)
        if ((feedback.part == domain::AnswerPart::Score || feedback.part == domain::AnswerPart::Verdict) &&
            !feedback.why.empty())
            return {feedback.why, feedback.type};
    return {};
}

std::vector<std::pair<int, int>> panel_scores(const domain::Task& task) {
    std::map<int, int> counts;
    for (const domain::PanelVote& vote : task.panel)
        if (vote.score) ++counts[*vote.score];
    return {counts.begin(), counts.end()};
}

} // namespace

std::vector<JudgedVote> judge_first_votes(const domain::Scenario& scenario, const domain::State& script,
                                          const domain::Round& round, domain::RoomTaskIx task) {
    std::vector<JudgedVote> judged;
    domain::State state = script;
    for (const domain::Vote& vote : round.votes) {
        if (vote.task != task || vote.kind != domain::VoteKind::First || vote.seat < 0) continue;
        domain::Decision decision;
        decision.score = vote.score;
        decision.verdict = vote.verdict;
        decision.confidence = vote.confidence;
        state.decisions[at(task)] = std::move(decision);
        state.read_all[at(task)] = 0;
        domain::IndicatorComparison comparison = domain::compare_indicator(scenario, state, task);
        comparison.checklist.clear();
        comparison.problems.clear();
        nlohmann::json result = domain::result_json(scenario, comparison);
        result["item_hash"] = scenario.tasks[at(task)].item_hash;
        judged.push_back({vote.seat, base::canonical_json(result), told(comparison)});
    }
    std::sort(judged.begin(), judged.end(),
              [](const JudgedVote& a, const JudgedVote& b) { return a.seat < b.seat; });
    return judged;
}

room::ShownReference shown_reference(const domain::Scenario& scenario, const domain::State& script,
                                     const domain::RoomState& room, const domain::Round& round,
                                     domain::RoomTaskIx task) {
    const domain::Task& whole = scenario.tasks[at(task)];
    room::ShownReference shown;
    shown.task = task;
    shown.verdict = whole.reference.verdict;
    if (domain::asks_score(scenario, whole)) shown.score = whole.reference.score;
    shown.why = whole.reference.why;
    shown.rules = whole.reference.rules;
    shown.panel = panel_scores(whole);
    for (const domain::Passage& passage : whole.reference.rests_on) {
        // What is still hidden stays so: its title and words are not the reference's.
        if (passage.evidence < 0 || !domain::visible(scenario, script, passage.evidence)) continue;
        shown.rests_on.push_back({scenario.evidence[at(passage.evidence)].id, passage.page, passage.quote,
                                  passage.ranges.empty() ? domain::TextRange{} : passage.ranges.front()});
    }
    shown.seats.resize(room.seats.size());
    for (JudgedVote& vote : judge_first_votes(scenario, script, round, task))
        if (at(vote.seat) < shown.seats.size()) shown.seats[at(vote.seat)] = std::move(vote.told);
    return shown;
}

domain::Decision answer_for_script(const domain::Scenario& scenario, domain::RoomTaskIx task,
                                   domain::Decision answer) {
    constexpr domain::Confidence kMiddling = 2;
    if (!answer.confidence || *answer.confidence < 1 || *answer.confidence > 3) answer.confidence = kMiddling;
    const domain::Task& whole = scenario.tasks[at(task)];
    if (domain::asks_checklist(scenario, whole))
        for (const std::string& rule : whole.indicator->checklist)
            if (!answer.check(rule)) answer.set_check(rule, domain::Check::Unsure);
    return answer;
}

} // namespace timbang::app
