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
};

constexpr float kNumberGutter = 44;

/// One editor in one frame: pointer, keys, drawing.
class EditorSession {
public:
    EditorSession(Ui& ui, EditorMemory& m, const EditorSpec& spec, const Rect& view) : ui_(ui), m_(m), spec_(spec), view_(view) {}

    void lay_out();
    void pointer(const Item& it);
    void typed(std::string words);
    /// True when the key was used.
    bool key(const base::InputEvent& e);
    void keep_caret_visible();
    void clamp();
    void draw(bool focused);
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
    [[nodiscard]] float x(std::size_t begin, std::size_t at) const;
    void draw_selection(const EditorLayout::Line& l, float y);
    void draw_line(const EditorLayout::Line& l, float y);
    void draw_caret();

    Ui& ui_;
    EditorMemory& m_;
    const EditorSpec& spec_;
    Rect view_;
    bool changed_ = false, moved_ = false;
};

} // namespace timbang::ui
