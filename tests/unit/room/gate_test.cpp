#include <doctest/doctest.h>

#include "room/gate.h"

using timbang::room::Gate;
using timbang::room::Limits;

namespace {

Limits three_tries() {
    Limits limits;
    limits.code_tries = 3;
    limits.code_pause_ms = 1000;
    return limits;
}

} // namespace

TEST_CASE("a few wrong codes are answered at once, then each waits longer than the one before") {
    Gate gate("482917", three_tries());
    std::int64_t now = 50'000;
    for (int i = 0; i < 2; ++i) {
        CHECK(gate.open(now));
        CHECK_FALSE(gate.fits("000000", now));
    }
    CHECK(gate.open(now));
    for (const int pause : {1000, 2000, 4000, 8000}) {
        CHECK_FALSE(gate.fits("000000", now));
        CHECK_FALSE(gate.open(now + pause - 1));
        now += pause;
        CHECK(gate.open(now));
    }
}

TEST_CASE("the right code waits for its turn too") {
    Gate gate("482917", three_tries());
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(gate.fits("000000", 0));
    CHECK_FALSE(gate.open(999));
    CHECK(gate.open(1000));
    CHECK(gate.fits("482917", 1000));
    CHECK_FALSE(gate.open(1001));
}

TEST_CASE("the pause ends at sixteen times, and wrong codes are forgotten") {
    Gate gate("482917", three_tries());
    for (int i = 0; i < 200; ++i)
        CHECK_FALSE(gate.fits("000000", 0));
    CHECK_FALSE(gate.open(15'999));
    CHECK(gate.open(16'000));
    CHECK(gate.fits("482917", 70'000));
    CHECK(gate.open(70'000));
}

TEST_CASE("right codes alone close nothing") {
    Gate gate("482917", three_tries());
    for (int i = 0; i < 100; ++i) {
        CHECK(gate.open(0));
        CHECK(gate.fits("482917", 0));
    }
}
