#include <doctest/doctest.h>

#include "base/catalogue.h"
#include "support/ui_harness.h"
#include "ui/screens/settings/folders.h"

using namespace timbang;
using namespace timbang::ui;
using test::joined;
using test::UiHarness;
namespace action = app::action;

namespace {

struct Folders {
    base::Catalogue words = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages").value();
    app::FolderView view;
    FolderOptions options;
    app::Actions asked;

    explicit Folders(base::Lang lang = base::Lang::Id, int inside = 20) {
        const auto say = [&](const char* key, const base::Args& args = {}) { return words.text(lang, key, args); };
        view.title = say("settings.folder-title"), view.text = say("settings.folder-text");
        view.path_label = say("settings.folder-open");
        view.path = "/home/rini/Dokumen/Kasus latihan Kantor Wilayah Contoh";
        view.places = {{say("settings.folder-home"), "", "home", true, "", action::GoToFolder{"/home/rini"}},
                       {"USB CONTOH", "", "database", true, "", action::GoToFolder{"/media/rini/USB CONTOH"}}};
        view.has_above = true;
        view.rows.push_back({"arrow-up", say("settings.folder-above"), "", action::GoToFolder{"/home/rini/Dokumen"}});
        for (int i = 0; i < inside; ++i)
            view.rows.push_back({i % 2 ? "library-books" : "folder", "kasus-" + std::to_string(i), i % 2 ? say("settings.folder-case") : "",
                                 action::GoToFolder{view.path + "/kasus-" + std::to_string(i)}});
        if (inside == 0) view.empty = say("settings.folder-empty");
        view.found = say("settings.folder-cases", {{"n", std::int64_t{inside / 2}}});
        view.choose = {say("settings.folder-choose"), "Ctrl Enter", "", true, "", action::ChooseFolder{}};
        view.cancel = {say("app.cancel"), "", "", true, "", action::CloseDialog{}};
    }
    void show(UiHarness& h) {
        h.show([this](Ui& ui) { draw_folders(ui, view, options, asked); });
    }
    template <class T> [[nodiscard]] const T* last() const { return asked.empty() ? nullptr : asked.back().as<T>(); }
};

struct Size {
    int width, height;
    float scale;
};

} // namespace

TEST_CASE("choosing a folder: no label is cut, the keyboard reaches everything, at every size") {
    for (const base::Lang lang : {base::Lang::En, base::Lang::Id})
        for (const Size& size : {Size{1440, 900, 1}, Size{1280, 720, 2}, Size{1280, 720, 3}, Size{800, 600, 1}, Size{480, 300, 1}})
            for (const bool problem : {false, true}) {
                CAPTURE(size.width);
                CAPTURE(size.scale);
                Folders s(lang, 5);
                if (problem) s.view.problem = s.words.text(lang, "settings.folder-missing");
                UiHarness h(size.width, size.height, size.scale);
                s.show(h);
                CHECK(joined(h.label_faults()) == "");
                CHECK(joined(h.unreachable()) == "");
            }
}

TEST_CASE("choosing a folder: the arrows go over the folders, Enter opens, Backspace goes up, Ctrl Enter takes it") {
    Folders s;
    UiHarness h(1440, 900);
    s.show(h);
    CHECK(h.focus() == "folders/rows/list/1"); // the first inside, not the one above
    h.press(Key::Down);
    h.press(Key::Enter);
    REQUIRE(s.last<action::GoToFolder>());
    CHECK(s.last<action::GoToFolder>()->path == s.view.path + "/kasus-1");
    h.press(Key::Backspace);
    REQUIRE(s.last<action::GoToFolder>());
    CHECK(s.last<action::GoToFolder>()->path == "/home/rini/Dokumen");
    h.press(ctrl(Key::Enter));
    CHECK(s.last<action::ChooseFolder>());
    h.press(Key::Escape);
    CHECK(s.last<action::CloseDialog>());
}

TEST_CASE("choosing a folder: going up stands on the folder that was left") {
    Folders s;
    UiHarness h(1440, 900);
    s.show(h);
    const std::string left = s.view.path + "/kasus-13";
    s.view.path = left;
    h.settle();
    s.view.path = left.substr(0, left.rfind('/'));
    h.settle();
    h.settle();
    const Node* stood = h.node(h.focus());
    REQUIRE(stood);
    CHECK(stood->label == "kasus-13");
    CHECK_FALSE(stood->visible.empty());
}

TEST_CASE("choosing a folder: a path can be typed, and Backspace there only rubs out") {
    Folders s;
    UiHarness h(1440, 900);
    s.show(h);
    REQUIRE(h.click("folders/path"));
    h.press({Key::A, {true, false, false}});
    h.type("/srvx");
    h.press(Key::Backspace);
    CHECK(s.asked.empty());
    h.press(Key::Enter);
    REQUIRE(s.last<action::GoToFolder>());
    CHECK(s.last<action::GoToFolder>()->path == "/srv");
}
