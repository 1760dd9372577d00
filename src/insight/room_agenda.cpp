#include <algorithm>
#include <cstdlib>
#include <utility>

#include "insight/room_parts.h"

namespace timbang::insight {
namespace {

using base::Key;
using base::Message;
using domain::Tally;

std::int64_t whole(int n) {
    return n;
}

/// Answers and how many gave them, the most frequent first (of equals the lower, or the milder).
std::vector<std::pair<int, int>> by_count(const domain::RoomTask& task, const Tally& tally) {
    std::vector<std::pair<int, int>> counts = tally.scores;
    if (task.scores.empty())
        for (int i = 0; i < domain::kVerdictCount; ++i)
            counts.emplace_back(i, tally.verdicts[i]);
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return counts;
}

base::Arg answer(const domain::RoomTask& task, int value) {
    if (task.scores.empty())
        return Key{std::string("verdict.") + domain::verdict_id(static_cast<domain::Verdict>(value))};
    return whole(value);
}

/// The reference in the terms of `by_count`.
std::optional<int> reference_answer(const domain::RoomTask& task, const RoomReference& reference) {
    if (!task.scores.empty()) return reference.score;
    return reference.verdict ? std::optional(static_cast<int>(*reference.verdict)) : std::nullopt;
}

int count_of(const std::vector<std::pair<int, int>>& counts, int value) {
    for (const auto& [one, count] : counts)
        if (one == value) return count;
    return 0;
}

/// Where the answers agree with the reference, the verdicts may still not.
bool verdicts_differ(const domain::RoomTask& task, const Tally& tally, const RoomReference& reference) {
    if (task.scores.empty() || !task.asks_verdict || !reference.verdict) return false;
    return tally.verdicts[static_cast<std::size_t>(*reference.verdict)] * 4 < tally.votes * 3;
}

Message reason(const domain::RoomTask& task, const Tally& tally, const RoomReference& reference, int consensus) {
    const auto counts = by_count(task, tally);
    const auto& [most, most_count] = counts.front();
    const auto& [next, next_count] = counts[1];
    const std::optional<int> wanted = reference_answer(task, reference);
    const int on = wanted ? count_of(counts, *wanted) : 0;
    const base::Args of_all{{"n", whole(on)}, {"of", whole(tally.votes)}};
    const auto with = [&](base::Args args) {
        args.insert(args.end(), of_all.begin(), of_all.end());
        return args;
    };
    if (!wanted)
        return {"room.agenda-most",
                {{"answer", answer(task, most)}, {"n", whole(most_count)}, {"of", whole(tally.votes)}}};
    if (most == *wanted && tally.consensus(consensus)) {
        if (!verdicts_differ(task, tally, reference)) return {"room.agenda-clear", of_all};
        const int same = tally.verdicts[static_cast<std::size_t>(*reference.verdict)];
        return {"room.agenda-verdict", {{"n", whole(tally.votes - same)}, {"of", whole(tally.votes)}}};
    }
    if (most == *wanted && most_count * 2 > tally.votes)
        return {"room.agenda-near", with({{"answer", answer(task, next)}, {"others", whole(next_count)}})};
    if (most_count == next_count && most_count * 2 == tally.votes)
        return {"room.agenda-halves", with({{"one", answer(task, most)}, {"other", answer(task, next)}})};
    if (most_count * 2 > tally.votes) return {"room.agenda-most-else", with({{"answer", answer(task, most)}})};
    if (task.scores.empty()) return {"room.agenda-verdicts-split", of_all};
    return {"room.agenda-spread", with({{"low", whole(*tally.low)}, {"high", whole(*tally.high)}})};
}

/// Disagreement plus distance, each 0…1.
double need_of(const domain::RoomTask& task, const Tally& tally, const RoomReference& reference) {
    if (task.scores.empty()) {
        const double votes = tally.votes;
        const int same = reference.verdict ? tally.verdicts[static_cast<std::size_t>(*reference.verdict)] : tally.votes;
        return (votes - tally.on_one_score) / votes + (votes - same) / votes;
    }
    const double steps = std::max<double>(1, static_cast<double>(task.scores.size()) - 1);
    const int spread = step_of(task, tally.high).value_or(0) - step_of(task, tally.low).value_or(0);
    const std::optional<int> at = step_of(task, reference.score);
    double apart = 0;
    for (std::size_t i = 0; at && i < tally.scores.size(); ++i)
        apart += std::abs(static_cast<int>(i) - *at) * tally.scores[i].second;
    return spread / steps + apart / tally.votes / steps;
}

} // namespace

std::vector<AgendaItem> debrief_agenda(const domain::RoomRules& rules, const domain::RoomState& state,
                                       const std::vector<RoomReference>& references) {
    std::vector<AgendaItem> agenda;
    for (std::size_t i = 0; i < rules.tasks.size(); ++i) {
        const domain::RoomTaskIx task = static_cast<domain::RoomTaskIx>(i);
        const domain::Round* const round = last_round_on(state, task);
        if (!round) continue;
        const Tally first = tally(rules, state, *round, task, domain::VoteKind::First);
        // One answer alone is no disagreement and nothing to say.
        if (first.votes == 0 || (rules.tasks[i].scores.size() == 1) ||
            (rules.tasks[i].scores.empty() && !rules.tasks[i].asks_verdict))
            continue;
        const RoomReference reference = reference_of(references, task);
        AgendaItem item;
        item.task = task;
        item.code = rules.tasks[i].code;
        item.round = round->number;
        item.need = need_of(rules.tasks[i], first, reference);
        item.low = first.low;
        item.high = first.high;
        item.points = first.high.value_or(0) - first.low.value_or(0);
        item.reason = reason(rules.tasks[i], first, reference, round->consensus);
        agenda.push_back(std::move(item));
    }
    std::stable_sort(agenda.begin(), agenda.end(),
                     [](const AgendaItem& a, const AgendaItem& b) { return a.need > b.need; });
    return agenda;
}

} // namespace timbang::insight
