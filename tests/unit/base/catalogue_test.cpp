#include <doctest/doctest.h>

#include <fstream>

#include "base/catalogue.h"
#include "support/temp_folder.h"

using namespace timbang::base;

namespace {

Catalogue with(const char* en, const char* id) {
    Catalogue catalogue;
    REQUIRE(catalogue.add(Lang::En, en));
    REQUIRE(catalogue.add(Lang::Id, id));
    return catalogue;
}

} // namespace

TEST_CASE("placeholders take every kind of argument in the language of the text") {
    const Catalogue catalogue = with(R"({"a.x": "{who}: {count} of {share} for {title}, {word}", "a.w": "word"})",
                                     R"({"a.x": "{word} {title} {share} {count} {who}", "a.w": "kata"})");
    const Message message{"a.x",
                          {{"who", std::string("Sari")},
                           {"count", std::int64_t{6940}},
                           {"share", Decimal{Rational(627900, 6940), 2}},
                           {"title", Text{"Kasus", "Case"}},
                           {"word", Key{"a.w"}}}};
    CHECK(catalogue.text(Lang::En, message) == "Sari: 6,940 of 90.48 for Case, word");
    CHECK(catalogue.text(Lang::Id, message) == "kata Kasus 90,48 6.940 Sari");
}

TEST_CASE("one and other words follow the number") {
    const Catalogue catalogue =
        with(R"({"a": "{n} {n?step|steps} {n?generous|more ({n})}"})", R"({"a": "{n} langkah"})");
    CHECK(catalogue.text(Lang::En, "a", {{"n", std::int64_t{1}}}) == "1 step generous");
    CHECK(catalogue.text(Lang::En, "a", {{"n", std::int64_t{2}}}) == "2 steps more (2)");
    CHECK(catalogue.text(Lang::En, "a", {{"n", std::int64_t{-1}}}) == "-1 steps more (-1)");
    CHECK(catalogue.text(Lang::En, "a", {{"n", Decimal{1, 0}}}) == "1 step generous");
}

TEST_CASE("braces, missing arguments and missing keys show themselves") {
    const Catalogue catalogue = with(R"({"a": "{{x} {gone} {open"})", R"({"a": "-"})");
    CHECK(catalogue.text(Lang::En, "a") == "{x} {gone} {open");
    CHECK(catalogue.text(Lang::En, "no.such") == "no.such");
}

TEST_CASE("an argument's own braces stay text") {
    const Catalogue catalogue = with(R"({"a": "{x}"})", R"({"a": "{x}"})");
    CHECK(catalogue.text(Lang::En, "a", {{"x", std::string("{y}")}}) == "{y}");
}

TEST_CASE("an error is told with its causes") {
    const Catalogue catalogue = with(R"({"error.outer": "Cannot save.", "error.inner": "{path} is full."})",
                                     R"({"error.outer": "Gagal menyimpan.", "error.inner": "{path} penuh."})");
    const Error error = Error("outer").caused_by(Error("inner", {{"path", std::string("/x")}}));
    CHECK(catalogue.text(Lang::En, error) == "Cannot save. /x is full.");
    CHECK(catalogue.text(Lang::Id, error) == "Gagal menyimpan. /x penuh.");
}

TEST_CASE("uneven keys are found: missing in one language, or with other placeholders") {
    const Catalogue catalogue = with(R"({"a": "{n} {n?x|y}", "b": "{n}", "c": "c", "e": "{{n}"})",
                                     R"({"a": "{n}", "b": "{m}", "d": "d", "e": "n"})");
    CHECK(catalogue.uneven() == std::vector<std::string>{"b", "c", "d"});
    CHECK(catalogue.has("a"));
    CHECK_FALSE(catalogue.has("c"));
}

TEST_CASE("broken catalogues are refused") {
    Catalogue catalogue;
    for (const char* json :
         {"", "[]", "{", R"({"a": 1})", R"({"a": {"b": "c"}})", R"({"a": "1", "a": "2"})", "{\"a\": \"\xff\"}"}) {
        const Status status = catalogue.add(Lang::En, json);
        REQUIRE_MESSAGE(!status, json);
        CHECK(status.error().code == "catalogue-broken");
    }
}

TEST_CASE("a folder of catalogues is read, and a broken file is named") {
    const timbang::test::TempFolder folder;
    std::ofstream(folder / "desk.en.json") << R"({"desk.a": "A"})";
    std::ofstream(folder / "desk.id.json") << R"({"desk.a": "B"})";
    std::ofstream(folder / "notes.txt") << "not JSON";
    const Result<Catalogue> catalogue = Catalogue::load(folder.path());
    REQUIRE(catalogue);
    CHECK(catalogue->text(Lang::Id, "desk.a") == "B");
    CHECK(catalogue->keys(Lang::En) == std::vector<std::string>{"desk.a"});
    std::ofstream(folder / "home.id.json") << "{";
    const Result<Catalogue> broken = Catalogue::load(folder.path());
    REQUIRE_FALSE(broken);
    CHECK(broken.error().args == Args{{"path", folder / "home.id.json"}});
    CHECK(Catalogue::load(folder / "none").error().code == "file-not-found");
}

TEST_CASE("whole numbers are grouped in the language's form") {
    CHECK(format_number(Lang::En, 999) == "999");
    CHECK(format_number(Lang::En, 1000) == "1,000");
    CHECK(format_number(Lang::Id, -1234567) == "-1.234.567");
    CHECK(format_number(Lang::En, INT64_MIN) == "-9,223,372,036,854,775,808");
}

TEST_CASE("decimals are rounded half up, away from zero") {
    CHECK(format_number(Lang::En, Rational(1, 8), 2) == "0.13");
    CHECK(format_number(Lang::Id, Rational(-1, 8), 2) == "-0,13");
    CHECK(format_number(Lang::En, Rational(1249, 10000), 2) == "0.12");
    CHECK(format_number(Lang::En, Rational(1, 2), 0) == "1");
    CHECK(format_number(Lang::En, Rational(999, 1000), 2) == "1.00");
    CHECK(format_number(Lang::En, Rational(-1, 1000), 2) == "0.00");
    CHECK(format_number(Lang::Id, Rational(21535, 10), 1) == "2.153,5");
    CHECK(format_number(Lang::En, Rational(1, 20), 3) == "0.050");
}
