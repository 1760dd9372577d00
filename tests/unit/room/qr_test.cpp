#include <doctest/doctest.h>

#include <string>

#include "room/host.h"

using namespace timbang;

TEST_CASE("a code has its three finder patterns and no fourth") {
    const auto code = room::qr_code("http://192.168.10.1:8080/#482917");
    REQUIRE(code.ok());
    CHECK(code->size == 29);
    REQUIRE(code->dark.size() == 29 * 29);
    const auto finder = [&](int left, int top) {
        for (int y = 0; y < 7; ++y)
            for (int x = 0; x < 7; ++x) {
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                if (code->dark[static_cast<std::size_t>((top + y) * 29 + left + x)] != (ring != 2)) return false;
            }
        return true;
    };
    CHECK(finder(0, 0));
    CHECK(finder(22, 0));
    CHECK(finder(0, 22));
    CHECK_FALSE(finder(22, 22));
}

TEST_CASE("what does not fit into any code is refused") {
    const auto code = room::qr_code(std::string(5000, 'x'));
    REQUIRE_FALSE(code.ok());
    CHECK(code.error().code == "too-long");
}
