#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace timbang::base;

TEST_CASE("the first bad byte of every ill-formed kind is found") {
    CHECK_FALSE(invalid_utf8(""));
    CHECK_FALSE(invalid_utf8("aé€😀\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf"));
    struct Bad { const char* text; std::size_t at; };
    for (const Bad& bad :
         {Bad{"a\x80", 1}, Bad{"\xc0\xaf", 0}, Bad{"\xc1\xbf", 0}, Bad{"\xe0\x9f\xbf", 0}, Bad{"\xf0\x8f\xbf\xbf", 0},
          Bad{"ab\xed\xa0\x80", 2}, Bad{"\xed\xbf\xbf", 0}, Bad{"\xf4\x90\x80\x80", 0}, Bad{"\xf5\x80\x80\x80", 0},
          Bad{"\xff", 0}, Bad{"é\xe2\x82", 2}, Bad{"\xe2\x82g", 0}, Bad{"\xf0\x9f\x98", 0}, Bad{"x\xc3", 1}})
        CHECK(invalid_utf8(bad.text) == bad.at);
}

TEST_CASE("code points are read and written back") {
    for (const char32_t value :
         {U'a', U'\u007f', U'\u0080', U'\u07ff', U'\u0800', U'\uffff', U'\U00010000', U'\U0010ffff'}) {
        std::string text;
        append_utf8(text, value);
        const CodePoint point = code_point_at(text, 0);
        CHECK(point.value == value);
        CHECK(point.next == text.size());
    }
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    CHECK(text == "\uFFFD\uFFFD");
    CHECK(code_point_at("\xff" "a", 0).value == 0xFFFD);
    CHECK(code_point_at("\xff" "a", 0).next == 1);
    CHECK(length("é€😀a") == 4);
    CHECK(length("\xff\xfe") == 2);
}

TEST_CASE("white space is folded, also where it does not break") {
    CHECK(fold_spaces("  a \t\r\n b\u00a0\u202fc  ") == "a b c");
    CHECK(fold_spaces(" \n ").empty());
    CHECK(fold_spaces("a\u200bb") == "a\u200bb");
}

TEST_CASE("case is folded in Latin letters only") {
    CHECK(fold_case("KABUPATEN É Ñ Ő Ž Ÿ İ Ắ") == "kabupaten é ñ ő ž ÿ i ắ");
    CHECK(fold_case("×÷ß ĸ ŉ") == "×÷ß ĸ ŉ");
    CHECK(fold_case("éőž") == "éőž");
    CHECK(fold_case("A\xff" "B") == "a\xff" "b");
}

TEST_CASE("edit distance counts code points") {
    CHECK(edit_distance("persalinan", "persalinan") == 0);
    CHECK(edit_distance("persalinan", "persalian") == 1);
    CHECK(edit_distance("é", "e") == 1);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("ends are trimmed, words joined") {
    CHECK(trimmed(" \t a b\r") == "a b");
    CHECK(trimmed(" \t\r").empty());
    CHECK(join({"a", "b c", "d"}) == "a, b c, d");
    CHECK(join({"a", "b"}, "/") == "a/b");
    CHECK(join({}).empty());
}
