#include "ui/kit/fonts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <unordered_map>

#include "ui/kit/atlas.h"
#include "ui/kit/face.h"

#include FT_OUTLINE_H

namespace timbang::ui {
namespace {

struct Source {
    const char* file;
    const char* debian; ///< folder under /usr/share/fonts
};

constexpr std::array<Source, static_cast<std::size_t>(Face::Count)> kSources{{
    {"Inter-Regular.otf", "opentype/inter"},
    {"Inter-Medium.otf", "opentype/inter"},
    {"Inter-SemiBold.otf", "opentype/inter"},
    {"DejaVuSansMono.ttf", "truetype/dejavu"},
    {"LiberationSerif-Regular.ttf", "truetype/liberation"},
    {"LiberationSerif-Bold.ttf", "truetype/liberation"},
    {"LiberationSans-Regular.ttf", "truetype/liberation"},
    {"LiberationSans-Bold.ttf", "truetype/liberation"},
    {"LiberationSerif-Italic.ttf", "truetype/liberation"},
    {"materialdesignicons-webfont.ttf", "truetype/materialdesignicons-webfont"},
}};

std::string find_font(const std::vector<std::string>& folders, const Source& source) {
    std::error_code ignored;
    for (const std::string& folder : folders) {
        const auto path = std::filesystem::path(folder) / source.file;
        if (std::filesystem::exists(path, ignored)) return path.string();
    }
    const auto path = std::filesystem::path("/usr/share/fonts") / source.debian / source.file;
    return std::filesystem::exists(path, ignored) ? path.string() : std::string();
}

/// The glyphs of one face at one device size. Letters up to Latin Extended-B are found by index, the rest by hash.
struct Sized {
    struct Slot {
        Glyph glyph;
        bool known = false;
    };
    Face face = Face::Regular;
    int size = 0; ///< 26.6
    std::vector<Slot> low;
    std::unordered_map<std::uint64_t, Slot> high;

    Slot& slot(char32_t codepoint, int phase) {
        constexpr std::size_t kLow = 0x250 * 4;
        const std::size_t at = std::size_t{codepoint} * 4 + static_cast<std::size_t>(phase);
        if (at >= kLow) return high[at];
        if (low.empty()) low.resize(kLow);
        return low[at];
    }
    void forget() {
        low.clear();
        high.clear();
    }
};

int fixed(float pixels) { return static_cast<int>(std::lround(pixels * 64)); }

} // namespace

struct Fonts::Impl {
    FT_Library library = nullptr;
    std::array<FaceFile, static_cast<std::size_t>(Face::Count)> faces;
    std::array<std::uint32_t, static_cast<std::size_t>(Icon::Count)> icons{};
    std::vector<std::unique_ptr<Sized>> sizes;
    std::unordered_map<int, Sized::Slot> corners; ///< by radius in 64ths of a pixel
    Sized* last = nullptr;
    Atlas atlas;
    std::size_t baked = 0;

    FaceFile& face(Face f) {
        FaceFile& file = faces[static_cast<std::size_t>(f)];
        if (!file.handle()) file.open(library);
        return file;
    }
    Sized& sized(Face f, int size) {
        if (last && last->face == f && last->size == size) return *last;
        for (auto& s : sizes)
            if (s->face == f && s->size == size) return *(last = s.get());
        sizes.push_back(std::make_unique<Sized>());
        last = sizes.back().get();
        last->face = f;
        last->size = size;
        return *last;
    }
    /// The face that has the letter: this one, else the widest of the others.
    FaceFile& holder(Face f, char32_t codepoint) {
        FaceFile& own = face(f);
        if (own.entry(codepoint).index != 0 || f == Face::Icons || codepoint < U' ') return own;
        FaceFile& wide = face(Face::Mono);
        return wide.entry(codepoint).index != 0 ? wide : own;
    }
    void bake(FaceFile& from, int size, Sized::Slot& slot, std::uint32_t index, int shift);
};

/// Light hinting (vertical only) and the outline shifted by `shift` 64ths of a pixel: what browsers draw.
void Fonts::Impl::bake(FaceFile& from, int size, Sized::Slot& slot, std::uint32_t index, int shift) {
    FT_Face ft = from.handle();
    if (!ft) return;
    FT_Size_RequestRec request{FT_SIZE_REQUEST_TYPE_NOMINAL, size, size, 0, 0};
    slot.known = true;
    if (FT_Request_Size(ft, &request) != 0) return;
    if (FT_Load_Glyph(ft, index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return;
    if (shift != 0) FT_Outline_Translate(&ft->glyph->outline, shift, 0);
    if (FT_Render_Glyph(ft->glyph, FT_RENDER_MODE_NORMAL) != 0) return;
    const FT_Bitmap& bitmap = ft->glyph->bitmap;
    const int w = static_cast<int>(bitmap.width), h = static_cast<int>(bitmap.rows);
    if (w == 0 || h == 0) return;
    const auto place = atlas.reserve(w, h);
    if (!place) {
        slot.known = false;
        return;
    }
    for (int row = 0; row < h; ++row)
        std::memcpy(atlas.at({place->x, place->y + row}), bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch,
                    static_cast<std::size_t>(w));
    atlas.touched(*place, h);
    ++baked;
    slot.glyph = {static_cast<std::uint16_t>(place->x), static_cast<std::uint16_t>(place->y), static_cast<std::uint16_t>(w),
                  static_cast<std::uint16_t>(h), static_cast<std::int16_t>(ft->glyph->bitmap_left),
                  static_cast<std::int16_t>(-ft->glyph->bitmap_top)};
}

Fonts::Fonts() : impl_(std::make_unique<Impl>()) { FT_Init_FreeType(&impl_->library); }

Fonts::~Fonts() {
    for (FaceFile& f : impl_->faces) f.close();
    FT_Done_FreeType(impl_->library);
}

base::Result<std::unique_ptr<Fonts>> Fonts::load(const std::vector<std::string>& folders) {
    std::unique_ptr<Fonts> fonts(new Fonts);
    for (std::size_t i = 0; i < kSources.size(); ++i) {
        std::string path = find_font(folders, kSources[i]);
        if (path.empty()) return base::Error("font-not-found", {{"name", std::string(kSources[i].file)}});
        fonts->impl_->faces[i].set_path(std::move(path));
    }
    const FaceFile& icons = fonts->impl_->face(Face::Icons);
    for (std::size_t i = 1; i < fonts->impl_->icons.size(); ++i)
        fonts->impl_->icons[i] = icons.named(icon_name(static_cast<Icon>(i)));
    return fonts;
}

bool Fonts::has_glyph(char32_t codepoint, Face face) const { return impl_->face(face).entry(codepoint).index != 0; }

bool Fonts::has_icon(Icon icon) const { return impl_->icons[static_cast<std::size_t>(icon)] != 0; }

float Fonts::advance(char32_t codepoint, Font font) const {
    return impl_->holder(font.face, codepoint).entry(codepoint).advance * font.size;
}

float Fonts::width(std::string_view text, Font font) const {
    float em = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t cp = next_codepoint(text, at);
        em += impl_->holder(font.face, cp).entry(cp).advance;
    }
    return em * font.size;
}

int Fonts::ascent(Face face, float pixels) const {
    return static_cast<int>(std::lround(impl_->face(face).ascent() * pixels));
}

int Fonts::descent(Face face, float pixels) const {
    return static_cast<int>(std::lround(impl_->face(face).descent() * pixels));
}

const Glyph* Fonts::glyph(Face face, float pixels, char32_t codepoint, int phase, int phases) {
    Sized& sized = impl_->sized(face, fixed(pixels));
    Sized::Slot& slot = sized.slot(codepoint, phase);
    if (!slot.known) {
        FaceFile& from = impl_->holder(face, codepoint);
        impl_->bake(from, sized.size, slot, from.entry(codepoint).index, phase * 64 / phases);
    }
    return slot.glyph.w != 0 ? &slot.glyph : nullptr;
}

const Glyph* Fonts::icon(Icon icon, float pixels) {
    Sized& sized = impl_->sized(Face::Icons, fixed(pixels));
    const auto at = static_cast<std::size_t>(icon);
    Sized::Slot& slot = sized.slot(static_cast<char32_t>(at), 0);
    if (!slot.known && impl_->icons[at] != 0) impl_->bake(impl_->face(Face::Icons), sized.size, slot, impl_->icons[at], 0);
    return slot.glyph.w != 0 ? &slot.glyph : nullptr;
}

const Glyph* Fonts::corner(float radius) {
    Sized::Slot& slot = impl_->corners[fixed(radius)];
    const int side = static_cast<int>(std::ceil(radius));
    if (slot.known || side <= 0) return slot.known ? &slot.glyph : nullptr;
    const auto place = impl_->atlas.reserve(side, side);
    if (!place) return nullptr;
    const auto away = [radius](int pixel) { return std::max(0.0F, radius - static_cast<float>(pixel) - 0.5F); };
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float covered = std::clamp(radius - std::hypot(away(x), away(y)) + 0.5F, 0.0F, 1.0F);
            *impl_->atlas.at({place->x + x, place->y + y}) = static_cast<std::uint8_t>(std::lround(covered * 255));
        }
    impl_->atlas.touched(*place, side);
    const auto size = static_cast<std::uint16_t>(side);
    slot = {{static_cast<std::uint16_t>(place->x), static_cast<std::uint16_t>(place->y), size, size, 0, 0}, true};
    return &slot.glyph;
}

bool Fonts::settle(Textures& textures) {
    if (impl_->atlas.created() && !impl_->atlas.full()) return false;
    if (impl_->atlas.settle(textures)) {
        for (auto& s : impl_->sizes) s->forget();
        impl_->corners.clear();
    }
    return true;
}

void Fonts::upload(Textures& textures) { impl_->atlas.upload(textures); }
float Fonts::atlas_width() const { return static_cast<float>(Atlas::kWidth); }
float Fonts::atlas_height() const { return static_cast<float>(impl_->atlas.height()); }
std::size_t Fonts::atlas_bytes() const { return impl_->atlas.bytes(); }
std::size_t Fonts::baked() const { return impl_->baked; }

char32_t next_codepoint(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || at + static_cast<std::size_t>(more) > text.size()) return 0xFFFD;
    char32_t value = lead & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        const auto next = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
        if ((next & 0xC0U) != 0x80) return 0xFFFD;
        value = value << 6 | (next & 0x3FU);
    }
    at += static_cast<std::size_t>(more);
    return value;
}

} // namespace timbang::ui
