#include <algorithm>
#include <iterator>

#include <stb/stb_image_write.h>

#include "content/picture.h"

namespace timbang::content {

namespace {

/// Colours on white paper, three bytes each.
std::vector<std::uint8_t> on_white(const Pixels& picture) {
    constexpr int kWhite = 255;
    std::vector<std::uint8_t> rgb;
    rgb.reserve(picture.rgba.size() / 4 * 3);
    for (std::size_t at = 0; at + 3 < picture.rgba.size(); at += 4) {
        const int opacity = picture.rgba[at + 3];
        for (std::size_t c = 0; c < 3; ++c)
            rgb.push_back(
                static_cast<std::uint8_t>((picture.rgba[at + c] * opacity + kWhite * (kWhite - opacity)) / kWhite));
    }
    return rgb;
}

void append_bytes(void* to, void* bytes, int count) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

} // namespace

std::string encode_jpeg(const Pixels& picture, int quality) {
    constexpr int kChannels = 3;
    const std::vector<std::uint8_t> rgb = on_white(picture);
    std::string bytes;
    stbi_write_jpg_to_func(append_bytes, &bytes, picture.width, picture.height, kChannels, rgb.data(), quality);
    return bytes;
}

base::Result<SmallPicture> fit_picture(std::string_view bytes, std::size_t limit) {
    const auto size = picture_size(bytes);
    if (!size) return size.error();
    const bool png = bytes.substr(1, 3) == "PNG";
    if (bytes.size() <= limit) return SmallPicture{std::string(bytes), png ? "image/png" : "image/jpeg"};
    auto decoded = decode_picture(bytes);
    if (!decoded) return decoded.error();
    // Sharp letters matter more than smooth colours: quality goes before size, and neither very far before the other.
    constexpr struct { int side, quality; } kTries[] = {{2000, 80}, {2000, 60}, {1600, 65}, {1600, 45}, {1300, 55},
                                                        {1300, 35}, {1000, 50}, {1000, 30}, {700, 40},  {500, 30}};
    Pixels picture = std::move(*decoded);
    SmallPicture made{"", "image/jpeg"};
    for (const auto& one : kTries) {
        picture = shrink_picture(std::move(picture), one.side, one.side);
        made.bytes = encode_jpeg(picture, one.quality);
        if (made.bytes.size() <= limit) break;
    }
    while (made.bytes.size() > limit && std::max(picture.width, picture.height) > 1) {
        picture = shrink_picture(std::move(picture), std::max(1, picture.width / 2), std::max(1, picture.height / 2));
        made.bytes = encode_jpeg(picture, kTries[std::size(kTries) - 1].quality);
    }
    return made;
}

} // namespace timbang::content
