#include <doctest/doctest.h>

#include "support/samples/home_sample.h"
#include "support/ui_harness.h"
#include "ui/screens/home/home.h"

using namespace timbang;
using test::joined;
using test::UiHarness;
namespace action = app::action;

namespace {

struct Home {
    app::HomeView view;
    ui::HomeOptions options;
    app::Actions actions;

    explicit Home(bool id = false) : view(test::sample_home(id)) {}
    void show(UiHarness& h) {
        h.show([this](ui::Ui& ui) {
            ui::Rect area = ui.window();
            if (!ui.small()) area.take_left(ui::size::kRail);
            draw_home(ui, area, view, options, actions);
        });
    }
    template <class T> const T* last() const { return actions.empty() ? nullptr : actions.back().as<T>(); }
};

} // namespace

TEST_CASE("home: no label is cut and none stands on another, in both languages at every size") {
    for (const bool id : {false, true})
        for (const auto& [width, height] : {std::pair{1440, 900}, std::pair{1280, 720}})
            for (const float scale : {1.0F, 1.5F, 2.0F, 3.0F}) {
                CAPTURE(id);
                CAPTURE(width);
                CAPTURE(scale);
                Home home(id);
                UiHarness h(width, height, scale);
                home.show(h);
                for (int page = 0; page < 8; ++page) {
                    CHECK(joined(h.label_faults()) == "");
                    if (!h.wheel("home/page", -4)) break;
                }
            }
}

TEST_CASE("home: with nothing due no label is cut, in windows down to the smallest") {
    for (const bool id : {false, true})
        for (const auto& [width, height] : {std::pair{1440, 900}, std::pair{1280, 720}, std::pair{800, 600}, std::pair{480, 300}}) {
            CAPTURE(id);
            CAPTURE(width);
            Home home(id);
            home.view.due.rows.clear();
            UiHarness h(width, height);
            home.show(h);
            for (int page = 0; page < 8; ++page) {
                CHECK(joined(h.label_faults()) == "");
                if (!h.wheel("home/page", -4)) break;
            }
        }
}

TEST_CASE("home: a filter that is set is as wide as its words, with the cross inside it") {
    Home home;
    UiHarness h(1440, 900);
    home.show(h);
    const ui::Node *filter = h.node("home/page/library/filters/1"), *cross = h.node("home/page/library/filters/1/clear");
    REQUIRE(filter);
    REQUIRE(cross);
    CHECK(filter->rect.holds(cross->rect));
    const float words = h.ui().draw().width(filter->label, ui::type::k13b);
    CHECK(filter->rect.w >= words + 2 * 8 + 15);
    CHECK(cross->rect.x >= filter->rect.x + 8 + words);
}

TEST_CASE("home: who looks around reads the whole sentence in a narrow window") {
    Home home(true);
    home.view.who_text = "Anda sedang melihat-lihat: tidak ada yang dicatat sebelum Anda menyebutkan siapa Anda.";
    UiHarness h(480, 900);
    home.show(h);
    CHECK(h.says("siapa Anda."));
    CHECK(joined(h.label_faults()) == "");
    REQUIRE(h.click("home/page/who"));
    CHECK(home.last<action::AskWho>());
}

TEST_CASE("home: nothing due says what to do next") {
    Home home;
    home.view.due.rows.clear();
    UiHarness h(1440, 900);
    home.show(h);
    CHECK(h.says("Next: finish"));
}

TEST_CASE("home: in a narrow window one button holds all filters, and the order stays") {
    Home home(true);
    home.view.who.reset();
    UiHarness h(480, 1600);
    home.show(h);
    CHECK_FALSE(h.node("home/page/library/filters/0"));
    CHECK(h.node("home/page/library/sort"));
    REQUIRE(h.click("home/page/library/fold"));
    for (const char* path : {"home/page/library/filters/0", "home/page/library/filters/1"}) {
        CAPTURE(path);
        CHECK(h.node(path));
    }
    CHECK(joined(h.label_faults()) == "");
    REQUIRE(h.click("home/page/library/filters/1/clear"));
    CHECK(home.last<action::SetFilter>());
    REQUIRE(h.click("home/page/library/fold"));
    CHECK_FALSE(h.node("home/page/library/filters/0"));
}

TEST_CASE("home: the letters are explained where they stand in the table, and only there") {
    Home home;
    UiHarness h(1440, 1000);
    home.show(h);
    CHECK(h.says("Structure: legal products"));
    h.resize(480, 1600);
    CHECK_FALSE(h.says("Structure: legal products"));
    CHECK(h.says("invented for practice"));
}

TEST_CASE("home: the keyboard reaches everything") {
    for (const float scale : {1.0F, 2.0F}) {
        Home home;
        UiHarness h(1440, 900, scale);
        home.show(h);
        CHECK(joined(h.unreachable()) == "");
    }
}

TEST_CASE("home: presses ask for what stands there; a case that cannot be opened does nothing") {
    Home home;
    UiHarness h(1440, 1000);
    home.show(h);
    h.press(ui::Key::Enter);
    REQUIRE(home.last<action::ContinueSession>());
    REQUIRE(h.click("home/page/search"));
    CHECK(home.last<action::OpenSearch>());
    REQUIRE(h.click("home/page/hero/go"));
    CHECK(home.last<action::ContinueSession>());
    REQUIRE(h.click("home/page/due/0"));
    CHECK(home.last<action::StartCase>()->folder == "due");
    REQUIRE(h.click("home/page/library/rows/0"));
    CHECK(home.last<action::StartCase>()->folder == "case0");
    home.actions.clear();
    REQUIRE(h.click("home/page/library/rows/3"));
    CHECK(home.actions.empty());
    REQUIRE(h.click("home/page/library/rows/2/more"));
    h.press(ui::Key::Down);
    h.press(ui::Key::Enter);
    REQUIRE(home.last<action::OpenDebrief>());
    REQUIRE(h.click("home/page/library/filters/1/clear"));
    CHECK(home.last<action::SetFilter>());
}
