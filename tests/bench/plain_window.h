#pragma once

struct ImGuiContext;

namespace timbang::bench {

/// What a frame asks the graphics card to fill, each pixel as often as it is filled, inside the clip rectangles.
struct Work {
    int glyphs = 0;          ///< of which anything can be seen
    double glyph_pixels = 0;
    double fill_pixels = 0;  ///< everything else: boxes, lines, pictures
    int vertices = 0;
};

/// Of what the current context has built. Glyphs are what takes more than a line or a point from the texture of the fonts.
[[nodiscard]] Work measure_work();

/// Milliseconds of processor time of all threads, llvmpipe's included: what else runs on the computer does not count.
[[nodiscard]] double processor_time();

/// Draws what the current context has built, as ImGui's examples do, and waits until it is done. `processor_time` of it.
[[nodiscard]] double draw_time();

/// A window of stock ImGui in the window that is open: its own context, font and draw lists, one ImGui window that fills the
/// screen, with as many glyphs and as many filled pixels as another frame.
class PlainWindow {
public:
    PlainWindow(float width, float height);
    ~PlainWindow();
    PlainWindow(const PlainWindow&) = delete;
    PlainWindow& operator=(const PlainWindow&) = delete;

    /// Finds the size of text and the number of boxes.
    void match(const Work& wanted);
    [[nodiscard]] const Work& work() const { return work_; }
    [[nodiscard]] double draw();

private:
    void build() const;

    ImGuiContext* outside_;
    ImGuiContext* own_;
    float width_, height_;
    int glyphs_ = 0;
    float text_size_ = 13;
    double box_pixels_ = 0;
    Work work_;
};

} // namespace timbang::bench
