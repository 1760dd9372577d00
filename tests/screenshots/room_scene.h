#pragma once

#include <functional>
#include <string>

#include "app/workspace.h"

namespace timbang::screenshots {

/// Whether the scene is one of workshops: room-list-empty, room-list, room-setup-empty, room-setup, room-quick,
/// room-choose, room-first, room-shown, room-second, room-reference, room-paper, room-programme, room-agenda-file,
/// room-sheets-file, room-held.
[[nodiscard]] bool is_room_scene(const std::string& name);
/// Brings the window to the scene, with a room on loopback; `settle` lets background work come in.
void play_room_scene(const std::string& name, app::Workspace& workspace, const std::function<void()>& settle);

} // namespace timbang::screenshots
