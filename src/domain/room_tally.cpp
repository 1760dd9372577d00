#include "domain/room_tally.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "domain/room_votes.h"

namespace timbang::domain {
namespace {

/// What somebody said, and for how many it counts.
struct Said {
    const Vote* vote = nullptr;
    int times = 1;
};

bool in_group(const RoomState& state, SeatIx seat, std::optional<int> group) {
    return !group || (in_list(seat, state.seats.size()) && state.seats[static_cast<std::size_t>(seat)].group == *group);
}

/// Where the second vote is the group's alone, its decision counts as the second vote of each member that agrees.
bool by_members(const RoomRules& rules, VoteKind kind) {
    return kind == VoteKind::Second && rules.group_second;
}

std::vector<Said> said_of(const RoomRules& rules, const RoomState& state, const Round& round, RoomTaskIx task,
                          VoteKind kind, std::optional<int> group) {
    const bool members = by_members(rules, kind);
    const VoteKind stored = members ? VoteKind::Group : kind;
    std::vector<Said> said;
    for (const Vote& vote : round.votes) {
        if (vote.task != task || vote.kind != stored) continue;
        if (stored == VoteKind::Group ? group && vote.group != *group : !in_group(state, vote.seat, group)) continue;
        said.push_back({&vote, members ? static_cast<int>(vote.members.size()) : 1});
    }
    return said;
}

/// The score that `rank` percent of the votes do not exceed, by nearest rank.
int percentile(const Tally& tally, int scored, int percent) {
    const int rank = (scored * percent + 99) / 100;
    int seen = 0;
    for (const auto& [score, count] : tally.scores) {
        seen += count;
        if (seen >= rank) return score;
    }
    return tally.scores.back().first;
}

void add_spread(Tally& tally) {
    int scored = 0;
    for (const auto& [score, count] : tally.scores) {
        if (count == 0) continue;
        scored += count;
        tally.lowest = std::min(tally.lowest.value_or(score), score);
        tally.highest = std::max(tally.highest.value_or(score), score);
    }
    if (scored == 0) return;
    tally.low = percentile(tally, scored, 10);
    tally.high = percentile(tally, scored, 90);
}

Tally count(const RoomTask& task, const std::vector<Said>& said) {
    Tally tally;
    for (const int score : task.scores)
        tally.scores.emplace_back(score, 0);
    for (const Said& one : said) {
        tally.votes += one.times;
        if (one.vote->verdict) tally.verdicts[static_cast<std::size_t>(*one.vote->verdict)] += one.times;
        if (one.vote->confidence >= 1 && one.vote->confidence <= 3)
            tally.confidence[one.vote->confidence - 1] += one.times;
        for (auto& [score, times] : tally.scores)
            if (one.vote->score == score) times += one.times;
    }
    add_spread(tally);
    if (task.scores.empty())
        tally.on_one_score = *std::max_element(std::begin(tally.verdicts), std::end(tally.verdicts));
    for (const auto& [score, times] : tally.scores)
        tally.on_one_score = std::max(tally.on_one_score, times);
    return tally;
}

/// The place of a score in the indicator's own list; steps are counted in it.
std::optional<int> step_of(const RoomTask& task, std::optional<int> score) {
    if (!score) return std::nullopt;
    const auto found = std::find(task.scores.begin(), task.scores.end(), *score);
    if (found == task.scores.end()) return std::nullopt;
    return static_cast<int>(found - task.scores.begin());
}

void add_move(const RoomTask& task, const Vote& first, const Vote& second, std::optional<int> reference, Moves& moves) {
    ++moves.both;
    const std::optional<int> from = step_of(task, first.score), to = step_of(task, second.score);
    if (!from || !to) {
        if (first.verdict != second.verdict) ++moves.moved;
        return;
    }
    if (*from == *to) return;
    ++moves.moved;
    ++(*to > *from ? moves.up : moves.down);
    const std::optional<int> at = step_of(task, reference);
    if (!at) return;
    const int before = std::abs(*from - *at), after = std::abs(*to - *at);
    if (after < before) ++moves.closer;
    if (after > before) ++moves.further;
}

/// The most frequent; of two as frequent, the one that `prefers` puts first.
template <class T, class Prefers> std::optional<T> most(const std::map<T, int>& counts, const Prefers& prefers) {
    std::optional<std::pair<T, int>> best;
    for (const auto& [value, times] : counts)
        if (!best || times > best->second || (times == best->second && prefers(value, best->first)))
            best = {value, times};
    return best ? std::optional<T>(best->first) : std::nullopt;
}

} // namespace

Tally tally(const RoomRules& rules, const RoomState& state, const Round& round, RoomTaskIx task, VoteKind kind,
            std::optional<int> group) {
    if (!in_list(task, rules.tasks.size())) return {};
    return count(rules.tasks[static_cast<std::size_t>(task)], said_of(rules, state, round, task, kind, group));
}

std::vector<const Vote*> second_votes(const RoomRules& rules, const RoomState& state, const Round& round,
                                      RoomTaskIx task) {
    std::vector<const Vote*> seconds(state.seats.size(), nullptr);
    for (const Vote& vote : round.votes) {
        if (vote.task != task) continue;
        if (vote.kind == VoteKind::Second && in_list(vote.seat, seconds.size()))
            seconds[static_cast<std::size_t>(vote.seat)] = &vote;
        if (vote.kind != VoteKind::Group || !rules.group_second) continue;
        for (const SeatIx seat : vote.members)
            if (in_list(seat, seconds.size())) seconds[static_cast<std::size_t>(seat)] = &vote;
    }
    return seconds;
}

Moves moves(const RoomRules& rules, const RoomState& state, const Round& round, RoomTaskIx task,
            std::optional<int> reference, std::optional<int> group) {
    Moves moves;
    if (!in_list(task, rules.tasks.size())) return moves;
    const std::vector<const Vote*> seconds = second_votes(rules, state, round, task);
    for (std::size_t seat = 0; seat < seconds.size(); ++seat) {
        if (!seconds[seat] || !in_group(state, static_cast<SeatIx>(seat), group)) continue;
        const Vote* const first = state.vote_of(round, task, VoteKind::First, static_cast<int>(seat));
        if (first) add_move(rules.tasks[static_cast<std::size_t>(task)], *first, *seconds[seat], reference, moves);
    }
    return moves;
}

std::optional<Decision> room_answer(const RoomRules& rules, const RoomState& state, const Round& round,
                                    RoomTaskIx task) {
    if (!in_list(task, rules.tasks.size())) return std::nullopt;
    std::vector<const Vote*> last = second_votes(rules, state, round, task);
    for (std::size_t seat = 0; seat < last.size(); ++seat)
        if (!last[seat]) last[seat] = state.vote_of(round, task, VoteKind::First, static_cast<int>(seat));
    std::erase(last, nullptr);
    if (last.empty()) return std::nullopt;

    const auto lower = [](auto a, auto b) { return a < b; };
    const auto stricter = [](Verdict a, Verdict b) { return a > b; };
    std::map<int, int> scores, sureness;
    std::map<Verdict, int> verdicts;
    for (const Vote* const vote : last)
        if (vote->score) ++scores[*vote->score];
    Decision answer;
    answer.score = most(scores, lower);
    for (const Vote* const vote : last)
        if (vote->score == answer.score && vote->verdict) ++verdicts[*vote->verdict];
    answer.verdict = most(verdicts, stricter);
    for (const Vote* const vote : last)
        if (vote->score == answer.score && vote->verdict == answer.verdict) ++sureness[vote->confidence];
    if (const std::optional<int> most_sure = most(sureness, lower))
        answer.confidence = static_cast<Confidence>(*most_sure);
    return answer;
}

} // namespace timbang::domain
