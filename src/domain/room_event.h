#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "domain/event.h"
#include "domain/room.h"

namespace timbang::domain {

/// The first event of a room's session: `session_started` with the mode "room" and no person.
struct RoomStarted {
    std::string scenario, version, content_hash, key_hash, framework, program_version;
    std::string workshop;           ///< id, or ""
    std::string title;
    std::string code;               ///< six digits to join with; the same after a restart
    RoomRules rules;
};
[[nodiscard]] nlohmann::json to_json(const RoomStarted& started);
/// Codes: "event-broken".
[[nodiscard]] base::Result<RoomStarted> room_started_from_json(const nlohmann::json& payload);

/// The type name of an event in the record: "round_opened".
[[nodiscard]] const char* room_event_type(const RoomEvent& event);
/// The payload with the codes of people and indicators instead of places, keys sorted, without free texts. A vote names its
/// person by the id that `person_ids` (by seat) gives, too.
[[nodiscard]] nlohmann::json to_json(const RoomRules& rules, const RoomState& state, const RoomEvent& event,
                                     const std::vector<std::string>& person_ids);
/// The reason of a vote ("reason"), the text of a comment ("text").
[[nodiscard]] std::vector<FreeText> free_texts(const RoomEvent& event);
/// Reads an event back; `state` is the room before it. Codes: "event-unknown", "event-broken".
[[nodiscard]] base::Result<RoomEvent> room_event_from_json(const RoomRules& rules, const RoomState& state, std::string_view type,
                                                           const nlohmann::json& payload, const std::vector<FreeText>& texts);

} // namespace timbang::domain
