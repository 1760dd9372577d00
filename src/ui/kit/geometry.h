#pragma once

#include <algorithm>

namespace timbang::ui {

/// A point or size in CSS pixels (device pixels divided by the scale).
struct Vec {
    float x = 0, y = 0;
    friend bool operator==(Vec, Vec) = default;
};

/// A rectangle in CSS pixels. `take_*` cut a strip off and leave the rest: screens are laid out by cutting.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Vec centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] bool contains(Vec p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
    /// True when the other lies inside, give or take `slack`.
    [[nodiscard]] bool holds(const Rect& o, float slack = 0) const {
        return o.x >= x - slack && o.y >= y - slack && o.right() <= right() + slack && o.bottom() <= bottom() + slack;
    }
    [[nodiscard]] Rect inset(float by) const { return inset(by, by); }
    [[nodiscard]] Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    [[nodiscard]] Rect intersect(const Rect& o) const {
        const float l = std::max(x, o.x), t = std::max(y, o.y);
        return {l, t, std::max(0.0F, std::min(right(), o.right()) - l), std::max(0.0F, std::min(bottom(), o.bottom()) - t)};
    }
    /// A box of that size in the middle of this one.
    [[nodiscard]] Rect middle(float width, float height) const {
        return {x + (w - width) / 2, y + (h - height) / 2, width, height};
    }
    /// A strip of that height in the middle, full width.
    [[nodiscard]] Rect middle_row(float height) const { return {x, y + (h - height) / 2, w, height}; }

    Rect take_left(float width, float gap = 0) {
        const Rect cut{x, y, width, h};
        x += width + gap;
        w -= width + gap;
        return cut;
    }
    Rect take_right(float width, float gap = 0) {
        const Rect cut{right() - width, y, width, h};
        w -= width + gap;
        return cut;
    }
    Rect take_top(float height, float gap = 0) {
        const Rect cut{x, y, w, height};
        y += height + gap;
        h -= height + gap;
        return cut;
    }
    Rect take_bottom(float height, float gap = 0) {
        const Rect cut{x, bottom() - height, w, height};
        h -= height + gap;
        return cut;
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

} // namespace timbang::ui
