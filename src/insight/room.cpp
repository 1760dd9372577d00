#include "insight/room.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "insight/room_parts.h"

namespace timbang::insight {
namespace {

using domain::RoomTaskIx;
using domain::VoteKind;

/// Of counted votes: how they stand to the reference.
AgainstReference against(const domain::RoomTask& task, const domain::Tally& tally, const RoomReference& reference) {
    AgainstReference result;
    result.of = tally.votes;
    if (reference.verdict && task.asks_verdict)
        result.on_verdict = tally.verdicts[static_cast<std::size_t>(*reference.verdict)];
    if (task.scores.empty()) {
        result.on = result.on_verdict;
        return result;
    }
    const std::optional<int> at = step_of(task, reference.score);
    if (!at || tally.votes == 0) return result;
    int steps = 0, apart = 0;
    for (std::size_t i = 0; i < tally.scores.size(); ++i) {
        const int away = static_cast<int>(i) - *at, count = tally.scores[i].second;
        if (away == 0) result.on = count;
        steps += away * count;
        apart += std::abs(away) * count;
    }
    result.steps = static_cast<double>(steps) / tally.votes;
    result.apart = static_cast<double>(apart) / tally.votes;
    return result;
}

/// Share of pairs of voters that said the same.
stats::Defined<stats::Coefficient> pairs_of(const domain::RoomTask& task, const domain::Tally& tally) {
    std::vector<double> counts;
    if (task.scores.empty()) counts.assign(std::begin(tally.verdicts), std::end(tally.verdicts));
    for (const auto& [score, count] : tally.scores)
        counts.push_back(count);
    const stats::Scale scale = stats::Scale::of_positions(counts.size());
    const auto ratings = stats::Ratings::of_counts(scale, 1, std::move(counts));
    if (!ratings) return ratings.error();
    const auto weights = stats::Weights::make(stats::WeightKind::unweighted, scale);
    if (!weights) return weights.error();
    return stats::percent_agreement(*ratings, *weights);
}

/// Compares one round.
class Comparer {
public:
    Comparer(const domain::RoomRules& rules, const domain::RoomState& state, const domain::Round& round)
        : rules_(rules), state_(state), round_(round) {}

    [[nodiscard]] RoomItem item(RoomTaskIx task, const RoomReference& reference) const {
        RoomItem item;
        item.round = round_.number;
        item.task = task;
        item.code = of(task).code;
        item.reference = reference;
        item.room = line(task, reference, 0);
        std::set<int> groups;
        for (const domain::RoomSeat& seat : state_.seats)
            if (seat.group > 0) groups.insert(seat.group);
        for (const int group : groups)
            item.groups.push_back(line(task, reference, group));
        for (const domain::Comment& comment : state_.comments)
            if (comment.round == round_.number && comment.task == task) item.comments.push_back(comment);
        item.pairs_first = pairs_of(of(task), item.room.first);
        item.pairs_second = pairs_of(of(task), item.room.second);
        return item;
    }

private:
    [[nodiscard]] const domain::RoomTask& of(RoomTaskIx task) const {
        return rules_.tasks[static_cast<std::size_t>(task)];
    }

    [[nodiscard]] RoomLine line(RoomTaskIx task, const RoomReference& reference, int group) const {
        const std::optional<int> only = group > 0 ? std::optional(group) : std::nullopt;
        RoomLine line;
        line.group = group;
        line.first = tally(rules_, state_, round_, task, VoteKind::First, only);
        line.second = tally(rules_, state_, round_, task, VoteKind::Second, only);
        line.first_against = against(of(task), line.first, reference);
        line.second_against = against(of(task), line.second, reference);
        line.moves = moves(rules_, state_, round_, task, reference.score, only);
        if (const domain::Vote* const decision =
                group > 0 ? state_.vote_of(round_, task, VoteKind::Group, group) : nullptr)
            line.decision = *decision;
        return line;
    }

    const domain::RoomRules& rules_;
    const domain::RoomState& state_;
    const domain::Round& round_;
};

} // namespace

std::vector<RoomReference> room_references(const domain::RoomRules& rules, const domain::Scenario& scenario) {
    std::vector<RoomReference> references;
    for (const domain::RoomTask& asked : rules.tasks) {
        RoomReference& reference = references.emplace_back();
        const int index = scenario.find_task(asked.code);
        if (index < 0) continue;
        const domain::Task& task = scenario.tasks[static_cast<std::size_t>(index)];
        if (asked.asks_verdict) reference.verdict = task.reference.verdict;
        if (!asked.scores.empty()) reference.score = task.reference.score;
        std::map<int, int> panel;
        for (const domain::PanelVote& vote : task.panel) {
            if (vote.score) ++panel[*vote.score];
            ++reference.panel_verdicts[static_cast<std::size_t>(vote.verdict)];
        }
        reference.panel.assign(panel.begin(), panel.end());
    }
    return references;
}

std::vector<RoomItem> compare_room(const domain::RoomRules& rules, const domain::RoomState& state,
                                   const std::vector<RoomReference>& references) {
    std::vector<RoomItem> items;
    for (const domain::Round& round : state.rounds)
        for (const RoomTaskIx task : round.tasks)
            if (has_votes(round, task))
                items.push_back(Comparer(rules, state, round).item(task, reference_of(references, task)));
    return items;
}

} // namespace timbang::insight
