#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace timbang::content {

inline constexpr std::size_t kMaxPictureBytes = std::size_t{24} << 20;
inline constexpr int kMaxPictureSide = 10000;                   ///< pixels
inline constexpr long long kMaxPicturePixels = 24'000'000;

struct PictureSize {
    int width = 0;  ///< pixels
    int height = 0;
};

/// Pixels from the top left, four bytes each: red, green, blue, opacity (not premultiplied).
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Size of a PNG or JPEG from its head. Codes: "not-a-picture" (something else, or damaged), "picture-too-large" (args
/// width, height, limit).
[[nodiscard]] base::Result<PictureSize> picture_size(std::string_view bytes);

/// Whether it can be decoded, with the same codes. A large PNG whose check sums all hold is not decoded for it.
[[nodiscard]] base::Status check_picture(std::string_view bytes);

/// Decodes a PNG or JPEG. The same codes.
[[nodiscard]] base::Result<Pixels> decode_picture(std::string_view bytes);

/// The picture made smaller to fit into width × height, keeping its proportions (mean of the covered pixels, weighted by
/// opacity); a smaller one stays as it is.
[[nodiscard]] Pixels shrink_picture(Pixels picture, int width, int height);

/// The picture as a JPEG on white; `quality` from 1 to 100.
[[nodiscard]] std::string encode_jpeg(const Pixels& picture, int quality);

/// A picture ready to be sent: the bytes of a PNG or JPEG.
struct SmallPicture {
    std::string bytes;
    std::string mime; ///< "image/png", "image/jpeg"
};
/// The picture as it stands where it has at most `limit` bytes, else a JPEG that has: as large and as good as that allows, so
/// that small print can be read. Codes as `decode_picture`.
[[nodiscard]] base::Result<SmallPicture> fit_picture(std::string_view bytes, std::size_t limit);

} // namespace timbang::content
