#include <doctest/doctest.h>

#include "unit/ui/desk_on_screen.h"

using namespace timbang;
using Desk = test::DeskOnScreen;
using test::lines_of;
using test::need;
using test::UiHarness;
using ui::Key;

TEST_CASE("a decision is made with clicks") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    REQUIRE(h.click("desk/form/checklist/arithmetic/1"));
    REQUIRE(h.click("desk/form/verdict/1"));
    REQUIRE(h.click("desk/form/score/4"));
    REQUIRE(h.click("desk/form/sureness/2"));
    const app::DecisionForm& form = *desk.rehearsal.desk().form;
    CHECK(desk.last<app::action::SetCheck>()->answer == domain::Check::No);
    CHECK(form.verdicts[1].chosen);
    CHECK(form.scores[4].chosen);
    CHECK(form.sureness[2].chosen);
    REQUIRE(h.click("desk/form/reason"));
    h.type("Sum is 6,279");
    CHECK(desk.rehearsal.desk().form->reason == "Sum is 6,279");
}

TEST_CASE("a decision is made with the keyboard alone") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.ui().focus("desk/form/checklist/" + desk.rehearsal.desk().form->checklist.front().rule + "/0");
    h.settle();
    for (std::size_t i = 0; i < desk.rehearsal.desk().form->checklist.size(); ++i) h.press(Key::Y);
    for (const app::CheckRow& row : desk.rehearsal.desk().form->checklist) CHECK(row.cells[0].chosen);
    h.press(Key::Tab);
    h.press(Key::D2);
    h.press(Key::Tab);
    h.press(Key::Tab);
    h.press(Key::D8);
    h.press(Key::Tab);
    h.press(Key::D3);
    const app::DecisionForm& form = *desk.rehearsal.desk().form;
    CHECK(form.verdicts[1].chosen);
    CHECK(form.scores[4].chosen);
    CHECK(form.sureness[2].chosen);
    h.press(Key::Tab);
    CHECK(h.focus() == "desk/form/reason");
    h.press({Key::Enter, {true, false, false}});
    CHECK(desk.last<app::action::Submit>() != nullptr);
    CHECK(desk.rehearsal.desk().list.rows[4].state == app::RowState::Decided);
}

TEST_CASE("what a decision lacks takes the focus and is named") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    REQUIRE(h.click("desk/bottom/primary"));
    h.settle();
    REQUIRE(!desk.rehearsal.desk().form->missing.empty());
    CHECK(h.focus() == "desk/form/checklist/" + desk.rehearsal.desk().form->checklist.front().rule + "/0");
    CHECK(h.says(desk.rehearsal.desk().form->missing.front().text));
}

TEST_CASE("a selected passage is marked with a problem from the menu") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    const ui::Rect page = need(h, "desk/left/page").visible;
    h.move_to({page.x + page.w / 2, page.y + 44});
    for (int i = 0; i < 2; ++i) h.button(true), h.button(false);
    h.wait(1);
    const std::string type = desk.rehearsal.desk().tools.problems.front().type;
    REQUIRE(h.click("desk/mark-menu/lines/types/type-" + type));
    REQUIRE(desk.rehearsal.desk().form->citations.size() == 1);
    CHECK(desk.last<app::action::Mark>()->type == type);
    // From the list of cited passages it can be taken away again.
    h.ui().focus("desk/form/citations/" + std::to_string(desk.rehearsal.desk().form->citations.front().mark));
    h.settle();
    h.press(Key::Delete);
    CHECK(desk.rehearsal.desk().form->citations.empty());
}

TEST_CASE("figures are picked after C, and not before") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    const ui::Rect page = need(h, "desk/left/page").visible;
    const float x = page.x + page.w * 0.72F, y = page.y + 136;
    h.click_at(x, y);
    CHECK(desk.last<app::action::PickFigures>() == nullptr);
    h.press(Key::C);
    h.click_at(x, y);
    REQUIRE(desk.last<app::action::PickFigures>() != nullptr);
    CHECK(!desk.rehearsal.desk().calculator->empty);
    h.press(Key::Escape);
    CHECK_FALSE(desk.options.desk.picking);
}

TEST_CASE("an action with a cost asks before it spends") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    const std::string before = desk.rehearsal.desk().top.time_left;
    REQUIRE(h.click("desk/actions/row/0"));
    CHECK(desk.rehearsal.desk().top.time_left == before);
    CHECK(h.focus() == "desk/actions/question/yes");
    h.press(Key::Enter);
    CHECK(desk.rehearsal.desk().top.time_left != before);
}

TEST_CASE("two pages stand side by side, each with its document") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    REQUIRE(h.click("desk/head/tools/compare"));
    need(h, "desk/left/page");
    need(h, "desk/right/page");
    REQUIRE(h.click("desk/head-right/tools/close"));
    CHECK(h.node("desk/right/page") == nullptr);
}

TEST_CASE("words are found in the documents that were opened") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.press({Key::F, {true, false, false}});
    CHECK(h.focus() == "desk/find/words");
    h.type("Jumlah");
    CHECK(desk.rehearsal.desk().tools.find.words == "Jumlah");
    CHECK(!desk.rehearsal.desk().tools.find.count.empty());
    h.press(Key::Escape);
    CHECK_FALSE(desk.rehearsal.desk().tools.find.open);
}

TEST_CASE("a picture that is a page is asked for, can be turned, and an area of it marked") {
    Desk desk;
    desk.births();
    app::DeskView view = desk.rehearsal.desk();
    domain::Page page;
    page.picture = domain::Picture{"scan.png", 600, 800};
    view.left.content = &page;
    view.left.picture_path = "/case/scan.png";
    view.left.marks.clear();
    view.left.picks.clear();
    UiHarness h;
    std::string asked;
    h.ui().set_pictures([&](const std::string& path) { return asked = path, ui::TextureId{5}; });
    ui::DeskOptions options;
    app::Actions actions;
    h.show([&](ui::Ui& ui) { ui::draw_desk(ui, ui.window(), view, options, actions); });
    CHECK(asked == "/case/scan.png");
    REQUIRE(h.click("desk/head/tools/rotate"));
    CHECK(options.panes[0].turns == 1);
    REQUIRE(h.click("desk/head/tools/rotate"));
    const ui::Rect sheet = need(h, "desk/left/page").visible;
    h.drag({sheet.x + 60, sheet.y + 60}, {sheet.x + 260, sheet.y + 160});
    REQUIRE(h.click("desk/mark-menu/lines/types/cite"));
    REQUIRE(!actions.empty());
    const auto* mark = actions.back().as<app::action::Mark>();
    REQUIRE(mark != nullptr);
    CHECK(mark->area.has_value());
    CHECK(mark->type.empty());
}

TEST_CASE("what was picked can be compared and kept without a pointer") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.press(Key::C);
    REQUIRE(h.focus() == "desk/left/page");
    // To the first figure of the table.
    for (int i = 0; i < 120 && desk.rehearsal.desk().calculator->empty; ++i) {
        h.press(Key::Right);
        if (i > 12) h.press(Key::Space);
    }
    REQUIRE(!desk.rehearsal.desk().calculator->empty);
    h.press(Key::Space, {false, true, false});
    CHECK(desk.last<app::action::PickToCompare>() != nullptr);
    h.press(Key::Enter);
    CHECK(desk.last<app::action::KeepFigure>() != nullptr);
    CHECK(!desk.rehearsal.desk().form->reason.empty());
}

TEST_CASE("F6 goes from list to page to form") {
    Desk desk;
    desk.births();
    UiHarness h;
    desk.show(h);
    h.ui().focus("desk/rows/list/KS-O1");
    h.settle();
    h.press(Key::F6);
    CHECK(h.focus() == "desk/left/page");
    h.press(Key::F6);
    CHECK(h.focus().rfind("desk/form/checklist", 0) == 0);
}

TEST_CASE("a small window shows one pane, chosen by tabs") {
    Desk desk;
    desk.births();
    UiHarness h(1280, 720, 2);
    desk.show(h);
    CHECK(h.node("desk/left/page") != nullptr);
    CHECK(h.node("desk/rows/list/KS-O1") == nullptr);
    REQUIRE(h.click("desk/tabs/0"));
    CHECK(h.node("desk/rows/list/KS-O1") != nullptr);
    CHECK(h.node("desk/left/page") == nullptr);
    h.press(Key::F6);
    h.press(Key::F6);
    CHECK(h.node("desk/form/verdict/0") != nullptr);
}

TEST_CASE("what the reference says stands below the form") {
    Desk desk(base::Lang::En, domain::Mode::Learn, "perkenalan-meja-kerja");
    desk.rehearsal.to_evidence();
    desk.rehearsal.fill();
    desk.rehearsal.act(app::action::Submit{});
    REQUIRE(desk.rehearsal.desk().form);
    REQUIRE(desk.rehearsal.desk().form->feedback);
    UiHarness h;
    desk.show(h);
    CHECK(h.says(desk.rehearsal.desk().form->feedback->headline));
    const auto before = desk.done.size();
    h.click("desk/form/verdict/0");
    CHECK(desk.done.size() == before);
}

namespace {

void scene(Desk& desk, int which) {
    switch (which) {
    case 0: return;
    case 1: return desk.rehearsal.to_completeness();
    case 2:
    case 3:
    case 4:
        desk.births();
        desk.rehearsal.fill(4);
        desk.rehearsal.act(app::action::Mark{app::Pane::Left, desk.rehearsal.find("6.729"), {}, "arithmetic"});
        desk.rehearsal.act(app::action::PickFigures{app::Pane::Left, {desk.rehearsal.find("1.147").begin}});
        if (which == 3) desk.rehearsal.act(app::action::ToggleCompare{});
        if (which == 4) desk.options.desk.tab = 2;
        return;
    case 5:
        desk.rehearsal.to_letter();
        desk.rehearsal.act(app::action::InsertDecisions{desk.rehearsal.desk().letter->part, 0});
        return desk.rehearsal.act(app::action::FinishLetter{desk.rehearsal.desk().letter->part});
    default: return;
    }
}

constexpr const char* kScenes[] = {"briefing", "completeness", "form", "compare", "form tab", "letter"};

} // namespace

TEST_CASE("the keyboard reaches everything on the desk") {
    for (int which = 0; which < 6; ++which) {
        CAPTURE(std::string(kScenes[which]));
        Desk desk;
        scene(desk, which);
        UiHarness h;
        desk.show(h);
        const auto missed = h.unreachable();
        CHECK_MESSAGE(missed.empty(), lines_of(missed));
    }
}

TEST_CASE("words of the desk are neither cut nor on each other, in both languages and sizes") {
    for (const base::Lang lang : {base::Lang::Id, base::Lang::En})
        for (int which = 0; which < 6; ++which) {
            Desk desk(lang);
            scene(desk, which);
            UiHarness h;
            desk.show(h);
            for (const float scale : {1.0F, 1.5F, 2.0F, 3.0F})
                for (const auto& [width, height] : {std::pair(1440, 900), std::pair(1280, 720), std::pair(1000, 640), std::pair(800, 600), std::pair(480, 300)}) {
                    if (static_cast<float>(height) / scale < 240 || static_cast<float>(width) / scale < 426) continue;
                    h.resize(width, height, scale);
                    const auto faults = h.label_faults();
                    const std::string where = std::string(kScenes[which]) + (lang == base::Lang::Id ? " id " : " en ") + std::to_string(width) + " at " + std::to_string(scale);
                    CHECK_MESSAGE(faults.empty(), where, "\n", lines_of(faults));
                }
        }
}
