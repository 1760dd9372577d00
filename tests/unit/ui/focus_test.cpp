#include <doctest/doctest.h>

#include <array>

#include "support/ui_harness.h"
#include "ui/kit/editor.h"
#include "ui/kit/layout.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;

namespace {

constexpr std::array<Choice, 3> kYesNo{{{.label = "Yes", .key = Key::Y}, {.label = "No", .key = Key::N}, {.label = "Unsure", .key = Key::U}}};

struct Form {
    int checks[3] = {-1, -1, -1};
    int verdict = -1;
    int submitted = 0, marked = 0;
    bool asks = false;
    std::string reason;

    void draw(Ui& ui) {
        const Scope scope(ui, "form");
        Rect area = ui.window().inset(16);
        {
            const GroupScope group(ui, "checks", Arrows::Grid);
            for (int i = 0; i < 3; ++i)
                if (const auto c = check_row(ui, std::to_string(i), area.take_top(30), "Arithmetic holds", kYesNo, checks[i], 180)) checks[i] = *c;
        }
        const std::array<Choice, 3> verdicts{{{.label = "Accept", .key = Key::D1}, {.label = "Return", .key = Key::D2}, {.label = "Reject", .key = Key::D3}}};
        if (const auto c = segmented(ui, "verdict", area.take_top(36).inset(0, 0), verdicts, verdict)) verdict = *c;
        editor(ui, "reason", area.take_top(70), reason, {.label = "Reason"});
        Rect bar = area.take_bottom(56);
        if (button_right(ui, "submit", bar, {.label = "Submit", .kind = ButtonKind::Primary})) ++submitted;
        if (ui.shortcut(ctrl(Key::Enter))) ++submitted;
        if (ui.shortcut(Key::M)) ++marked;
        if (button_right(ui, "ask", bar, {.label = "Leave"})) asks = true;
        if (!asks) return;
        Dialog d(ui, "leave", {400, 200}, {.label = "Leave the case?"});
        Rect in = d.rect();
        if (button_left(ui, "stay", in, {.label = "Stay"}) || d.escaped()) asks = false;
        button_left(ui, "go", in, {.label = "Leave"});
    }
};

} // namespace

TEST_CASE("Tab goes from group to group, arrows inside, Enter and Space act") {
    Form form;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { form.draw(ui); });
    h.press(Key::Tab);
    CHECK(h.focus() == "form/checks/0/0");
    h.press(Key::Right);
    h.press(Key::Down);
    CHECK(h.focus() == "form/checks/1/1");
    h.press(Key::Enter);
    CHECK(form.checks[1] == 1);
    h.press(Key::Tab);
    CHECK(h.focus() == "form/verdict/0");
    h.press(Key::End);
    h.press(Key::Space);
    CHECK(form.verdict == 2);
    h.press(Key::Tab);
    CHECK(h.focus() == "form/reason");
    h.press(Key::Tab, {false, true, false});
    CHECK(h.focus() == "form/verdict/2"); // entering lands on what is selected
}

TEST_CASE("digits and letters act only in the group that has the focus") {
    Form form;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { form.draw(ui); });
    h.press(Key::D2);
    CHECK(form.verdict == -1);
    h.press(Key::Tab);
    h.press(Key::D2);
    CHECK(form.verdict == -1);
    h.press(Key::N); // answers and goes on to the next line
    CHECK(form.checks[0] == 1);
    CHECK(h.focus() == "form/checks/1/0");
    h.press(Key::Tab);
    h.press(Key::D2);
    CHECK(form.verdict == 1);
}

TEST_CASE("while somebody types, letters are text and Ctrl Enter still acts") {
    Form form;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { form.draw(ui); });
    h.press(Key::M);
    CHECK(form.marked == 1);
    REQUIRE(h.click("form/reason"));
    h.press(Key::M);
    h.type("Jumlah 2.253 \u2265 90");
    CHECK(form.marked == 1);
    CHECK(form.reason == "Jumlah 2.253 \u2265 90");
    h.press(ctrl(Key::Enter));
    CHECK(form.submitted == 1);
    CHECK(form.reason == "Jumlah 2.253 \u2265 90");
}

TEST_CASE("keys and text of one poll are all taken, in order") {
    Form form;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { form.draw(ui); });
    h.click("form/reason");
    const auto letter = [](char32_t c) {
        base::InputEvent e;
        e.kind = base::InputEvent::Kind::Text;
        e.codepoint = c;
        return e;
    };
    base::InputEvent left;
    left.kind = base::InputEvent::Kind::Key;
    left.key = Key::Left;
    left.down = true;
    h.frame({letter(U'a'), letter(U'c'), left, letter(U'b')});
    h.settle();
    CHECK(form.reason == "abc");
    base::InputEvent up = left;
    up.down = false;
    h.frame({left, up, left, up, letter(U'x')});
    h.settle();
    CHECK(form.reason == "xabc");
}

TEST_CASE("what is typed right after a shortcut goes into the dialog that it opens") {
    bool open = false, asked = false;
    std::string words;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) {
        open = open || asked; // like the program, which does what was asked after the frame
        asked = asked || ui.shortcut(ctrl(Key::K));
        if (!open) return;
        Dialog d(ui, "search", {400, 200}, {.label = "Search"});
        Rect in = d.rect();
        text_field(ui, "words", in.take_top(36), words, {.label = "Search"});
    });
    const auto key = [](Key k, bool control) {
        base::InputEvent e;
        e.kind = base::InputEvent::Kind::Key;
        e.key = k;
        e.mods.ctrl = control;
        e.down = true;
        return e;
    };
    const auto letter = [](char32_t c) {
        base::InputEvent e;
        e.kind = base::InputEvent::Kind::Text;
        e.codepoint = c;
        return e;
    };
    h.frame({key(Key::K, true), key(Key::I, false), letter(U'i'), key(Key::B, false), letter(U'b'), key(Key::U, false), letter(U'u')});
    h.settle();
    CHECK(words == "ibu");
}

TEST_CASE("a dialog keeps the focus, Esc closes it, the focus returns to where it was") {
    Form form;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { form.draw(ui); });
    REQUIRE(h.click("form/ask"));
    CHECK(form.asks);
    CHECK(h.focus() == "form/leave/stay");
    h.press(Key::Tab);
    h.press(Key::Tab);
    CHECK(h.focus() == "form/leave/stay");
    h.press(Key::M); // what lies below does not hear it
    CHECK(form.marked == 0);
    const int before = form.submitted;
    h.click("form/submit"); // nor feel it
    CHECK(form.submitted == before);
    REQUIRE(form.asks == false); // a press on the scrim is a way out
    h.click("form/ask");
    h.press(Key::Escape);
    CHECK_FALSE(form.asks);
    CHECK(h.focus() == "form/ask");
}

TEST_CASE("the keyboard reaches everything in the form and in the dialog") {
    Form form;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { form.draw(ui); });
    CHECK(h.unreachable() == std::vector<std::string>{});
    form.asks = true;
    h.settle();
    CHECK(h.unreachable() == std::vector<std::string>{});
}

TEST_CASE("a window in which nothing happens sleeps, and nothing in it shares a name") {
    Form form;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { form.draw(ui); });
    CHECK(h.asleep());
    h.click("form/reason");
    h.type("words");
    CHECK(h.asleep()); // no blinking caret
    h.click("form/ask");
    CHECK(h.asleep());
    CHECK(h.shared_paths() == std::vector<std::string>{});
    h.press(Key::Escape);
    CHECK(h.asleep());
    CHECK_FALSE(h.ui().wake());
}

TEST_CASE("a row that scrolls out of sight is brought back by the keyboard") {
    int pressed = -1;
    UiHarness h(400, 300);
    h.show([&](Ui& ui) {
        ScrollArea s(ui, "list", ui.window());
        const GroupScope group(ui, "rows", Arrows::Vertical);
        const auto rows = s.rows(100, 40);
        for (int i = rows.first; i < rows.end; ++i) {
            const Rect r = s.row_rect(i, 40);
            if (row(ui, std::to_string(i), r, {.label = "Row"}).pressed) pressed = i;
            ui.draw().text(r, "Row " + std::to_string(i), type::k13, ui.t().text);
        }
        s.end(4000);
    });
    h.press(Key::Tab);
    for (int i = 0; i < 30; ++i) h.press(Key::Down);
    CHECK(h.focus() == "list/rows/30");
    CHECK(h.node("list/rows/30")->visible.h == doctest::Approx(40));
    h.press(Key::Enter);
    CHECK(pressed == 30);
    const int vertices = h.vertices;
    CHECK(vertices < 3000); // rows out of sight cost nothing
    h.wheel("list/rows/30", 100);
    CHECK(h.says("Row 0"));
}

TEST_CASE("a widget that goes away hands the focus to what took its place") {
    int chips = 3;
    UiHarness h(400, 300);
    h.show([&](Ui& ui) {
        const GroupScope group(ui, "chips", Arrows::Horizontal);
        for (int i = 0; i < chips; ++i)
            if (chip_button(ui, "chip" + std::to_string(i + 3 - chips), {static_cast<float>(i) * 90, 0, 80, 24}, {.label = "Chip"}).remove) {
                --chips;
                break;
            }
    });
    h.press(Key::Tab);
    h.press(Key::Delete);
    CHECK(chips == 2);
    CHECK(h.focus() == "chips/chip1");
}

TEST_CASE("labels that are cut or stand on each other are found") {
    UiHarness h(400, 300);
    h.show([](Ui& ui) { button(ui, "b", {10, 10, 60, 36}, {.label = "Kembalikan untuk perbaikan"}); });
    CHECK_FALSE(h.label_faults().empty());
    h.show([](Ui& ui) {
        ui.draw().text(10, 10, "Jumlah", type::k15, ui.t().text);
        ui.draw().text(30, 12, "Persentase", type::k15, ui.t().text);
    });
    CHECK_FALSE(h.label_faults().empty());
    h.show([](Ui& ui) {
        ui.draw().text(10, 10, "Jumlah", type::k15, ui.t().text);
        ui.text_cut({10, 40, 50, 20}, "Kembalikan untuk perbaikan", type::k15, ui.t().text);
    });
    CHECK(h.label_faults() == std::vector<std::string>{});
}

TEST_CASE("a tooltip comes after resting, with the reason of a disabled button") {
    UiHarness h(400, 300);
    h.show([](Ui& ui) { button_at(ui, "call", 10, 10, {.label = "Call", .disabled = true, .reason = "needs 25, you have 12"}); });
    const int before = h.vertices;
    h.hover("call");
    REQUIRE(h.ui().wake());
    h.wait(*h.ui().wake() + 0.01);
    CHECK(h.vertices > before + 40);
    h.press(Key::Tab); // the keyboard reads the reason as well
    CHECK(h.focus() == "call");
}
