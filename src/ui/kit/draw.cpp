#include "ui/kit/draw.h"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

namespace timbang::ui {
namespace {

ImU32 pack(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }

ImDrawFlags round_flags(Corners corners) {
    switch (corners) {
    case Corners::None: return ImDrawFlags_RoundCornersNone;
    case Corners::Left: return ImDrawFlags_RoundCornersLeft;
    case Corners::Right: return ImDrawFlags_RoundCornersRight;
    case Corners::Top: return ImDrawFlags_RoundCornersTop;
    case Corners::Bottom: return ImDrawFlags_RoundCornersBottom;
    case Corners::All: break;
    }
    return ImDrawFlags_RoundCornersAll;
}

} // namespace

bool Canvas::unseen(const Rect& r) const {
    constexpr float kEdge = 2; // smooth edges and rounding to whole pixels
    return hidden(r.inset(-kEdge));
}

float Canvas::px(float css) const { return std::floor(css * scale_ + 0.5F); }
float Canvas::snap(float css) const { return px(css) / scale_; }
float Canvas::border() const { return std::max(1.0F, std::floor(scale_ + 0.5F)) / scale_; }

void Canvas::fill(const Rect& r, Color c, float radius, Corners corners) {
    if (r.empty() || c.a == 0 || unseen(r)) return;
    const float x1 = std::max(px(r.right()), px(r.x) + 1), y1 = std::max(px(r.bottom()), px(r.y) + 1);
    if (radius > 0 && round_box(px(r.x), px(r.y), x1, y1, radius * scale_, corners, c)) return;
    list_->AddRectFilled({px(r.x), px(r.y)}, {x1, y1}, pack(c), radius * scale_,
                         radius > 0 ? round_flags(corners) : ImDrawFlags_RoundCornersNone);
}

/// Three bands and up to four pictures of a quarter disc: a fifth of the triangles of ImGui's smooth polygon, and the same look.
/// The pictures are turned over their diagonal, which changes nothing and tells them from letters.
bool Canvas::round_box(float x0, float y0, float x1, float y1, float radius, Corners corners, Color c) {
    const bool left = corners == Corners::All || corners == Corners::Left, right = corners == Corners::All || corners == Corners::Right;
    const bool top = corners == Corners::Top, bottom = corners == Corners::Bottom;
    const bool tl = left || top, tr = right || top, bl = left || bottom, br = right || bottom;
    // As ImGui: round corners beside each other share a side.
    radius = std::min(radius, (x1 - x0) * ((tl && tr) || (bl && br) ? 0.5F : 1.0F) - 1);
    radius = std::min(radius, (y1 - y0) * ((tl && bl) || (tr && br) ? 0.5F : 1.0F) - 1);
    if (corners == Corners::None || radius < 0.5F) return false;
    const Glyph* const g = fonts_->corner(radius);
    if (g == nullptr) return false;
    const ImU32 color = pack(c);
    const auto side = static_cast<float>(g->w);
    const auto band = [&](float from, float to, bool cut_left, bool cut_right) {
        if (to <= from) return;
        list_->PrimReserve(6, 4);
        list_->PrimRect({x0 + (cut_left ? side : 0), from}, {x1 - (cut_right ? side : 0), to}, color);
    };
    const float under = tl || tr ? y0 + side : y0, above = bl || br ? y1 - side : y1;
    band(y0, under, tl, tr);
    band(under, above, false, false);
    band(above, y1, bl, br);
    const float w = fonts_->atlas_width(), h = fonts_->atlas_height();
    const ImVec2 u0v0(static_cast<float>(g->u) / w, static_cast<float>(g->v) / h);
    const ImVec2 u1v1(static_cast<float>(g->u + g->w) / w, static_cast<float>(g->v + g->h) / h);
    const ImVec2 u0v1(u0v0.x, u1v1.y), u1v0(u1v1.x, u0v0.y);
    const auto corner = [&](bool there, float x, float y, ImVec2 a, ImVec2 b, ImVec2 d, ImVec2 e) {
        if (!there) return;
        list_->PrimReserve(6, 4);
        list_->PrimQuadUV({x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, a, b, d, e, color);
    };
    corner(tl, x0, y0, u0v0, u0v1, u1v1, u1v0);
    corner(tr, x1 - side, y0, u0v1, u0v0, u1v0, u1v1);
    corner(bl, x0, y1 - side, u1v0, u1v1, u0v1, u0v0);
    corner(br, x1 - side, y1 - side, u1v1, u1v0, u0v0, u0v1);
    return true;
}

void Canvas::box(const Rect& r, Color inside, Color border_color, float radius, Corners corners, float width) {
    const float b = std::max(1.0F, std::floor(width * scale_ + 0.5F)) / scale_;
    if (inside.a != 255) { // a see-through box: no fill below the border
        outline(r, border_color, radius, width);
        fill(r.inset(b), inside, std::max(0.0F, radius - b), corners);
        return;
    }
    const Rect s{snap(r.x), snap(r.y), snap(r.right()) - snap(r.x), snap(r.bottom()) - snap(r.y)};
    fill(s, border_color, radius, corners);
    fill(s.inset(b), inside, std::max(0.0F, radius - b), corners);
}

void Canvas::outline(const Rect& r, Color c, float radius, float width) {
    if (r.empty() || c.a == 0 || unseen(r)) return;
    const float b = std::max(1.0F, std::floor(width * scale_ + 0.5F));
    const ImVec2 a(px(r.x) + b / 2, px(r.y) + b / 2), z(px(r.right()) - b / 2, px(r.bottom()) - b / 2);
    if (radius <= 0) {
        const float f = b / scale_;
        fill({r.x, r.y, r.w, f}, c);
        fill({r.x, r.bottom() - f, r.w, f}, c);
        fill({r.x, r.y + f, f, r.h - 2 * f}, c);
        fill({r.right() - f, r.y + f, f, r.h - 2 * f}, c);
        return;
    }
    list_->PathRect(a, z, std::max(0.0F, radius * scale_ - b / 2));
    list_->PathStroke(pack(c), ImDrawFlags_Closed, b);
}

void Canvas::dashed(const Rect& r, Color c, float width) {
    if (unseen(r)) return;
    const float step = 4;
    for (float x = r.x; x < r.right(); x += 2 * step) {
        const float w = std::min(step, r.right() - x);
        hline(x, r.y, w, c, width);
        hline(x, r.bottom() - width, w, c, width);
    }
    for (float y = r.y; y < r.bottom(); y += 2 * step) {
        const float h = std::min(step, r.bottom() - y);
        vline(r.x, y, h, c, width);
        vline(r.right() - width, y, h, c, width);
    }
}

void Canvas::hline(float x, float y, float w, Color c, float width) {
    if (unseen({x, y, w, width})) return;
    const float b = std::max(1.0F, std::floor(width * scale_ + 0.5F));
    list_->AddRectFilled({px(x), px(y)}, {px(x + w), px(y) + b}, pack(c));
}

void Canvas::vline(float x, float y, float h, Color c, float width) {
    if (unseen({x, y, width, h})) return;
    const float b = std::max(1.0F, std::floor(width * scale_ + 0.5F));
    list_->AddRectFilled({px(x), px(y)}, {px(x) + b, px(y + h)}, pack(c));
}

void Canvas::line(Vec a, Vec b, Color c, float width) {
    list_->PathLineTo({a.x * scale_, a.y * scale_});
    list_->PathLineTo({b.x * scale_, b.y * scale_});
    list_->PathStroke(pack(c), ImDrawFlags_None, width * scale_);
}

void Canvas::polyline(std::span<const Vec> points, Color c, float width) {
    for (const Vec p : points) list_->PathLineTo({p.x * scale_, p.y * scale_});
    list_->PathStroke(pack(c), ImDrawFlags_None, width * scale_);
}

void Canvas::disc(Vec centre, float radius, Color c) {
    if (unseen({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius})) return;
    list_->AddCircleFilled({centre.x * scale_, centre.y * scale_}, radius * scale_, pack(c));
}

void Canvas::circle(Vec centre, float radius, Color c, float width) {
    if (unseen(Rect{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}.inset(-width))) return;
    // ImGui draws outlines half a pixel inside the radius it is given.
    list_->AddCircle({centre.x * scale_, centre.y * scale_}, radius * scale_ + 0.5F, pack(c), 0, width * scale_);
}

void Canvas::diamond(Vec m, float radius, Color c) {
    const float x = m.x * scale_, y = m.y * scale_, r = radius * scale_;
    const ImVec2 points[] = {{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}};
    list_->AddConvexPolyFilled(points, 4, pack(c));
}

void Canvas::triangle(Vec a, Vec b, Vec c, Color color) {
    const Vec corners[] = {a, b, c};
    polygon(corners, color);
}

void Canvas::polygon(std::span<const Vec> corners, Color color) {
    for (const Vec p : corners) list_->PathLineTo({p.x * scale_, p.y * scale_});
    list_->PathFillConvex(pack(color));
}

void Canvas::image(TextureId texture, const Rect& r, Vec uv0, Vec uv1, Color tint) {
    if (texture == 0 || unseen(r)) return;
    list_->AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)), {px(r.x), px(r.y)},
                    {px(r.right()), px(r.bottom())}, {uv0.x, uv0.y}, {uv1.x, uv1.y}, pack(tint));
}

void Canvas::image_turned(TextureId texture, const Rect& r, int turns) {
    if (texture == 0 || unseen(r)) return;
    const ImVec2 corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const auto uv = [&](int i) { return corners[(i + 4 - (turns & 3)) & 3]; };
    const float x0 = px(r.x), y0 = px(r.y), x1 = px(r.right()), y1 = px(r.bottom());
    list_->AddImageQuad(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)), {x0, y0}, {x1, y0}, {x1, y1}, {x0, y1},
                        uv(0), uv(1), uv(2), uv(3));
}

void Canvas::push_clip(const Rect& r) { push_clip_over(r.intersect(clip())); }

void Canvas::push_clip_over(const Rect& inside) {
    clips_.push_back(inside);
    list_->PushClipRect({px(inside.x), px(inside.y)}, {px(inside.right()), px(inside.bottom())}, false);
}

void Canvas::pop_clip() {
    clips_.pop_back();
    list_->PopClipRect();
}

Rect Canvas::clip() const { return clips_.empty() ? window_ : clips_.back(); }

} // namespace timbang::ui
