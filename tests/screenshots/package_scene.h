#pragma once

#include <functional>
#include <string>

#include "app/workspace.h"

namespace timbang::screenshots {

/// Whether the scene is one of packages (sealed, sealed-problem, signed, package-make, package-unpack) or of results that
/// were compared again (records-again, debrief-again).
[[nodiscard]] bool is_package_scene(const std::string& name);
[[nodiscard]] bool is_again_scene(const std::string& name);
/// Writes what the scene needs into the folder of own cases. False when that fails.
[[nodiscard]] bool prepare_package_scene(const std::string& name, const std::string& from, const std::string& own);
/// Compares the kept sessions again with a case whose reference is another one.
[[nodiscard]] bool compare_kept_again(const std::string& case_folder, const std::string& data_folder, base::Time now);
/// Brings the window to the scene; `settle` lets background work come in.
void play_package_scene(const std::string& name, const std::string& own, app::Workspace& workspace,
                        const std::function<void()>& settle);

} // namespace timbang::screenshots
