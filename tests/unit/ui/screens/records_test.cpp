#include <doctest/doctest.h>

#include "support/samples/records_sample.h"
#include "support/ui_harness.h"
#include "ui/screens/records/records.h"

using namespace timbang;
using test::joined;
using test::UiHarness;
namespace action = app::action;

namespace {

struct Records {
    base::Catalogue words = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages").value();
    app::RecordsView view;
    ui::RecordsOptions options;
    app::Actions actions;

    explicit Records(base::Lang lang = base::Lang::En, bool empty = false)
        : view(empty ? test::sample_empty_records(words, lang) : test::sample_records(words, lang)) {}
    void show(UiHarness& h) {
        h.show([this](ui::Ui& ui) {
            ui::Rect area = ui.window();
            ui.draw().fill(area, ui.t().canvas);
            if (!ui.small()) area.take_left(ui::size::kRail);
            draw_records(ui, area, view, options, actions);
        });
    }
    template <class T> const T* last() const { return actions.empty() ? nullptr : actions.back().as<T>(); }
};

} // namespace

TEST_CASE("records: no label is cut and none stands on another, whatever the language, window and text size") {
    for (const base::Lang lang : {base::Lang::En, base::Lang::Id})
        for (const bool empty : {false, true})
            for (const auto& [width, height] : {std::pair{1440, 900}, std::pair{1280, 720}, std::pair{800, 600}})
                for (const int percent : {100, 150, 200, 300}) {
                    if (width * 100 / percent < 420) continue; // smaller than the window can be
                    CAPTURE(width);
                    CAPTURE(percent);
                    Records s(lang, empty);
                    UiHarness h(width, height, static_cast<float>(percent) / 100);
                    s.show(h);
                    for (int page = 0; page < 16; ++page) {
                        CHECK(joined(h.label_faults()) == "");
                        if (!h.wheel("records/page", -4)) break;
                    }
                }
}

TEST_CASE("records: the keyboard reaches every session, and Enter opens it") {
    Records s;
    UiHarness h(1280, 720, 2);
    s.show(h);
    CHECK(joined(h.unreachable()) == "");
    CHECK(joined(h.shared_paths()) == "");
    h.press(ui::Key::Tab);
    CHECK(h.focus() == "records/page/take-home/0");
    h.press(ui::Key::Tab);
    CHECK(h.focus() == "records/page/filters/0");
    h.press(ui::Key::Tab);
    CHECK(h.focus() == "records/page/sessions/0");
    h.press(ui::Key::Enter);
    REQUIRE(s.last<action::ContinueSession>());
    h.press(ui::Key::Down);
    h.press(ui::Key::Enter);
    REQUIRE(s.last<action::OpenDebrief>());
    CHECK(s.last<action::OpenDebrief>()->session == "session-1");
}

TEST_CASE("records: the two charts stand at one height, also when only one has a long sentence") {
    Records s;
    s.view.exact.sentence = "Short.";
    s.view.direction.sentence = "Above 0 is more generous than the reference, below 0 stricter, and this goes on for a second line.";
    UiHarness h(1280, 1600);
    s.show(h);
    std::vector<float> tops;
    for (const ui::Node& node : h.ui().nodes())
        if (node.role == ui::Role::Figure) tops.push_back(node.rect.y);
    REQUIRE(tops.size() > 2);
    CHECK(tops.front() == doctest::Approx(tops.back()));
}

TEST_CASE("records: while nothing is compared only the sessions stand there") {
    Records s;
    s.view.cards.clear();
    s.view.exact = s.view.direction = {};
    s.view.by_right = s.view.by_problem = {};
    s.view.habits = {};
    UiHarness h(1280, 720);
    s.show(h);
    CHECK(joined(h.label_faults()) == "");
    CHECK(h.node("records/page/sessions/0"));
    CHECK_FALSE(h.says("By right"));
}

TEST_CASE("records: sessions are filtered; where none is left a button shows all again") {
    Records s(base::Lang::Id);
    UiHarness h(1440, 2000);
    s.show(h);
    REQUIRE(h.click("records/page/filters/0/clear"));
    REQUIRE(s.last<action::SetRecordsFilter>());
    REQUIRE(h.click("records/page/filters/1"));
    h.press(ui::Key::Down);
    h.press(ui::Key::Enter);
    REQUIRE(s.last<action::SetRecordsFilter>());
    CHECK(s.last<action::SetRecordsFilter>()->filter == 1);
    s.view.sessions.clear();
    s.view.none_title = s.words.text(base::Lang::Id, "records.none");
    s.view.none_button = app::Button{s.words.text(base::Lang::Id, "records.none-button"), "", "close", true, "", action::SetRecordsFilter{-1, 0}};
    h.settle();
    CHECK(joined(h.label_faults()) == "");
    REQUIRE(h.click("records/page/none"));
    CHECK(s.last<action::SetRecordsFilter>()->filter == -1);
}

TEST_CASE("records: a session that cannot be opened says why and does nothing") {
    Records s;
    UiHarness h(1440, 2000);
    s.show(h);
    REQUIRE(h.click("records/page/sessions/3"));
    CHECK(s.actions.empty());
    h.hover("records/page/sessions/3");
    h.wait(1);
    CHECK(h.says("Needs a newer Timbang"));
}

TEST_CASE("records: each month says its numbers, also where its label has no room") {
    Records s;
    s.view.exact.points.insert(s.view.exact.points.end(), 20, s.view.exact.points.back());
    for (std::size_t i = 0; i < s.view.exact.points.size(); ++i) s.view.exact.points[i].label = "M" + std::to_string(i);
    UiHarness h(1280, 1600);
    s.show(h);
    CHECK(joined(h.label_faults()) == "");
    CHECK(joined(h.shared_paths()) == "");
    int figures = 0;
    for (const ui::Node& node : h.ui().nodes()) figures += node.role == ui::Role::Figure && !node.value.empty();
    CHECK(figures == 25 + 5);
}

TEST_CASE("records: an empty record says what will stand there and leads to the cases") {
    Records s(base::Lang::Id, true);
    UiHarness h(1440, 900);
    s.show(h);
    CHECK(h.says("Sesi Anda akan tercantum di sini"));
    CHECK(!h.says("Menurut hak"));
    REQUIRE(h.click("records/page/begin"));
    REQUIRE(s.last<action::Navigate>());
}
