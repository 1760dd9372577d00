#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/kit/widgets.h"

/// What holds other widgets: scroll areas, splitters, menus, dialogs, tabs, the rail.
namespace timbang::ui {

struct ScrollSpec {
    bool focusable = false; ///< text to read: the arrows scroll it. Leave off where rows inside take the focus
    bool gutter = true;     ///< the bar stands in its own 10 px at the right; else over the contents
    std::string_view label = {};
};

/// A rectangle that shows a part of something higher. Draw at `content().y` and below, then tell the height:
/// ```
/// ScrollArea s(ui, "list", area);
/// Rect line = s.content();
/// … line.take_top(52) …
/// s.end(line.y - s.content().y);
/// ```
/// The wheel scrolls it, the bar can be dragged, focused items are brought into view.
class ScrollArea {
public:
    ScrollArea(Ui& ui, std::string_view id, const Rect& view, const ScrollSpec& spec = {});
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    /// Where the contents begin, moved up by what is scrolled away; as wide as there is room.
    [[nodiscard]] const Rect& content() const { return content_; }
    [[nodiscard]] const Rect& view() const { return view_; }
    [[nodiscard]] float offset() const;
    /// Height of the contents; ends the area.
    void end(float height);

    /// Rows of one height: the first and one past the last to draw, with one more at either end, so that the arrows go on
    /// past the edge. Rows outside need not be drawn; `row_rect` tells where row i is.
    struct Rows {
        int first = 0, end = 0;
    };
    [[nodiscard]] Rows rows(int count, float row_height) const;
    [[nodiscard]] Rect row_rect(int index, float row_height) const;

    /// Scrolls so that this part of the contents (from its top) can be seen.
    void reveal(float top, float height);

private:
    Ui& ui_;
    std::string id_;
    Id key_;
    Rect view_, content_;
    ScrollSpec spec_;
    bool ended_ = false;
};
/// Puts a scroll area of this id (in the current scope) back to its top, e.g. when it shows something else.
void scroll_to_top(Ui& ui, std::string_view id);

/// A line that can be dragged (arrow keys too): between two panes at x, from y over `height`. Returns the new x.
std::optional<float> splitter(Ui& ui, std::string_view id, float x, float y, float height, float least, float most);

/// A button that opens a list; the choice made in this frame. `label` is what the button says.
std::optional<int> dropdown(Ui& ui, std::string_view id, const Rect& r, const ButtonSpec& look, std::span<const Choice> choices, int chosen);

/// Something small over the rest that closes on Esc or a press outside:
/// ```
/// if (button(…)) open_popup(ui, "add");
/// if (Popup p(ui, "add", anchor, {280, 320}); p.open()) { … draw in p.rect() … if (done) p.close(); }
/// ```
void open_popup(Ui& ui, std::string_view id);
[[nodiscard]] bool popup_open(Ui& ui, std::string_view id);
class Popup {
public:
    Popup(Ui& ui, std::string_view id, const Rect& anchor, Vec wanted);
    ~Popup();
    Popup(const Popup&) = delete;
    Popup& operator=(const Popup&) = delete;
    [[nodiscard]] bool open() const { return open_; }
    [[nodiscard]] const Rect& rect() const { return rect_; }
    void close();

private:
    Ui& ui_;
    std::string id_;
    Id key_;
    Rect rect_;
    bool open_ = false;
};

struct DialogSpec {
    std::string_view label;    ///< for the tree
    bool can_escape = true;
    float top = 76;
};
/// A dialog on the scrim. Draw it last, in the frames in which it is open; whoever shows it decides that. Keeps focus and
/// pointer to itself. `rect()` is inside the paddings.
class Dialog {
public:
    Dialog(Ui& ui, std::string_view id, Vec wanted, const DialogSpec& spec);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    [[nodiscard]] const Rect& rect() const { return inner_; }
    [[nodiscard]] const Rect& outer() const { return outer_; }
    /// Esc was pressed, or the scrim.
    [[nodiscard]] bool escaped() const { return escaped_; }

private:
    Ui& ui_;
    Rect outer_, inner_;
    bool escaped_ = false;
};

/// A row of tabs over the full width (small layout). Returns the tab chosen.
std::optional<int> tab_strip(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> tabs, int chosen);

struct RailItem {
    std::string_view id, label;
    Icon icon = Icon::None;
    bool selected = false;
};
/// The rail at the left: logo, items from the top, items from the bottom; Ctrl+1… choose. In the small layout `r` may be a
/// bar: it lies down when wider than high. Returns the id of the item pressed.
std::optional<std::string> rail(Ui& ui, const Rect& r, std::span<const RailItem> top, std::span<const RailItem> bottom);

struct StepItem {
    std::string_view label;
    bool done = false, now = false;
};
/// The steps of a case in a line; words of the others are dropped where there is no room. Only to look at.
void step_line(Ui& ui, const Rect& r, std::span<const StepItem> steps);

} // namespace timbang::ui
