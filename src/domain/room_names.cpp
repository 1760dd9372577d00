#include "domain/room.h"
#include "domain/names.h"

namespace timbang::domain {
namespace {

constexpr std::array<const char*, 6> kPhases = {"briefing",   "first-vote",  "votes-shown",
                                                "discussion", "second-vote", "reference-shown"};
constexpr std::array<const char*, 3> kKinds = {"first", "second", "group"};
constexpr std::array<const char*, 2> kAbout = {"reading", "rule"};
// In the order of RoomRefusal.
constexpr std::array<const char*, 18> kRefusals = {"room-over",
                                                   "unknown-seat",
                                                   "seat-taken",
                                                   "seat-code-twice",
                                                   "too-many-seats",
                                                   "unknown-indicator",
                                                   "not-this-round",
                                                   "round-open",
                                                   "no-round",
                                                   "no-vote-open",
                                                   "wrong-kind",
                                                   "incomplete-vote",
                                                   "score-off-scale",
                                                   "bad-confidence",
                                                   "reason-too-long",
                                                   "votes-already-shown",
                                                   "reference-already-shown",
                                                   "not-now"};
static_assert(kRefusals.size() == static_cast<std::size_t>(RoomRefusal::NotNow) + 1);

} // namespace

const char* phase_id(Phase phase) {
    return kPhases[static_cast<std::size_t>(phase)];
}
std::optional<Phase> phase_from_id(std::string_view id) {
    return from_id<Phase>(kPhases, id);
}
const char* vote_kind_id(VoteKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}
std::optional<VoteKind> vote_kind_from_id(std::string_view id) {
    return from_id<VoteKind>(kKinds, id);
}
const char* comment_about_id(CommentAbout about) {
    return kAbout[static_cast<std::size_t>(about)];
}
std::optional<CommentAbout> comment_about_from_id(std::string_view id) {
    return from_id<CommentAbout>(kAbout, id);
}
const char* room_refusal_id(RoomRefusal refusal) {
    return kRefusals[static_cast<std::size_t>(refusal)];
}

} // namespace timbang::domain
