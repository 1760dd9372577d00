#include <doctest/doctest.h>

#include "support/ui_harness.h"
#include "ui/kit/editor.h"
#include "ui/kit/layout.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;

namespace {

struct Note {
    std::string text;
    int submitted = 0;
    EditorSpec spec{.label = "Reason"};
};

void show_editor(UiHarness& h, Note& note, Rect r = {20, 20, 200, 70}) {
    h.show([&note, r](Ui& ui) { editor(ui, "note", r, note.text, note.spec); });
}

} // namespace

TEST_CASE("what is typed, cut and pasted lands at the caret") {
    Note note;
    UiHarness h(400, 300);
    show_editor(h, note);
    h.click("note");
    h.type("Jumlah benar");
    h.press(Key::Home);
    h.press(ctrl(Key::Right));
    h.type("tidak ");
    CHECK(note.text == "Jumlah tidak benar");
    h.press(Key::End, {false, true, false});
    h.press(ctrl(Key::X));
    CHECK(note.text == "Jumlah tidak ");
    CHECK(h.clipboard == "benar");
    h.clipboard = "cocok \u2265 90";
    h.press(ctrl(Key::V));
    CHECK(note.text == "Jumlah tidak cocok \u2265 90");
    h.press(ctrl(Key::Z));
    CHECK(note.text == "Jumlah tidak ");
    h.press(ctrl(Key::Y));
    CHECK(note.text == "Jumlah tidak cocok \u2265 90");
    h.press(ctrl(Key::A));
    h.type("x");
    CHECK(note.text == "x");
}

TEST_CASE("Up and Down keep the column over wrapped lines") {
    Note note;
    UiHarness h(400, 300);
    show_editor(h, note);
    h.click("note");
    h.type("Column adds up to 2,153, not 2,253, so the share is 91.0% and no sub-district reaches 95%.");
    const std::string before = note.text;
    h.press(Key::Up);
    h.press(Key::Up);
    h.press(Key::Down);
    h.press(Key::Down);
    h.type("|");
    CHECK(note.text.back() == '|');
    h.press(Key::Home, {true, false, false});
    h.type("|");
    CHECK(note.text == "|" + before + "|");
}

TEST_CASE("Enter is a new line in the editor and the end of a one-line field") {
    Note note;
    UiHarness h(400, 300);
    show_editor(h, note);
    h.click("note");
    h.type("a");
    h.press(Key::Enter);
    h.type("b");
    CHECK(note.text == "a\nb");
    h.show([&](Ui& ui) {
        if (text_field(ui, "find", {20, 20, 200, 36}, note.text, note.spec).submitted) ++note.submitted;
    });
    note.text.clear();
    h.click("find");
    h.type("kia");
    h.press(Key::Enter);
    CHECK(note.text == "kia");
    CHECK(note.submitted == 1);
    h.clipboard = "two\nlines";
    h.press(ctrl(Key::V));
    CHECK(note.text == "kiatwo lines");
}

TEST_CASE("the mouse places the caret, drags a selection, a double click takes a word") {
    Note note;
    UiHarness h(400, 300);
    note.text = "satu dua tiga";
    show_editor(h, note);
    const Font font = type::k13;
    const float x = 20 + 11, y = 20 + 8 + 9;
    h.click_at(x + h.ui().fonts().width("satu ", font) + 1, y);
    h.type("+");
    CHECK(note.text == "satu +dua tiga");
    h.move_to({x + h.ui().fonts().width("satu +d", font), y});
    for (int i = 0; i < 2; ++i) h.button(true), h.button(false);
    h.press(ctrl(Key::C));
    CHECK(h.clipboard == "dua");
    h.drag({x, y}, {x + h.ui().fonts().width("satu", font), y});
    h.press(Key::Delete);
    CHECK(note.text == " +dua tiga");
}

TEST_CASE("typing in a one-line field goes on after the text that stood in it") {
    std::string text = "Verifikator";
    UiHarness h(400, 300);
    h.show([&](Ui& ui) { text_field(ui, "name", {20, 20, 200, 36}, text, {.label = "Name"}); });
    h.press(Key::Tab);
    h.type(" 07");
    CHECK(text == "Verifikator 07");
    text = "Meja 3";
    h.settle();
    h.type("b");
    CHECK(text == "Meja 3b");
}

TEST_CASE("a text changed from outside is taken over, a limit is kept, a locked one is not changed") {
    Note note;
    UiHarness h(400, 300);
    show_editor(h, note);
    h.click("note");
    h.type("abc");
    note.text = "from the draft";
    h.settle();
    h.press(ctrl(Key::End));
    h.type("!");
    CHECK(note.text == "from the draft!");
    note.spec.max_bytes = note.text.size() + 1;
    h.type("ab");
    CHECK(note.text == "from the draft!");
    note.spec.read_only = true;
    h.press(Key::Backspace);
    h.type("x");
    CHECK(note.text == "from the draft!");
    h.press(ctrl(Key::A));
    h.press(ctrl(Key::C));
    CHECK(h.clipboard == "from the draft!");
}

TEST_CASE("a long text scrolls with the caret") {
    Note note;
    UiHarness h(400, 300);
    show_editor(h, note);
    h.click("note");
    for (int i = 0; i < 20; ++i) h.type("line"), h.press(Key::Enter);
    h.type("last");
    CHECK(h.says("last"));
    h.press(Key::Home, {true, false, false});
    h.type("first ");
    CHECK(h.says("first line"));
}

TEST_CASE("a dropdown opens by keyboard, chooses, and gives the focus back") {
    int chosen = 0;
    const std::array<Choice, 3> choices{{{.label = "Right: all"}, {.label = "Health"}, {.label = "Education"}}};
    UiHarness h(400, 300);
    h.show([&](Ui& ui) {
        if (const auto c = dropdown(ui, "right", {20, 20, 120, 28}, {.label = choices[static_cast<std::size_t>(chosen)].label, .size = ButtonSize::Small}, choices, chosen))
            chosen = *c;
    });
    h.press(Key::Tab);
    h.press(Key::Enter);
    CHECK(h.node("right")->expanded);
    CHECK(h.focus() == "right-menu/rows/items/0");
    h.press(Key::Down);
    h.press(Key::Enter);
    CHECK(chosen == 1);
    CHECK(h.focus() == "right");
    h.press(Key::Space);
    h.press(Key::Escape);
    CHECK(chosen == 1);
    CHECK_FALSE(h.node("right")->expanded);
    h.click("right");
    h.click_at(380, 280);
    CHECK_FALSE(h.node("right")->expanded);
}

TEST_CASE("a slider steps with the arrows and follows the mouse") {
    int stop = 1;
    bool final = false;
    const std::array<Choice, 3> stops{{{.label = "100%"}, {.label = "150%"}, {.label = "300%"}}};
    const std::array<float, 3> places{0, 0.25F, 1};
    UiHarness h(400, 300);
    h.show([&](Ui& ui) {
        const SliderResult r = slider(ui, "size", {20, 20, 300, 44}, stops, places, stop, "Text size");
        if (r.stop) stop = *r.stop;
        final = final || r.released;
    });
    h.press(Key::Tab);
    h.press(Key::Right);
    CHECK(stop == 2);
    CHECK(final);
    h.press(Key::Home);
    CHECK(stop == 0);
    h.drag({36, 30}, {310, 30});
    CHECK(stop == 2);
    CHECK(h.node("size")->value == "300%");
}

TEST_CASE("letters that the interface face lacks are drawn from another, widths agree") {
    UiHarness h(400, 300);
    h.settle(); // the atlas is made with the first frame
    Fonts& fonts = h.ui().fonts();
    const char32_t box = 0x2592; // shade: in the wide face
    if (!fonts.has_glyph(box) && fonts.has_glyph(box, Face::Mono)) {
        CHECK(fonts.advance(box, type::k13) == doctest::Approx(fonts.advance(box, type::k13.with(Face::Mono))));
        CHECK(fonts.glyph(Face::Regular, 13, box, 0, 1) != nullptr);
    }
}

TEST_CASE("when the atlas is full the text comes back after one more frame") {
    UiHarness h(1600, 1000);
    float size = 200;
    h.show([&](Ui& ui) {
        for (int row = 0; row < 4; ++row)
            ui.draw().text(0, static_cast<float>(row) * 240, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", {Face::SemiBold, size, 240}, ui.t().text);
    });
    const int whole = h.vertices;
    for (int i = 0; i < 40; ++i) {
        size += 3;
        h.settle();
    }
    CHECK(h.vertices > whole / 2);
    CHECK(h.ui().fonts().atlas_bytes() <= 2048U * 4096U);
    CHECK(h.textures.destroyed + 1 == static_cast<int>(h.textures.made));
}
