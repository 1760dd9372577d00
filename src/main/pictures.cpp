#include "main/pictures.h"

#include <algorithm>

#include "content/picture.h"

namespace timbang::main_program {

namespace {

constexpr std::size_t kMostKept = 12;
constexpr int kMostSide = 2400; ///< pixels; a sheet at 300 % is no wider

ui::TextureId load(ui::Textures& textures, const std::string& path, const Pictures::Read& read) {
    const base::Result<std::string> bytes = read(path, content::kMaxPictureBytes);
    if (!bytes) return 0;
    base::Result<content::Pixels> decoded = content::decode_picture(*bytes);
    if (!decoded) return 0;
    const content::Pixels picture = content::shrink_picture(std::move(*decoded), kMostSide, kMostSide);
    const ui::TextureId texture = textures.create(picture.width, picture.height, false);
    textures.update(texture, 0, 0, picture.width, picture.height, picture.rgba.data(), picture.width * 4);
    return texture;
}

} // namespace

Pictures::~Pictures() {
    for (const auto& [path, kept] : kept_)
        if (kept.texture != 0) textures_.destroy(kept.texture);
}

ui::TextureId Pictures::of(const std::string& path) {
    auto found = kept_.find(path);
    if (found == kept_.end()) {
        if (kept_.size() >= kMostKept) drop_oldest();
        found = kept_.emplace(path, Kept{load(textures_, path, read_), 0}).first;
    }
    found->second.shown = ++turn_;
    return found->second.texture;
}

void Pictures::drop_oldest() {
    const auto oldest = std::min_element(kept_.begin(), kept_.end(),
                                         [](const auto& a, const auto& b) { return a.second.shown < b.second.shown; });
    if (oldest->second.texture != 0) textures_.destroy(oldest->second.texture);
    kept_.erase(oldest);
}

} // namespace timbang::main_program
