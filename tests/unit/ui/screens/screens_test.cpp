#include <doctest/doctest.h>

#include "support/samples/debrief_sample.h"
#include "support/samples/dialogs_sample.h"
#include "support/samples/rail_sample.h"
#include "support/ui_harness.h"
#include "ui/screens/frame.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;

namespace {

/// A window with one screen, and what was asked in it.
struct Window {
    app::FrameView frame;
    app::DebriefView debrief;
    app::StartView start;
    app::Dialog dialog;
    app::SearchView search;
    FrameOptions options;
    app::Actions asked;

    Window(const std::string& screen, bool id) {
        frame.rail = test::sample_rail(id, 0);
        debrief = test::sample_debrief(id, true);
        start = test::sample_start(id);
        dialog = test::sample_dialog(id, true);
        search = test::sample_search(id);
        frame.debrief = &debrief;
        if (screen == "start") frame.start = &start;
        if (screen == "full dialog") dialog = test::sample_full_dialog(id);
        if (screen == "dialog" || screen == "full dialog") frame.dialog = &dialog;
        if (screen == "search") frame.search = &search;
        if (screen == "passage")
            debrief.passage = app::PassageOverlay{"Register.pdf, page 2",
                                                  debrief.rows[0].detail->reasons[0].passage.value(),
                                                  {"Close", "Esc", "", true, "", app::action::ClosePassage{}}};
    }
    void draw(Ui& ui) { draw_frame(ui, frame, options, asked); }
    template <class T> [[nodiscard]] const T* last() const { return asked.empty() ? nullptr : asked.back().as<T>(); }
};

struct Size {
    int width, height;
    float scale;
};
constexpr Size kSizes[] = {{1440, 900, 1}, {1280, 720, 1},  {1440, 900, 1.5F}, {1440, 900, 2},
                           {1440, 900, 3}, {1280, 720, 3}, {800, 600, 1},     {480, 300, 1}};

std::string list(const std::vector<std::string>& faults) {
    std::string all;
    for (const std::string& fault : faults)
        all += fault + "\n";
    return all;
}

} // namespace

TEST_CASE("no words are cut or stand on others, in both languages and at every size") {
    for (const char* screen : {"debrief", "passage", "start", "dialog", "full dialog", "search"})
        for (const bool id : {false, true})
            for (const Size& size : kSizes) {
                CAPTURE(screen);
                CAPTURE(id);
                CAPTURE(size.width);
                CAPTURE(size.scale);
                Window window(screen, id);
                UiHarness h(size.width, size.height, size.scale);
                h.show([&](Ui& ui) { window.draw(ui); });
                CHECK(list(h.label_faults()) == "");
            }
}

TEST_CASE("the keyboard reaches everything") {
    for (const char* screen : {"debrief", "start", "dialog", "full dialog"})
        for (const Size& size : {kSizes[0], kSizes[3]}) {
            CAPTURE(screen);
            CAPTURE(size.scale);
            Window window(screen, false);
            UiHarness h(size.width, size.height, size.scale);
            h.show([&](Ui& ui) { window.draw(ui); });
            CHECK(list(h.unreachable()) == "");
        }
}

TEST_CASE("debrief: rows open, J goes to the next, levels and sorting ask for their action") {
    Window window("debrief", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    REQUIRE(h.click("debrief/page/table/rows/P3"));
    REQUIRE(window.last<app::action::OpenRow>());
    CHECK(window.last<app::action::OpenRow>()->row == 0);
    h.press(Key::J);
    CHECK(h.focus() == "debrief/page/table/rows/P2");
    h.press(Key::Enter);
    CHECK(window.last<app::action::OpenRow>()->row == 1);
    REQUIRE(h.click("debrief/level/1"));
    REQUIRE(window.last<app::action::SetFeedbackLevel>());
    CHECK(window.last<app::action::SetFeedbackLevel>()->level == domain::FeedbackLevel::Count);
    REQUIRE(h.click("debrief/page/table/P3/feedback/0/open"));
    CHECK(window.last<app::action::ShowPassage>() != nullptr);
    h.press(Key::Escape);
    CHECK(window.last<app::action::Back>() != nullptr);
}

TEST_CASE("debrief: at the level without feedback only a sentence says why") {
    Window window("debrief", false);
    window.debrief.cards.clear();
    window.debrief.problems.reset();
    window.debrief.rows.clear();
    window.debrief.level_note = "Nothing is compared on the screen.";
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    CHECK(h.says("Nothing is compared on the screen."));
    CHECK_FALSE(h.says("Compared"));
}

TEST_CASE("the page of a passage closes with Esc and keeps the debrief") {
    Window window("passage", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    h.press(Key::Escape);
    CHECK(window.last<app::action::ClosePassage>() != nullptr);
}

TEST_CASE("first start: the name is typed at once, Enter begins, Esc does not close") {
    Window window("start", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    h.type("V");
    REQUIRE(window.last<app::action::TypeName>());
    CHECK(window.last<app::action::TypeName>()->name == "V");
    h.press(Key::Enter);
    CHECK(window.last<app::action::BeginAsTyped>() != nullptr);
    window.asked.clear();
    h.press(Key::Escape);
    CHECK(window.asked.empty());
    REQUIRE(h.click("start/look"));
    CHECK(window.last<app::action::LookAround>() != nullptr);
}

TEST_CASE("first start: Tab goes from left to right and down") {
    Window window("start", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    std::vector<std::string> way;
    for (int i = 0; i < 6; ++i) {
        h.press(Key::Tab);
        way.push_back(h.focus());
    }
    CHECK(way[0] == "start/start");
    CHECK(way[1] == "start/look");
    CHECK(way[2].rfind("start/page/language", 0) == 0);
    CHECK(way[3].rfind("start/page/size", 0) == 0);
    CHECK(way[4] == "start/page/more-sizes");
    CHECK(way[5] == "start/page/name");
}

TEST_CASE("first start: a low window begins at the top, and typing brings the field into view") {
    for (const Size& size : {Size{480, 300, 1}, Size{1280, 720, 3}}) {
        CAPTURE(size.width);
        Window window("start", true);
        UiHarness h(size.width, size.height, size.scale);
        h.show([&](Ui& ui) { window.draw(ui); });
        CHECK(h.says("Selamat datang"));
        h.type("V");
        REQUIRE(window.last<app::action::TypeName>());
        REQUIRE(h.node("start/page/name"));
        CHECK_FALSE(h.node("start/page/name")->visible.empty());
    }
}

TEST_CASE("first start: the way on is seen without scrolling, however low the window") {
    for (const Size& size : {Size{1440, 900, 2}, Size{1280, 720, 2}, Size{1280, 720, 3}, Size{480, 300, 1}}) {
        CAPTURE(size.width);
        CAPTURE(size.scale);
        Window window("start", true);
        UiHarness h(size.width, size.height, size.scale);
        h.show([&](Ui& ui) { window.draw(ui); });
        for (const char* path : {"start/start", "start/look"}) {
            REQUIRE(h.node(path));
            CHECK(h.node(path)->visible.h >= h.node(path)->rect.h - 0.5F);
        }
    }
}

TEST_CASE("search: a low window shows what was found, with the title of its group") {
    Window window("search", true);
    UiHarness h(1280, 720, 3);
    h.show([&](Ui& ui) { window.draw(ui); });
    CHECK(h.says(window.search.groups.at(0).title));
    CHECK(list(h.label_faults()) == "");
}

TEST_CASE("the rail says its words also where it lies on top, as long as they fit") {
    Window window("debrief", true);
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { window.draw(ui); });
    CHECK(h.says("Catatan"));
    h.resize(800, 600, 3);
    CHECK_FALSE(h.says("Catatan"));
    CHECK(h.node("rail/2"));
}

TEST_CASE("a dialog takes the name, Enter confirms, Esc gives up") {
    Window window("dialog", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    h.type("A");
    REQUIRE(window.last<app::action::TypeDialog>());
    CHECK(window.last<app::action::TypeDialog>()->text == "A");
    h.press(Key::Enter);
    CHECK(window.last<app::action::SavePerson>() != nullptr);
    h.press(Key::Escape);
    CHECK(window.last<app::action::CloseDialog>() != nullptr);
}

TEST_CASE("a passphrase stands there as dots: it is neither written, copied nor told to the tree, and goes with its dialog") {
    Window window("full dialog", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    CHECK(h.focus() == "dialog/field");
    h.type("kata sandi");
    REQUIRE(window.last<app::action::TypeDialog>());
    CHECK(window.last<app::action::TypeDialog>()->field == 0);
    CHECK(window.last<app::action::TypeDialog>()->text == "kata sandi");
    window.dialog.fields[0].text = "kata sandi";
    h.settle();
    CHECK_FALSE(h.says("kata"));
    CHECK(h.dump().find("kata") == std::string::npos);
    h.clipboard = "before";
    h.press(ctrl(Key::A));
    h.press(ctrl(Key::C));
    h.press(ctrl(Key::X));
    CHECK(h.clipboard == "before");
    CHECK(window.last<app::action::TypeDialog>()->text == "kata sandi");
    REQUIRE(h.click("dialog/field-1"));
    h.type("x");
    CHECK(window.last<app::action::TypeDialog>()->field == 1);
    REQUIRE(h.click("dialog/line-0"));
    CHECK(window.last<app::action::KeepSigner>());
    REQUIRE(h.click("dialog/switch-0"));
    CHECK(window.last<app::action::ToggleSeal>());
    window.frame.dialog = nullptr;
    h.settle();
    window.dialog.fields[0].text.clear();
    window.frame.dialog = &window.dialog;
    h.settle();
    h.press(ctrl(Key::Z));
    const auto* typed = window.last<app::action::TypeDialog>();
    CHECK((typed == nullptr || typed->text.empty())); // nothing to take back
}

TEST_CASE("search: arrows, Tab and Enter work from the field") {
    Window window("search", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    h.type("s"); // goes on after what stands in the field
    REQUIRE(window.last<app::action::TypeSearch>());
    CHECK(window.last<app::action::TypeSearch>()->words == "births");
    h.press(Key::Down);
    REQUIRE(window.last<app::action::MoveSearch>());
    CHECK(window.last<app::action::MoveSearch>()->by == 1);
    h.press(Key::Tab);
    CHECK(window.last<app::action::NextSearchGroup>() != nullptr);
    CHECK(h.focus() == "search/words");
    h.press(ctrl(Key::Enter));
    CHECK(window.last<app::action::MoreOfGroup>() != nullptr);
    h.press(Key::Enter);
    CHECK(window.last<app::action::ChooseResult>() != nullptr);
    h.press(Key::Escape);
    CHECK(window.last<app::action::CloseDialog>() != nullptr);
}

TEST_CASE("everywhere: Ctrl and a digit goes to that screen, Ctrl K searches, Ctrl + and 0 change the size") {
    Window window("debrief", false);
    UiHarness h;
    h.show([&](Ui& ui) { window.draw(ui); });
    h.press(ctrl(Key::D2));
    REQUIRE(window.last<app::action::Navigate>());
    CHECK(window.last<app::action::Navigate>()->to == app::Screen::Records);
    h.press(ctrl(Key::D3));
    CHECK(window.last<app::action::Navigate>()->to == app::Screen::Settings);
    h.press(ctrl(Key::K));
    CHECK(window.last<app::action::OpenSearch>() != nullptr);
    h.press(ctrl(Key::Plus));
    CHECK(window.last<app::action::StepTextSize>() != nullptr);
    h.press(ctrl(Key::D0));
    CHECK(window.last<app::action::SetTextSize>() != nullptr);
}
