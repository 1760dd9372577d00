#include "stats/distributions.h"

#include <cmath>

#include <doctest/doctest.h>

using namespace timbang::stats;

// Values of the printed tables in Abramowitz & Stegun (1972), tables 26.1, 26.8, 26.9 and 26.10.
TEST_CASE("quantiles and tails equal the printed tables") {
    CHECK(normal_quantile(0.975) == doctest::Approx(1.95996).epsilon(1e-5));
    CHECK(normal_cdf(1.0) == doctest::Approx(0.84134).epsilon(1e-5));
    CHECK(t_quantile(0.975, 10) == doctest::Approx(2.228).epsilon(3e-4));
    CHECK(t_upper(2.228, 10) == doctest::Approx(0.025).epsilon(1e-3));
    CHECK(f_quantile(0.95, 5, 10) == doctest::Approx(3.33).epsilon(2e-3));
    CHECK(f_upper(3.33, 5, 10) == doctest::Approx(0.05).epsilon(5e-3));
    CHECK(chi_square_quantile(0.95, 10) == doctest::Approx(18.307).epsilon(1e-4));
    CHECK(chi_square_lower(18.307, 10) == doctest::Approx(0.95).epsilon(1e-4));
    CHECK(chi_square_upper(18.307, 10) == doctest::Approx(0.05).epsilon(1e-3));
}

TEST_CASE("a quantile too large for a number is infinity and not an exception") {
    CHECK(std::isinf(f_quantile(0.975, 5, 1e-4)));
}
