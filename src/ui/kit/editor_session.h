#pragma once

#include "ui/kit/editor.h"
#include "ui/kit/editor_layout.h"
#include "ui/kit/text_edit.h"

namespace timbang::ui {

/// What an editor remembers between frames.
struct EditorMemory {
    TextEdit edit;
    EditorLayout layout;
    float width = -1;
    Font font;
    float scroll_x = 0, scroll_y = 0;
    float wanted_x = -1; ///< column that Up and Down keep
    bool laid_out = false, single = false;
    bool tab_leaves = false;               ///< Esc was pressed: the next Tab goes on instead of indenting
    std::size_t longest = 0;               ///< bytes of the longest line, where lines do not wrap
    std::optional<std::pair<std::size_t, std::size_t>> asked; ///< caret and end of the selection to go to
    float grab = 0;                        ///< scroll when the bar was taken
};

constexpr float kNumberGutter = 44;
/// Of source: a column for signs, then the numbers, wider where there are many lines.
[[nodiscard]] float source_gutter(const EditorMemory& m);

/// One editor in one frame: pointer, keys, drawing.
class EditorSession {
public:
    EditorSession(Ui& ui, EditorMemory& m, const EditorSpec& spec, const Rect& view) : ui_(ui), m_(m), spec_(spec), view_(view) {}

    void lay_out();
    void go_where_asked();
    void pointer(const Item& it);
    void typed(std::string words);
    /// True when the key was used.
    bool key(const base::InputEvent& e);
    void keep_caret_visible();
    void clamp();
    void draw(const Rect& outer, bool focused);
    void draw_bar(std::string_view id, const Rect& outer);
    [[nodiscard]] Rect caret_box() const;
    [[nodiscard]] bool was_changed() const { return changed_; }

private:
    [[nodiscard]] float line() const { return spec_.font.line; }
    [[nodiscard]] std::size_t caret_line() const { return m_.layout.line_of(m_.edit.caret()); }
    [[nodiscard]] std::size_t hit(Vec p) const;
    [[nodiscard]] int page() const;
    void changed();
    void go(std::size_t at, bool extend);
    void select_line(std::size_t at);
    bool move_key(const base::InputEvent& e);
    bool move_lines(int by, bool extend);
    bool edit_key(const base::InputEvent& e);
    bool control_key(const base::InputEvent& e);
    bool source_key(const base::InputEvent& e);
    void new_line();
    void indent(bool back);
    void toggle_comment();
    template <class Change> void change_lines(Change change);
    [[nodiscard]] float x(std::size_t begin, std::size_t at) const;
    void draw_selection(const EditorLayout::Line& l, float y);
    void draw_line(const EditorLayout::Line& l, float y);
    void draw_dots(const EditorLayout::Line& l, float y, Color color);
    void draw_gutter(const Rect& outer, std::size_t first, std::size_t end);
    void draw_marks(std::size_t first, std::size_t end);
    void find_colors(std::size_t first, std::size_t end);
    [[nodiscard]] float y_of(std::size_t line) const;
    [[nodiscard]] float gutter() const;
    void draw_caret();

    Ui& ui_;
    EditorMemory& m_;
    const EditorSpec& spec_;
    Rect view_;
    std::vector<ColorSpan> colors_; ///< of the visible lines
    bool changed_ = false, moved_ = false;
};

} // namespace timbang::ui
