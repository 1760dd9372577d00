#include <doctest/doctest.h>

#include <utility>

#include "support/desk_rehearsal.h"
#include "support/ui_harness.h"
#include "ui/screens/frame.h"

using namespace timbang;
using test::DeskRehearsal;
using test::joined;
using test::UiHarness;
using ui::Key;
namespace action = app::action;

namespace {

/// The search over the desk of a real case and the bundled library.
struct Search {
    explicit Search(base::Lang lang = base::Lang::En) : rehearsal(TIMBANG_SOURCE_DIR, lang) {}

    void show(UiHarness& h) {
        h.show([this](ui::Ui& ui) {
            rehearsal.act(asked);
            for (const app::Action& action : asked) done.push_back(action);
            asked.clear();
            ui::draw_frame(ui, rehearsal.frame(), options, asked);
        });
        h.press(ui::ctrl(Key::K));
    }
    [[nodiscard]] const app::SearchView* view() { return rehearsal.frame().search; }
    [[nodiscard]] std::string selected() {
        for (const app::SearchGroup& group : view()->groups)
            for (const app::SearchRow& row : group.rows)
                if (row.selected) return row.title.text;
        return {};
    }
    [[nodiscard]] std::string first_of(std::size_t group) { return view()->groups.at(group).rows.at(0).title.text; }
    template <class T> [[nodiscard]] const T* last() const {
        for (auto it = done.rbegin(); it != done.rend(); ++it)
            if (const T* found = it->template as<T>()) return found;
        return nullptr;
    }

    DeskRehearsal rehearsal;
    ui::FrameOptions options;
    app::Actions asked, done;
};

} // namespace

TEST_CASE("search: Ctrl K opens it with the field ready, Esc closes it and gives the focus back") {
    Search s;
    UiHarness h(1440, 900);
    s.show(h);
    REQUIRE(s.view());
    CHECK(h.focus() == "search/words");
    h.type("berkas");
    CHECK(s.view()->words == "berkas");
    h.press(Key::Escape);
    CHECK(!s.view());
    CHECK(h.node("search/words") == nullptr);
}

TEST_CASE("search: Up and Down go over the rows, Tab to the next group, and the words stay in reach") {
    Search s;
    UiHarness h(1440, 900);
    s.show(h);
    h.type("a");
    REQUIRE(s.view());
    REQUIRE(s.view()->groups.size() >= 2);
    CHECK(s.selected() == s.first_of(0));
    h.press(Key::Down);
    CHECK(s.selected() == s.view()->groups[0].rows.at(1).title.text);
    h.press(Key::Up);
    h.press(Key::Tab);
    CHECK(s.selected() == s.first_of(1));
    CHECK(h.focus() == "search/words");
    h.type("t");
    CHECK(s.view()->words == "at");
}

TEST_CASE("search: Enter and a click do what the row is for") {
    Search s;
    UiHarness h(1440, 900);
    s.show(h);
    h.type("go to settings");
    REQUIRE(s.view()->groups.size() == 1);
    SUBCASE("Enter") { h.press(Key::Enter); }
    SUBCASE("click") { REQUIRE(h.click("search/rows/0")); }
    CHECK(!s.view());
    CHECK(s.rehearsal.frame().screen == app::Screen::Settings);
}

TEST_CASE("search: what was found is told apart by more than colour, and what was not is said") {
    Search s;
    UiHarness h(1440, 900);
    s.show(h);
    h.type("settings");
    bool bold = false;
    for (const ui::WrittenText& words : h.ui().written()) bold = bold || words.text == "Settings";
    CHECK(bold); // a piece of its own
    h.type(" nowhere at all");
    CHECK(h.says("Nothing found"));
}

TEST_CASE("search: no label is cut and none stands on another, whatever the language, window and text size") {
    for (const base::Lang lang : {base::Lang::En, base::Lang::Id}) {
        Search s(lang);
        for (const int percent : {100, 150, 200, 300}) {
            CAPTURE(percent);
            UiHarness h(1280, 720, static_cast<float>(percent) / 100);
            if (!s.view()) s.rehearsal.act(action::OpenSearch{});
            h.show([&](ui::Ui& ui) {
                s.rehearsal.act(std::exchange(s.asked, {}));
                if (s.view()) ui::draw_search(ui, ui.window(), *s.view(), s.options.search, s.asked);
            });
            for (const std::string& words : {std::string(), std::string("a"), std::string("zzz")}) {
                CAPTURE(words);
                h.press({Key::A, {true, false, false}});
                h.press(Key::Delete);
                h.type(words);
                REQUIRE(s.view());
                std::vector<std::string> faults;
                for (int page = 0; page < 8; ++page) {
                    for (const std::string& fault : h.label_faults()) faults.push_back(fault);
                    if (!h.wheel("search/rows", -5)) break;
                }
                CHECK(joined(faults) == "");
            }
        }
    }
}
