#include <algorithm>

#include "author_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

/// A case whose version was changed without saving, closed again: one recovery copy lies there.
void leave_copy(Editor& editor) {
    editor.open_case();
    editor.change("version: 1.0.0", "version: 1.0.1");
    editor.pause();
    editor.kill();
    editor.open();
    editor.does(act::Navigate{Screen::Author});
}

std::vector<std::string> copies(const Editor& editor) {
    return base::list_folder(editor.folder / "drafts");
}

} // namespace

TEST_CASE("a restored copy stays until what it held is kept elsewhere") {
    Editor editor;
    leave_copy(editor);
    REQUIRE(copies(editor).size() == 1);
    const std::string old = copies(editor).front();
    editor.open_case();
    std::string own = editor.folder / "drafts" + std::string("/") + old;
    own.replace(own.rfind("-0."), 3, "-1.");
    std::filesystem::create_directory(own); // in the way of the new copy
    editor.does(act::AnswerNotice{0, 0});
    CHECK(editor.source().find("version: 1.0.1") != std::string::npos);
    CHECK(base::file_kind(editor.folder / "drafts/" + old) == base::FileKind::File);
    CHECK_FALSE(editor.frame().toasts.empty());

    // What could not be written is tried again.
    std::filesystem::remove(own);
    editor.pause(std::chrono::minutes(1));
    CHECK(base::file_kind(own) == base::FileKind::File);
}

TEST_CASE("a copy of what lies in the folder by now is not offered") {
    Editor editor;
    leave_copy(editor);
    std::string text = editor.on_disk("scenario.yaml");
    text.replace(text.find("version: 1.0.0"), 14, "version: 1.0.1");
    editor.write("scenario.yaml", text);
    editor.does(act::Navigate{Screen::Home});
    editor.does(act::Navigate{Screen::Author});
    CHECK_FALSE(editor.view().list->own[0].unsaved);
    editor.open_case();
    CHECK(editor.view().notices.empty());
    CHECK(copies(editor).empty());
}

TEST_CASE("without a place for copies the author is told once, and nothing is due for ever") {
    Editor editor;
    REQUIRE(base::write_file_atomically(editor.folder / "drafts", "no folder").ok());
    editor.open_case();
    editor.change("version: 1.0.0", "version: 1.0.1");
    editor.pause();
    CHECK_FALSE(editor.frame().toasts.empty());
    const auto due = editor.open().next_deadline();
    CHECK((!due || *due > editor.now));
    editor.does(act::SaveCase{});
    CHECK(editor.on_disk("scenario.yaml").find("version: 1.0.1") != std::string::npos);
}

TEST_CASE("looking at a folder in which nothing has changed draws nothing anew") {
    Editor editor;
    editor.open_case();
    editor.pause();
    const std::uint64_t revision = editor.frame().revision;
    editor.pause();
    editor.pause();
    CHECK(editor.frame().revision == revision);
    editor.write("briefing.en.md", "New text.\n");
    editor.pause();
    CHECK(editor.frame().revision > revision);
}

TEST_CASE("what another program changed is there when the author comes back to the window") {
    Editor editor;
    editor.open_case();
    editor.pause();
    editor.write("scenario.yaml", editor.on_disk("scenario.yaml") + "# changed elsewhere\n");
    editor.settle();
    CHECK(editor.source().find("changed elsewhere") == std::string::npos);
    editor.open().came_back();
    editor.settle();
    CHECK(editor.source().find("changed elsewhere") != std::string::npos);
    // Nothing is looked for without a case.
    editor.does(act::CloseCase{});
    editor.open().came_back();
    editor.settle();
    CHECK(editor.view().list);
}

TEST_CASE("a case that is still being read does not open over another screen") {
    Editor editor;
    editor.does(act::Navigate{Screen::Home});
    editor.does(act::Navigate{Screen::Author});
    Workspace& workspace = editor.open();
    workspace.apply(act::OpenOwnCase{editor.path()});
    workspace.apply(act::Navigate{Screen::Home});
    editor.settle();
    CHECK(editor.frame().screen == Screen::Home);
    editor.does(act::Navigate{Screen::Author});
    CHECK(editor.view().list);
    editor.does(act::AskCopyCase{editor.path()});
    workspace.apply(act::AnswerPrompt{0});
    workspace.apply(act::Navigate{Screen::Home});
    editor.settle();
    CHECK(editor.frame().screen == Screen::Home);
    CHECK(base::file_kind(editor.folder / "own/case-2/scenario.yaml") == base::FileKind::File);
}
