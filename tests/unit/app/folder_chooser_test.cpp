#include "desk_fixture.h"

#include <filesystem>
#include <fstream>

#include "app/folder_chooser.h"

using namespace timbang;
using namespace timbang::test;

namespace {

void make_case(const std::string& folder) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder + "/scenario.yaml") << "id: x\n";
}

} // namespace

TEST_CASE("a folder tells what stands in it, cases among it, by name and without what is hidden") {
    TempFolder folder;
    make_case(folder / "kasus b");
    std::filesystem::create_directories(folder / "Arsip");
    std::filesystem::create_directories(folder / ".hidden");
    std::ofstream(folder / "note.txt") << "x";
    const FolderChooser chooser = open_folder(folder.path() + "/");
    CHECK(chooser.path == folder.path());
    CHECK_FALSE(chooser.is_case);
    REQUIRE(chooser.inside.size() == 2);
    CHECK(chooser.inside[0].name == "Arsip");
    CHECK_FALSE(chooser.inside[0].is_case);
    CHECK(chooser.inside[1].name == "kasus b");
    CHECK(chooser.inside[1].is_case);
    CHECK(open_folder(folder / "kasus b").is_case);
}

TEST_CASE("choosing begins at the nearest folder that exists") {
    TempFolder folder;
    CHECK(nearest_folder(folder / "gone/and/further") == folder.path());
    CHECK(nearest_folder(folder.path() + "/") == folder.path());
    CHECK(nearest_folder("") == "/");
    CHECK(nearest_folder("relative/path") == "/");
}

TEST_CASE("the folder of own cases is chosen from a list: in, back up, taken") {
    TempFolder folder;
    make_case(folder / "latihan/kasus-satu");
    Desk desk;
    desk.kept.case_folder = folder.path();
    desk.introduce();
    CHECK(desk.frame().folders == nullptr);
    desk.does(act::OpenFolderChooser{});
    REQUIRE(desk.frame().folders);
    CHECK(desk.frame().folders->path == folder.path());
    REQUIRE(desk.frame().folders->rows.size() == 2); // the one above, and the one inside
    desk.does(Action(desk.frame().folders->rows[1].open));
    CHECK(desk.frame().folders->path == folder / "latihan");
    desk.does(Action(desk.frame().folders->rows[0].open));
    CHECK(desk.frame().folders->path == folder.path());
    desk.does(act::GoToFolder{folder / "nowhere"});
    CHECK_FALSE(desk.frame().folders->problem.empty());
    CHECK(desk.frame().folders->path == folder.path());
    desk.does(act::GoToFolder{folder / "latihan"});
    CHECK(desk.frame().folders->problem.empty());
    SUBCASE("taken") {
        desk.does(Action(desk.frame().folders->choose.action));
        CHECK(desk.frame().folders == nullptr);
        CHECK(desk.kept.case_folder == folder / "latihan");
    }
    SUBCASE("given up") {
        desk.does(Action(desk.frame().folders->cancel.action));
        CHECK(desk.frame().folders == nullptr);
        CHECK(desk.kept.case_folder == folder.path());
    }
}
