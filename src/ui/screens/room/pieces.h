#pragma once

#include <string>
#include <string_view>

#include "app/actions.h"
#include "app/view/room.h"
#include "ui/kit/layout.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets.h"
#include "ui/screens/flow.h"
#include "ui/screens/room/room.h"

/// The pieces of the workshop, each in its own file. Rectangles are those a piece fills; columns are written downwards.
namespace timbang::ui::room {

void draw_list(Ui& ui, const Rect& area, const app::WorkshopList& view, app::Actions& actions);
void draw_prompt(Ui& ui, const app::RoomPrompt& view, app::Actions& actions);

// ---- console
/// `asked`: a question lies over it, which has the keys.
void draw_console(Ui& ui, const Rect& area, const app::ConsoleView& view, bool asked, RoomOptions& options,
                  app::Actions& actions);
/// How much room there is: as drawn for 1440×900, as for 1280×720, or below that, where everything is in one scrolled page.
enum class Room : std::uint8_t { Full, Compact, Narrow };
void draw_top(Ui& ui, const Rect& bar, const app::ConsoleView& view, Room room, app::Actions& actions);
void draw_stages(Ui& ui, const Rect& bar, const app::ConsoleView& view, Room room, app::Actions& actions);
/// The same two below each other, without the big button, which then stands at the foot of the window.
void write_top(Column& column, const app::ConsoleView& view, app::Actions& actions);
void write_stages(Column& column, const app::ConsoleView& view);
/// The menu of all that is asked less often.
constexpr float kMore = 48;
void draw_more(Ui& ui, const Rect& r, const app::ConsoleView& view, app::Actions& actions);
void draw_foot(Ui& ui, const Rect& bar, const app::ConsoleView& view, app::Actions& actions);
void write_people(Column& column, const app::ConsoleView& view, Room room, app::Actions& actions);
void write_votes(Column& column, const app::ConsoleView& view, Room room, app::Actions& actions);
void write_chart(Column& column, const app::ConsoleView& view, Room room);
/// The facilitator's notes; `most` is how high their prose may be before it scrolls.
void write_notes(Column& column, const app::ConsoleView& view, Room room, float most, RoomOptions& options,
                 app::Actions& actions);
void write_agenda(Column& column, const app::ConsoleView& view, Room room, app::Actions& actions);
/// The indicators that can be opened, while no round is.
void write_choose(Column& column, const app::ConsoleView& view, app::Actions& actions);

// ---- set-up
void draw_setup(Ui& ui, const Rect& area, const app::WorkshopSetup& view, RoomOptions& options, app::Actions& actions);
void write_days(Column& column, const app::WorkshopSetup& view, app::Actions& actions);
void write_groups(Column& column, const app::WorkshopSetup& view, RoomOptions& options, app::Actions& actions);
void write_cases(Column& column, const app::WorkshopSetup& view, app::Actions& actions);
void write_rounds(Column& column, const app::WorkshopSetup& view, app::Actions& actions);
void write_ways(Column& column, const app::WorkshopSetup& view);
void write_network(Column& column, const app::WorkshopSetup& view, app::Actions& actions);

// ---- shared
/// A field of one line (28 high where `r` is) or of several. True when Enter was pressed in one line.
bool draw_field(Ui& ui, std::string_view id, const Rect& r, const app::RoomField& field, app::Actions& actions);
/// A button that opens a menu.
void menu_button(Ui& ui, std::string_view id, const Rect& r, const app::Menu& menu, const ButtonSpec& look,
                 app::Actions& actions);
/// The icon of the option that is chosen.
[[nodiscard]] Icon chosen_icon(const app::Menu& menu);
/// The list that a row opens, below it; the row calls `open_popup(ui, id)`.
void row_menu(Ui& ui, std::string_view id, const Rect& anchor, const app::Menu& menu, app::Actions& actions);
/// Icon and words in the colour of the chip, no box.
[[nodiscard]] float words_width(Ui& ui, const app::Chip& chip, Font font = type::k13);
void draw_words(Ui& ui, Rect line, const app::Chip& chip, Font font = type::k13);
/// A line of 28 with a title of 15 semi-bold and a note at its right end, or below where both do not fit.
void write_head(Column& column, std::string_view title, std::string_view note);
/// The title of such a line in what others left of it, and the gap below.
void head_title(Ui& ui, const Rect& line, std::string_view title);
/// The words, ended with "…" where they are wider: for buttons that must fit.
[[nodiscard]] std::string shortened(Ui& ui, std::string_view words, Font font, float width);
/// A button that says nothing when Space is pressed on it: a presenter's Space must not close a vote.
[[nodiscard]] bool enter_button(Ui& ui, std::string_view id, const Rect& r, const ButtonSpec& spec);
[[nodiscard]] inline Color words_color(const Ui& ui, Tint tint) {
    return tint == Tint::None ? ui.t().text2 : ui.t().tint(tint);
}

/// A card as high as what is written into it.
template <class Write> void write_card(Column& column, Vec pad, Write write) {
    Ui& ui = column.ui();
    const float width = column.width() - 2 * pad.x;
    Column measure(ui, {0, 0, width, 0}, false);
    write(measure);
    const Rect r = column.take(measure.used() + 2 * pad.y);
    if (!column.drawing()) return;
    card(ui, r);
    Column inside(ui, {r.x + pad.x, r.y + pad.y, width, 0}, true);
    write(inside);
}

} // namespace timbang::ui::room
