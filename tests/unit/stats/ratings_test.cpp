#include "stats/ratings.h"

#include <cmath>

#include <doctest/doctest.h>

#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::tests::table_of;

namespace {

const double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<double> number_scale(std::size_t size) {
    std::vector<double> values;
    for (std::size_t k = 0; k < size; ++k) values.push_back(static_cast<double>(k) * 1.5);
    return values;
}

} // namespace

TEST_CASE("ratings from numbers have the categories that occur, in order") {
    const std::vector<double> values = {3, 1, kNone, 7.5, 3, 1};
    const auto made = Ratings::of_values(3, 2, values);
    REQUIRE(made.ok());
    CHECK(made->scale().values() == std::vector<double>{1, 3, 7.5});
    CHECK(made->scale().labels() == std::vector<std::string>{"1", "3", "7.5"});
    CHECK(made->code(0, 0) == 1);
    CHECK(made->code(1, 0) == kNoRating);
    CHECK(made->code(1, 1) == 2);
    CHECK(made->units() == 3);
}

TEST_CASE("whole numbers keep gaps, order and missing cells") {
    for (const double shift : {0.0, 1.0, -3.0, 250.0, 1000.0}) {
        std::vector<double> values(9000);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = i % 7 == 0 ? kNone : shift + static_cast<double>(i % 5 == 4 ? 9 : i % 5);
        }
        const auto made = Ratings::of_values(3000, 3, values);
        REQUIRE(made.ok());
        REQUIRE(made->scale().size() == 5);
        bool same = true;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int code = made->code(i / 3, i % 3);
            same =
                same && (std::isnan(values[i]) ? code == kNoRating
                                               : made->scale().values()[static_cast<std::size_t>(code)] == values[i]);
        }
        CHECK(same);
    }
}

TEST_CASE("minus zero and zero are one category") {
    const std::vector<double> values = {0.0, -0.0, 0.5, 0.5};
    CHECK(Ratings::of_values(2, 2, values)->scale().size() == 2);
}

TEST_CASE("a given scale keeps its order and categories nobody used") {
    const std::vector<double> values = {1, 2, 2, kNone};
    const auto made = Ratings::of_values(2, 2, values, Scale::of_values({3, 2, 1}));
    REQUIRE(made.ok());
    CHECK(made->code(0, 0) == 2);
    CHECK(made->code(0, 1) == 1);
    CHECK(made->scale().size() == 3);
    const Ratings fewer = made->with_occurring();
    CHECK(fewer.scale().values() == std::vector<double>{2, 1});
    CHECK(fewer.code(0, 0) == 1);
    CHECK(fewer.code(1, 1) == kNoRating);
}

TEST_CASE("a value that is no category is told with its place") {
    const std::vector<double> values = {1, 2, 9, 2};
    const auto made = Ratings::of_values(2, 2, values, Scale::of_positions(3));
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == "stats.ratings-category");
    CHECK(std::get<std::int64_t>(made.error().args[0].second) == 2);
    CHECK(std::get<std::int64_t>(made.error().args[1].second) == 1);
    const std::vector<double> wild = {1, HUGE_VAL};
    CHECK(Ratings::of_values(1, 2, wild).error().code == "stats.ratings-category");
}

TEST_CASE("codes outside the scale and wrong shapes are told") {
    const std::vector<int> codes = {0, 1, 2, 3};
    CHECK(Ratings::of_codes(Scale::of_positions(3), 2, 2, codes).error().code == "stats.ratings-category");
    CHECK(Ratings::of_codes(Scale::of_positions(4), 2, 3, codes).error().code == "stats.ratings-shape");
    CHECK(Ratings::of_counts(Scale::of_positions(2), 2, {1, 2, 3}).error().code == "stats.ratings-shape");
    CHECK(Ratings::of_counts(Scale::of_positions(2), 1, {1, -2}).error().code == "stats.ratings-count");
    CHECK(Ratings::of_counts(Scale::of_positions(2), 1, {1, kNone}).error().code == "stats.ratings-count");
    std::vector<std::uint8_t> bytes(20000, 1);
    bytes[12345] = 7;
    const auto bad = Ratings::of_bytes(Scale::of_positions(3), 200, 100, bytes);
    REQUIRE_FALSE(bad.ok());
    CHECK(std::get<std::int64_t>(bad.error().args[0].second) == 124);
    CHECK(std::get<std::int64_t>(bad.error().args[1].second) == 46);
}

TEST_CASE("up to 255 categories take one byte, more take two") {
    for (const std::size_t size : {255U, 256U, 1000U}) {
        std::vector<int> codes;
        for (std::size_t k = 0; k < size; ++k) codes.insert(codes.end(), {static_cast<int>(k), kNoRating});
        const auto made = Ratings::of_codes(Scale::of_values(number_scale(size)), size, 2, codes);
        REQUIRE(made.ok());
        CHECK(made->wide() == (size > 255));
        CHECK(made->code(size - 1, 0) == static_cast<int>(size) - 1);
        CHECK(made->code(size - 1, 1) == kNoRating);
        std::vector<double> values;
        for (const int code : codes) values.push_back(code < 0 ? kNone : code * 1.5);
        const auto same = Ratings::of_values(size, 2, values);
        REQUIRE(same.ok());
        CHECK(same->wide() == made->wide());
        CHECK(same->code(size - 1, 0) == static_cast<int>(size) - 1);
    }
    std::vector<double> many(70000);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<double>(i);
    CHECK(Ratings::of_values(many.size() / 2, 2, many).error().code == "stats.ratings-categories");
}

TEST_CASE("a table of a million needs no more rows than cells") {
    const Ratings made = table_of({{600000, 1, 0}, {2, 399997, 0}, {0, 0, 0}});
    CHECK(made.rows() == 4);
    CHECK(made.units() == 1000000);
    CHECK(made.raters() == 2);
    CHECK(made.with_occurring().scale().size() == 2);
    CHECK(made.with_occurring().units() == 1000000);
}

TEST_CASE("two raters can be taken out of many") {
    const std::vector<int> codes = {0, 1, 2, kNoRating, 1, 0};
    const auto made = Ratings::of_codes(Scale::of_positions(3), 2, 3, codes);
    const Ratings pair = made->pair(2, 0);
    CHECK(pair.raters() == 2);
    CHECK(pair.code(0, 0) == 2);
    CHECK(pair.code(0, 1) == 0);
    CHECK(pair.code(1, 1) == kNoRating);
}
