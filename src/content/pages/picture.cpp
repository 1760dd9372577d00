#include "content/picture.h"

#include <algorithm>
#include <memory>

#include <stb/stb_image.h>

namespace timbang::content {

namespace {

bool is_png_or_jpeg(std::string_view bytes) {
    return bytes.substr(0, 8) == std::string_view("\x89PNG\r\n\x1A\n", 8) || bytes.substr(0, 3) == "\xFF\xD8\xFF";
}

const stbi_uc* data_of(std::string_view bytes) { return reinterpret_cast<const stbi_uc*>(bytes.data()); }

} // namespace

base::Result<PictureSize> picture_size(std::string_view bytes) {
    PictureSize size;
    int channels = 0;
    if (bytes.size() > kMaxPictureBytes || !is_png_or_jpeg(bytes) ||
        stbi_info_from_memory(data_of(bytes), static_cast<int>(bytes.size()), &size.width, &size.height, &channels) ==
            0 ||
        size.width <= 0 || size.height <= 0)
        return base::Error("not-a-picture");
    if (size.width > kMaxPictureSide || size.height > kMaxPictureSide ||
        static_cast<long long>(size.width) * size.height > kMaxPicturePixels)
        return base::Error("picture-too-large", {{"width", std::int64_t{size.width}},
                                                 {"height", std::int64_t{size.height}},
                                                 {"limit", std::int64_t{kMaxPicturePixels}}});
    return size;
}

base::Result<Pixels> decode_picture(std::string_view bytes) {
    const auto size = picture_size(bytes);
    if (!size) return size.error();
    Pixels picture;
    int channels = 0;
    constexpr int kRgba = 4;
    const std::unique_ptr<stbi_uc, void (*)(void*)> decoded(
        stbi_load_from_memory(data_of(bytes), static_cast<int>(bytes.size()), &picture.width, &picture.height,
                              &channels, kRgba),
        stbi_image_free);
    if (decoded == nullptr || picture.width != size->width || picture.height != size->height)
        return base::Error("not-a-picture");
    const auto count = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * kRgba;
    picture.rgba.assign(decoded.get(), decoded.get() + count);
    return picture;
}

Pixels shrink_picture(Pixels picture, int width, int height) {
    if (width < 1 || height < 1 || (picture.width <= width && picture.height <= height)) return picture;
    // The side that must shrink more decides.
    const bool by_width = static_cast<long long>(picture.width) * height >= static_cast<long long>(picture.height) * width;
    const long long part = by_width ? width : height;
    const long long whole = by_width ? picture.width : picture.height;
    Pixels out;
    out.width = static_cast<int>(std::max(1LL, picture.width * part / whole));
    out.height = static_cast<int>(std::max(1LL, picture.height * part / whole));
    out.rgba.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    const auto edge = [](long long at, long long from, long long to) { return static_cast<int>(at * from / to); };
    std::uint8_t* target = out.rgba.data();
    for (int y = 0; y < out.height; ++y) {
        const int top = edge(y, picture.height, out.height);
        const int bottom = std::max(top + 1, edge(y + 1LL, picture.height, out.height));
        for (int x = 0; x < out.width; ++x, target += 4) {
            const int left = edge(x, picture.width, out.width);
            const int right = std::max(left + 1, edge(x + 1LL, picture.width, out.width));
            std::uint64_t sum[3] = {0, 0, 0};
            std::uint64_t opacity = 0;
            for (int v = top; v < bottom; ++v) {
                const std::uint8_t* pixel =
                    &picture.rgba[(static_cast<std::size_t>(v) * static_cast<std::size_t>(picture.width) +
                                   static_cast<std::size_t>(left)) * 4];
                for (int u = left; u < right; ++u, pixel += 4) {
                    for (int c = 0; c < 3; ++c) sum[c] += std::uint64_t{pixel[c]} * pixel[3];
                    opacity += pixel[3];
                }
            }
            const auto count = static_cast<std::uint64_t>((bottom - top) * (right - left));
            for (int c = 0; c < 3; ++c)
                target[c] = opacity == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>((sum[c] + opacity / 2) / opacity);
            target[3] = static_cast<std::uint8_t>((opacity + count / 2) / count);
        }
    }
    return out;
}

} // namespace timbang::content
