#include "ui/screens/room/room.h"

#include "ui/screens/room/pieces.h"

namespace timbang::ui {

void draw_room(Ui& ui, const Rect& area, const app::RoomScreenView& view, RoomOptions& options, app::Actions& actions) {
    const Scope scope(ui, "room");
    ui.draw().fill(area, ui.t().canvas);
    if (!view.setup) options.cut.clear(), options.dragged.clear();
    if (!view.console) options.notes_held = false;
    if (view.list) room::draw_list(ui, area, *view.list, actions);
    if (view.setup) room::draw_setup(ui, area, *view.setup, options, actions);
    if (view.console) room::draw_console(ui, area, *view.console, view.prompt.has_value(), options, actions);
    if (view.prompt) room::draw_prompt(ui, *view.prompt, actions);
}

} // namespace timbang::ui
