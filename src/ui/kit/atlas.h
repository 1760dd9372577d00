#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/kit/textures.h"

namespace timbang::ui {

/// One texture of coverage bytes, filled from the top in shelves, enlarged downwards when full. Its first rows hold what
/// ImGui draws shapes with (white pixel, line caps), so that text and shapes need one texture.
class Atlas {
public:
    struct Place {
        int x = 0, y = 0;
    };

    /// Room for w×h pixels with a gutter of one; nothing when full (asks `settle` for more).
    std::optional<Place> reserve(int w, int h);
    [[nodiscard]] std::uint8_t* at(Place p) { return pixels_.data() + static_cast<std::size_t>(p.y) * kWidth + static_cast<std::size_t>(p.x); }
    void touched(Place p, int h);

    /// Enlarges or empties when full, (re)creates the texture. Returns true when every glyph must be baked again.
    bool settle(Textures& textures);
    void upload(Textures& textures);
    void destroy(Textures& textures);

    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] std::size_t bytes() const { return pixels_.size(); }
    [[nodiscard]] bool created() const { return texture_ != 0; }
    [[nodiscard]] bool full() const { return full_; }

    static constexpr int kWidth = 2048;

private:
    struct Shelf {
        int y = 0, height = 0, used = 0;
    };
    void take_imgui_shapes();
    void point_imgui_here() const;

    std::vector<std::uint8_t> pixels_;
    std::vector<std::uint8_t> shapes_; ///< ImGui's own pixels, kept to restore them when emptied
    std::vector<float> line_uvs_;      ///< in pixels
    float white_x_ = 0, white_y_ = 0;
    int shapes_w_ = 0, shapes_h_ = 0;
    std::vector<Shelf> shelves_;
    int height_ = 0, top_ = 0;
    int dirty_from_ = 0, dirty_to_ = 0;
    bool full_ = false;
    TextureId texture_ = 0;
};

} // namespace timbang::ui
