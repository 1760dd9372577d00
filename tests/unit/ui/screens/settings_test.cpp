#include <doctest/doctest.h>

#include "support/samples/settings_sample.h"
#include "support/ui_harness.h"
#include "ui/screens/settings/settings.h"

using namespace timbang;
using test::joined;
using test::UiHarness;
namespace action = app::action;

namespace {

struct Settings {
    base::Catalogue words = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages").value();
    app::SettingsView view;
    ui::SettingsOptions options;
    app::Actions actions;

    explicit Settings(base::Lang lang = base::Lang::En, int size = 100) : view(test::sample_settings(words, lang, size)) {}
    void show(UiHarness& h) {
        h.show([this](ui::Ui& ui) {
            ui.draw().fill(ui.window(), ui.t().canvas);
            ui::Rect area = ui.window();
            area.take_left(ui::size::kRail);
            draw_settings(ui, area, view, options, actions);
        });
    }
    template <class T> const T* last() const { return actions.empty() ? nullptr : actions.back().as<T>(); }
};

} // namespace

TEST_CASE("settings: no label is cut and none stands on another, whatever the language, window and text size") {
    for (const base::Lang lang : {base::Lang::En, base::Lang::Id})
        for (const auto& [width, height] : {std::pair{1440, 900}, std::pair{1280, 720}})
            for (const int percent : {100, 150, 200, 300}) {
                CAPTURE(width);
                CAPTURE(percent);
                Settings s(lang, percent);
                UiHarness h(width, height, static_cast<float>(percent) / 100);
                s.show(h);
                for (int page = 0; page < 12; ++page) {
                    CHECK(joined(h.label_faults()) == "");
                    if (!h.wheel("settings/page", -4)) break;
                }
            }
}

TEST_CASE("settings: the keyboard reaches everything") {
    for (const float scale : {1.0F, 2.0F}) {
        Settings s(base::Lang::Id);
        UiHarness h(1280, 720, scale);
        s.show(h);
        CHECK(joined(h.unreachable()) == "");
        CHECK(h.shared_paths().empty());
    }
}

TEST_CASE("settings: a press asks for what stands on it") {
    Settings s;
    UiHarness h(1440, 900);
    s.show(h);
    REQUIRE(h.click("settings/page/people/rows/1"));
    CHECK(s.last<action::SwitchPerson>()->person == "Verifikator 12");
    REQUIRE(h.click("settings/page/add"));
    CHECK(s.last<action::OpenAddPerson>());
    REQUIRE(h.click("settings/page/language/0"));
    CHECK(s.last<action::SetLanguage>()->lang == base::Lang::Id);
    REQUIRE(h.click("settings/page/theme/tiles/2"));
    CHECK(s.last<action::SetTheme>()->theme == app::Theme::Contrast);
    REQUIRE(h.click("settings/page/level/1"));
    CHECK(s.last<action::SetFeedbackLevel>()->level == domain::FeedbackLevel::Count);
    REQUIRE(h.click("settings/page/mode/1"));
    CHECK(s.last<action::SetMode>()->mode == domain::Mode::Learn);
    REQUIRE(h.click("settings/page/folder2/show"));
    CHECK(s.last<action::ShowFolder>()->path == "/home/rini");
    REQUIRE(h.click("settings/page/folder0/choose"));
    CHECK(s.last<action::OpenFolderChooser>());
    REQUIRE(h.click("settings/sections/3"));
    CHECK(s.last<action::SetSection>()->section == 3);
}

TEST_CASE("settings: while the text size is dragged only the sample follows; the window follows on release") {
    Settings s;
    UiHarness h(1440, 900);
    s.show(h);
    const ui::Node* slider = h.node("settings/page/size");
    REQUIRE(slider);
    const ui::Rect r = slider->rect;
    const auto grip = [&](float part) { return ui::Vec{r.x + 16 + part * (r.w - 32), r.y + 10}; };
    h.move_to(grip(0));
    h.button(true);
    h.move_to(grip(0.25F));
    CHECK(s.actions.empty());
    CHECK(h.says("list as codes"));
    SUBCASE("on the slider") {}
    SUBCASE("beside it") { h.move_to({grip(0.25F).x, r.y - 200}); }
    h.button(false);
    REQUIRE(s.actions.size() == 1);
    CHECK(s.last<action::SetTextSize>()->percent == 150);
}

TEST_CASE("settings: arrows step the text size, End goes to the largest") {
    Settings s;
    UiHarness h(1440, 900);
    s.show(h);
    h.ui().focus("settings/page/size");
    h.settle();
    h.press(ui::Key::Right);
    REQUIRE(s.last<action::SetTextSize>());
    CHECK(s.last<action::SetTextSize>()->percent == 125);
    h.press(ui::Key::End);
    CHECK(s.last<action::SetTextSize>()->percent == 300);
}

TEST_CASE("settings: the folder of own cases is sent when it is complete, not letter by letter") {
    Settings s;
    UiHarness h(1440, 900);
    s.show(h);
    REQUIRE(h.click("settings/page/folder0/path"));
    h.press({ui::Key::A, {true, false, false}});
    h.type("/srv");
    CHECK(s.actions.empty());
    SUBCASE("Enter") { h.press(ui::Key::Enter); }
    SUBCASE("Tab") { h.press(ui::Key::Tab); }
    REQUIRE(s.actions.size() == 1);
    CHECK(s.last<action::SetCaseFolder>()->path == "/srv");
}

TEST_CASE("settings: a small window begins with the title") {
    Settings s(base::Lang::Id);
    UiHarness h(480, 300);
    s.show(h);
    CHECK(h.says("Setelan"));
}
