#include <doctest/doctest.h>

#include "app/source_spans.h"
#include "app/yaml_scan.h"

using namespace timbang::app;

namespace {

/// The caret stands at the first "^"; it is taken out.
YamlCaret caret_in(std::string text) {
    const std::size_t at = text.find('^');
    text.erase(at, 1);
    return yaml_caret(text, static_cast<std::uint32_t>(at));
}

} // namespace

TEST_CASE("the place of the caret follows keys, items and brackets") {
    CHECK(caret_in("reference:\n  score: 8^\n").path == YamlPath{"reference", "score"});
    CHECK(caret_in("problems:\n  - type: a\n    rule: ^\n").path == YamlPath{"problems", "0", "rule"});
    CHECK(caret_in("problems:\n  - type: a\n  - type: b^\n").path == YamlPath{"problems", "1", "type"});
    CHECK(caret_in("a:\n- x\n- y^\n").path == YamlPath{"a", "1"});
    CHECK(caret_in("rests_on:\n  - {in: persalinan, page: 2^}\n").path == YamlPath{"rests_on", "0", "page"});
    CHECK(caret_in("evidence: [a, b^]\n").path == YamlPath{"evidence", "1"});
}

TEST_CASE("a key is told from a value, also before its colon is typed") {
    const YamlCaret key = caret_in("reference:\n  sc^\n");
    CHECK(key.at_key);
    CHECK(key.path == YamlPath{"reference"});
    CHECK(caret_in("title: {id: a, e^}\n").at_key);
    CHECK(caret_in("reference:\n  score: 8\n^\n").path.empty());
    CHECK(caret_in("reference:\n  ^\n").path == YamlPath{"reference"});
    CHECK_FALSE(caret_in("verdict: re^\n").at_key);
    CHECK(caret_in("why: \"a te^xt\"\n").in_text);
    CHECK(caret_in("a: 1 # re^mark\n").in_text);
}

TEST_CASE("texts of several lines are one value") {
    const std::string text = "text: |\n  first: line\n  second\nnext: 1\n";
    CHECK(yaml_value(text, {"next"}) == "1");
    CHECK(yaml_value(text, {"text", "first"}).empty());
    CHECK(yaml_value("- {id: \"a: b\", n: 2}\n", {"0", "id"}) == "a: b");
}

TEST_CASE("nothing is looked at behind the piece that was wanted") {
    int seen = 0;
    each_yaml_piece("a: 1\nb: 2\n", [&](const YamlPiece&) { return ++seen < 2; });
    CHECK(seen == 2);
}

TEST_CASE("whatever is typed has pieces that lie within the text") {
    for (const std::string text : {"\"", "'a\n", "{[", "]}", "- - -", ": :", "a: |", "a: >\n\n\n", "key:\n\t- x", "#", "a: {b", "- \"x\nk: 1"}) {
        std::uint32_t last = 0;
        for (const YamlPiece& piece : yaml_pieces(text)) {
            CHECK(piece.begin >= last);
            CHECK(piece.end > piece.begin);
            CHECK(piece.end <= text.size());
            last = piece.end;
        }
        for (std::uint32_t at = 0; at <= text.size(); ++at) CHECK(yaml_caret(text, at).end <= text.size());
    }
}

TEST_CASE("colours: keys, texts, numbers and remarks of YAML, headings and signs of Markdown") {
    const auto yaml = source_spans("a.yaml", "n: 12 # x\nt: \"y\"\n");
    REQUIRE(yaml.size() == 5);
    CHECK(yaml[1].kind == SourceKind::Number);
    CHECK(yaml[2].kind == SourceKind::Comment);
    CHECK(yaml[4].kind == SourceKind::String);
    const auto markdown = source_spans("a.md", "# Head\n:::sign\n| a | **b** |\n");
    REQUIRE(markdown.size() >= 5);
    CHECK(markdown[0].kind == SourceKind::Heading);
    CHECK(markdown[1].kind == SourceKind::Mark);
    CHECK(source_spans("a.png", "# Head").empty());
}
