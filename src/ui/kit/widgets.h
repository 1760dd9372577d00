#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/kit/ui.h"

/// Controls. Each takes (ui, id, rectangle, what it shows) and returns what happened; none keeps anything. Rectangles are
/// CSS pixels; `*_width` tell how wide a control wants to be in this language.
namespace timbang::ui {

enum class ButtonKind : std::uint8_t { Normal, Primary, Quiet, On };
enum class ButtonSize : std::uint8_t { Normal, Small, Big };

struct ButtonSpec {
    std::string_view label;
    Icon icon = Icon::None;
    Icon trailing = Icon::None;      ///< after the word (an arrow, a chevron)
    ButtonKind kind = ButtonKind::Normal;
    ButtonSize size = ButtonSize::Normal;
    std::string_view key_hint = {};  ///< "Ctrl Enter"
    std::string_view cost = {};      ///< "10 min", behind a rule
    bool disabled = false;
    std::string_view reason = {};    ///< why it is disabled; the tooltip
    std::string_view tip = {};       ///< tooltip
    bool icon_only = false;          ///< the label is only for the tree and the tooltip
    bool expanded = false;           ///< of a button that opens a menu
    bool left = false;               ///< words at the left instead of the middle
};
[[nodiscard]] float button_height(ButtonSize size);
[[nodiscard]] float button_width(Ui& ui, const ButtonSpec& spec);
/// True when pressed.
bool button(Ui& ui, std::string_view id, const Rect& r, const ButtonSpec& spec);
/// The same with its own size, corner at (x, y). Returns the rectangle it took through `taken`.
bool button_at(Ui& ui, std::string_view id, float x, float y, const ButtonSpec& spec, Rect* taken = nullptr);
/// Cuts its own width off the right (or left) end of a bar, in the bar's vertical middle.
bool button_right(Ui& ui, std::string_view id, Rect& bar, const ButtonSpec& spec, float gap = 8);
bool button_left(Ui& ui, std::string_view id, Rect& bar, const ButtonSpec& spec, float gap = 8);

struct ChipSpec {
    std::string_view label;
    Icon icon = Icon::None;
    Tint tint = Tint::None;
    Icon trailing = Icon::None; ///< a cross, for one that can be removed
    bool plain = false;         ///< no fill
    bool disabled = false;
    bool selected = false;
    std::string_view tip = {};
};
[[nodiscard]] float chip_width(Ui& ui, const ChipSpec& spec);
/// A chip to look at.
void chip(Ui& ui, const Rect& r, const ChipSpec& spec);
/// A chip that can be pressed; Delete while focused counts in `remove`.
struct ChipResult {
    bool pressed = false, remove = false;
};
ChipResult chip_button(Ui& ui, std::string_view id, const Rect& r, const ChipSpec& spec);

/// One cell of a segmented choice, band, radio list or menu.
struct Choice {
    std::string_view label;
    Icon icon = Icon::None;
    Tint tint = Tint::Accent;  ///< look when chosen
    std::string_view note = {};///< second line or right-hand text
    bool disabled = false;
    std::string_view reason = {};
    Key key = Key::None;       ///< chooses it while the group has the focus
    bool neutral = false;      ///< chosen look without a colour ("Unsure")
};
struct SegmentSpec {
    bool small = false;   ///< 28 high instead of 36
    bool equal = false;   ///< cells of one width instead of by content
    bool disabled = false;
    std::string_view reason = {};
    bool icon_when_chosen = false; ///< show the icon only in the chosen cell (checklist)
    bool own_group = true;         ///< false: part of the group around it (rows of a checklist)
    std::string_view label = {};   ///< what is being chosen, for the tree
};
/// Cells that share borders; nothing need be chosen (-1). Returns the cell chosen in this frame. Ids: id/0, id/1, …
std::optional<int> segmented(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> cells, int chosen,
                             const SegmentSpec& spec = {});
[[nodiscard]] float segmented_width(Ui& ui, std::span<const Choice> cells, const SegmentSpec& spec = {});

/// A sentence and its cells (Yes, No, Unsure). Put all rows of a list in one GroupScope with Arrows::Grid. A cell's key
/// chooses and goes on to the next row. `cells_width` is shared by the rows.
/// A sentence that is too long for one line wraps where the row is as high as `check_row_height` says, else it is cut.
std::optional<int> check_row(Ui& ui, std::string_view id, const Rect& r, std::string_view sentence,
                             std::span<const Choice> cells, int chosen, float cells_width, bool disabled = false);

[[nodiscard]] float check_row_height(Ui& ui, float width, std::string_view sentence, float cells_width);

/// Score cells: score 18 over its lower bound 13 (`note`). Digits choose, T for 10.
std::optional<int> score_band(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> cells, int chosen,
                              bool disabled = false, std::string_view label = {});

/// Boxes and rings with a label; true when it was switched. `r` includes the label.
bool check_box(Ui& ui, std::string_view id, const Rect& r, std::string_view label, bool on, bool disabled = false);
bool radio(Ui& ui, std::string_view id, const Rect& r, std::string_view label, bool on, bool disabled = false);
/// The ring of a radio, for tiles.
void radio_ring(Ui& ui, Vec centre, bool on);

/// A slider over named stops (percent of the way 0…1 for each). Returns the stop while dragging or stepping; `released` is
/// true when it is final.
struct SliderResult {
    std::optional<int> stop;
    bool released = false;
};
SliderResult slider(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> stops, std::span<const float> places,
                    int chosen, std::string_view label);

/// A row of a list: fill for hover and selection, focus; the caller draws on it. Keys beside Enter are the caller's.
struct RowSpec {
    std::string_view label;
    std::string_view value = {};
    bool selected = false;
    bool expanded = false;
    bool disabled = false;
    float radius = size::kRadius;
    bool boxed = false; ///< selected look is a bordered surface (file row) instead of a soft fill
    Role role = Role::Row;
};
Item row(Ui& ui, std::string_view id, const Rect& r, const RowSpec& spec);

/// A word that can be pressed.
bool link(Ui& ui, std::string_view id, float x, float y, std::string_view label, Font font = type::k13m);

/// Pictures of state.
enum class Progress : std::uint8_t { ToDo, Working, Decided };
void state_mark(Ui& ui, Vec centre, Progress state); ///< ring, accent dot, tick
/// The numbered disc of a mark on a page.
void number_disc(Ui& ui, Vec centre, int number, float radius = 10);
/// The small square with one letter (S, P, O) or key hint.
void key_cap(Ui& ui, const Rect& r, std::string_view s, bool bold = false);
/// Sureness: three dots, filled up to `level` (1…3); `alarm` colours them (sure, and different).
void sureness_dots(Ui& ui, float x, float y, int level, bool alarm);
/// A bar filled to `part` (0…1), or in `steps` pieces with `done` filled.
void progress_bar(Ui& ui, const Rect& r, float part);
void progress_steps(Ui& ui, const Rect& r, int done, int steps);
/// Three rising bars, `level` of them strong.
void difficulty_bars(Ui& ui, float x, float y, int level);
/// Label over a value at the right end: the head line of a section.
void section_head(Ui& ui, const Rect& r, std::string_view title, std::string_view right = {});
void card(Ui& ui, const Rect& r);
/// The balance, in a box of `size`.
void logo(Ui& ui, float x, float y, float size = 44);

} // namespace timbang::ui
