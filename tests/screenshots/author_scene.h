#pragma once

#include <functional>
#include <string>

#include "app/workspace.h"

namespace timbang::screenshots {

/// Whether the scene is one of the editor of cases: author-cases, author, author-form, author-steps, author-find.
[[nodiscard]] bool is_author_scene(const std::string& name);
/// Copies the case into a folder of own cases, where the editor may change it. False when that fails.
[[nodiscard]] bool copy_case(const std::string& from, const std::string& to);
/// Brings the window to the scene; `settle` lets background work come in.
void play_author_scene(const std::string& name, const std::string& folder, app::Workspace& workspace,
                       const std::function<void()>& settle);

} // namespace timbang::screenshots
