#include <doctest/doctest.h>

#include "domain/page.h"
#include "support/scenario_builder.h"

using namespace timbang::domain;
using timbang::tests::text_page;

TEST_CASE("a quote is found letter by letter inside one unit") {
    const Page page = text_page("Jumlah 6.729\nnihil nihil\nBaris Akhir");
    CHECK(find_quote(page, "6.729") == std::vector<TextRange>{{7, 12}});
    CHECK(find_quote(page, "nihil").size() == 2);
    CHECK(find_quote(page, "jumlah").empty());
    CHECK(find_quote(page, "nihil Baris").empty());
    CHECK(find_quote(page, "6.729\nnihil").empty());
    CHECK(find_quote(page, "").empty());
    CHECK(find_quote(page, " \t").empty());
}

TEST_CASE("white space of a quote is folded") {
    const Page page = text_page("Jumlah 6.729 orang");
    CHECK(find_quote(page, "  6.729 \n orang ") == std::vector<TextRange>{{7, 18}});
}

TEST_CASE("words are found without regard to case, across units") {
    const Page page = text_page("Dinas Kesehatan\nKABUPATEN Contoh");
    const auto found = find_words(page, "kesehatan kabupaten");
    REQUIRE(found.size() == 1);
    CHECK(page.words(found[0]) == "Kesehatan\nKABUPATEN");
    CHECK(find_words(page, "contoh") == std::vector<TextRange>{{26, 32}});
    CHECK(find_words(page, "provinsi").empty());
    CHECK(find_words(page, " ").empty());
}

TEST_CASE("accented letters keep their bytes when they are found") {
    const Page page = text_page("Café École, naïve");
    const auto found = find_words(page, "ÉCOLE");
    REQUIRE(found.size() == 1);
    CHECK(page.words(found[0]) == "École");
}

TEST_CASE("the unit that holds a byte") {
    const Page page = text_page("satu\ndua\ntiga");
    CHECK(unit_at(page, 0) == TextRange{0, 4});
    CHECK(unit_at(page, 3) == TextRange{0, 4});
    CHECK(unit_at(page, 4) == TextRange{});
    CHECK(unit_at(page, 5) == TextRange{5, 8});
    CHECK(unit_at(page, 900) == TextRange{});
    CHECK(unit_at(Page{}, 0) == TextRange{});
}
