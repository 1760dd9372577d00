#include <doctest/doctest.h>

#include "base/hash.h"
#include "content/draft.h"
#include "content/draft/merge.h"

using namespace timbang;
using content::Draft;

namespace {

base::Time at(int milliseconds) { return base::Time(std::chrono::milliseconds(milliseconds)); }

content::DiskState disk(const std::vector<std::pair<std::string, std::string>>& files) {
    content::DiskState state;
    for (const auto& [path, text] : files)
        state.push_back({path, base::sha256(text), std::make_shared<const std::string>(text)});
    return state;
}

void type(Draft& draft, const std::string& path, std::size_t begin, const std::string& text, int time) {
    REQUIRE(draft.apply({"author.undo-typing", {{path, begin, begin, text}}, true}, at(time)));
}

const std::string& text(const Draft& draft, const std::string& path) {
    REQUIRE(draft.text(path) != nullptr);
    return *draft.text(path);
}

} // namespace

TEST_CASE("an edit changes its stretch, undo and redo go over all files") {
    Draft draft(disk({{"a.yaml", "one\n"}, {"b.md", "two\n"}}));
    const auto version = draft.version();
    REQUIRE(draft.apply({"author.undo-score", {{"a.yaml", 0, 3, "1"}, {"b.md", 3, 3, "!"}, {"a.yaml", 1, 1, "."}}}, at(0)));
    CHECK(text(draft, "a.yaml") == "1.\n");
    CHECK(text(draft, "b.md") == "two!\n");
    CHECK(draft.version() > version);
    CHECK(draft.unsaved());
    CHECK(draft.undo_label() == "author.undo-score");
    const auto place = draft.undo();
    REQUIRE(place);
    CHECK(place->path == "a.yaml");
    CHECK(text(draft, "a.yaml") == "one\n");
    CHECK(text(draft, "b.md") == "two\n");
    CHECK_FALSE(draft.unsaved());
    CHECK_FALSE(draft.can_undo());
    REQUIRE(draft.redo());
    CHECK(text(draft, "a.yaml") == "1.\n");
    CHECK_FALSE(draft.redo());
}

TEST_CASE("a bad edit leaves everything as it was") {
    Draft draft(disk({{"a.yaml", "caf\xC3\xA9\n"}}));
    const std::vector<content::TextEdit> bad = {
        {"a.yaml", 0, 99, ""}, {"a.yaml", 5, 5, "x"}, {"none.yaml", 0, 0, "x"}, {"a.yaml", 2, 1, ""}, {"a.yaml", 0, 0, "\xFF"}};
    for (const content::TextEdit& edit : bad) {
        const auto status = draft.apply({"author.undo-typing", {{"a.yaml", 0, 0, "x"}, edit}}, at(0));
        REQUIRE_FALSE(status);
        CHECK(status.error().code == "draft-bad-edit");
        CHECK(text(draft, "a.yaml") == "caf\xC3\xA9\n");
        CHECK_FALSE(draft.can_undo());
    }
}

TEST_CASE("typing is joined while it goes on at one place without a pause") {
    Draft draft(disk({{"a.md", "x\n"}}));
    type(draft, "a.md", 1, "a", 0);
    type(draft, "a.md", 2, "b", 100);
    REQUIRE(draft.apply({"author.undo-typing", {{"a.md", 2, 3, ""}}, true}, at(200))); // backspace
    type(draft, "a.md", 2, "c", 300);
    CHECK(text(draft, "a.md") == "xac\n");
    type(draft, "a.md", 3, "later", 9000);
    type(draft, "a.md", 0, "elsewhere", 9100);
    draft.undo();
    CHECK(text(draft, "a.md") == "xaclater\n");
    draft.undo();
    CHECK(text(draft, "a.md") == "xac\n");
    draft.undo();
    CHECK(text(draft, "a.md") == "x\n");
    CHECK_FALSE(draft.can_undo());
    SUBCASE("but not after undo, nor when told") {
        type(draft, "a.md", 1, "a", 0);
        draft.end_typing();
        type(draft, "a.md", 2, "b", 1);
        draft.undo();
        CHECK(text(draft, "a.md") == "xa\n");
    }
}

TEST_CASE("files are made, renamed and removed, and all of it can be undone") {
    Draft draft(disk({{"a.md", "a"}}));
    REQUIRE(draft.create("evidence/new-1.md", "n", at(0)));
    REQUIRE(draft.rename("a.md", "b.md", at(0)));
    REQUIRE(draft.remove("b.md", at(0)));
    CHECK(draft.text("a.md") == nullptr);
    CHECK(draft.text("b.md") == nullptr);
    draft.undo();
    CHECK(text(draft, "b.md") == "a");
    draft.undo();
    CHECK(text(draft, "a.md") == "a");
    CHECK(draft.text("b.md") == nullptr);
    draft.undo();
    CHECK(draft.files().size() == 1);
    CHECK_FALSE(draft.unsaved());
    CHECK(draft.create("A.md", "", at(0)).error().code == "draft-file-exists");
    for (const char* path : {"", "/a", "../a", "a/../b", "a//b", ".hidden", "a/.b", "a\\b", "c:a", "a/", "a\nb"})
        CHECK(draft.create(path, "", at(0)).error().code == "draft-bad-path");
    CHECK(draft.remove("none", at(0)).error().code == "draft-no-file");
}

TEST_CASE("a group of several calls is undone at once") {
    Draft draft(disk({{"a.md", "a"}}));
    draft.begin_group("author.undo-indicator");
    REQUIRE(draft.create("indicators/X.yaml", "code: X\n", at(0)));
    REQUIRE(draft.replace("author.undo-typing", "a.md", "b", at(0)));
    draft.end_group();
    CHECK(draft.undo_label() == "author.undo-indicator");
    draft.undo();
    CHECK(draft.files().size() == 1);
    CHECK(text(draft, "a.md") == "a");
}

TEST_CASE("what is untouched here is taken over from outside, and can be undone") {
    Draft draft(disk({{"a.md", "a\n"}, {"b.md", "b\n"}, {"c.md", "c\n"}}));
    const auto taken = draft.take(disk({{"a.md", "new\n"}, {"b.md", "b\n"}, {"d.md", "d\n"}}), at(0));
    CHECK(taken.taken == std::vector<std::string>{"a.md", "d.md", "c.md"});
    CHECK(taken.merged.empty());
    CHECK(taken.clashing.empty());
    CHECK(text(draft, "a.md") == "new\n");
    CHECK(draft.text("c.md") == nullptr);
    CHECK(text(draft, "d.md") == "d\n");
    CHECK_FALSE(draft.unsaved());
    CHECK(draft.take(disk({{"a.md", "new\n"}, {"b.md", "b\n"}, {"d.md", "d\n"}}), at(0)).empty());
    draft.undo();
    CHECK(text(draft, "a.md") == "a\n");
    CHECK(text(draft, "c.md") == "c\n");
    CHECK(draft.unsaved());
}

TEST_CASE("a text that is none any more outside ends the history that knew it as one") {
    Draft draft(disk({{"a.csv", "one\n"}, {"b.md", "b\n"}}));
    type(draft, "a.csv", 0, "x", 0);
    type(draft, "b.md", 0, "y", 5000);
    draft.note({{{"a.csv", std::make_shared<const std::string>("xone\n"), base::sha256("xone\n")},
                 {"b.md", std::make_shared<const std::string>("yb\n"), base::sha256("yb\n")}}, {}, std::nullopt});
    REQUIRE_FALSE(draft.unsaved());
    content::DiskState outside = disk({{"b.md", "yb\n"}});
    outside.push_back({"a.csv", base::sha256("\xFF"), nullptr});
    CHECK(draft.take(outside, at(9000)).taken == std::vector<std::string>{"a.csv"});
    while (draft.undo()) {}
    while (draft.redo()) {}
    CHECK(draft.text("a.csv") == nullptr);
    CHECK(text(draft, "b.md") == "yb\n");
    CHECK_FALSE(draft.unsaved());
    // Steps of other files are kept where the file has none of its own.
    type(draft, "b.md", 0, "z", 12000);
    outside[0].hash = base::sha256("zyb\n");
    outside[0].text = std::make_shared<const std::string>("zyb\n");
    outside[1].hash = base::sha256("\xFE");
    CHECK(draft.take(outside, at(15000)).taken == std::vector<std::string>{"a.csv"});
    REQUIRE(draft.undo());
    CHECK(text(draft, "b.md") == "yb\n");
}

TEST_CASE("changes in different lines are merged, in the same lines asked about") {
    const std::string before = "1\n2\n3\n4\n5\n";
    Draft draft(disk({{"a.md", before}}));
    REQUIRE(draft.apply({"author.undo-typing", {{"a.md", 0, 1, "mine"}}}, at(0)));
    SUBCASE("merged") {
        const auto taken = draft.take(disk({{"a.md", "1\n2\n3\n4\ntheirs\n"}}), at(0));
        CHECK(taken.merged == std::vector<std::string>{"a.md"});
        CHECK(text(draft, "a.md") == "mine\n2\n3\n4\ntheirs\n");
        draft.undo();
        CHECK(text(draft, "a.md") == "mine\n2\n3\n4\n5\n");
    }
    SUBCASE("asked") {
        const std::string theirs = "theirs\n2\n3\n4\n5\n";
        const auto taken = draft.take(disk({{"a.md", theirs}}), at(0));
        CHECK(taken.clashing == std::vector<std::string>{"a.md"});
        REQUIRE(draft.clashes().size() == 1);
        CHECK(*draft.clashes()[0].theirs == theirs);
        CHECK(text(draft, "a.md") == "mine\n2\n3\n4\n5\n");
        CHECK(draft.plan_save().empty());
        CHECK(draft.take(disk({{"a.md", theirs}}), at(0)).clashing.size() == 1); // told again, held once
        CHECK(draft.clashes().size() == 1);
        SUBCASE("keep mine") {
            draft.keep_mine("a.md", at(0));
            CHECK(text(draft, "a.md") == "mine\n2\n3\n4\n5\n");
            CHECK(draft.clashes().empty());
            CHECK(draft.take(disk({{"a.md", theirs}}), at(0)).empty());
            REQUIRE(draft.plan_save().writes.size() == 1);
            CHECK(draft.plan_save().writes[0].expected == base::sha256(theirs));
            draft.undo();
            CHECK(text(draft, "a.md") == theirs);
        }
        SUBCASE("take theirs") {
            draft.take_theirs("a.md", at(0));
            CHECK(text(draft, "a.md") == theirs);
            CHECK_FALSE(draft.unsaved());
            draft.undo();
            CHECK(text(draft, "a.md") == "mine\n2\n3\n4\n5\n");
        }
        SUBCASE("put back outside") {
            CHECK(draft.take(disk({{"a.md", before}}), at(0)).empty());
            CHECK(draft.clashes().empty());
        }
    }
    SUBCASE("removed outside") {
        CHECK(draft.take({}, at(0)).clashing.size() == 1);
        REQUIRE(draft.clashes().size() == 1);
        CHECK(draft.clashes()[0].theirs == nullptr);
        draft.keep_mine("a.md", at(0));
        CHECK(text(draft, "a.md") == "mine\n2\n3\n4\n5\n");
        CHECK(draft.plan_save().writes[0].expected == "");
    }
    SUBCASE("the same change on both sides") {
        CHECK(draft.take(disk({{"a.md", "mine\n2\n3\n4\n5\n"}}), at(0)).empty());
        CHECK_FALSE(draft.unsaved());
    }
}

TEST_CASE("lines are merged where stretches between shared lines differ on one side only") {
    CHECK(content::merge_lines("a\nb\nc\n", "a\nb\nc\n", "a\nx\nc\n") == "a\nx\nc\n");
    CHECK(content::merge_lines("a\nb\nc\n", "0\na\nb\nc\n", "a\nb\nc\nd\n") == "0\na\nb\nc\nd\n");
    CHECK(content::merge_lines("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n") == "a\nc\nd\n");
    CHECK(content::merge_lines("a\nb\nc", "a\nx\nc", "a\nx\nc") == "a\nx\nc");
    CHECK(content::merge_lines("", "", "a\n") == "a\n");
    CHECK_FALSE(content::merge_lines("a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n"));
    CHECK_FALSE(content::merge_lines("", "a\n", "b\n"));
    std::string base, mine, theirs, both;
    for (int i = 0; i < 3000; ++i) {
        const std::string line = "line " + std::to_string(i % 7) + "\n";
        base += line;
        mine += i == 100 ? "mine\n" : line;
        theirs += i == 2900 ? "theirs\n" : line;
        both += i == 100 ? "mine\n" : i == 2900 ? "theirs\n" : line;
    }
    CHECK(content::merge_lines(base, mine, theirs) == both);
}

TEST_CASE("unsaved texts come back from a recovery copy, merged with what the folder has now") {
    Draft draft(disk({{"a.md", "1\n2\n3\n"}, {"b.md", "b\n"}, {"c.md", "c\n"}}));
    REQUIRE(draft.apply({"author.undo-typing", {{"a.md", 0, 1, "mine"}}}, at(0)));
    REQUIRE(draft.remove("b.md", at(0)));
    REQUIRE(draft.create("n.md", "new\n", at(0)));
    REQUIRE(draft.apply({"author.undo-typing", {{"c.md", 0, 1, "mine"}}}, at(0)));
    const std::string bytes = content::write_recovery(draft.recovery("/case", at(1234)));
    const auto recovery = content::read_recovery(bytes, "file");
    REQUIRE(recovery);
    CHECK(recovery->folder == "/case");
    CHECK(recovery->at == at(1234));
    Draft opened(disk({{"a.md", "1\n2\ntheirs\n"}, {"b.md", "b\n"}, {"c.md", "theirs\n"}}));
    const auto taken = opened.recover(*recovery, at(0));
    CHECK(taken.taken == std::vector<std::string>{"b.md", "n.md"});
    CHECK(taken.merged == std::vector<std::string>{"a.md"});
    CHECK(taken.clashing == std::vector<std::string>{"c.md"});
    CHECK(text(opened, "a.md") == "mine\n2\ntheirs\n");
    CHECK(text(opened, "c.md") == "mine\n");
    CHECK(opened.text("b.md") == nullptr);
    CHECK(opened.clashes().size() == 1);
    opened.undo();
    CHECK_FALSE(opened.unsaved());
    for (std::size_t cut = 0; cut < bytes.size(); cut += 7)
        CHECK(content::read_recovery(bytes.substr(0, cut), "file").error().code == "recovery-damaged");
}
