#pragma once

#include <string>

#include "app/actions.h"
#include "app/view/room.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of the workshop.
struct RoomOptions {
    bool notes_held = false; ///< the folded notes are being shown
    bool notes_pressed = false; ///< by the pointer, until the button comes up
    std::string cut;         ///< seat taken up with Ctrl+X, to be put down in another group
    std::string dragged;     ///< seat under the pointer's way to another group
};

void draw_room(Ui& ui, const Rect& area, const app::RoomScreenView& view, RoomOptions& options, app::Actions& actions);

} // namespace timbang::ui
