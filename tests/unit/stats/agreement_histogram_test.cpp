#include "stats/agreement_histogram.h"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "base/rng.h"

using namespace timbang::stats;

TEST_CASE("bytes are counted alike for any length and number of categories") {
    timbang::base::Rng rng(1);
    for (const std::size_t size : {0U, 1U, 15U, 16U, 63U, 64U, 65U, 511U, 512U, 4099U, 9000U}) {
        for (const std::size_t categories : {1U, 2U, 4U, 5U, 6U, 9U, 13U, 15U, 16U, 101U, 255U}) {
            std::vector<std::uint8_t> codes(size);
            std::vector<std::uint32_t> wanted(categories, 0);
            for (auto& code : codes) {
                code = rng.below(4) == 0 ? 255 : static_cast<std::uint8_t>(rng.below(categories));
                if (code < categories) ++wanted[code];
            }
            std::vector<std::uint32_t> counts(categories, 77);
            count_bytes(codes, categories, counts.data());
            CHECK(counts == wanted);
        }
    }
}

TEST_CASE("bytes are counted by column, also many rows and odd widths") {
    timbang::base::Rng rng(2);
    for (const std::size_t rows : {1U, 255U, 256U, 700U}) {
        for (const std::size_t width : {1U, 16U, 19U, 40U}) {
            for (const std::size_t categories : {2U, 5U, 15U, 40U}) {
                const std::size_t stride = width + 3;
                std::vector<std::uint8_t> codes(rows * stride, 0);
                std::vector<std::uint32_t> wanted(width * categories, 1);
                for (std::size_t i = 0; i < rows; ++i) {
                    for (std::size_t j = 0; j < width; ++j) {
                        const auto code = static_cast<std::uint8_t>(rng.below(categories + 1));
                        codes[i * stride + j] = code == categories ? 255 : code;
                        if (code < categories) ++wanted[j * categories + code];
                    }
                }
                std::vector<std::uint32_t> counts(width * categories, 1);
                count_columns({codes.data(), rows, width, stride}, categories, counts.data());
                CHECK(counts == wanted);
            }
        }
    }
}

TEST_CASE("whole numbers from 0 to 254 become bytes, others do not") {
    const double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values;
    for (int i = 0; i < 255; ++i) values.push_back(i);
    values.insert(values.end(), {none, 3, none, 0, -0.0, 254});
    std::vector<std::uint8_t> bytes(values.size());
    REQUIRE(bytes_of(values, bytes.data()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(bytes[i] == (std::isnan(values[i]) ? 255 : static_cast<int>(values[i])));
    }
    for (const double wrong : {255.0, -1.0, 0.5, 1e300, -1e300, HUGE_VAL, 4294967297.0, -2147483648.0, 256.0}) {
        for (std::size_t at = 0; at < 9; ++at) {
            std::vector<double> some(9, 1.0);
            some[at] = wrong;
            CHECK_FALSE(bytes_of(some, bytes.data()));
        }
    }
}
