#include <algorithm>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "base/files.h"
#include "content/picture.h"

using namespace timbang;

TEST_CASE("a PNG is measured, decoded and shrunk in its proportions") {
    const std::string bytes =
        *base::read_file(std::string(TIMBANG_TEST_DATA) + "/content/base/case/evidence/perda-air-1.png");
    const auto size = content::picture_size(bytes);
    REQUIRE(size.ok());
    CHECK(size->width == 40);
    CHECK(size->height == 60);
    auto picture = content::decode_picture(bytes);
    REQUIRE(picture.ok());
    CHECK(picture->rgba.size() == 40u * 60u * 4u);
    CHECK(picture->rgba[0] == 240);
    CHECK(picture->rgba[3] == 255);
    const content::Pixels small = content::shrink_picture(std::move(picture).value(), 100, 20);
    CHECK(small.height == 20);
    CHECK(small.width == 13);
    CHECK(small.rgba.size() == 13u * 20u * 4u);
    CHECK(small.rgba[4 * 100] == 240);
    CHECK(small.rgba[4 * 100 + 3] == 255);
}

TEST_CASE("shrinking takes the mean of what a pixel covers, weighted by opacity") {
    content::Pixels picture{2, 2, {100, 0, 0, 255, 200, 0, 0, 255, 50, 50, 50, 0, 0, 0, 0, 0}};
    const content::Pixels one = content::shrink_picture(picture, 1, 1);
    REQUIRE(one.rgba.size() == 4);
    CHECK(one.rgba[0] == 150); // what is not seen has no colour
    CHECK(one.rgba[1] == 0);
    CHECK(one.rgba[3] == 128);
    CHECK(content::shrink_picture(picture, 5, 5).width == 2);
    CHECK(content::shrink_picture(picture, 0, 5).width == 2);
}

TEST_CASE("what is no PNG or JPEG is refused") {
    for (const std::string& bytes : {std::string(), std::string("x"), std::string("GIF89a\1\0\1\0\0\0\0;", 14),
                                     std::string("\x89PNG\r\n\x1A\n", 8), std::string("\xFF\xD8\xFF\xE0", 4)}) {
        const auto size = content::picture_size(bytes);
        REQUIRE(!size.ok());
        CHECK(size.error().code == "not-a-picture");
        CHECK(!content::decode_picture(bytes).ok());
    }
}

namespace {

void put_big_endian(std::string& bytes, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xFF);
}

/// One chunk of a PNG with its sum, counted bit by bit.
std::string chunk(const std::string& type, const std::string& data) {
    std::string bytes;
    put_big_endian(bytes, static_cast<std::uint32_t>(data.size()));
    std::uint32_t sum = 0xFFFFFFFFu;
    for (const char letter : type + data) {
        sum ^= static_cast<unsigned char>(letter);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320u : 0);
    }
    bytes += type + data;
    put_big_endian(bytes, ~sum);
    return bytes;
}

/// A white picture of 1,000 × 800 pixels with one bit each, its data stored without compression.
std::string large_png() {
    std::string rows;
    for (int row = 0; row < 800; ++row) rows += '\0' + std::string(125, '\xFF');
    std::string data("\x78\x01", 2);
    std::uint32_t a = 1, b = 0; // Adler-32
    for (const char byte : rows) {
        a = (a + static_cast<unsigned char>(byte)) % 65521;
        b = (b + a) % 65521;
    }
    for (std::size_t at = 0; at < rows.size();) {
        const std::size_t length = std::min<std::size_t>(rows.size() - at, 0xFFFF);
        data += static_cast<char>(at + length == rows.size());
        for (const std::size_t part : {length, ~length})
            data += {static_cast<char>(part & 0xFF), static_cast<char>((part >> 8) & 0xFF)};
        data += rows.substr(at, length);
        at += length;
    }
    put_big_endian(data, (b << 16) | a);
    std::string head;
    put_big_endian(head, 1000);
    put_big_endian(head, 800);
    head += std::string("\1\0\0\0\0", 5);
    return std::string("\x89PNG\r\n\x1A\n", 8) + chunk("IHDR", head) + chunk("IDAT", data) + chunk("IEND", "");
}

} // namespace

TEST_CASE("a large picture is checked, damaged or cut short") {
    const std::string whole = large_png();
    REQUIRE(content::decode_picture(whole).ok());
    CHECK(content::decode_picture(whole)->rgba.size() == 1000u * 800u * 4u);
    CHECK(content::check_picture(whole).ok());
    const std::string cut = whole.substr(0, whole.size() / 2);
    REQUIRE(!content::check_picture(cut).ok());
    CHECK(content::check_picture(cut).error().code == "not-a-picture");
    std::string hurt = whole;
    hurt[44] = '\x7F'; // the length of a stored block
    CHECK(!content::check_picture(hurt).ok());
    CHECK(!content::decode_picture(hurt).ok());
    const std::string headless = whole.substr(0, 33) + chunk("IEND", "");
    CHECK(!content::check_picture(headless).ok());
}

TEST_CASE("a picture that is too large to send becomes a JPEG within the limit, on white") {
    content::Pixels noise{900, 700, {}};
    std::uint32_t seed = 7;
    for (int i = 0; i < 900 * 700; ++i) {
        seed = seed * 1664525u + 1013904223u;
        for (const unsigned shift : {8u, 16u, 24u}) noise.rgba.push_back(static_cast<std::uint8_t>(seed >> shift));
        noise.rgba.push_back(255);
    }
    const std::string large = content::encode_jpeg(noise, 95);
    REQUIRE(large.size() > 200'000);
    const auto small = content::fit_picture(large, 200'000);
    REQUIRE(small.ok());
    CHECK(small->mime == "image/jpeg");
    CHECK(small->bytes.size() <= 200'000);
    CHECK(small->bytes.size() > 20'000); // no smaller than it must be
    const auto size = content::picture_size(small->bytes);
    REQUIRE(size.ok());
    CHECK(size->width * 7 == size->height * 9);

    const auto clear = content::decode_picture(content::encode_jpeg({8, 8, std::vector<std::uint8_t>(256, 0)}, 90));
    REQUIRE(clear.ok());
    CHECK(clear->rgba[0] > 250);
}

TEST_CASE("a picture within the limit is sent as it is, and what is none is not") {
    const std::string bytes =
        *base::read_file(std::string(TIMBANG_TEST_DATA) + "/content/base/case/evidence/perda-air-1.png");
    const auto same = content::fit_picture(bytes, 200'000);
    REQUIRE(same.ok());
    CHECK(same->mime == "image/png");
    CHECK(same->bytes == bytes);
    CHECK(content::fit_picture("no picture", 200'000).error().code == "not-a-picture");
}
