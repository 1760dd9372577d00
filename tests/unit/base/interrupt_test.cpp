#include <doctest/doctest.h>

#include <csignal>

#include "base/interrupt.h"

using timbang::base::Interrupt;

TEST_CASE("a request to end is noticed, and one that repeats it does not end the program afterwards") {
    {
        Interrupt interrupt;
        CHECK_FALSE(interrupt.asked());
        std::raise(SIGINT);
        CHECK(interrupt.asked());
        std::raise(SIGINT);
        std::raise(SIGTERM);
        CHECK(interrupt.asked());
    }
    Interrupt next;
    CHECK_FALSE(next.asked());
}
