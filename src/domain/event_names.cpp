#include "domain/event.h"
#include "domain/names.h"

namespace timbang::domain {
namespace {

constexpr std::array<const char*, 3> kModes = {"learn", "practise", "check"};
constexpr std::array<const char*, 4> kLevels = {"none", "count", "where", "full"};
constexpr std::array<const char*, 3> kChecks = {"yes", "no", "unsure"};
// In the order of Event's alternatives.
constexpr std::array<const char*, std::variant_size_v<Event>> kTypes = {
    "session_started", "opened",       "marked",   "retyped",      "unmarked",  "drafted",
    "part_drafted",    "decided",      "part_decided", "action_taken", "figured", "script_fired",
    "left_step",       "scored",       "disagreed", "finished",     "abandoned"};

} // namespace

const char* mode_id(Mode mode) { return kModes[static_cast<std::size_t>(mode)]; }
std::optional<Mode> mode_from_id(std::string_view id) { return from_id<Mode>(kModes, id); }
const char* feedback_level_id(FeedbackLevel level) { return kLevels[static_cast<std::size_t>(level)]; }
std::optional<FeedbackLevel> feedback_level_from_id(std::string_view id) { return from_id<FeedbackLevel>(kLevels, id); }
const char* check_id(Check check) { return kChecks[static_cast<std::size_t>(check)]; }
std::optional<Check> check_from_id(std::string_view id) { return from_id<Check>(kChecks, id); }

const char* event_type(const Event& event) { return kTypes[event.index()]; }

} // namespace timbang::domain
