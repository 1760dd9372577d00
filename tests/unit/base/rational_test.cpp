#include <doctest/doctest.h>

#include <limits>
#include <optional>

#include "base/rational.h"
#include "base/rng.h"

using timbang::base::checked_add;
using timbang::base::checked_divide;
using timbang::base::checked_multiply;
using timbang::base::checked_subtract;
using timbang::base::Rational;

namespace {
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
}

TEST_CASE("a fraction is reduced and its denominator positive") {
    CHECK(Rational(6, -8) == Rational(-3, 4));
    CHECK(Rational(0, -5).text() == "0");
    CHECK(Rational(0, -5).denominator() == 1);
    CHECK(Rational(-3, 4).text() == "-3/4");
    CHECK(Rational(54, 2).text() == "27");
}

TEST_CASE("arithmetic is exact") {
    CHECK(Rational(1, 3) + Rational(1, 6) == Rational(1, 2));
    CHECK(Rational(1, 3) - Rational(1, 2) == Rational(-1, 6));
    CHECK(Rational(6279) / Rational(6940) == Rational(6279, 6940));
    CHECK(Rational(2, 3) * Rational(-9, 4) == Rational(-3, 2));
}

TEST_CASE("order holds where doubles would be equal") {
    CHECK(Rational(kMax, kMax - 1) > Rational(1));
    CHECK(Rational(kMax - 1, kMax) < Rational(kMax, kMax));
    CHECK(Rational(kMax - 2, kMax - 1) < Rational(kMax - 1, kMax));
    CHECK(Rational(-1, 2) < Rational(-1, 3));
}

TEST_CASE("checked operations give nothing where the result does not fit") {
    CHECK_FALSE(checked_add(kMax, 1));
    CHECK_FALSE(checked_subtract(kMin, 1));
    CHECK_FALSE(checked_multiply(kMax, 2));
    CHECK_FALSE(checked_divide(Rational(1, kMax), 2));
    CHECK_FALSE(checked_divide(1, 0));
    CHECK_FALSE(checked_subtract(0, kMin));
}

TEST_CASE("checked operations give the result where only a step on the way is large") {
    CHECK(checked_multiply(Rational(kMax, 3), Rational(3, kMax)) == Rational(1));
    CHECK(checked_add(Rational(kMax, 2), Rational(-kMax, 2)) == Rational(0));
    CHECK(checked_add(kMin, kMax) == Rational(-1));
}

TEST_CASE("numbers read back as they were written") {
    timbang::base::Rng rng(4);
    for (int i = 0; i < 1000; ++i) {
        const Rational value(static_cast<std::int64_t>(rng.next()) / 2,
                             static_cast<std::int64_t>(1 + rng.below(1'000'000)));
        CHECK(Rational::parse(value.text()) == value);
    }
    CHECK(Rational::parse("-3.5") == Rational(-7, 2));
    CHECK(Rational::parse("-0.25") == Rational(-1, 4));
    CHECK(Rational::parse("6279/6940") == Rational(6279, 6940));
}

TEST_CASE("what is no number is refused") {
    for (const char* text : {"", "-", "1.", ".5", "1/0", "3/-4", "1e3", " 1", "1 ", "+1", "--1", "1,5", "1/2/3",
                             "1.2/3", "9223372036854775808", "0.1234567890123456789"})
        CHECK_MESSAGE(!Rational::parse(text), text);
}

TEST_CASE("whatever was read or worked out can be negated") {
    CHECK_FALSE(Rational::parse("-9223372036854775808"));
    CHECK_FALSE(checked_subtract(Rational(-9223372036854775807), Rational(1)));
    CHECK(Rational(0) - *Rational::parse("-9223372036854775807") == Rational(9223372036854775807));
}
