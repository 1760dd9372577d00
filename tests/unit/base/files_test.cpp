#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

#include "base/files.h"
#include "support/temp_folder.h"

using namespace timbang::base;
namespace fs = std::filesystem;

TEST_CASE("a written file reads back, whatever its bytes, and leaves nothing beside it") {
    const timbang::test::TempFolder folder;
    const std::string path = folder / "note";
    const std::string content("a\0b\xff\n", 5);
    REQUIRE(write_file_atomically(path, "old and longer content"));
    REQUIRE(write_file_atomically(path, content));
    CHECK(read_file(path).value() == content);
    CHECK(list_folder(folder.path()) == std::vector<std::string>{"note"});
}

TEST_CASE("an atomic write keeps the rights of the file and follows its link") {
    const timbang::test::TempFolder folder;
    std::ofstream(folder / "real") << "x";
    fs::permissions(folder / "real", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("real", folder / "link");
    REQUIRE(write_file_atomically(folder / "link", "y"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_file(folder / "real").value() == "y");
    CHECK(fs::status(folder / "real").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("files that cannot be read say why") {
    const timbang::test::TempFolder folder;
    CHECK(read_file(folder / "none").error().code == "file-not-found");
    CHECK(read_file(folder.path()).error().code == "file-unreadable");
    std::ofstream(folder / "big") << "12345";
    CHECK(read_file(folder / "big", 5).value() == "12345");
    CHECK(read_file(folder / "big", 4).error().code == "file-too-large");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(read_file(folder / "pipe").error().code == "file-unreadable");
}

TEST_CASE("writing where nothing can be written is an error and changes nothing") {
    const timbang::test::TempFolder folder;
    CHECK(write_file_atomically(folder / "no/such/folder", "x").error().code == "file-unwritable");
    std::ofstream(folder / "file") << "x";
    CHECK(make_folders(folder / "file/below").error().code == "folder-unwritable");
    REQUIRE(make_folders(folder / "a/b/c"));
    REQUIRE(make_folders(folder / "a/b/c"));
    CHECK(file_kind(folder / "a/b/c") == FileKind::Folder);
}

TEST_CASE("authored paths stay in their folder") {
    const timbang::test::TempFolder folder;
    REQUIRE(make_folders(folder / "case/evidence"));
    REQUIRE(make_folders(folder / "outside"));
    std::ofstream(folder / "outside/secret") << "x";
    const std::string root = folder / "case";
    CHECK(safe_join(root, "evidence/a.md").value() == root + "/evidence/a.md");
    CHECK(safe_join(root, "./evidence//../b.md").value() == root + "/b.md");
    for (const char* path : {"/etc/passwd", "..", "../outside/secret", "evidence/../../outside", "a/b/../../../x"})
        CHECK_MESSAGE(safe_join(root, path).error().code == "path-leaves-folder", path);
    CHECK_FALSE(safe_join(root, std::string_view("a\0b", 3)));
}

TEST_CASE("links may point inside the folder, not out of it") {
    const timbang::test::TempFolder folder;
    REQUIRE(make_folders(folder / "case/evidence"));
    REQUIRE(make_folders(folder / "case-b"));
    const std::string root = folder / "case";
    fs::create_symlink("evidence", root + "/in");
    fs::create_symlink("../case-b", root + "/out");
    fs::create_symlink("/nowhere/at/all", root + "/dangling");
    fs::create_symlink("loop", root + "/loop");
    CHECK(safe_join(root, "in/a.md"));
    CHECK_FALSE(safe_join(root, "out/a.md"));
    CHECK_FALSE(safe_join(root, "out"));
    CHECK_FALSE(safe_join(root, "dangling"));
    CHECK_FALSE(safe_join(root, "loop/x"));
    fs::create_directory_symlink(root, folder / "alias");
    CHECK(safe_join(folder / "alias", "evidence/a.md").value() == (folder / "alias") + "/evidence/a.md");
}

TEST_CASE("a stamp changes with the content") {
    const timbang::test::TempFolder folder;
    CHECK(file_stamp(folder / "x") == FileStamp{});
    std::ofstream(folder / "x") << "a";
    const FileStamp before = file_stamp(folder / "x");
    CHECK(before.size == 1);
    std::ofstream(folder / "x") << "ab";
    CHECK_FALSE(file_stamp(folder / "x") == before);
}

TEST_CASE("a name in the wrong case is found") {
    const timbang::test::TempFolder folder;
    std::ofstream(folder / "Persalinan-É.md") << "x";
    CHECK(same_but_case(folder.path(), "persalinan-é.md") == "Persalinan-É.md");
    CHECK(same_but_case(folder.path(), "Persalinan-É.md").empty());
    CHECK(same_but_case(folder.path(), "other.md").empty());
    CHECK(list_folder(folder / "none").empty());
}

TEST_CASE("paths are taken apart and put together") {
    CHECK(join_path("a", "b") == "a/b");
    CHECK(join_path("a/", "b") == "a/b");
    CHECK(join_path("", "b") == "b");
    CHECK(parent_path("/a/b") == "/a");
    CHECK(parent_path("/a") == "/");
    CHECK(parent_path("a") == "");
    CHECK(parent_path("a/b/") == "a");
    CHECK(file_name("/a/b") == "b");
    CHECK(file_name("a/b/") == "b");
    CHECK(file_name("b") == "b");
}
