#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "base/files.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "content/draft.h"
#include "support/temp_folder.h"

using namespace timbang;

namespace {

void put(const std::string& path, const std::string& bytes) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

content::Draft opened(const content::DraftFolder& folder) {
    const auto disk = content::read_disk(folder);
    REQUIRE(disk);
    return content::Draft(*disk);
}

constexpr base::Time kNow{};

/// Two files on disk, each with a change in the draft that is not saved yet.
struct TwoChanged {
    test::TempFolder temp;
    std::unique_ptr<content::DraftFolder> folder;
    content::Draft draft;

    TwoChanged() {
        put(temp / "a.md", "a\n");
        put(temp / "b.md", "b\n");
        folder = content::folder_on_disk(temp.path());
        draft = opened(*folder);
        for (const char* file : {"a.md", "b.md"}) REQUIRE(draft.replace("author.undo-typing", file, "mine\n", kNow));
    }
};

/// Fails at one file.
class Failing : public content::DraftFolder {
public:
    Failing(content::DraftFolder& inner, std::string at) : inner_(inner), at_(std::move(at)) {}
    base::Result<std::vector<std::string>> list() const override { return inner_.list(); }
    base::Result<std::string> read(const std::string& path) const override { return inner_.read(path); }
    base::Status write(const std::string& path, std::string_view bytes) override {
        if (path == at_) return base::Error("disk-full", {{"path", path}});
        return inner_.write(path, bytes);
    }
    base::Status remove(const std::string& path) override { return inner_.remove(path); }

private:
    content::DraftFolder& inner_;
    std::string at_;
};

/// A folder where the case of letters tells no files apart: the name that was there first stays.
class Unminding : public content::DraftFolder {
public:
    base::Result<std::vector<std::string>> list() const override {
        std::vector<std::string> names;
        for (const auto& [folded, file] : files_) names.push_back(file.first);
        return names;
    }
    base::Result<std::string> read(const std::string& path) const override {
        const auto found = files_.find(base::fold_case(path));
        if (found == files_.end()) return base::Error("file-not-found", {{"path", path}});
        return found->second.second;
    }
    base::Status write(const std::string& path, std::string_view bytes) override {
        files_.try_emplace(base::fold_case(path), path, "").first->second.second = bytes;
        return {};
    }
    base::Status remove(const std::string& path) override {
        files_.erase(base::fold_case(path));
        return {};
    }

private:
    std::map<std::string, std::pair<std::string, std::string>> files_;
};

} // namespace

TEST_CASE("a case on disk is opened, changed and saved; other files stay as they are") {
    test::TempFolder temp;
    put(temp / "scenario.yaml", "id: x\n");
    put(temp / "evidence/a-1.md", "page\n");
    put(temp / "evidence/scan.png", std::string("\x89PNG\0\0", 6));
    put(temp / ".git/config", "hidden");
    std::filesystem::create_symlink("/etc", temp / "out");
    const auto folder = content::folder_on_disk(temp.path());
    content::Draft draft = opened(*folder);
    REQUIRE(draft.files().size() == 3);
    CHECK(draft.text("evidence/scan.png") == nullptr);
    CHECK(draft.remove("evidence/scan.png", kNow).error().code == "draft-no-file");

    REQUIRE(draft.replace("author.undo-typing", "scenario.yaml", "id: y\n", kNow));
    REQUIRE(draft.create("indicators/KS-O1.yaml", "code: KS-O1\n", kNow));
    REQUIRE(draft.remove("evidence/a-1.md", kNow));
    const auto plan = draft.plan_save();
    REQUIRE(plan.writes.size() == 2);
    CHECK(plan.writes[1].path == "scenario.yaml");
    draft.note(content::carry_out(plan, *folder));
    CHECK_FALSE(draft.unsaved());
    CHECK(*base::read_file(temp / "scenario.yaml") == "id: y\n");
    CHECK(*base::read_file(temp / "indicators/KS-O1.yaml") == "code: KS-O1\n");
    CHECK(base::file_kind(temp / "evidence/a-1.md") == base::FileKind::Missing);
    CHECK(base::file_kind(temp / "evidence/scan.png") == base::FileKind::File);
    draft.undo();
    CHECK(draft.unsaved());
    draft.note(content::carry_out(draft.plan_save(), *folder));
    CHECK(*base::read_file(temp / "evidence/a-1.md") == "page\n");
}

TEST_CASE_FIXTURE(TwoChanged, "nothing is written where a file was changed outside in the meantime") {
    put(temp / "b.md", "theirs\n");
    const auto done = content::carry_out(draft.plan_save(), *folder);
    REQUIRE(done.error);
    CHECK(done.error->code == "draft-changed-outside");
    CHECK(done.written.empty());
    CHECK(*base::read_file(temp / "a.md") == "a\n");
    CHECK(draft.take(*content::read_disk(*folder), kNow).clashing == std::vector<std::string>{"b.md"});
}

TEST_CASE_FIXTURE(TwoChanged, "after a failure in between, what was written is saved and the rest is not") {
    Failing failing(*folder, "b.md");
    const auto done = content::carry_out(draft.plan_save(), failing);
    REQUIRE(done.error);
    CHECK(done.error->code == "disk-full");
    draft.note(done);
    CHECK_FALSE(draft.unsaved("a.md"));
    CHECK(draft.unsaved("b.md"));
    CHECK(*base::read_file(temp / "b.md") == "b\n");
    draft.note(content::carry_out(draft.plan_save(), *folder));
    CHECK_FALSE(draft.unsaved());
}

TEST_CASE("a file renamed in the case of its letters alone is there after saving on a memory stick") {
    Unminding stick;
    REQUIRE(stick.write("evidence/a.md", "page\n"));
    content::Draft draft = opened(stick);
    REQUIRE(draft.rename("evidence/a.md", "evidence/A.md", kNow));
    const auto check = [&](const std::string& text) {
        const auto done = content::carry_out(draft.plan_save(), stick);
        CHECK_FALSE(done.error);
        draft.note(done);
        CHECK_FALSE(draft.unsaved());
        CHECK(stick.list().value() == std::vector<std::string>{"evidence/A.md"});
        CHECK(stick.read("evidence/A.md").value() == text);
    };
    SUBCASE("as it is") { check("page\n"); }
    SUBCASE("changed as well") {
        REQUIRE(draft.replace("author.undo-typing", "evidence/A.md", "new\n", kNow));
        check("new\n");
    }
    SUBCASE("changed outside in the meantime") {
        REQUIRE(stick.write("evidence/a.md", "theirs\n"));
        CHECK(content::carry_out(draft.plan_save(), stick).error);
        CHECK(stick.read("evidence/a.md").value() == "theirs\n");
    }
}

TEST_CASE("a path in a draft never leads out of its folder") {
    test::TempFolder temp;
    put(temp / "case/a.md", "a\n");
    std::filesystem::create_symlink(temp.path(), temp / "case/up");
    const auto folder = content::folder_on_disk(temp / "case");
    CHECK_FALSE(folder->read("../b.md"));
    CHECK_FALSE(folder->write("up/b.md", "x"));
    CHECK_FALSE(folder->write("../b.md", "x"));
    CHECK(base::file_kind(temp / "b.md") == base::FileKind::Missing);
}

TEST_CASE("files with the stamp they had are not read again") {
    class Counting : public content::DraftFolder {
    public:
        base::Result<std::vector<std::string>> list() const override { return std::vector<std::string>{"a.md", "b.md"}; }
        base::Result<std::string> read(const std::string& path) const override {
            ++reads;
            return path + (path == "b.md" ? std::to_string(written) : "");
        }
        std::optional<base::FileStamp> stamp(const std::string& path) const override {
            return base::FileStamp{path == "b.md" ? written : 1, 5};
        }
        base::Status write(const std::string& /*path*/, std::string_view /*bytes*/) override { return {}; }
        base::Status remove(const std::string& /*path*/) override { return {}; }
        mutable int reads = 0;
        int written = 1;
    } folder;
    const auto first = content::read_disk(folder);
    REQUIRE(first);
    CHECK(folder.reads == 2);
    folder.written = 2;
    const auto second = content::read_disk(folder, *first);
    REQUIRE(second);
    CHECK(folder.reads == 3);
    CHECK(second->at(0).text == first->at(0).text);
    CHECK(*second->at(1).text == "b.md2");
}
