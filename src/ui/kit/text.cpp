#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/kit/draw.h"

namespace timbang::ui {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

int phases_at(float scale) { return scale < 1.5F ? 4 : scale < 2.5F ? 2 : 1; }

void quad(ImDrawList* list, const Fonts& fonts, const Glyph& g, float x, float y, ImU32 color, float zoom = 1) {
    const float w = fonts.atlas_width(), h = fonts.atlas_height();
    const ImVec2 a(x, y), b(x + static_cast<float>(g.w) * zoom, y + static_cast<float>(g.h) * zoom);
    const ImVec2 ua(static_cast<float>(g.u) / w, static_cast<float>(g.v) / h);
    const ImVec2 ub(static_cast<float>(g.u + g.w) / w, static_cast<float>(g.v + g.h) / h);
    list->PrimReserve(6, 4);
    list->PrimRectUV(a, b, ua, ub, color);
}

} // namespace

float Canvas::baseline(float y, Font font) const {
    const float pixels = font.size * scale_;
    const auto asc = static_cast<float>(fonts_->ascent(font.face, pixels));
    const auto desc = static_cast<float>(fonts_->descent(font.face, pixels));
    return std::round(y * scale_ + std::floor((font.line * scale_ - asc - desc) / 2)) + asc;
}

/// The pen runs in fractions of a pixel; each glyph is the one baked for the nearest phase, placed on whole pixels.
float Canvas::emit(float x, float base, std::string_view s, Font font, Color c) {
    const float pixels = font.size * scale_;
    const int phases = phases_at(scale_);
    const auto count = static_cast<float>(phases);
    const ImU32 color = IM_COL32(c.r, c.g, c.b, c.a);
    const float left = clip().x * scale_ - pixels * 2, right = clip().right() * scale_;
    float pen = x;
    for (std::size_t at = 0; at < s.size();) {
        const char32_t cp = next_codepoint(s, at);
        if (pen > left && pen < right && cp != U' ') {
            const float quarter = std::floor(pen * count + 0.5F);
            const float whole = std::floor(quarter / count);
            const int phase = static_cast<int>(quarter - whole * count);
            if (const Glyph* g = fonts_->glyph(font.face, pixels, cp, phase, phases))
                quad(list_, *fonts_, *g, whole + static_cast<float>(g->left), base + static_cast<float>(g->top), color);
        }
        pen += fonts_->advance(cp, {font.face, pixels, 0});
    }
    return (pen - x) / scale_;
}

void Canvas::note(std::string_view s, const Rect& r, bool cut, bool shortened) {
    if (!log_ || silent_ || s.empty()) return;
    log_->push_back({std::string(s), r, clip(), cut, shortened, layer_, node_});
}

float Canvas::text(float x, float y, std::string_view s, Font font, Color c) {
    const bool seen = !hidden({x, y, 1e6F, font.line});
    const float w = seen ? emit(x * scale_, baseline(y, font), s, font, c) : width(s, font);
    note(s, {x, y, w, font.line}, false, false);
    return w;
}

float Canvas::text(const Rect& r, std::string_view s, Font font, Color c, HAlign align) {
    const float w = width(s, font);
    const float slack = align == HAlign::Left ? 0 : align == HAlign::Right ? r.w - w : (r.w - w) / 2;
    const float x = r.x + slack, y = r.y + (r.h - font.line) / 2;
    if (!hidden({r.x, y, r.w, font.line})) emit(x * scale_, baseline(y, font), s, font, c);
    note(s, {x, y, w, font.line}, w > r.w + 0.5F, false);
    return w;
}

std::string Canvas::shorten(std::string_view s, Font font, float room) const {
    float left = room - width(kEllipsis, font);
    std::size_t at = 0, keep = 0;
    while (at < s.size()) {
        left -= fonts_->advance(next_codepoint(s, at), font);
        if (left < 0) break;
        keep = at;
    }
    while (keep > 0 && s[keep - 1] == ' ') --keep;
    return std::string(s.substr(0, keep)) += kEllipsis;
}

bool Canvas::text_ellipsis(const Rect& r, std::string_view s, Font font, Color c, HAlign align) {
    if (width(s, font) <= r.w + 0.25F) {
        text(r, s, font, c, align);
        return false;
    }
    const std::string shown = shorten(s, font, r.w);
    const float y = r.y + (r.h - font.line) / 2;
    const float w = width(shown, font);
    if (!hidden({r.x, y, r.w, font.line})) emit(r.x * scale_, baseline(y, font), shown, font, c);
    note(s, {r.x, y, std::min(w, r.w), font.line}, r.w < font.size, true);
    return true;
}

float Canvas::para(float x, float y, float w, std::span<const TextRun> runs, int max_lines) {
    if (runs.empty()) return 0;
    const float line_height = runs.front().font.line;
    const std::vector<Piece> pieces = wrap(*fonts_, runs, w);
    int lines = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& p = pieces[i];
        const TextRun& run = runs[static_cast<std::size_t>(p.run)];
        if (max_lines > 0 && p.line >= max_lines) break;
        lines = p.line + 1;
        const float top = y + static_cast<float>(p.line) * line_height;
        Font font = run.font;
        font.line = line_height;
        const std::string_view words = run.text.substr(p.begin, p.end - p.begin);
        const bool ends = max_lines > 0 && p.line == max_lines - 1 && (i + 1 < pieces.size()) && pieces[i + 1].line >= max_lines;
        if (ends) text_ellipsis({x + p.x, top, w - p.x, line_height}, std::string(words) + " \u2026", font, run.color);
        else text(x + p.x, top, words, font, run.color);
    }
    return static_cast<float>(std::max(lines, 1)) * line_height;
}

float Canvas::para(float x, float y, float w, std::string_view s, Font font, Color c, int max_lines) {
    const TextRun run{s, font, c};
    return para(x, y, w, std::span(&run, 1), max_lines);
}

float Canvas::para_height(float w, std::span<const TextRun> runs) const {
    if (runs.empty()) return 0;
    const std::vector<Piece> pieces = wrap(*fonts_, runs, w);
    return static_cast<float>(pieces.empty() ? 1 : pieces.back().line + 1) * runs.front().font.line;
}

float Canvas::para_height(float w, std::string_view s, Font font) const {
    const TextRun run{s, font, {}};
    return para_height(w, std::span(&run, 1));
}

void Canvas::icon(Icon which, float x, float y, float css_size, Color c) {
    const float pixels = css_size * scale_;
    const float left = std::round(x * scale_), base = std::round(y * scale_) + std::round(0.875F * pixels);
    if (which == Icon::None || hidden({x, y, css_size, css_size})) return;
    if (const Glyph* g = fonts_->icon(which, pixels))
        quad(list_, *fonts_, *g, left + static_cast<float>(g->left), base + static_cast<float>(g->top), IM_COL32(c.r, c.g, c.b, c.a));
}

void Canvas::icon(Icon which, const Rect& r, float css_size, Color c) {
    icon(which, r.x + (r.w - css_size) / 2, r.y + (r.h - css_size) / 2, css_size, c);
}

/// Baked at twice the size and drawn at half: turned small letters stay smooth.
void Canvas::text_rotated(Vec centre, float angle, std::string_view s, Font font, Color c) {
    const float pixels = font.size * scale_ * 2;
    const ImU32 color = IM_COL32(c.r, c.g, c.b, c.a);
    const float middle_x = centre.x * scale_, middle_y = centre.y * scale_;
    float pen = middle_x - width(s, font) * scale_ / 2;
    const float base = middle_y + static_cast<float>(fonts_->ascent(font.face, pixels) - fonts_->descent(font.face, pixels)) / 4;
    const int first = list_->VtxBuffer.Size;
    for (std::size_t at = 0; at < s.size();) {
        const char32_t cp = next_codepoint(s, at);
        if (const Glyph* g = fonts_->glyph(font.face, pixels, cp, 0, 1))
            quad(list_, *fonts_, *g, pen + static_cast<float>(g->left) / 2, base + static_cast<float>(g->top) / 2, color, 0.5F);
        pen += fonts_->advance(cp, {font.face, pixels / 2, 0});
    }
    const float cosine = std::cos(angle), sine = std::sin(angle);
    for (int i = first; i < list_->VtxBuffer.Size; ++i) {
        ImVec2& p = list_->VtxBuffer[i].pos;
        const float dx = p.x - middle_x, dy = p.y - middle_y;
        p = {middle_x + dx * cosine - dy * sine, middle_y + dx * sine + dy * cosine};
    }
}

} // namespace timbang::ui
