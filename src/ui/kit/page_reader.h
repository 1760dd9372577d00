#pragma once

#include <optional>

#include "ui/kit/page_marks.h"

namespace timbang::ui {

constexpr float kPageAir = 16; ///< above and below the sheet

/// What a page in a pane remembers between frames.
struct PageMemory {
    const domain::Page* page = nullptr;
    std::string place;
    int anchor = -1, cursor = -1; ///< words; the selection runs between them
    bool selecting = false, selected = false;
    bool column = false;          ///< while picking: the cells of a column between anchor and cursor
    bool drawing = false;         ///< an area, while the button is down
    std::optional<domain::Area> area; ///< on a picture page
    Vec area_start;
    float offset_x = 0;
    domain::TextRange shown;
    int shown_mark = -1, shown_hit = -1;
};

/// Pointer and keys on one page in one frame: selecting words, picking figures, drawing an area.
class PageReader {
public:
    PageReader(Ui& ui, PageMemory& m, const PageViewSpec& spec, const PageLayout& layout, PageFrame frame)
        : ui_(ui), m_(m), spec_(spec), layout_(layout), frame_(frame) {}

    PageViewResult result;

    void set_clicked(bool clicked) { clicked_ = clicked; }
    void pointer(const Item& it);
    void keys(const Item& it, ScrollArea& scroll);
    void show_what_was_asked(ScrollArea& scroll);
    void draw_selection(const Item& it);
    void finish();

private:
    void emit();
    void enter();
    void pick(int word);
    void pick_column();
    void select_pointer(const Item& it, int word);
    void pick_pointer(const Item& it, int word);
    [[nodiscard]] bool moved() const;
    void move_cursor(const base::InputEvent& e, ScrollArea& scroll);
    [[nodiscard]] int first_visible() const;
    void reveal(ScrollArea& scroll, const Rect& sheet);
    void picture_pointer(const Item& it);
    void picture_keys(const base::InputEvent& e, ScrollArea& scroll);

    Ui& ui_;
    PageMemory& m_;
    const PageViewSpec& spec_;
    const PageLayout& layout_;
    PageFrame frame_;
    bool clicked_ = false;
};

} // namespace timbang::ui
