#include <algorithm>
#include <set>

#include "insight/room_parts.h"

namespace timbang::insight {
namespace {

using domain::RoomTaskIx;
using domain::Vote;

/// What both votes of everybody who voted twice were: units are indicators, raters are seats.
struct Paired {
    std::size_t units = 0;
    std::vector<const Vote*> first, second; ///< units × seats, null without
    std::set<std::size_t> seats;

    void add(const std::vector<const Vote*>& firsts, const std::vector<const Vote*>& seconds) {
        for (std::size_t seat = 0; seat < firsts.size(); ++seat) {
            const bool twice = firsts[seat] && seconds[seat];
            first.push_back(twice ? firsts[seat] : nullptr);
            second.push_back(twice ? seconds[seat] : nullptr);
            if (twice) seats.insert(seat);
        }
        ++units;
    }
};

Paired paired_votes(const domain::RoomRules& rules, const domain::RoomState& state) {
    Paired paired;
    for (RoomTaskIx task = 0; task < static_cast<RoomTaskIx>(rules.tasks.size()); ++task) {
        const domain::Round* const round = last_round_on(state, task);
        if (!round) continue;
        const std::vector<const Vote*> seconds = second_votes(rules, state, *round, task);
        std::vector<const Vote*> firsts(seconds.size(), nullptr);
        for (std::size_t seat = 0; seat < firsts.size(); ++seat)
            firsts[seat] = state.vote_of(*round, task, domain::VoteKind::First, static_cast<int>(seat));
        bool both = false;
        for (std::size_t seat = 0; seat < firsts.size(); ++seat)
            both = both || (firsts[seat] && seconds[seat]);
        if (both) paired.add(firsts, seconds);
    }
    return paired;
}

/// Ratings of what `code_of` makes of each vote; units without one are passed over by the statistics.
template <class CodeOf>
base::Result<stats::Ratings> ratings_of(const Paired& paired, const std::vector<const Vote*>& votes, stats::Scale scale,
                                        const CodeOf& code_of) {
    std::vector<int> codes;
    for (const Vote* const vote : votes)
        codes.push_back(vote ? code_of(*vote) : stats::kNoRating);
    const std::size_t raters = paired.units == 0 ? 0 : votes.size() / paired.units;
    return stats::Ratings::of_codes(std::move(scale), paired.units, raters, codes);
}

std::vector<double> points_of(const domain::RoomRules& rules) {
    std::set<double> points;
    for (const domain::RoomTask& task : rules.tasks)
        points.insert(task.scores.begin(), task.scores.end());
    return {points.begin(), points.end()};
}

void add_scores(const domain::RoomRules& rules, const Paired& paired, const std::vector<const Vote*>& votes,
                RoomAgreement& out) {
    const std::vector<double> points = points_of(rules);
    if (points.empty()) return;
    const stats::Scale scale = stats::Scale::of_values(points);
    const auto ratings = ratings_of(paired, votes, scale, [&](const Vote& vote) {
        if (!vote.score) return stats::kNoRating;
        const auto found = std::lower_bound(points.begin(), points.end(), *vote.score);
        return found == points.end() || *found != *vote.score ? stats::kNoRating
                                                              : static_cast<int>(found - points.begin());
    });
    const auto weights = stats::Weights::make(stats::WeightKind::linear, scale, stats::Spacing::value);
    if (!ratings || !weights) return;
    out.scores = stats::gwet_ac(*ratings, *weights);
    out.score_pairs = stats::percent_agreement(*ratings, *weights);
}

void add_verdicts(const Paired& paired, const std::vector<const Vote*>& votes, RoomAgreement& out) {
    const stats::Scale scale = stats::Scale::of_positions(domain::kVerdictCount);
    const auto ratings = ratings_of(paired, votes, scale, [](const Vote& vote) {
        return vote.verdict ? static_cast<int>(*vote.verdict) : stats::kNoRating;
    });
    const auto weights = stats::Weights::make(stats::WeightKind::unweighted, scale);
    if (!ratings || !weights) return;
    out.verdicts = stats::gwet_ac(*ratings, *weights);
    out.verdict_pairs = stats::percent_agreement(*ratings, *weights);
}

RoomAgreement agreement_of(const domain::RoomRules& rules, const Paired& paired,
                           const std::vector<const Vote*>& votes) {
    RoomAgreement agreement;
    agreement.items = static_cast<int>(paired.units);
    agreement.voters = static_cast<int>(paired.seats.size());
    if (paired.units == 0) return agreement;
    add_scores(rules, paired, votes, agreement);
    add_verdicts(paired, votes, agreement);
    return agreement;
}

} // namespace

RoomAgreements room_agreement(const domain::RoomRules& rules, const domain::RoomState& state) {
    const Paired paired = paired_votes(rules, state);
    return {agreement_of(rules, paired, paired.first), agreement_of(rules, paired, paired.second), rules.group_second};
}

} // namespace timbang::insight
