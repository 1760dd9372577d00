#include <doctest/doctest.h>

#include <cstring>

#include "base/files.h"
#include "room/web_files.h"

using namespace timbang;

TEST_CASE("the page is in the program as it stands in assets/room, and under 100 kB compressed") {
    std::size_t total = 0;
    bool index = false, projector = false;
    for (const room::WebFile& file : room::web_files()) {
        const auto source = base::read_file(std::string(TIMBANG_SOURCE_DIR) + "/assets/room/" + std::string(file.name));
        REQUIRE_MESSAGE(source.ok(), file.name);
        CHECK_MESSAGE(file.plain == *source, file.name);
        CHECK(file.gzip.substr(0, 3) == "\x1f\x8b\x08");
        // The last four bytes of a gzip file are the length of what it holds, little-endian (RFC 1952).
        unsigned char tail[4];
        std::memcpy(tail, file.gzip.data() + file.gzip.size() - 4, 4);
        CHECK((tail[0] | tail[1] << 8 | tail[2] << 16 | tail[3] << 24) == static_cast<int>(file.plain.size()));
        total += file.gzip.size();
        index = index || file.name == "index.html";
        projector = projector || file.name == "projector.html";
    }
    CHECK(index);
    CHECK(projector);
    CHECK(total < 100'000);
}
