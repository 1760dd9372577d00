#include <doctest/doctest.h>

#include "support/ui_harness.h"
#include "ui/kit/editor.h"
#include "ui/kit/widgets.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;

namespace {

struct Source {
    std::string text;
    EditorSpec spec{.label = "KS-O1.yaml",
                    .font = type::kMono,
                    .frame = false,
                    .max_bytes = 4000000,
                    .source = true,
                    .wrap = false,
                    .outer_undo = true};
    EditorResult last;
    std::vector<EditorChange> changes;
};

void show_source(UiHarness& h, Source& s, Rect r = {0, 0, 400, 300}) {
    h.show([&s, r](Ui& ui) {
        s.last = editor(ui, "text", r, s.text, s.spec);
        if (s.last.change) s.changes.push_back(*s.last.change);
        button(ui, "after", {0, 320, 80, 28}, {.label = "After"});
    });
}

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "  - {by: P" + std::to_string(i) + ", verdict: return, score: 8}\n";
    return text;
}

} // namespace

TEST_CASE("in source Enter keeps the indent, goes deeper behind a colon and stands beside the first key of an item") {
    Source s;
    UiHarness h(500, 400);
    show_source(h, s);
    h.click("text");
    h.type("replies:");
    h.press(Key::Enter);
    h.type("- when: {verdict: accept}");
    h.press(Key::Enter);
    h.type("why:");
    h.press(Key::Enter);
    h.type("en: Yes");
    CHECK(s.text == "replies:\n  - when: {verdict: accept}\n    why:\n      en: Yes");
}

TEST_CASE("in source Tab indents, Shift+Tab takes it back, over all lines that are selected") {
    Source s;
    s.text = "a: 1\nb: 2\n\nc: 3";
    UiHarness h(500, 400);
    show_source(h, s);
    h.click("text");
    h.press(ctrl(Key::Home));
    h.press(Key::Tab);
    CHECK(s.text == "  a: 1\nb: 2\n\nc: 3");
    h.press(ctrl(Key::A));
    h.press(Key::Tab);
    CHECK(s.text == "    a: 1\n  b: 2\n\n  c: 3");
    h.press(shift(Key::Tab));
    h.press(shift(Key::Tab));
    CHECK(s.text == "a: 1\nb: 2\n\nc: 3");
    CHECK(h.focus() == "text");
    h.press(ctrl(Key::Slash));
    CHECK(s.text == "# a: 1\n# b: 2\n\n# c: 3");
    h.press(ctrl(Key::Slash));
    CHECK(s.text == "a: 1\nb: 2\n\nc: 3");
}

TEST_CASE("Backspace in the indent goes back one level") {
    Source s;
    s.text = "    score: 8";
    UiHarness h(500, 400);
    show_source(h, s);
    h.click("text");
    h.press(Key::Home);
    for (int i = 0; i < 4; ++i)
        h.press(Key::Right);
    h.press(Key::Backspace);
    CHECK(s.text == "  score: 8");
    h.press(Key::End);
    h.press(Key::Backspace);
    CHECK(s.text == "  score: ");
}

TEST_CASE("Esc lets the next Tab leave the source") {
    Source s;
    s.text = "a: 1";
    UiHarness h(500, 400);
    show_source(h, s);
    h.click("text");
    h.press(Key::Escape);
    h.press(Key::Tab);
    CHECK(h.focus() == "after");
    CHECK(s.text == "a: 1");
    h.click("text");
    h.press(Key::Tab);
    CHECK(h.focus() == "text");
}

TEST_CASE("a change tells which bytes became which, and undo is left to the caller") {
    Source s;
    s.text = "score: 8\nverdict: return\n";
    UiHarness h(500, 400);
    show_source(h, s);
    h.click("text");
    h.press(ctrl(Key::Home));
    h.press(Key::End);
    h.press(Key::Backspace);
    REQUIRE(s.changes.size() == 1);
    CHECK(s.changes[0].begin == 7);
    CHECK(s.changes[0].end == 8);
    CHECK(s.changes[0].words.empty());
    h.type("≥10");
    REQUIRE(s.changes.size() == 2);
    CHECK(s.changes[1].begin == 7);
    CHECK(s.changes[1].end == 7);
    CHECK(s.changes[1].words == "≥10");
    h.press(ctrl(Key::Z));
    CHECK(s.text == "score: ≥10\nverdict: return\n");
}

TEST_CASE("a letter that shares bytes with the one it replaces is told whole") {
    Source s;
    s.text = "é";
    UiHarness h(500, 400);
    show_source(h, s);
    h.click("text");
    h.press(ctrl(Key::A));
    h.type("è");
    REQUIRE(s.changes.size() == 1);
    CHECK(s.changes[0].begin == 0);
    CHECK(s.changes[0].end == 2);
    CHECK(s.changes[0].words == "è");
}

TEST_CASE("the caret can be sent to a place, which comes into view with what stands round it") {
    Source s;
    s.text = lines(10000);
    UiHarness h(500, 400);
    show_source(h, s);
    const std::size_t at = s.text.find("P7000,");
    h.show([&](Ui& ui) { s.last = editor(ui, "text", {0, 0, 400, 300}, s.text, s.spec); });
    place_caret(h.ui(), "text", at, at + 5); // "P7000"
    h.settle();
    CHECK(h.focus() == "text");
    CHECK(h.says("7001"));
    CHECK(h.says("6999"));
    h.type("P1");
    CHECK(s.text.substr(at - 4, 8) == "by: P1, ");
}

TEST_CASE("of ten thousand lines only those in sight are laid out, and colours are asked for those alone") {
    Source s;
    s.text = lines(10000);
    std::size_t asked = 0;
    Color red = rgb(0x8E1246);
    s.spec.colors = [&](std::size_t begin, std::size_t end, std::vector<ColorSpan>& out) {
        asked = end - begin;
        out.push_back({begin + 2, begin + 3, red});
    };
    UiHarness h(500, 400);
    show_source(h, s);
    CHECK(asked < 40 * 50);
    CHECK(h.ui().written().size() < 120);
    h.wheel("text", -100);
    CHECK_FALSE(h.says("P0,"));
    CHECK(h.says("P300,"));
}

TEST_CASE("a finding has its sign beside the line and a line below the words") {
    Source s;
    s.text = "a: 1\nb: 2\nc: 3\n";
    const GutterSign sign{2, Icon::CloseCircle, rgb(0x8E1246), "Not in the list of evidence"};
    const EditorMark mark{8, 9, rgb(0xFBE9F0), rgb(0x8E1246)};
    s.spec.signs = {&sign, 1};
    s.spec.marks = {&mark, 1};
    UiHarness h(500, 400);
    show_source(h, s);
    const Node* node = h.node("sign-2");
    REQUIRE(node != nullptr);
    CHECK(node->label == "Not in the list of evidence");
    CHECK(node->rect.y == doctest::Approx(22));
}

TEST_CASE("a text from outside keeps caret and view where they were") {
    Source s;
    s.text = lines(200);
    UiHarness h(500, 400);
    show_source(h, s);
    h.click("text");
    h.press(ctrl(Key::End));
    const bool seen = h.says("P199,");
    s.text += "  - {by: P200, verdict: return, score: 8}\n";
    h.settle();
    CHECK(seen);
    CHECK(h.says("P199,"));
    CHECK_FALSE(h.says("P0,"));
}
