#include "content/picture.h"

#include <algorithm>
#include <array>
#include <memory>

#include <stb/stb_image.h>

namespace timbang::content {

namespace {

constexpr std::string_view kPngHead("\x89PNG\r\n\x1A\n", 8);

bool is_png_or_jpeg(std::string_view bytes) {
    return bytes.substr(0, kPngHead.size()) == kPngHead || bytes.substr(0, 3) == "\xFF\xD8\xFF";
}

using Stb = std::unique_ptr<stbi_uc, void (*)(void*)>;

const stbi_uc* data_of(std::string_view bytes) { return reinterpret_cast<const stbi_uc*>(bytes.data()); }

/// Decoded to four bytes a pixel; null where it cannot be, or where it is not as large as its head says.
Stb decoded(std::string_view bytes, PictureSize size) {
    int width = 0, height = 0, channels = 0;
    constexpr int kRgba = 4;
    Stb pixels(stbi_load_from_memory(data_of(bytes), static_cast<int>(bytes.size()), &width, &height, &channels, kRgba),
               stbi_image_free);
    if (width != size.width || height != size.height) pixels.reset();
    return pixels;
}

constexpr int kSlices = 8; // bytes at once
using CrcTables = std::array<std::array<std::uint32_t, 256>, kSlices>;

/// By byte, and by byte with as many zeros behind it as the table's number.
constexpr CrcTables crc_tables() {
    CrcTables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t sum = byte;
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320u : 0);
        tables[0][byte] = sum;
    }
    for (std::size_t slice = 1; slice < kSlices; ++slice)
        for (std::size_t byte = 0; byte < 256; ++byte)
            tables[slice][byte] = tables[0][tables[slice - 1][byte] & 0xFFu] ^ (tables[slice - 1][byte] >> 8);
    return tables;
}

/// CRC-32 of ISO 3309, as PNG uses it (PNG specification, annex D), eight bytes at once (Kounavis and Berry 2005).
std::uint32_t crc(std::string_view bytes) {
    constexpr CrcTables kTables = crc_tables();
    const auto byte_at = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]));
    };
    std::uint32_t sum = 0xFFFFFFFFu;
    std::size_t at = 0;
    for (; at + kSlices <= bytes.size(); at += kSlices) {
        std::uint32_t next = 0;
        for (std::size_t i = 0; i < kSlices; ++i)
            next ^= kTables[kSlices - 1 - i][(byte_at(at + i) ^ (i < 4 ? sum >> (8 * i) : 0)) & 0xFFu];
        sum = next;
    }
    for (; at < bytes.size(); ++at) sum = kTables[0][(sum ^ byte_at(at)) & 0xFFu] ^ (sum >> 8);
    return ~sum;
}

std::uint32_t big_endian(std::string_view four) {
    std::uint32_t value = 0;
    for (const char byte : four.substr(0, 4)) value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

/// Whether every chunk of a PNG up to its last one is there with the sum that its writer made.
bool is_whole_png(std::string_view bytes) {
    constexpr std::size_t kHead = 8, kFrame = 12; // length, type and sum of a chunk
    if (bytes.substr(0, kHead) != kPngHead) return false;
    bool has_data = false;
    for (bytes.remove_prefix(kHead); bytes.size() >= kFrame;) {
        const std::size_t length = big_endian(bytes);
        if (length > bytes.size() - kFrame || crc(bytes.substr(4, length + 4)) != big_endian(bytes.substr(length + 8)))
            return false;
        const std::string_view type = bytes.substr(4, 4);
        if (type == "IEND") return has_data;
        has_data = has_data || (type == "IDAT" && length > 0);
        bytes.remove_prefix(length + kFrame);
    }
    return false;
}

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
    const Stb pixels = decoded(bytes, *size);
    if (pixels == nullptr) return base::Error("not-a-picture");
    constexpr std::size_t kRgba = 4;
    const std::size_t count = static_cast<std::size_t>(size->width) * static_cast<std::size_t>(size->height) * kRgba;
    return Pixels{size->width, size->height, {pixels.get(), pixels.get() + count}};
}

base::Status check_picture(std::string_view bytes) {
    const auto size = picture_size(bytes);
    if (!size) return size.error();
    constexpr long long kQuick = 100'000; // pixels
    const bool large = static_cast<long long>(size->width) * size->height > kQuick;
    if (large && is_whole_png(bytes)) return {};
    if (decoded(bytes, *size) == nullptr) return base::Error("not-a-picture");
    return {};
}

Pixels shrink_picture(Pixels picture, int width, int height) {
    if (width < 1 || height < 1 || (picture.width <= width && picture.height <= height)) return picture;
    // The side that must shrink more decides.
    const bool by_width =
        static_cast<long long>(picture.width) * height >= static_cast<long long>(picture.height) * width;
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
                target[c] =
                    opacity == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>((sum[c] + opacity / 2) / opacity);
            target[3] = static_cast<std::uint8_t>((opacity + count / 2) / count);
        }
    }
    return out;
}

} // namespace timbang::content
