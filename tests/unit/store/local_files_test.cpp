#include <doctest/doctest.h>

#include <fstream>

#include "base/files.h"
#include "store/library_index.h"
#include "store/local_file.h"
#include "store/pack.h"
#include "store/settings.h"
#include "store_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

TEST_CASE("settings come back; without a file there are defaults") {
    const TempFolder folder;
    const std::string path = folder / "deep/settings";
    CHECK(load_settings(path).value() == Settings());
    Settings settings;
    settings.lang = base::Lang::En;
    settings.text_size = 150;
    settings.theme = "contrast";
    settings.level = "where";
    settings.mode = "learn";
    settings.person = "p-1";
    settings.case_folders = {"/kasus/saya", "b"};
    settings.window = {-5, 10, 1280, 720, true};
    settings.open_session = "s-1";
    REQUIRE(save_settings(path, settings));
    CHECK(load_settings(path).value() == settings);
}

namespace {

/// Settings as version 1 wrote them.
struct OldSettings {
    Settings settings;
    template <class Archive> void serialize(Archive& archive) {
        archive(settings.lang, settings.text_size, settings.theme, settings.level, settings.mode, settings.person,
                settings.case_folders, settings.window.x, settings.window.y, settings.window.width,
                settings.window.height, settings.window.maximised);
    }
};

} // namespace

TEST_CASE("settings of the first version are read") {
    const TempFolder folder;
    const std::string path = folder / "settings";
    OldSettings old;
    old.settings.person = "p-1";
    old.settings.text_size = 200;
    REQUIRE(write_local_file(path, "SETT", 1, pack(old)));
    const auto loaded = load_settings(path);
    REQUIRE(loaded.ok());
    CHECK(loaded->person == "p-1");
    CHECK(loaded->text_size == 200);
    CHECK(loaded->open_session.empty());
}

TEST_CASE("no bit of a local file can change unnoticed, and no byte be missing") {
    const TempFolder folder;
    const std::string path = folder / "settings";
    REQUIRE(save_settings(path, Settings()));
    const std::string sound = base::read_file(path).value();
    for (std::size_t i = 0; i < sound.size(); ++i) {
        std::string bytes = sound;
        bytes[i] = static_cast<char>(bytes[i] ^ (1 << (i % 8)));
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        CHECK_FALSE(load_settings(path));
        std::ofstream(path, std::ios::binary | std::ios::trunc) << sound.substr(0, i);
        CHECK_FALSE(load_settings(path));
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << sound << "x";
    CHECK(code_of(load_settings(path)) == "local-file-damaged");
}

TEST_CASE("local files of another kind or of a newer program are told apart") {
    const TempFolder folder;
    const std::string path = folder / "file";
    REQUIRE(write_local_file(path, "ABCD", 3, "content"));
    CHECK(read_local_file(path, "ABCD", 3)->content == "content");
    CHECK(read_local_file(path, "ABCD", 4)->version == 3);
    CHECK(code_of(read_local_file(path, "ABCD", 2)) == "local-file-newer");
    CHECK(code_of(read_local_file(path, "ABCE", 3)) == "local-file-foreign");
    CHECK(code_of(read_local_file(folder / "none", "ABCD", 3)) == "file-not-found");
    std::ofstream(path, std::ios::trunc) << "lang: id, or whatever somebody typed in";
    CHECK(code_of(load_settings(path)) == "local-file-foreign");
}

TEST_CASE("the library's index notices cases that changed or went") {
    const TempFolder folder;
    const std::string one = folder / "one";
    REQUIRE(base::make_folders(one));
    std::ofstream(one + "/scenario.yaml") << "id: one\n";
    IndexedCase entry{one,
                      "one",
                      "1",
                      {"Satu", "One"},
                      {"Kab. A", "Kab. A"},
                      "practice-22-2021",
                      domain::Purpose::Repractice,
                      {"wrong-year"},
                      "foundation",
                      true,
                      15,
                      {"KS-O1", "PA-S1"},
                      "",
                      true,
                      base::file_stamp(one + "/scenario.yaml")};
    CHECK_FALSE(stale(entry));
    const std::string path = folder / "library";
    CHECK(load_library_index(path).empty());
    REQUIRE(save_library_index(path, {entry, {}}));
    const std::vector<IndexedCase> read = load_library_index(path);
    REQUIRE(read.size() == 2);
    CHECK(read[0] == entry);
    std::ofstream(one + "/scenario.yaml") << "id: one\nversion: 2\n";
    CHECK(stale(read[0]));
    CHECK(stale(IndexedCase{folder / "gone", {}, {}, {}, {}, {}, {}, {}, {}, false, 0, {}, {}, false, {5, 5}}));
    std::ofstream(path, std::ios::trunc) << "broken";
    CHECK(load_library_index(path).empty());
}
