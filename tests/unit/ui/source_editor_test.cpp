#include <doctest/doctest.h>

#include "support/ui_harness.h"
#include "ui/kit/editor.h"
#include "ui/kit/widgets.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;

namespace {

/// Source in an editor, and a button after it.
struct Source {
    std::string text;
    EditorSpec spec{.label = "KS-O1.yaml",
                    .font = type::kMono,
                    .frame = false,
                    .max_bytes = 4000000,
                    .source = true,
                    .wrap = false,
                    .outer_undo = true};
    std::vector<EditorChange> changes;
    UiHarness h{500, 400};

    void show(std::string words) {
        text = std::move(words);
        h.show([this](Ui& ui) {
            const EditorResult result = editor(ui, "text", {0, 0, 400, 300}, text, spec);
            if (result.change) changes.push_back(*result.change);
            button(ui, "after", {0, 320, 80, 28}, {.label = "After"});
        });
    }
    /// The same, with the caret in it.
    void open(std::string words) {
        show(std::move(words));
        h.click("text");
    }
};

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "  - {by: P" + std::to_string(i) + ", verdict: return, score: 8}\n";
    return text;
}

} // namespace

TEST_CASE_FIXTURE(Source,
                  "in source Enter keeps the indent, goes deeper behind a colon and stands beside the first key of an item") {
    open("");
    h.type("replies:");
    h.press(Key::Enter);
    h.type("- when: {verdict: accept}");
    h.press(Key::Enter);
    h.type("why:");
    h.press(Key::Enter);
    h.type("en: Yes");
    CHECK(text == "replies:\n  - when: {verdict: accept}\n    why:\n      en: Yes");
}

TEST_CASE_FIXTURE(Source, "in source Tab indents, Shift+Tab takes it back, over all lines that are selected") {
    open("a: 1\nb: 2\n\nc: 3");
    h.press(ctrl(Key::Home));
    h.press(Key::Tab);
    CHECK(text == "  a: 1\nb: 2\n\nc: 3");
    h.press(ctrl(Key::A));
    h.press(Key::Tab);
    CHECK(text == "    a: 1\n  b: 2\n\n  c: 3");
    h.press(shift(Key::Tab));
    h.press(shift(Key::Tab));
    CHECK(text == "a: 1\nb: 2\n\nc: 3");
    CHECK(h.focus() == "text");
    h.press(ctrl(Key::Slash));
    CHECK(text == "# a: 1\n# b: 2\n\n# c: 3");
    h.press(ctrl(Key::Slash));
    CHECK(text == "a: 1\nb: 2\n\nc: 3");
}

TEST_CASE_FIXTURE(Source, "Backspace in the indent goes back one level") {
    open("    score: 8");
    h.press(Key::Home);
    for (int i = 0; i < 4; ++i)
        h.press(Key::Right);
    h.press(Key::Backspace);
    CHECK(text == "  score: 8");
    h.press(Key::End);
    h.press(Key::Backspace);
    CHECK(text == "  score: ");
}

TEST_CASE_FIXTURE(Source, "Esc lets the next Tab leave the source") {
    open("a: 1");
    h.press(Key::Escape);
    h.press(Key::Tab);
    CHECK(h.focus() == "after");
    CHECK(text == "a: 1");
    h.click("text");
    h.press(Key::Tab);
    CHECK(h.focus() == "text");
}

TEST_CASE_FIXTURE(Source, "a change tells which bytes became which, and undo is left to the caller") {
    open("score: 8\nverdict: return\n");
    h.press(ctrl(Key::Home));
    h.press(Key::End);
    h.press(Key::Backspace);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].begin == 7);
    CHECK(changes[0].end == 8);
    CHECK(changes[0].words.empty());
    h.type("≥10");
    REQUIRE(changes.size() == 2);
    CHECK(changes[1].begin == 7);
    CHECK(changes[1].end == 7);
    CHECK(changes[1].words == "≥10");
    h.press(ctrl(Key::Z));
    CHECK(text == "score: ≥10\nverdict: return\n");
}

TEST_CASE_FIXTURE(Source, "a letter that shares bytes with the one it replaces is told whole") {
    open("é");
    h.press(ctrl(Key::A));
    h.type("è");
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].begin == 0);
    CHECK(changes[0].end == 2);
    CHECK(changes[0].words == "è");
}

TEST_CASE_FIXTURE(Source, "the caret can be sent to a place, which comes into view with what stands round it") {
    show(lines(10000));
    const std::size_t at = text.find("P7000,");
    place_caret(h.ui(), "text", at, at + 5); // "P7000"
    h.settle();
    CHECK(h.focus() == "text");
    CHECK(h.says("7001"));
    CHECK(h.says("6999"));
    h.type("P1");
    CHECK(text.substr(at - 4, 8) == "by: P1, ");
}

TEST_CASE_FIXTURE(Source,
                  "of ten thousand lines only those in sight are laid out, and colours are asked for those alone") {
    std::size_t asked = 0;
    Color red = rgb(0x8E1246);
    spec.colors = [&](std::size_t begin, std::size_t end, std::vector<ColorSpan>& out) {
        asked = end - begin;
        out.push_back({begin + 2, begin + 3, red});
    };
    show(lines(10000));
    CHECK(asked < 40 * 50);
    CHECK(h.ui().written().size() < 120);
    h.wheel("text", -100);
    CHECK_FALSE(h.says("P0,"));
    CHECK(h.says("P300,"));
}

TEST_CASE_FIXTURE(Source, "a finding has its sign beside the line and a line below the words") {
    const GutterSign sign{2, Icon::CloseCircle, rgb(0x8E1246), "Not in the list of evidence"};
    const EditorMark mark{8, 9, rgb(0xFBE9F0), rgb(0x8E1246)};
    spec.signs = {&sign, 1};
    spec.marks = {&mark, 1};
    show("a: 1\nb: 2\nc: 3\n");
    const Node* node = h.node("sign-2");
    REQUIRE(node != nullptr);
    CHECK(node->label == "Not in the list of evidence");
    CHECK(node->rect.y == doctest::Approx(22));
}

TEST_CASE_FIXTURE(Source, "a text from outside keeps caret and view where they were") {
    open(lines(200));
    h.press(ctrl(Key::End));
    const bool seen = h.says("P199,");
    text += "  - {by: P200, verdict: return, score: 8}\n";
    h.settle();
    CHECK(seen);
    CHECK(h.says("P199,"));
    CHECK_FALSE(h.says("P0,"));
}
