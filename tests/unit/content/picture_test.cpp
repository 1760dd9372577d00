#include <doctest/doctest.h>

#include "base/files.h"
#include "content/picture.h"

using namespace timbang;

TEST_CASE("a PNG is measured, decoded and shrunk in its proportions") {
    const std::string bytes = *base::read_file(std::string(TIMBANG_TEST_DATA) + "/content/base/case/evidence/perda-air-1.png");
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
