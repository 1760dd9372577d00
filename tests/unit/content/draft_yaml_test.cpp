#include <doctest/doctest.h>

#include "content/yaml/edit.h"

using namespace timbang;
using namespace timbang::content::yaml;

namespace {

/// The text after an operation; what the edits give, one after the other, is the same.
template <class Operation> std::string after(const std::string& text, Operation operation) {
    Editor editor("a.yaml", text);
    REQUIRE(editor.readable());
    const base::Status done = operation(editor);
    if (!done) return "error: " + done.error().code;
    std::string replayed = text;
    for (const content::TextEdit& edit : editor.edits()) replayed.replace(edit.begin, edit.end - edit.begin, edit.text);
    CHECK(replayed == editor.text());
    CHECK_MESSAGE(editor.readable(), editor.text());
    return editor.text();
}

std::string set(const std::string& text, const Way& way, const Value& value, const Order& order = {}) {
    return after(text, [&](Editor& editor) { return editor.set(way, value, order); });
}
std::string set_text(const std::string& text, const Way& way, const base::Text& value) {
    return after(text, [&](Editor& editor) { return editor.set_text(way, value); });
}
std::string add(const std::string& text, const Way& way, const Value& value, std::size_t place = Editor::npos) {
    return after(text, [&](Editor& editor) { return editor.add_item(way, value, place); });
}
std::string removed(const std::string& text, const Way& way) {
    return after(text, [&](Editor& editor) { return editor.remove(way); });
}
std::string moved(const std::string& text, const Way& way, std::size_t from, std::size_t to) {
    return after(text, [&](Editor& editor) { return editor.move_item(way, from, to); });
}

} // namespace

TEST_CASE("a value changes where it stands; comments and layout stay") {
    const std::string text = "# head\nreference:\n  verdict: return   # why\n  score: 6\n# tail\n";
    CHECK(set(text, {"reference", "score"}, word("8")) ==
          "# head\nreference:\n  verdict: return   # why\n  score: 8\n# tail\n");
    CHECK(set(text, {"reference", "verdict"}, word("accept")) ==
          "# head\nreference:\n  verdict: accept   # why\n  score: 6\n# tail\n");
    CHECK(set(text, {"reference", "score"}, word("6")) == text);
    CHECK(set("a: {b: 1, c: 2} # x\n", {"a", "c"}, word("3")) == "a: {b: 1, c: 3} # x\n");
    CHECK(set("a:\nb: 1\n", {"a"}, word("x")) == "a: x\nb: 1\n");
    CHECK(set("a: # later\nb: 1\n", {"a"}, word("x")) == "a: x # later\nb: 1\n");
    CHECK(set("l:\n  -\n  - b\n", {"l", 0}, word("x")) == "l:\n  - x\n  - b\n");
    CHECK(set("a: {b: , c}\n", {"a", "c"}, word("x")) == "a: {b: , c: x}\n");
    CHECK(set("a: {b: , c}\n", {"a", "b"}, word("x")) == "a: {b: x, c}\n");
}

TEST_CASE("quotes go where a reader would take text for something else") {
    const auto written = [](const std::string& value, Write write) {
        Value given = word(value);
        given.write = write;
        return set("a: x\n", {"a"}, given);
    };
    for (const char* word_of : {"yes", "No", "ON", "off", "y", "n", "null", "~"})
        CHECK(written(word_of, Write::Word) == "a: \"" + std::string(word_of) + "\"\n");
    for (const char* plain : {"8", "true", "55.0", "KS-O1", "-5", "1.0.0"})
        CHECK(written(plain, Write::Word) == "a: " + std::string(plain) + "\n");
    for (const char* quoted : {"8", "007", "6.729", "95,0", "2024-01-01", "true", "1e3", "0x1F", "12:30", "-", "- a", "# a",
                               "a: b", "a #b", "a:", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "[a", "{a", "'a", " a",
                               "a ", "? a", "---", "", "=", "<<", "1/2"})
        CHECK(written(quoted, Write::Text) == "a: \"" + std::string(quoted) + "\"\n");
    for (const char* plain : {"Sah, basah", "a:b", "a#b", "it's", "Jumlah 8", "12 orang", "a [b] {c}", "éa"})
        CHECK(written(plain, Write::Text) == "a: " + std::string(plain) + "\n");
    CHECK(written("say \"a\\b\"", Write::Quoted) == "a: \"say \\\"a\\\\b\\\"\"\n");
    CHECK(written("a\tb\x01", Write::Text) == "a: \"a\\tb\\u0001\"\n");
    CHECK(set("{a: x}\n", {"a"}, sentence("Sah, basah")) == "{a: \"Sah, basah\"}\n");
    CHECK(set("{a: x}\n", {"a"}, sentence("Why?")) == "{a: \"Why?\"}\n");
    CHECK(set("a: x # c\n", {"a"}, sentence("more text")) == "a: \"more text\" # c\n");
}

TEST_CASE("a value keeps its quotes, its bar or its arrow") {
    CHECK(set("a: \"x\"\n", {"a"}, word("y")) == "a: \"y\"\n");
    CHECK(set("a: 'x'\n", {"a"}, sentence("it's")) == "a: 'it''s'\n");
    CHECK(set("a: 'x'\n", {"a"}, sentence("two\nlines")) == "a: \"two\\nlines\"\n");
    CHECK(set("a: |\n    x\n    y\nb: 1\n", {"a"}, sentence("one\n\n  two\n")) == "a: |\n    one\n\n      two\nb: 1\n");
    CHECK(set("a: | # c\n  x\n\n# d\nb: 1\n", {"a"}, sentence("y")) == "a: |- # c\n  y\n\n# d\nb: 1\n");
    CHECK(set("a: |\n  x\n", {"a"}, sentence("  y")) == "a: \"  y\"\n");
    CHECK(set("a: >\n  x\n  y\nb: 1\n", {"a"}, sentence("one two\nthree\n")) == "a: >\n  one two\n\n  three\nb: 1\n");
    const std::string words = "word word word word word word word word word word word word word word word word word word word "
                              "word word word word  word word word word word word word word word word word word word\n\nlast\n";
    Editor editor("a.yaml", set("a: >\n  x\nb: 1\n", {"a"}, sentence(words)));
    CHECK(editor.at({"a"})->text == words);
    CHECK(set("a: x\nb: 1\n", {"a"}, sentence("one\ntwo")) == "a: |-\n  one\n  two\nb: 1\n");
    CHECK(set("l:\n  - x\n", {"l", 0}, sentence("one\ntwo")) == "l:\n  - |-\n    one\n    two\n");
    CHECK(set("{a: x}\n", {"a"}, sentence("one\ntwo")) == "{a: \"one\\ntwo\"}\n");
    CHECK(set("a: x\n  y\nb: 1\n", {"a"}, sentence("z")) == "a: z\nb: 1\n");
}

TEST_CASE("a text in two languages is set in the form that it has") {
    CHECK(set_text("why: {id: a, en: b}\n", {"why"}, {"Sah, ya", "b"}) == "why: {id: \"Sah, ya\", en: b}\n");
    CHECK(set_text("why:\n  id: a\n  en: b # c\n", {"why"}, {"x", "y z"}) == "why:\n  id: x\n  en: \"y z\" # c\n");
    CHECK(set_text("why:\n  en: b\n", {"why"}, {"x", "b"}) == "why:\n  id: x\n  en: b\n");
    CHECK(set_text("name: a\n", {"name"}, {"b", "b"}) == "name: b\n");
    CHECK(set_text("name: a\n", {"name"}, {"b", "c"}) == "name: {id: b, en: c}\n");
    CHECK(set_text("name: a\nx: 1\n", {"name"}, {"Satu. Dua.", "One."}) == "name:\n  id: Satu. Dua.\n  en: One.\nx: 1\n");
    CHECK(set_text("x: 1\n", {"name"}, {"b", "c"}) == "x: 1\nname: {id: b, en: c}\n");
    CHECK(set_text("why:\n  id: |\n    a\n  en: b\n", {"why"}, {"a", "b"}) == "why:\n  id: |\n    a\n  en: b\n");
    CHECK(set_text("why:\n  id: |\n    a\n  en: b\n", {"why"}, {"c", "b"}) == "why:\n  id: |\n    c\n  en: b\n");
    CHECK(set_text("why: {id: a, en: b}\n", {"why"}, {"a", ""}) == "why: {id: a}\n");
    CHECK(set_text("x: 1\nwhy: {id: a, en: b}\n", {"why"}, {"", ""}) == "x: 1\n");
}

TEST_CASE("a key is added where it belongs, with what is missing on the way") {
    const Order order = {"verdict", "score", "why"};
    CHECK(set("r:\n  verdict: a\n  why: x\nb: 1\n", {"r", "score"}, word("8"), order) ==
          "r:\n  verdict: a\n  score: 8\n  why: x\nb: 1\n");
    CHECK(set("r:\n  why: x\n", {"r", "score"}, word("8"), order) == "r:\n  score: 8\n  why: x\n");
    CHECK(set("l:\n  - why: x\n", {"l", 0, "score"}, word("8"), order) == "l:\n  - score: 8\n    why: x\n");
    CHECK(set("r: {verdict: a, why: x}\n", {"r", "score"}, word("8"), order) == "r: {verdict: a, score: 8, why: x}\n");
    CHECK(set("r: {why: x}\n", {"r", "score"}, word("8"), order) == "r: {score: 8, why: x}\n");
    CHECK(set("r: {}\n", {"r", "score"}, word("8")) == "r: {score: 8}\n");
    CHECK(set("a: 1\n", {"r", "score", "is"}, word("8")) == "a: 1\nr: {score: {is: 8}}\n");
    CHECK(set("a: 1\nr:\nb: 2\n", {"r", "score"}, word("8")) == "a: 1\nr: {score: 8}\nb: 2\n");
    CHECK(set("", {"a"}, word("1")) == "a: 1\n");
    CHECK(set("# only\n", {"a"}, word("1")) == "# only\na: 1\n");
    CHECK(set("a: 1", {"b"}, word("2")) == "a: 1\nb: 2");
    CHECK(set("a: |\n  x\n\n# c\nb: 1\n", {"b2"}, word("2"), {"a", "b2", "b"}) == "a: |\n  x\nb2: 2\n\n# c\nb: 1\n");
    CHECK(set("a:\n    b: 1\n", {"c"}, in_block(map({{"d", word("1")}}))) == "a:\n    b: 1\nc:\n    d: 1\n");
    CHECK(set("a: 1\r\nb: 2\r\n", {"c"}, sentence("x\ny")) == "a: 1\r\nb: 2\r\nc: |-\r\n  x\r\n  y\r\n");
}

TEST_CASE("items are added in the form of the list") {
    CHECK(add("l: [a, b] # c\n", {"l"}, word("c")) == "l: [a, b, c] # c\n");
    CHECK(add("l: [a, b]\n", {"l"}, word("c"), 0) == "l: [c, a, b]\n");
    CHECK(add("l: [a, b]\n", {"l"}, word("c"), 1) == "l: [a, c, b]\n");
    CHECK(add("l: []\n", {"l"}, word("c")) == "l: [c]\n");
    CHECK(add("l:\n", {"l"}, word("c")) == "l: [c]\n");
    CHECK(add("l: a\n", {"l"}, word("c")) == "l: [a, c]\n");
    CHECK(add("x: 1\n", {"l"}, word("c")) == "x: 1\nl: [c]\n");
    CHECK(add("l:\n  - a # 1\n  # on b\n  - b\nx: 1\n", {"l"}, word("c")) == "l:\n  - a # 1\n  # on b\n  - b\n  - c\nx: 1\n");
    CHECK(add("l:\n  - a # 1\n  # on b\n  - b\nx: 1\n", {"l"}, word("c"), 1) ==
          "l:\n  - a # 1\n  - c\n  # on b\n  - b\nx: 1\n");
    CHECK(add("l:\n- a\n- b\nx: 1\n", {"l"}, word("c"), 0) == "l:\n- c\n- a\n- b\nx: 1\n");
    const Value place = map({{"in", word("p")}, {"quote", quotation("x")}});
    CHECK(add("l:\n  - {in: a}\n", {"l"}, place) == "l:\n  - {in: a}\n  - {in: p, quote: \"x\"}\n");
    CHECK(add("l:\n  - in: a\n    b:\n      - c\n", {"l"}, place) ==
          "l:\n  - in: a\n    b:\n      - c\n  - in: p\n    quote: \"x\"\n");
    CHECK(add("x: 1\n", {"l"}, in_block(place)) == "x: 1\nl:\n  - in: p\n    quote: \"x\"\n");
    CHECK(add("l:\n  [a,\n   b]\n", {"l"}, word("c")) == "l:\n  [a,\n   b,\n   c]\n");
    CHECK(add("a: 1\n", {"a", "b"}, word("c")) == "error: draft-edit-unsupported");
}

TEST_CASE("items and keys are taken away with the comment above them") {
    CHECK(removed("l: [a, b, c]\n", {"l", 0}) == "l: [b, c]\n");
    CHECK(removed("l: [a, b, c]\n", {"l", 2}) == "l: [a, b]\n");
    CHECK(removed("l: [a]\n", {"l", 0}) == "l: []\n");
    CHECK(removed("l:\n  - a\n  # on b\n  - b # too\n  - c\n", {"l", 1}) == "l:\n  - a\n  - c\n");
    CHECK(removed("l:\n  # the list\n  - a\n  - b\n", {"l", 0}) == "l:\n  # the list\n  - b\n");
    CHECK(removed("l: # c\n  - a\nx: 1\n", {"l", 0}) == "l: [] # c\nx: 1\n");
    CHECK(removed("l:\n- a\n", {"l", 0}) == "l: []\n");
    CHECK(removed("l:\n  - a: 1\n    b: 2\n", {"l", 0, "a"}) == "l:\n  - b: 2\n");
    CHECK(removed("l:\n  - a: 1\n    # on b\n    b: 2\n", {"l", 0, "a"}) == "l:\n  - # on b\n    b: 2\n");
    CHECK(removed("l:\n  - a: 1\n    b: |\n      x\n\n  - c: 1\n", {"l", 0, "b"}) == "l:\n  - a: 1\n\n  - c: 1\n");
    CHECK(removed("l:\n  - a: 1\n", {"l", 0, "a"}) == "l:\n  - {}\n");
    CHECK(removed("# head\na: 1\nb: 2\n", {"a"}) == "# head\nb: 2\n");
    CHECK(removed("# head\na: 1\nb: 2", {"b"}) == "# head\na: 1");
    CHECK(removed("a: 1\n", {"a"}) == "");
    CHECK(removed("a: 1\n", {"b"}) == "a: 1\n");
    CHECK(removed("a: {b: 1, c: 2}\n", {"a", "b"}) == "a: {c: 2}\n");
}

TEST_CASE("items move with the comment above them") {
    CHECK(moved("l: [a, b, c]\n", {"l"}, 0, 2) == "l: [b, c, a]\n");
    CHECK(moved("l:\n  - a # 1\n\n  # on b\n  - b\n  - c\n", {"l"}, 1, 2) == "l:\n  - a # 1\n\n  - c\n  # on b\n  - b\n");
    CHECK(moved("l:\n  - a: 1\n    b: |\n      x\n  - c: 1\n    d: 2\nx: 1\n", {"l"}, 1, 0) ==
          "l:\n  - c: 1\n    d: 2\n  - a: 1\n    b: |\n      x\nx: 1\n");
    CHECK(moved("l: [a]\n", {"l"}, 0, 1) == "error: draft-edit-unsupported");
}

TEST_CASE("a file that does not parse is left alone") {
    for (const char* broken : {"a: [1\n", "a: 1\na: 2\n", "a: &b 1\n"}) {
        Editor editor("a.yaml", broken);
        CHECK_FALSE(editor.readable());
        CHECK(editor.set({"a"}, word("2")).error().code == "draft-unreadable");
        CHECK(editor.edits().empty());
    }
}
