#pragma once

#include "insight/room.h"
#include "report/workshop.h"

// Inside this module only.

namespace timbang::report {

/// "KS-O1  Births in a health facility", the code alone where the case is not at hand.
[[nodiscard]] std::string indicator_name(const RoomCaseInput& one, domain::RoomTaskIx task, const Words& words);
/// First and second votes of one indicator in one round.
void add_room_item(const insight::RoomItem& item, const RoomCaseInput& one, const Words& words, Document& out);

} // namespace timbang::report
