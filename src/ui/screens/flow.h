#pragma once

#include <algorithm>
#include <string_view>

#include "ui/kit/ui.h"

namespace timbang::ui {

/// Writes from top to bottom into a column, or only measures: the same code tells how high a card will be and draws it.
class Column {
public:
    Column(Ui& ui, const Rect& area, bool drawing) : ui_(ui), area_(area), y_(area.y), drawing_(drawing) {}

    [[nodiscard]] Ui& ui() const { return ui_; }
    [[nodiscard]] bool drawing() const { return drawing_; }
    [[nodiscard]] float used() const { return y_ - area_.y; }
    [[nodiscard]] float width() const { return area_.w; }
    [[nodiscard]] float y() const { return y_; }
    [[nodiscard]] float x() const { return area_.x; }

    void gap(float height) { y_ += height; }
    /// The next strip of that height, full width.
    Rect take(float height) {
        const Rect r{area_.x, y_, area_.w, height};
        y_ += height;
        return r;
    }
    /// A wrapped paragraph; nothing for no words. `widest` 0: as wide as the column.
    void para(std::string_view words, Font font, Color color, float widest = 0) {
        const TextRun run{words, font, color};
        if (!words.empty()) runs({&run, 1}, widest);
    }
    void runs(std::span<const TextRun> all, float widest = 0) {
        const float w = widest > 0 ? std::min(widest, area_.w) : area_.w;
        y_ += drawing_ ? ui_.draw().para(area_.x, y_, w, all) : ui_.draw().para_height(w, all);
    }
    /// One line that is shortened where it does not fit.
    void line(std::string_view words, Font font, Color color, HAlign align = HAlign::Left) {
        const Rect r = take(font.line);
        if (drawing_) ui_.text_cut(r, words, font, color, align);
    }

private:
    Ui& ui_;
    Rect area_;
    float y_;
    bool drawing_;
};

} // namespace timbang::ui
