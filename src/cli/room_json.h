#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/room/room_snapshot.h"
#include "base/catalogue.h"

namespace timbang::cli {

/// What the facilitator may see of a room now, as `timbang room` prints it (src/cli/README.md). `timer_left_ms` is measured by
/// the caller.
[[nodiscard]] nlohmann::json room_json(const app::RoomSnapshot& snapshot, std::int64_t timer_left_ms,
                                       const base::Catalogue& catalogue, base::Lang lang);

} // namespace timbang::cli
