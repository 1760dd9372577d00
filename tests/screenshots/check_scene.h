#pragma once

#include <functional>
#include <string>

#include "app/workspace.h"

namespace timbang::screenshots {

/// Scenes of the readiness check: check (its policy), check-pool (the passphrase), check-opened, check-desk, check-finish, check-not-yet,
/// check-ready, records-ready.
[[nodiscard]] bool is_check_scene(const std::string& name);

/// Brings the workspace to the scene. `settle` lets background work come in.
void play_check_scene(const std::string& name, app::Workspace& workspace, const std::function<void()>& settle);

} // namespace timbang::screenshots
