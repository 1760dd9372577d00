#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H

namespace timbang::ui {

/// One font file: letters to glyphs, advances, metrics. Opened when first used.
class FaceFile {
public:
    struct Entry {
        std::uint32_t index = 0; ///< glyph number, 0 = the face has none
        float advance = 0;       ///< of the em
        bool known = false;
    };

    void set_path(std::string path) { path_ = std::move(path); }
    [[nodiscard]] const std::string& path() const { return path_; }
    /// Opens the file; false when FreeType cannot read it.
    bool open(FT_Library library);
    void close();
    [[nodiscard]] FT_Face handle() const { return face_; }

    /// Digits come from the font's `tnum` feature, where it has one, so that columns of figures stand.
    const Entry& entry(char32_t codepoint);
    [[nodiscard]] std::uint32_t named(const char* glyph_name) const;
    [[nodiscard]] float ascent() const { return ascent_; }   ///< of the em
    [[nodiscard]] float descent() const { return descent_; } ///< of the em, positive downwards

private:
    [[nodiscard]] Entry look_up(char32_t codepoint) const;
    void read_tabular_digits();

    std::string path_;
    FT_Face face_ = nullptr;
    float ascent_ = 0, descent_ = 0;
    std::array<std::uint32_t, 10> tabular_{};
    std::array<Entry, 0x250> low_{};
    std::unordered_map<char32_t, Entry> high_;
};

/// Reads from a GSUB table what the feature `tag` puts in place of a glyph: single substitutions, straight or through an
/// extension lookup (OpenType 1.9, GSUB lookup types 1 and 7). Returns `glyph` where there is none.
[[nodiscard]] std::uint32_t substitute(const std::vector<std::uint8_t>& gsub, const char* tag, std::uint32_t glyph);

} // namespace timbang::ui
