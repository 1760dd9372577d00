#pragma once

#include <memory>
#include <vector>

#include "app/room/hosted_room.h"
#include "cli/room.h"

namespace timbang::cli {

/// Cases, people and rules as the command line asks for them. What goes wrong is told, and gives nothing.
[[nodiscard]] std::optional<app::RoomSetup> room_setup(const Context& context, const RoomOptions& options,
                                                       const std::function<std::uint64_t()>& random, int& exit_code);

/// The sessions of the newest room with these cases that was not ended. Codes: "no-room-to-resume", those of the records.
[[nodiscard]] base::Result<std::vector<app::RoomSession::Kept>> open_room_sessions(const std::string& records,
                                                                                   const app::RoomSetup& setup);

/// Clocks and chance: the computer's, or for tests by a seed.
struct RoomChance {
    base::Clock now;
    std::function<std::int64_t()> steady;
    std::function<std::uint64_t()> random;
    std::function<std::string()> token; ///< not set: the host's own
};
[[nodiscard]] RoomChance room_chance(const Context& context, const RoomOptions& options);

} // namespace timbang::cli
