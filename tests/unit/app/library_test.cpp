#include <fstream>

#include "desk_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

void write(const std::string& path, const std::string& text) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path) << text;
}

} // namespace

TEST_CASE("a broken case is listed with its finding, the others open") {
    TempFolder cases;
    const std::filesystem::path source = TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja";
    std::filesystem::copy(source, cases.path() + "/good", std::filesystem::copy_options::recursive);
    write(cases.path() + "/torn/scenario.yaml", "timbang: 1\nid: [torn\n");
    Desk desk({cases.path()});
    desk.introduce();
    REQUIRE(desk.frame().home->rows.size() == 2);
    const LibraryRow& broken = desk.frame().home->rows[1];
    CHECK(broken.progress == ProgressKind::Broken);
    CHECK_FALSE(broken.enabled);
    CHECK(broken.note.find("scenario.yaml, line ") == 0);
    CHECK(desk.frame().home->rows[0].enabled);
    desk.does(Action(desk.frame().home->rows[0].open));
    CHECK(desk.frame().desk);
}

TEST_CASE("a case that breaks only when it is read whole says why, and stays in the library") {
    TempFolder cases;
    const std::filesystem::path source = TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja";
    std::filesystem::copy(source, cases.path() + "/good", std::filesystem::copy_options::recursive);
    std::filesystem::remove(cases.path() + "/good/evidence/register-permohonan-1.md");
    Desk desk({cases.path()});
    desk.introduce();
    REQUIRE(desk.frame().home->rows.size() == 1);
    desk.does(act::StartCase{cases.path() + "/good"});
    CHECK(desk.frame().home);
    REQUIRE_FALSE(desk.frame().toasts.empty());
    CHECK(desk.frame().toasts.back().text.find("register-permohonan-1.md") != std::string::npos);
    CHECK(desk.frame().home->rows[0].progress == ProgressKind::Broken);
}

TEST_CASE("the index is shown at once, and changed or gone cases are noticed") {
    TempFolder cases;
    const std::filesystem::path source = TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja";
    std::filesystem::copy(source, cases.path() + "/one", std::filesystem::copy_options::recursive);
    std::filesystem::copy(source, cases.path() + "/two", std::filesystem::copy_options::recursive);
    Desk desk({cases.path()});
    desk.introduce();
    CHECK(desk.frame().home->rows.size() == 2);
    CHECK(desk.record->library_index().size() == 2);
    std::filesystem::remove_all(cases.path() + "/two");
    {
        std::ofstream changed(cases.path() + "/one/scenario.yaml", std::ios::app);
        changed << "# changed\n";
    }
    desk.does(act::Rescan{});
    CHECK(desk.frame().home->rows.size() == 1);
    REQUIRE(desk.record->library_index().size() == 1);
    CHECK_FALSE(store::stale(desk.record->library_index()[0]));
}

TEST_CASE("cases for practising again and pools stand in no list, and search does not find them") {
    TempFolder cases;
    const std::filesystem::path source = TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja";
    const std::string purposes[] = {"", "purpose: repractice\nabout: [wrong-year]\n", "purpose: pool\n"};
    for (int i = 0; i < 3; ++i) {
        const std::string folder = cases.path() + "/" + std::to_string(i);
        std::filesystem::copy(source, folder, std::filesystem::copy_options::recursive);
        std::string text = *base::read_file(folder + "/scenario.yaml");
        text.insert(text.find("\nlevel:") + 1, purposes[i]);
        write(folder + "/scenario.yaml", text);
    }
    Desk desk({cases.path()});
    desk.introduce();
    CHECK(desk.record->library_index().size() == 3);
    CHECK(desk.record->library_index()[1].about == std::vector<std::string>{"wrong-year"});
    CHECK(desk.frame().home->rows.size() == 1);
    desk.does(act::OpenSearch{});
    desk.does(act::TypeSearch{"getting to know"});
    REQUIRE(desk.frame().search);
    REQUIRE(desk.frame().search->groups.size() == 1);
    CHECK(desk.frame().search->groups[0].rows.size() == 1);
}

TEST_CASE("an empty library says what to do next") {
    TempFolder cases;
    Desk desk({cases.path()});
    desk.introduce();
    CHECK(desk.frame().home->rows.empty());
    CHECK_FALSE(desk.frame().home->empty_title.empty());
    REQUIRE(desk.frame().home->empty_button);
}
