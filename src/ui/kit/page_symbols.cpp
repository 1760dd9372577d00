#include "ui/kit/page_symbols.h"

#include <array>
#include <cmath>

namespace timbang::ui {
namespace {

constexpr Color kRule = rgb(0x201F1D), kCell = rgb(0x55524B), kStampInk = rgb(0x5157B0), kPenInk = rgb(0x22368A);
constexpr Color kPhoto = rgb(0xD9D5CC), kPhotoDark = rgb(0xA9A498);

struct Noise {
    std::uint32_t state;
    float next() {
        state = state * 1664525U + 1013904223U;
        return static_cast<float>(state >> 8 & 0xFFFFU) / 65535.0F;
    }
};

/// A stroke of loops that runs to the right and ends in a flourish.
void draw_signature(Canvas& d, const Rect& r, std::uint32_t seed, float zoom, bool small) {
    Noise noise{seed};
    const Color ink = noise.next() < 0.5F ? kPenInk : rgb(0x201F1D);
    const float waves = small ? 2.5F : 4 + 3 * noise.next(), lean = 0.1F + 0.14F * noise.next(), swing = noise.next() * 6;
    std::array<Vec, 72> points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(points.size() - 1), turn = t * waves * 6.2832F;
        const float high = 0.30F + 0.16F * std::sin(swing + t * 5) - 0.18F * t;
        points[i] = {r.x + r.w * (0.04F + 0.80F * t + lean * 0.4F * std::sin(turn)), r.y + r.h * (0.55F - high * std::cos(turn))};
    }
    d.polyline(points, ink, 1.3F * zoom);
    if (small) return;
    const float y = r.y + r.h * (0.72F + 0.15F * noise.next());
    const std::array<Vec, 4> flourish{{{r.x + r.w * 0.80F, r.y + r.h * 0.4F}, {r.x + r.w * 0.98F, r.y + r.h * 0.2F}, {r.x + r.w * 0.6F, y}, {r.x + r.w * 0.12F, y + r.h * 0.08F}}};
    d.polyline(flourish, ink, 1.1F * zoom);
}

bool finder(int x, int y, int size, bool& dark) {
    const auto corner = [&](int cx, int cy) {
        const int dx = x - cx, dy = y - cy;
        if (dx < 0 || dy < 0 || dx > 6 || dy > 6) return false;
        const int ring = std::min(std::min(dx, 6 - dx), std::min(dy, 6 - dy));
        dark = ring != 1;
        return true;
    };
    return corner(0, 0) || corner(size - 7, 0) || corner(0, size - 7);
}

/// A square of modules that looks like a code and holds nothing.
void draw_code(Canvas& d, const Rect& r, std::uint32_t seed) {
    constexpr int kModules = 25;
    Noise noise{seed};
    const float m = r.w / kModules;
    for (int y = 0; y < kModules; ++y) {
        int from = -1;
        for (int x = 0; x <= kModules; ++x) {
            bool dark = x < kModules && noise.next() < 0.48F;
            if (x < kModules) finder(x, y, kModules, dark);
            if (dark && from < 0) from = x;
            if (!dark && from >= 0) {
                d.fill({r.x + static_cast<float>(from) * m, r.y + static_cast<float>(y) * m, static_cast<float>(x - from) * m, m}, kRule);
                from = -1;
            }
        }
    }
}

void draw_arms(Canvas& d, const Rect& r, float zoom) {
    const Vec c = r.centre();
    d.circle(c, r.w / 2 - 1, kCell, std::max(0.8F, 1.2F * zoom));
    d.circle(c, r.w / 2 - 4 * zoom, kCell, std::max(0.5F, 0.7F * zoom));
    const Font font{Face::Serif, 9 * zoom, 10 * zoom};
    d.text({r.x, c.y - 10 * zoom, r.w, 10 * zoom}, "LAMBANG", {Face::Serif, 8 * zoom, 10 * zoom}, kCell, HAlign::Centre);
    d.text({r.x, c.y, r.w, 10 * zoom}, "CONTOH", font, kCell, HAlign::Centre);
}

void draw_stamp(Canvas& d, const Rect& r, float zoom) {
    const Vec c = r.centre();
    const Color ink = fade(kStampInk, 0.88F);
    d.circle(c, r.w / 2 - 1, ink, std::max(1.0F, 2.2F * zoom));
    d.circle(c, r.w / 2 - 5 * zoom, ink, std::max(0.7F, 1.1F * zoom));
}

/// A frame: what the photograph shows is told in words below it.
void draw_photo(Canvas& d, const Rect& r, float zoom) {
    d.box(r, kPhoto, kPhotoDark);
    d.icon(Icon::Image, r, 40 * zoom, kPhotoDark);
}

} // namespace

float stamp_angle(std::uint32_t seed) { return -0.12F - static_cast<float>(seed >> 9 & 0xFFU) / 255.0F * 0.2F; }

void draw_symbol(Ui& ui, const PageShape& shape, const Rect& r, float zoom) {
    Canvas& d = ui.draw();
    switch (shape.kind) {
    case PageShape::Kind::Line: d.fill(r, kRule); break;
    case PageShape::Kind::Across: d.hline(r.x, r.y, r.w + d.border(), kCell); break;
    case PageShape::Kind::Down: d.vline(r.x, r.y, r.h, kCell); break;
    case PageShape::Kind::CoatOfArms: draw_arms(d, r, zoom); break;
    case PageShape::Kind::Signature: draw_signature(d, r, shape.seed, zoom, false); break;
    case PageShape::Kind::Initials: draw_signature(d, r, shape.seed, zoom, true); break;
    case PageShape::Kind::Code: draw_code(d, r, shape.seed); break;
    case PageShape::Kind::Stamp: draw_stamp(d, r, zoom); break;
    case PageShape::Kind::Photo: draw_photo(d, r, zoom); break;
    case PageShape::Kind::Dots:
        for (float x = r.x; x < r.right(); x += 4 * zoom) d.fill({x, r.bottom() - 4 * zoom, zoom, zoom}, kCell);
        break;
    }
}

} // namespace timbang::ui
