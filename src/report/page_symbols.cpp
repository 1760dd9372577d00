#include <algorithm>
#include <cmath>

#include "report/page_parts.h"

namespace timbang::report {
namespace {

struct Noise {
    std::uint32_t state;
    double next() {
        state = state * 1664525U + 1013904223U;
        return static_cast<double>(state >> 8 & 0xFFFFU) / 65535.0;
    }
};

/// Whether a module belongs to one of the three corner marks, and is dark.
bool corner_mark(int x, int y, int size, bool& dark) {
    const auto corner = [&](int cx, int cy) {
        const int dx = x - cx, dy = y - cy;
        if (dx < 0 || dy < 0 || dx > 6 || dy > 6) return false;
        dark = std::min(std::min(dx, 6 - dx), std::min(dy, 6 - dy)) != 1;
        return true;
    };
    return corner(0, 0) || corner(size - 7, 0) || corner(0, size - 7);
}

} // namespace

void draw_line(Fragment& fragment, std::vector<std::pair<double, double>> path, double line, Ink ink) {
    Op op;
    op.kind = Op::Kind::Path;
    op.size = line;
    op.ink = ink;
    op.path = std::move(path);
    fragment.ops.push_back(std::move(op));
}

void draw_signature(Fragment& fragment, double x, double y, double w, double h, std::uint32_t seed, bool small) {
    Noise noise{seed * 2654435761U + 12345U};
    const double waves = small ? 2.5 : 4 + 3 * noise.next(), lean = 0.1 + 0.14 * noise.next(), swing = noise.next() * 6;
    std::vector<std::pair<double, double>> path;
    constexpr int kPoints = 72;
    for (int i = 0; i < kPoints; ++i) {
        const double t = static_cast<double>(i) / (kPoints - 1), turn = t * waves * 6.2832;
        const double high = 0.30 + 0.16 * std::sin(swing + t * 5) - 0.18 * t;
        path.emplace_back(x + w * (0.04 + 0.80 * t + lean * 0.4 * std::sin(turn)), y + h * (0.55 - high * std::cos(turn)));
    }
    draw_line(fragment, std::move(path), 1, Ink::Pen);
    if (small) return;
    const double below = y + h * (0.72 + 0.15 * noise.next());
    draw_line(fragment,
              {{x + w * 0.80, y + h * 0.4}, {x + w * 0.98, y + h * 0.2}, {x + w * 0.6, below}, {x + w * 0.12, below + h * 0.08}}, 0.9,
              Ink::Pen);
}

void draw_code(Fragment& fragment, double x, double y, double size, std::uint32_t seed) {
    constexpr int kModules = 25;
    Noise noise{seed * 2654435761U + 777U};
    const double module = size / kModules;
    for (int row = 0; row < kModules; ++row) {
        int from = -1;
        for (int column = 0; column <= kModules; ++column) {
            bool dark = column < kModules && noise.next() < 0.48;
            if (column < kModules) corner_mark(column, row, kModules, dark);
            if (dark && from < 0) from = column;
            if (!dark && from >= 0) {
                fill(fragment, x + from * module, y + row * module, (column - from) * module, module, Ink::Text);
                from = -1;
            }
        }
    }
}

void draw_ring(Fragment& fragment, double x, double y, double radius, double line, Ink ink) {
    constexpr int kCorners = 48;
    std::vector<std::pair<double, double>> path;
    for (int i = 0; i <= kCorners; ++i) {
        const double turn = 6.283185307179586 * i / kCorners;
        path.emplace_back(x + radius * std::cos(turn), y + radius * std::sin(turn));
    }
    draw_line(fragment, std::move(path), line, ink);
}

} // namespace timbang::report
