#include <filesystem>
#include <map>

#include <doctest/doctest.h>

#include "content/library.h"
#include "content/scenario/source.h"
#include "support/temp_folder.h"

using namespace timbang;
using content::FolderSource;
using content::MemorySource;
using content::OverlaySource;

namespace {

constexpr const char* kCase = TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok";

std::shared_ptr<content::FileTexts> in_memory(const std::string& folder) {
    FolderSource source(folder);
    auto files = std::make_shared<content::FileTexts>();
    for (const std::string& path : content::all_files(source, 1000))
        files->emplace(path, source.read(path, std::size_t{32} << 20).value());
    return files;
}

content::CheckContext bundled() {
    content::CheckContext context;
    context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    return context;
}

} // namespace

TEST_CASE("a case reads the same from a folder, from memory and from under texts being edited") {
    const auto folder = content::load_scenario(kCase, bundled());
    REQUIRE(folder.scenario);
    const auto memory = std::make_shared<MemorySource>(in_memory(kCase));
    const auto texts = std::make_shared<OverlaySource::Texts>();
    for (const std::shared_ptr<content::FileSource>& source :
         {std::shared_ptr<content::FileSource>(memory), std::shared_ptr<content::FileSource>(std::make_shared<OverlaySource>(
                                                            texts, std::make_shared<FolderSource>(kCase)))}) {
        const auto loaded = content::load_scenario({kCase, "", source}, bundled());
        REQUIRE(loaded.scenario);
        CHECK(loaded.scenario->hashes.content == folder.scenario->hashes.content);
        CHECK(loaded.scenario->hashes.key == folder.scenario->hashes.key);
        CHECK(loaded.findings.size() == folder.findings.size());
    }
    (*texts)["indicators/KS-O1.yaml"] = "code: [";
    const auto broken = content::check_scenario(
        {kCase, "", std::make_shared<OverlaySource>(texts, std::make_shared<FolderSource>(kCase))}, bundled());
    CHECK(broken.scenario == nullptr);
    CHECK(broken.findings.front().where.file == "indicators/KS-O1.yaml");
}

TEST_CASE("no source gives a file outside of its folder") {
    test::TempFolder folder;
    REQUIRE(base::make_folders(folder / "case/a"));
    REQUIRE(base::write_file_atomically(folder / "case/a/x.txt", "inside"));
    REQUIRE(base::write_file_atomically(folder / "secret.txt", "outside"));
    std::filesystem::create_symlink(folder / "secret.txt", folder / "case/link.txt");
    std::filesystem::create_symlink("x.txt", folder / "case/a/near.txt");
    FolderSource disk(folder / "case");
    CHECK(disk.read("a/../a/x.txt", 100).value() == "inside");
    CHECK(disk.read("a/near.txt", 100).value() == "inside");
    CHECK(disk.read("link.txt", 100).error().code == "path-leaves-folder");
    CHECK(disk.kind("link.txt") == base::FileKind::Missing);
    CHECK(content::all_files(disk, 10) == std::vector<std::string>{"a/near.txt", "a/x.txt"});

    MemorySource memory(std::make_shared<content::FileTexts>(
        content::FileTexts{{"a/x.txt", "inside"}, {"a.txt", "other"}, {"a/b/c.txt", "deep"}}));
    for (const char* path : {"../secret.txt", "/etc/passwd", "a/../../x", ".."}) {
        CAPTURE(path);
        CHECK(disk.read(path, 100).error().code == "path-leaves-folder");
        CHECK(memory.read(path, 100).error().code == "path-leaves-folder");
        CHECK_FALSE(memory.inside(path));
    }
    CHECK(memory.read("./a//x.txt", 100).value() == "inside");
    CHECK(memory.read("a/x.txt", 3).error().code == "file-too-large");
    CHECK(memory.read("a", 100).error().code == "file-unreadable");
    CHECK(memory.read("A/x.txt", 100).error().code == "file-not-found");
    CHECK(content::other_case(memory, "A/X.txt") == "a/x.txt");
    CHECK(memory.list("") == std::vector<std::string>{"a", "a.txt"});
    CHECK(memory.list("a") == std::vector<std::string>{"b", "x.txt"});
    CHECK(memory.kind("a/b") == base::FileKind::Folder);
    CHECK(memory.below("a")->read("x.txt", 100).value() == "inside");
    CHECK(memory.below("a")->read("../a.txt", 100).error().code == "path-leaves-folder");
}

TEST_CASE("texts being edited stand in place of files, add to them and hide them") {
    const auto files = std::make_shared<content::FileTexts>(
        content::FileTexts{{"a.txt", "old"}, {"gone.txt", "old"}, {"sub/b.txt", "old"}});
    const auto texts = std::make_shared<OverlaySource::Texts>(
        OverlaySource::Texts{{"a.txt", "new"}, {"gone.txt", std::nullopt}, {"sub/c.txt", "new"}, {"more/d.txt", "new"}});
    OverlaySource draft(texts, std::make_shared<MemorySource>(files));
    CHECK(draft.read("a.txt", 100).value() == "new");
    CHECK(draft.read("gone.txt", 100).error().code == "file-not-found");
    CHECK(draft.kind("gone.txt") == base::FileKind::Missing);
    CHECK(draft.read("sub/b.txt", 100).value() == "old");
    CHECK(draft.kind("more") == base::FileKind::Folder);
    CHECK(draft.list("") == std::vector<std::string>{"a.txt", "more", "sub"});
    CHECK(draft.list("sub") == std::vector<std::string>{"b.txt", "c.txt"});
    CHECK(draft.below("sub")->read("c.txt", 100).value() == "new");
    CHECK(draft.read("../x", 100).error().code == "path-leaves-folder");
}
