#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "app/ports.h"
#include "app/workspace.h"
#include "main/window.h"
#include "platform/window.h"


namespace timbang::main_program {

/// What the workspace is given from outside.
struct Services {
    app::Ports ports;
    app::WorkspaceOptions options;
    /// Keeps where the window stands, if it moved since the settings were last saved.
    std::function<void(const app::Settings&)> keep_place;
};

/// Minutes from UTC to the time on the wall.
[[nodiscard]] int utc_offset(base::Time time);

/// Where the window stood when it was closed last; nothing at a first start.
[[nodiscard]] std::optional<platform::Place> kept_place(const WindowSetup& setup);

/// Opens the record and the settings of the data folder and joins them with the window. What goes wrong becomes
/// `options.troubles`: the window opens all the same and says so.
[[nodiscard]] Services open_services(const WindowSetup& setup, platform::Window& window);

} // namespace timbang::main_program
