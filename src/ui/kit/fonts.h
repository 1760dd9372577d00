#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ui/kit/icons.h"
#include "ui/kit/textures.h"

namespace timbang::ui {

enum class Face : std::uint8_t { Regular, Medium, SemiBold, Mono, Serif, SerifBold, Sans, SansBold, Hand, Icons, Count };

/// A face at a size with its line height, CSS pixels.
struct Font {
    Face face = Face::Regular;
    float size = 15;
    float line = 22;

    [[nodiscard]] Font with(Face other) const { return {other, size, line}; }
    friend bool operator==(Font, Font) = default;
};

/// The five sizes of the design; `m` is medium (names and controls), `b` semi-bold (titles and selection).
namespace type {
constexpr Font k13{Face::Regular, 13, 18}, k13m{Face::Medium, 13, 18}, k13b{Face::SemiBold, 13, 18};
constexpr Font k15{Face::Regular, 15, 22}, k15m{Face::Medium, 15, 22}, k15b{Face::SemiBold, 15, 22};
constexpr Font k18{Face::Regular, 18, 26}, k18m{Face::Medium, 18, 26}, k18b{Face::SemiBold, 18, 26};
constexpr Font k24b{Face::SemiBold, 24, 32}, k34b{Face::SemiBold, 34, 40};
constexpr Font kMono{Face::Mono, 13, 22};
} // namespace type

/// A baked glyph: a rectangle of the atlas and where it stands from the pen (device pixels, y down from the baseline).
struct Glyph {
    std::uint16_t u = 0, v = 0, w = 0, h = 0;
    std::int16_t left = 0, top = 0;
};

/// The faces and one atlas of glyphs, baked with FreeType at the exact device size when first drawn: any size, any letter
/// a face has. The atlas is also ImGui's font texture, so that text and shapes share one draw call.
class Fonts {
public:
    /// Finds the font files in these folders, then in Debian's. Error "font-not-found" {name}.
    static base::Result<std::unique_ptr<Fonts>> load(const std::vector<std::string>& folders);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// True when the interface face has a picture for the letter (asked by the checks of content).
    [[nodiscard]] bool has_glyph(char32_t codepoint, Face face = Face::Regular) const;
    [[nodiscard]] bool has_icon(Icon icon) const;

    /// Width of one line, CSS pixels, the same at every scale: unhinted advances, tabular digits.
    [[nodiscard]] float width(std::string_view text, Font font) const;
    [[nodiscard]] float advance(char32_t codepoint, Font font) const;
    /// Ascender and descender of a face at a size, each rounded as browsers do; whole pixels.
    [[nodiscard]] int ascent(Face face, float pixels) const;
    [[nodiscard]] int descent(Face face, float pixels) const;

    /// The glyph at a device size, shifted right by phase/phases of a pixel. Nothing for white space; when the atlas is
    /// full the glyph is missing for this frame and `settle` makes room.
    const Glyph* glyph(Face face, float pixels, char32_t codepoint, int phase, int phases);
    const Glyph* icon(Icon icon, float pixels);
    /// The top left quarter of a disc, for round corners: as wide and as high as the radius, in whole device pixels. The same
    /// when turned over its diagonal. Nothing when the atlas is full.
    const Glyph* corner(float radius);

    /// Before a frame: creates, enlarges or empties the atlas where needed. True when something must be drawn again.
    bool settle(Textures& textures);
    /// After drawing and before rendering: sends new glyphs to the texture.
    void upload(Textures& textures);
    [[nodiscard]] float atlas_width() const;
    [[nodiscard]] float atlas_height() const;
    [[nodiscard]] std::size_t atlas_bytes() const;
    /// How often glyphs were baked so far; tests and benches watch it.
    [[nodiscard]] std::size_t baked() const;

private:
    Fonts();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The code point at `at`, which is moved behind it; U+FFFD and one byte for broken UTF-8.
char32_t next_codepoint(std::string_view text, std::size_t& at);

} // namespace timbang::ui
