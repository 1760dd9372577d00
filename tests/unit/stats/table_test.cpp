#include "stats/table.h"

#include <limits>

#include <doctest/doctest.h>

using timbang::stats::Table;

TEST_CASE("a table begins with every cell missing") {
    const Table table(2, 3);
    CHECK(table.units() == 2);
    CHECK(table.raters() == 3);
    CHECK(table.count() == 0);
    CHECK_FALSE(table.has(1, 2));
    CHECK(table.complete_units().units() == 0);
}

TEST_CASE("cells are kept by unit and rater") {
    Table table = Table::of({{1.0, 2.0}, {std::nullopt, 4.0}, {5.0, 6.0}});
    CHECK(table.at(0, 1) == 2);
    CHECK_FALSE(table.has(1, 0));
    CHECK(table.count() == 5);
    CHECK(Table::missing(table.row(1)[0]));
    table.clear(2, 1);
    CHECK_FALSE(table.complete(2));
    CHECK(table.complete_units().units() == 1);
}

TEST_CASE("what is not a finite number is missing") {
    Table table = Table::of({{1.0, 2.0}});
    table.set(0, 0, std::numeric_limits<double>::infinity());
    CHECK_FALSE(table.has(0, 0));
    table.set(0, 0, 3);
    CHECK(table.at(0, 0) == 3);
}

TEST_CASE("columns are the raters' numbers") {
    const Table table = Table::of({{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}});
    CHECK(table.columns(1, 5) == std::vector<std::vector<double>>{{2, 5}, {3, 6}});
    CHECK(table.columns(0, 1) == std::vector<std::vector<double>>{{1, 4}});
}

TEST_CASE("complete units keep their order and leave out the others") {
    const Table kept = Table::of({{1.0, 2.0}, {std::nullopt, 4.0}, {5.0, 6.0}}).complete_units();
    REQUIRE(kept.units() == 2);
    CHECK(kept.at(1, 0) == 5);
    CHECK(kept.at(1, 1) == 6);
}
