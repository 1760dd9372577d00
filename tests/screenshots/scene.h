#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/workspace.h"

namespace timbang::screenshots {

/// What is photographed, and how.
struct Look {
    base::Lang lang = base::Lang::En;
    app::Theme theme = app::Theme::Light;
    int text_size = 100;
    int width = 1440, height = 900; ///< CSS pixels at 100 %
};

/// The names of all scenes: start, home-empty, home, briefing, completeness, desk, compare, category, letter,
/// letter-finished, debrief, debrief-letter, debrief-picture, settings, search, records, lesson, take-records; of the editor of cases author-cases,
/// author (text), author-find, author-form, author-steps; of packages and corrected references sealed-library,
/// sealed, sealed-problem, signed, package-make, package-unpack, records-again, debrief-again;
/// of workshops see room_scene.h, of the readiness check check_scene.h.
[[nodiscard]] const std::vector<std::string>& scene_names();

/// A workspace over a record of its own in `data_folder`, brought to the scene by actions and kept sessions. The clock stands
/// still. Null when the scene cannot be reached; says why on standard error.
[[nodiscard]] std::unique_ptr<app::Workspace> make_scene(const std::string& name, const Look& look, const std::string& data_folder);

} // namespace timbang::screenshots
