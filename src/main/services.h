#pragma once

#include "app/ports.h"
#include "app/workspace.h"
#include "main/window.h"

namespace timbang::platform {
class Window;
}

namespace timbang::main_program {

/// What the workspace is given from outside.
struct Services {
    app::Ports ports;
    app::WorkspaceOptions options;
};

/// Opens the record and the settings of the data folder and joins them with the window. What goes wrong becomes
/// `options.troubles`: the window opens all the same and says so.
[[nodiscard]] Services open_services(const WindowSetup& setup, platform::Window& window);

} // namespace timbang::main_program
