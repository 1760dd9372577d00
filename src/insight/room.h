#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/message.h"
#include "domain/room_tally.h"
#include "domain/scenario.h"
#include "stats/agreement.h"

namespace timbang::insight {

// What a room's votes say beside the reference. All of it rests on the key and is for the facilitator until a reference
// is shown. Indicators are compared and ranked, never people.

/// What the key says of an indicator, as far as votes are compared with it.
struct RoomReference {
    std::optional<domain::Verdict> verdict;
    std::optional<int> score;
    std::vector<std::pair<int, int>> panel; ///< score and how many of the panel gave it, from the lowest
    int panel_verdicts[domain::kVerdictCount] = {0, 0, 0};
};
/// By place in `rules.tasks`; empty ones for indicators that the case does not have.
[[nodiscard]] std::vector<RoomReference> room_references(const domain::RoomRules& rules,
                                                         const domain::Scenario& scenario);

/// How votes of one kind stand to the reference. *On the reference* is the score, or the verdict where no score is
/// asked. Steps are places in the indicator's own list of scores.
struct AgainstReference {
    int on = 0; ///< of `of` votes
    int of = 0;
    int on_verdict = 0;          ///< of `of`; 0 where no verdict is asked
    std::optional<double> steps; ///< mean of vote − reference, + generous
    std::optional<double> apart; ///< mean distance
};

/// The whole room, or one group.
struct RoomLine {
    int group = 0; ///< 0: the room
    domain::Tally first, second;
    AgainstReference first_against, second_against;
    domain::Moves moves;
    std::optional<domain::Vote> decision; ///< of the group
};

/// One indicator in one round.
struct RoomItem {
    int round = 0;
    domain::RoomTaskIx task = -1;
    std::string code;
    RoomReference reference;
    RoomLine room;
    std::vector<RoomLine> groups;          ///< that somebody is in, by number
    std::vector<domain::Comment> comments; ///< of this indicator in this round
    /// Share of pairs of voters that gave the same score (verdict where no score is asked): before and after the
    /// discussion.
    stats::Defined<stats::Coefficient> pairs_first = stats::undefined(stats::kNoData);
    stats::Defined<stats::Coefficient> pairs_second = stats::undefined(stats::kNoData);
};
/// The indicators with votes, round by round. `references`: by place in `rules.tasks`; missing ones are as empty.
[[nodiscard]] std::vector<RoomItem> compare_room(const domain::RoomRules& rules, const domain::RoomState& state,
                                                 const std::vector<RoomReference>& references);

/// Agreement over several indicators with its certainty.
struct RoomAgreement {
    int items = 0; ///< indicators counted
    int voters = 0;
    /// Of scores in points: Gwet's AC2 with linear weights by value (Gwet 2014), and the plain share of agreeing pairs,
    /// likewise weighted. Scores are the categories that any of the indicators' scales has.
    stats::Defined<stats::Coefficient> scores = stats::undefined(stats::kNoData);
    stats::Defined<stats::Coefficient> score_pairs = stats::undefined(stats::kNoData);
    /// Of verdicts: Gwet's AC1 and the plain share.
    stats::Defined<stats::Coefficient> verdicts = stats::undefined(stats::kNoData);
    stats::Defined<stats::Coefficient> verdict_pairs = stats::undefined(stats::kNoData);
};
/// Before and after the discussion, of the same indicators and the same people: who voted twice on an indicator (the
/// last round with votes on it). Where the second vote is the group's alone, members share it: `by_group`, and the
/// second is higher for that reason alone. Chance cannot be told from one indicator: then only the shares are defined.
struct RoomAgreements {
    RoomAgreement first, second;
    bool by_group = false;
};
[[nodiscard]] RoomAgreements room_agreement(const domain::RoomRules& rules, const domain::RoomState& state);

/// An indicator of the debrief, the one to talk about longest first.
struct AgendaItem {
    domain::RoomTaskIx task = -1;
    std::string code;
    int round = 0;
    double need = 0;              ///< 0…2: disagreement plus distance from the reference
    std::optional<int> low, high; ///< the middle 80 % of first votes
    int points = 0;               ///< between them
    base::Message reason;         ///< "room.agenda-…"
};
/// Ranked by disagreement (the middle 80 % of first votes in steps, as a part of the scale; of verdicts, the share that
/// is not on the most frequent) plus the mean distance of first votes from the reference (as a part of the scale; of
/// verdicts, the share on another one). Each indicator once, as it went in the last round with votes on it; equals in
/// the order of the case.
[[nodiscard]] std::vector<AgendaItem> debrief_agenda(const domain::RoomRules& rules, const domain::RoomState& state,
                                                     const std::vector<RoomReference>& references);

} // namespace timbang::insight
