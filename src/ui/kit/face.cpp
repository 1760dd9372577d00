#include "ui/kit/face.h"

#include <cstring>
#include <optional>

#include FT_ADVANCES_H
#include FT_TRUETYPE_TABLES_H

namespace timbang::ui {
namespace {

/// Big-endian numbers of a table; reading outside gives 0.
class Table {
public:
    explicit Table(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}
    [[nodiscard]] std::uint32_t u16(std::size_t at) const {
        return at + 2 <= bytes_.size() ? static_cast<std::uint32_t>(bytes_[at] << 8 | bytes_[at + 1]) : 0;
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
    [[nodiscard]] bool tag(std::size_t at, const char* name) const {
        return at + 4 <= bytes_.size() && std::memcmp(bytes_.data() + at, name, 4) == 0;
    }

private:
    const std::vector<std::uint8_t>& bytes_;
};

std::optional<std::uint32_t> coverage(const Table& t, std::size_t at, std::uint32_t glyph) {
    const std::uint32_t count = t.u16(at + 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (t.u16(at) == 1) {
            if (t.u16(at + 4 + 2 * i) == glyph) return i;
        } else {
            const std::size_t range = at + 4 + 6 * std::size_t{i};
            const std::uint32_t first = t.u16(range), last = t.u16(range + 2);
            if (glyph >= first && glyph <= last) return t.u16(range + 4) + glyph - first;
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> single(const Table& t, std::size_t at, std::uint32_t glyph) {
    const auto place = coverage(t, at + t.u16(at + 2), glyph);
    if (!place) return std::nullopt;
    if (t.u16(at) == 1) return (glyph + t.u16(at + 4)) & 0xFFFFU;
    return t.u16(at + 6 + 2 * std::size_t{*place});
}

std::optional<std::uint32_t> lookup(const Table& t, std::size_t at, std::uint32_t glyph) {
    const std::uint32_t count = t.u16(at + 4);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::size_t subtable = at + t.u16(at + 6 + 2 * std::size_t{i});
        std::uint32_t type = t.u16(at);
        if (type == 7) {
            type = t.u16(subtable + 2);
            subtable += t.u32(subtable + 4);
        }
        if (type != 1) continue;
        if (const auto found = single(t, subtable, glyph)) return found;
    }
    return std::nullopt;
}

} // namespace

std::uint32_t substitute(const std::vector<std::uint8_t>& gsub, const char* tag, std::uint32_t glyph) {
    const Table t(gsub);
    const std::size_t features = t.u16(6), lookups = t.u16(8);
    for (std::uint32_t i = 0; i < t.u16(features); ++i) {
        const std::size_t record = features + 2 + 6 * std::size_t{i};
        if (!t.tag(record, tag)) continue;
        const std::size_t feature = features + t.u16(record + 4);
        for (std::uint32_t k = 0; k < t.u16(feature + 2); ++k) {
            const std::size_t at = lookups + t.u16(lookups + 2 + 2 * std::size_t{t.u16(feature + 4 + 2 * std::size_t{k})});
            if (const auto found = lookup(t, at, glyph)) return *found;
        }
    }
    return glyph;
}

bool FaceFile::open(FT_Library library) {
    if (face_) return true;
    if (path_.empty() || FT_New_Face(library, path_.c_str(), 0, &face_) != 0) {
        face_ = nullptr;
        return false;
    }
    const auto em = static_cast<float>(face_->units_per_EM);
    ascent_ = static_cast<float>(face_->ascender) / em;
    descent_ = static_cast<float>(-face_->descender) / em;
    read_tabular_digits();
    return true;
}

void FaceFile::close() {
    if (face_) FT_Done_Face(face_);
    face_ = nullptr;
}

void FaceFile::read_tabular_digits() {
    std::vector<std::uint8_t> gsub;
    FT_ULong length = 0;
    if (FT_Load_Sfnt_Table(face_, FT_MAKE_TAG('G', 'S', 'U', 'B'), 0, nullptr, &length) == 0) {
        gsub.resize(length);
        if (FT_Load_Sfnt_Table(face_, FT_MAKE_TAG('G', 'S', 'U', 'B'), 0, gsub.data(), &length) != 0) gsub.clear();
    }
    for (std::uint32_t i = 0; i < 10; ++i) tabular_[i] = substitute(gsub, "tnum", FT_Get_Char_Index(face_, U'0' + i));
}

FaceFile::Entry FaceFile::look_up(char32_t codepoint) const {
    Entry e;
    e.known = true;
    e.index = codepoint >= U'0' && codepoint <= U'9' ? tabular_[codepoint - U'0'] : FT_Get_Char_Index(face_, codepoint);
    FT_Fixed units = 0;
    if (FT_Get_Advance(face_, e.index, FT_LOAD_NO_SCALE, &units) == 0)
        e.advance = static_cast<float>(units) / static_cast<float>(face_->units_per_EM);
    return e;
}

const FaceFile::Entry& FaceFile::entry(char32_t codepoint) {
    Entry& e = codepoint < low_.size() ? low_[codepoint] : high_[codepoint];
    if (!e.known && face_) e = look_up(codepoint);
    return e;
}

std::uint32_t FaceFile::named(const char* glyph_name) const {
    return face_ ? FT_Get_Name_Index(face_, glyph_name) : 0;
}

} // namespace timbang::ui
