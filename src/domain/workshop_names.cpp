#include "domain/workshop.h"
#include "domain/names.h"

namespace timbang::domain {
namespace {

constexpr std::array<const char*, 3> kWays = {"phone", "shared", "paper"};
constexpr std::array<const char*, 3> kPresences = {"expected", "late", "absent"};
constexpr std::array<const char*, 7> kSlots = {"lesson", "case",     "repractice", "readiness",
                                               "talk",   "comments", "break"};
constexpr std::array<const char*, 6> kProblems = {"nobody-listed", "no-case",       "code-twice",
                                                  "code-empty",    "slots-overlap", "nobody-in-group"};
constexpr std::array<const char*, 2> kShows = {"bars", "spread"};

} // namespace

const char* way_id(WayIn way) {
    return kWays[static_cast<std::size_t>(way)];
}
std::optional<WayIn> way_from_id(std::string_view id) {
    return from_id<WayIn>(kWays, id);
}
const char* presence_id(Presence presence) {
    return kPresences[static_cast<std::size_t>(presence)];
}
std::optional<Presence> presence_from_id(std::string_view id) {
    return from_id<Presence>(kPresences, id);
}
const char* slot_kind_id(SlotKind kind) {
    return kSlots[static_cast<std::size_t>(kind)];
}
std::optional<SlotKind> slot_kind_from_id(std::string_view id) {
    return from_id<SlotKind>(kSlots, id);
}
const char* show_votes_id(ShowVotes show) {
    return kShows[static_cast<std::size_t>(show)];
}
const char* plan_problem_id(PlanProblem problem) { return kProblems[static_cast<std::size_t>(problem)]; }
std::optional<ShowVotes> show_votes_from_id(std::string_view id) {
    return from_id<ShowVotes>(kShows, id);
}

} // namespace timbang::domain
