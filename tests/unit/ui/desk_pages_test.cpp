#include <doctest/doctest.h>

#include "ui/kit/page_layout.h"
#include "ui/screens/passage.h"
#include "unit/ui/desk_on_screen.h"

using namespace timbang;
using Desk = test::DeskOnScreen;
using test::lines_of;
using test::need;
using test::UiHarness;
using ui::Key;

namespace {

/// Where these words of the page shown stand on the screen.
ui::Vec place_of(UiHarness& h, Desk& desk, std::string_view words) {
    const ui::PageLayout layout = ui::lay_out_page(*desk.rehearsal.desk().left.content, h.ui().fonts());
    const ui::Rect sheet = need(h, "desk/left/page").rect;
    const ui::Vec on_sheet = layout.box_of(desk.rehearsal.find(words)).centre();
    const float zoom = sheet.w / layout.width;
    return {sheet.x + on_sheet.x * zoom, sheet.y + on_sheet.y * zoom};
}

constexpr const char* kColumn = "Sum of 6 figures = 6,279";

} // namespace

TEST_CASE("a drag over a column picks its figures, and again takes them out") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.press(Key::C);
    h.drag(place_of(h, desk, "1.147"), place_of(h, desk, "706"));
    CHECK(desk.rehearsal.desk().calculator->line_short == kColumn);
    h.drag(place_of(h, desk, "706"), place_of(h, desk, "1.147"));
    CHECK(desk.rehearsal.desk().calculator->empty);
    h.click_at(place_of(h, desk, "703").x, place_of(h, desk, "703").y);
    CHECK(desk.rehearsal.desk().calculator->terms.front().value == "703");
}

TEST_CASE("a drag that strays into the next column keeps to its own") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.press(Key::C);
    h.drag(place_of(h, desk, "1.147"), place_of(h, desk, "83,5"));
    CHECK(desk.rehearsal.desk().calculator->line_short == kColumn);
}

TEST_CASE("Shift and arrows take a column without a pointer, Esc lets go of it") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.press(Key::C);
    h.click_at(place_of(h, desk, "1.147").x, place_of(h, desk, "1.147").y);
    for (int i = 0; i < 5; ++i) h.press(Key::Down, {false, true, false});
    h.press(Key::Escape);
    CHECK(desk.options.desk.picking); // only the column was let go
    h.click_at(place_of(h, desk, "1.147").x, place_of(h, desk, "1.147").y);
    CHECK(desk.rehearsal.desk().calculator->empty);
    for (int i = 0; i < 5; ++i) h.press(Key::Down, {false, true, false});
    h.press(Key::Space);
    CHECK(desk.rehearsal.desk().calculator->line_short == kColumn);
}

TEST_CASE("Ctrl Z on the page takes the last mark back, Ctrl Shift Z sets it again, the button too") {
    Desk desk;
    desk.births();
    desk.rehearsal.act(app::action::Mark{app::Pane::Left, desk.rehearsal.find("6.729"), {}, "arithmetic"});
    UiHarness h;
    desk.show(h);
    REQUIRE(desk.rehearsal.desk().left.marks.size() == 1);
    h.ui().focus("desk/left/page");
    h.settle();
    h.press(Key::Z, {true, false, false});
    CHECK(desk.rehearsal.desk().left.marks.empty());
    h.press(Key::Z, {true, true, false});
    CHECK(desk.rehearsal.desk().left.marks.size() == 1);
    REQUIRE(h.click("desk/head/tools/undo"));
    CHECK(desk.rehearsal.desk().left.marks.empty());
    CHECK(need(h, "desk/head/tools/undo").disabled);
}

TEST_CASE("while the reason is typed Ctrl Z takes back words, not marks") {
    Desk desk;
    desk.births();
    desk.rehearsal.act(app::action::Mark{app::Pane::Left, desk.rehearsal.find("6.729"), {}, "arithmetic"});
    UiHarness h;
    desk.show(h);
    h.ui().focus("desk/form/reason");
    h.settle();
    h.type("no");
    h.press(Key::Z, {true, false, false});
    h.press(Key::Z, {true, false, false});
    CHECK(desk.rehearsal.desk().left.marks.size() == 1);
    CHECK(desk.rehearsal.desk().form->reason.empty());
}

TEST_CASE("the menu of a mark removes it") {
    Desk desk;
    desk.births();
    desk.rehearsal.act(app::action::Mark{app::Pane::Left, desk.rehearsal.find("6.729"), {}, "arithmetic"});
    UiHarness h;
    desk.show(h);
    REQUIRE(h.click("desk/left/marks/" + std::to_string(desk.rehearsal.desk().left.marks.front().id)));
    REQUIRE(h.click("desk/mark-menu/lines/types/unmark"));
    CHECK(desk.rehearsal.desk().left.marks.empty());
}

TEST_CASE("what has no room at the foot stands in a menu") {
    Desk desk(base::Lang::Id);
    desk.births();
    UiHarness h(1280, 720, 3);
    desk.show(h);
    CHECK(h.node("desk/bottom/later") == nullptr);
    REQUIRE(h.click("desk/bottom/others"));
    h.press(Key::Down);
    h.press(Key::Enter);
    CHECK(desk.last<app::action::DecideLater>() != nullptr);
}

TEST_CASE("a low window folds what the case says, and shows it when pressed") {
    Desk desk(base::Lang::Id);
    desk.births();
    UiHarness h(1280, 720, 3);
    desk.show(h);
    REQUIRE(!desk.rehearsal.desk().said.empty());
    const float folded = need(h, "desk/said").rect.h;
    REQUIRE(h.click("desk/said"));
    CHECK(need(h, "desk/said").rect.h > folded + 10);
    CHECK(need(h, "desk/left/page").visible.h > 0);
}

TEST_CASE("beside two pages in a narrow window the form opens on demand") {
    Desk desk;
    desk.births();
    desk.rehearsal.act(app::action::ToggleCompare{});
    UiHarness h(1000, 700, 1);
    desk.show(h);
    CHECK(h.node("desk/form/verdict/0") == nullptr);
    REQUIRE(h.click("desk/form-open"));
    CHECK(h.node("desk/form/verdict/0") != nullptr);
    REQUIRE(h.click("desk/form-open"));
    h.ui().focus("desk/left/page");
    h.settle();
    h.press(Key::F6);
    CHECK(h.focus().rfind("desk/form/checklist", 0) == 0);
}

TEST_CASE("a passage on a picture page shows the picture round its area") {
    domain::Page page;
    page.text = "words of the picture";
    page.picture = domain::Picture{"scan.png", 800, 1100};
    app::PassageView passage;
    passage.caption = "Scan, page 1.";
    passage.content = &page;
    passage.picture_path = "folder/scan.png";
    passage.area = domain::Area{100, 200, 300, 50};
    std::string asked;
    UiHarness h;
    h.ui().set_pictures([&](const std::string& path) { return asked = path, ui::TextureId{5}; });
    h.show([&](ui::Ui& ui) {
        ui::Column column(ui, {20, 20, 352, 0}, true);
        ui::write_passage(column, passage);
    });
    CHECK(asked == "folder/scan.png");
    CHECK(need(h, "extract").rect.h > 100);
}

TEST_CASE("F6 goes to the questions of a step that has no indicators, and round again") {
    Desk desk;
    desk.rehearsal.to_completeness();
    UiHarness h;
    desk.show(h);
    h.ui().focus("desk/left/page");
    h.settle();
    h.press(Key::F6);
    INFO(h.dump());
    CHECK(h.focus().rfind("desk/form/part", 0) == 0);
    h.press(Key::Y);
    CHECK(desk.last<app::action::SetPartCheck>() != nullptr);
    h.press(Key::F6);
    CHECK(h.focus().rfind("desk/rows/list/file", 0) == 0);
    h.press(Key::F6);
    CHECK(h.focus() == "desk/left/page");
}

TEST_CASE("the briefing scrolls with PageDown at once") {
    Desk desk;
    UiHarness h(1280, 720, 1);
    desk.show(h);
    CHECK(h.focus() == "desk/reading");
}

TEST_CASE("the sign beside the title opens the indicator's card") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    const std::string asks = desk.rehearsal.desk().form->asks;
    REQUIRE(!asks.empty());
    REQUIRE(asks != desk.rehearsal.desk().form->subtitle);
    REQUIRE(h.click("desk/form/asks"));
    CHECK(h.says(asks.substr(0, asks.find(' ', 12))));
    h.press(Key::Escape);
    CHECK_FALSE(h.says(asks.substr(0, asks.find(' ', 12))));
}

TEST_CASE("Esc leaves the field that is typed in before it leaves the desk") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.ui().focus("desk/form/reason");
    h.settle();
    h.type("half a sentence");
    h.press(Key::Escape);
    CHECK(desk.last<app::action::Back>() == nullptr);
    CHECK(h.focus().empty());
    h.press(Key::Escape);
    CHECK(desk.last<app::action::Back>() != nullptr);
}
