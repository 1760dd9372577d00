#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/fonts.h"
#include "ui/kit/geometry.h"
#include "ui/kit/theme.h"

struct ImDrawList;

namespace timbang::ui {

enum class HAlign : std::uint8_t { Left, Centre, Right };

/// Which corners of a box are round.
enum class Corners : std::uint8_t { All, None, Left, Right, Top, Bottom };

/// Words in one look; a paragraph is a list of them. Runs glue together where no space stands between them.
struct TextRun {
    std::string_view text;
    Font font;
    Color color;
};

/// What was written where, for tests and dumps. `cut`: the words did not fit and nothing was done about it; `shortened`:
/// they end in "…" and the whole text can be had otherwise.
struct WrittenText {
    std::string text;
    Rect rect;  ///< the line box of the words as drawn
    Rect clip;  ///< what of the window was visible there
    bool cut = false;
    bool shortened = false;
    int layer = 0;
    int node = -1; ///< the last item of the frame tree before it
};

/// Shapes and text in CSS pixels on whole device pixels. Borrowed from `Ui`, valid for the frame.
class Canvas {
public:
    Canvas(ImDrawList* list, Fonts& fonts, float scale) : list_(list), fonts_(&fonts), scale_(scale) {}

    [[nodiscard]] float scale() const { return scale_; }
    [[nodiscard]] Fonts& fonts() const { return *fonts_; }
    [[nodiscard]] ImDrawList* list() const { return list_; }
    /// The nearest whole device pixel, in CSS pixels.
    [[nodiscard]] float snap(float css) const;
    /// One border: a whole number of device pixels, at least one; in CSS pixels.
    [[nodiscard]] float border() const;

    // Shapes. Boxes draw a fill with a border of one (or `width`) inside the rectangle.
    void fill(const Rect& r, Color c, float radius = 0, Corners corners = Corners::All);
    void box(const Rect& r, Color fill, Color border, float radius = 0, Corners corners = Corners::All, float width = 1);
    void outline(const Rect& r, Color c, float radius = 0, float width = 1);
    void dashed(const Rect& r, Color c, float width = 1);
    void hline(float x, float y, float w, Color c, float width = 1);
    void vline(float x, float y, float h, Color c, float width = 1);
    void line(Vec a, Vec b, Color c, float width);
    void polyline(std::span<const Vec> points, Color c, float width);
    void disc(Vec centre, float radius, Color c);
    void circle(Vec centre, float radius, Color c, float width);
    void diamond(Vec centre, float radius, Color c);
    void triangle(Vec a, Vec b, Vec c, Color color);
    /// A filled convex polygon, corners in order.
    void polygon(std::span<const Vec> corners, Color color);
    void image(TextureId texture, const Rect& r, Vec uv0 = {0, 0}, Vec uv1 = {1, 1}, Color tint = {255, 255, 255, 255});

    /// The picture turned by quarter turns clockwise.
    void image_turned(TextureId texture, const Rect& r, int turns);

    /// An icon of that size (15, 18, 22) with its box's corner at (x, y), or in the middle of a rectangle.
    void icon(Icon icon, float x, float y, float size, Color c);
    void icon(Icon icon, const Rect& r, float size, Color c);

    // Text. `y` is the top of the line box.
    /// One line from x; returns its width.
    float text(float x, float y, std::string_view s, Font font, Color c);
    /// One line in a rectangle, in its vertical middle. Words that do not fit are reported as cut.
    float text(const Rect& r, std::string_view s, Font font, Color c, HAlign align = HAlign::Left);
    /// The same, ended with "…" where it does not fit. Returns true when it was shortened. `Ui::text_cut` adds the tooltip.
    bool text_ellipsis(const Rect& r, std::string_view s, Font font, Color c, HAlign align = HAlign::Left);
    /// A wrapped paragraph; returns its height (lines × line height of the first run).
    float para(float x, float y, float w, std::span<const TextRun> runs, int max_lines = 0);
    float para(float x, float y, float w, std::string_view s, Font font, Color c, int max_lines = 0);
    [[nodiscard]] float para_height(float w, std::span<const TextRun> runs) const;
    [[nodiscard]] float para_height(float w, std::string_view s, Font font) const;
    [[nodiscard]] float width(std::string_view s, Font font) const { return fonts_->width(s, font); }
    /// Words turned by `angle` (radians) about a centre; not recorded.
    void text_rotated(Vec centre, float angle, std::string_view s, Font font, Color c);

    void push_clip(const Rect& r);
    /// A clip that does not keep to the ones around it, for what lies above.
    void push_clip_over(const Rect& r);
    void pop_clip();
    [[nodiscard]] Rect clip() const;
    /// True when nothing of the rectangle can be seen.
    [[nodiscard]] bool hidden(const Rect& r) const { return clip().intersect(r).empty(); }

    /// Where written text is noted; nullptr: nowhere.
    void record(std::vector<WrittenText>* log) { log_ = log; }
    void set_place(int layer, int node) { layer_ = layer, node_ = node; }
    /// Draws without noting, for what is no text to read (a picture of a page, a sample).
    void set_silent(bool silent) { silent_ = silent; }
    void set_window(const Rect& window) { window_ = window; }

private:
    struct Line;
    float emit(float device_x, float device_baseline, std::string_view s, Font font, Color c);
    /// A box with round corners of so many device pixels; false when there is no room for their picture.
    bool round_box(float x0, float y0, float x1, float y1, float radius, Corners corners, Color c);
    void note(std::string_view s, const Rect& r, bool cut, bool shortened);
    [[nodiscard]] float px(float css) const;
    /// The same for a shape, with what its edge may stand out: it then needs no vertices.
    [[nodiscard]] bool unseen(const Rect& r) const;
    [[nodiscard]] float baseline(float y, Font font) const;
    [[nodiscard]] std::string shorten(std::string_view s, Font font, float width) const;

    ImDrawList* list_;
    Fonts* fonts_;
    float scale_;
    std::vector<Rect> clips_;
    Rect window_;
    std::vector<WrittenText>* log_ = nullptr;
    int layer_ = 0, node_ = -1;
    bool silent_ = false;
};

/// A word or more on one line of a wrapped paragraph; bytes of its run. Shared by paragraphs, the editor and pages.
struct Piece {
    int run = 0;
    std::size_t begin = 0, end = 0;
    float x = 0; ///< from the paragraph's left edge
    int line = 0;
};

/// Breaks runs into lines of at most `width` CSS pixels. A word longer than the line is broken between letters; '\n' ends
/// a line. The number of lines is the last piece's line + 1.
[[nodiscard]] std::vector<Piece> wrap(const Fonts& fonts, std::span<const TextRun> runs, float width);

} // namespace timbang::ui
