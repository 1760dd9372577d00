#pragma once

#include <functional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/room/room_session.h"

namespace timbang::cli {

/// Carries out one command of the facilitator, a JSON object {"do": …} (src/cli/README.md), on the host's thread. `done` is
/// called once. `quit`, `leave`, `bind` and `state` are not among them.
void carry_out(app::RoomSession& session, const nlohmann::json& line, app::OnRoomAnswer done);

} // namespace timbang::cli
