#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "domain/room.h"

namespace timbang::domain {

/// How the votes of one kind on one indicator spread. Counts only: no seat, no name.
struct Tally {
    int votes = 0;
    std::vector<std::pair<int, int>> scores;    ///< every score of the scale, and how many gave it
    int verdicts[kVerdictCount] = {0, 0, 0};
    int confidence[3] = {0, 0, 0};
    std::optional<int> lowest, highest;
    std::optional<int> low, high;               ///< the middle 80 % of the scores (the 10th and 90th percent, nearest rank)
    int on_one_score = 0;                       ///< votes on the most frequent score (verdict where no score is asked)
    /// Whether `on_one_score` is at least `consensus` percent of the votes; false without votes.
    [[nodiscard]] bool consensus(int percent) const { return votes > 0 && on_one_score * 100 >= percent * votes; }
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// Of the whole room, or of one group. Votes of absent people count if they were cast. A second vote by group alone counts once
/// for each member that agrees.
[[nodiscard]] Tally tally(const RoomRules& rules, const RoomState& state, const Round& round, RoomTaskIx task, VoteKind kind,
                          std::optional<int> group = std::nullopt);

/// By seat: the second vote or, where the second vote is the group's alone, the decision that the seat agrees to; null without.
/// Valid as long as the round does not change.
[[nodiscard]] std::vector<const Vote*> second_votes(const RoomRules& rules, const RoomState& state, const Round& round,
                                                    RoomTaskIx task);

/// Whose first and second score differ, and how. Closer and further need the reference's score; without one both are 0.
struct Moves {
    int both = 0;       ///< voted twice
    int moved = 0;
    int up = 0, down = 0;
    int closer = 0, further = 0;
};
[[nodiscard]] Moves moves(const RoomRules& rules, const RoomState& state, const Round& round, RoomTaskIx task,
                          std::optional<int> reference, std::optional<int> group = std::nullopt);

/// The room's own answer, which the script goes on with: the last votes' most frequent score with its most frequent verdict
/// (on a tie the lower score, the stricter verdict); nothing without votes.
[[nodiscard]] std::optional<Decision> room_answer(const RoomRules& rules, const RoomState& state, const Round& round,
                                                  RoomTaskIx task);

} // namespace timbang::domain
