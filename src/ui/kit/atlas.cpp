#include "ui/kit/atlas.h"

#include <algorithm>
#include <cstring>

#include <imgui.h>
#include <imgui_internal.h>

namespace timbang::ui {
namespace {

constexpr int kFirstHeight = 512;
constexpr int kLastHeight = 4096;

} // namespace

void Atlas::take_imgui_shapes() {
    ImFontAtlas* fonts = ImGui::GetIO().Fonts;
    unsigned char* pixels = nullptr;
    fonts->GetTexDataAsAlpha8(&pixels, &shapes_w_, &shapes_h_);
    shapes_.assign(pixels, pixels + static_cast<std::size_t>(shapes_w_) * static_cast<std::size_t>(shapes_h_));
    const auto w = static_cast<float>(shapes_w_), h = static_cast<float>(shapes_h_);
    white_x_ = fonts->TexUvWhitePixel.x * w;
    white_y_ = fonts->TexUvWhitePixel.y * h;
    for (const ImVec4& uv : fonts->TexUvLines) line_uvs_.insert(line_uvs_.end(), {uv.x * w, uv.y * h, uv.z * w, uv.w * h});
}

void Atlas::point_imgui_here() const {
    ImFontAtlas* fonts = ImGui::GetIO().Fonts;
    const auto w = static_cast<float>(kWidth), h = static_cast<float>(height_);
    fonts->TexUvWhitePixel = ImVec2(white_x_ / w, white_y_ / h);
    for (int i = 0; i <= IM_DRAWLIST_TEX_LINES_WIDTH_MAX; ++i) {
        const float* uv = line_uvs_.data() + static_cast<std::size_t>(i) * 4;
        fonts->TexUvLines[i] = ImVec4(uv[0] / w, uv[1] / h, uv[2] / w, uv[3] / h);
    }
    ImGui::GetDrawListSharedData()->TexUvWhitePixel = fonts->TexUvWhitePixel; // this frame has begun already
    fonts->SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture_)));
}

bool Atlas::settle(Textures& textures) {
    if (texture_ && !full_) return false;
    if (shapes_.empty()) take_imgui_shapes();
    const bool grow = full_ && height_ < kLastHeight;
    if (height_ == 0) height_ = kFirstHeight;
    if (grow) height_ *= 2;
    const bool empty_it = shelves_.empty() || (full_ && !grow);
    pixels_.resize(static_cast<std::size_t>(kWidth) * static_cast<std::size_t>(height_), 0);
    if (empty_it) {
        std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
        const auto w = static_cast<std::size_t>(shapes_w_);
        for (int row = 0; row < shapes_h_; ++row)
            std::memcpy(at({0, row}), shapes_.data() + w * static_cast<std::size_t>(row), w);
        shelves_.assign(1, Shelf{0, shapes_h_, kWidth});
        top_ = shapes_h_ + 1;
    }
    if (texture_) textures.destroy(texture_);
    texture_ = textures.create(kWidth, height_, true);
    full_ = false;
    dirty_from_ = 0;
    dirty_to_ = top_;
    point_imgui_here();
    return empty_it;
}

std::optional<Atlas::Place> Atlas::reserve(int w, int h) {
    const int need = h + 1;
    for (Shelf& s : shelves_) {
        if (s.height < need || s.height > need + 4 || s.used + w + 1 > kWidth) continue;
        const Place p{s.used, s.y};
        s.used += w + 1;
        return p;
    }
    const int shelf_height = (need + 3) / 4 * 4;
    if (w + 1 > kWidth || top_ + shelf_height > height_) {
        full_ = true;
        return std::nullopt;
    }
    shelves_.push_back({top_, shelf_height, w + 1});
    top_ += shelf_height;
    return Place{0, shelves_.back().y};
}

void Atlas::touched(Place p, int h) {
    if (dirty_from_ == dirty_to_) {
        dirty_from_ = p.y;
        dirty_to_ = p.y + h;
        return;
    }
    dirty_from_ = std::min(dirty_from_, p.y);
    dirty_to_ = std::max(dirty_to_, p.y + h);
}

void Atlas::upload(Textures& textures) {
    if (!texture_ || dirty_from_ == dirty_to_) return;
    textures.update(texture_, 0, dirty_from_, kWidth, dirty_to_ - dirty_from_, at({0, dirty_from_}), kWidth);
    dirty_from_ = dirty_to_ = 0;
}

void Atlas::destroy(Textures& textures) {
    if (texture_) textures.destroy(texture_);
    texture_ = 0;
}

} // namespace timbang::ui
