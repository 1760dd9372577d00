#include "author_fixture.h"

using namespace timbang;
using namespace timbang::test;

TEST_CASE("a spreadsheet is written from what is saved; read back it changes nothing, and what differs is undone at once") {
    Editor editor;
    editor.open_case();
    editor.change("version: 1.0.0", "version: 1.0.7");
    editor.does(act::ExportWorkbook{});
    CHECK(base::file_kind(editor.path() + ".xlsx") == base::FileKind::Missing); // not saved yet
    editor.does(act::SaveCase{});
    editor.does(act::ExportWorkbook{});
    REQUIRE(base::file_kind(editor.path() + ".xlsx") == base::FileKind::File);
    editor.does(act::CancelPrompt{});
    editor.does(act::ImportWorkbook{});
    REQUIRE(editor.view().prompt);
    CHECK(editor.view().prompt->field == editor.path() + ".xlsx");
    editor.does(act::TypePrompt{editor.folder / "none.xlsx"});
    editor.does(act::AnswerPrompt{0});
    CHECK_FALSE(editor.view().prompt->problem.empty());
    editor.does(act::TypePrompt{editor.path() + ".xlsx"});
    editor.does(act::AnswerPrompt{0});
    CHECK_FALSE(editor.view().head.save.enabled);
    editor.does(act::CancelPrompt{});
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    editor.change("score: 6", "score: 4");
    editor.does(act::SaveCase{});
    editor.does(act::ImportWorkbook{});
    editor.does(act::TypePrompt{editor.path() + ".xlsx"});
    editor.does(act::AnswerPrompt{0});
    CHECK(editor.source().find("  score: 6\n") != std::string::npos);
    editor.does(act::UndoEdit{});
    CHECK(editor.source().find("  score: 4\n") != std::string::npos);
}

TEST_CASE("a spreadsheet that was filled in is not written over, and one for another text changes nothing") {
    Editor editor;
    editor.open_case();
    const std::string first = editor.path() + ".xlsx";
    editor.does(act::ExportWorkbook{});
    const auto bytes = base::read_file(first);
    REQUIRE(bytes.ok());
    editor.does(act::CancelPrompt{});
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    editor.change("score: 6", "score: 4");
    editor.does(act::SaveCase{});
    editor.does(act::ExportWorkbook{});
    editor.does(act::CancelPrompt{});
    CHECK(base::file_kind(editor.path() + "-2.xlsx") == base::FileKind::File);
    CHECK(*base::read_file(first) == *bytes);

    const std::string before = editor.source();
    editor.write("indicators/IN-P1.yaml", "# changed elsewhere a moment ago\n" + before);
    editor.does(act::ImportWorkbook{});
    editor.does(act::TypePrompt{first});
    editor.does(act::AnswerPrompt{0});
    CHECK_FALSE(editor.view().prompt);
    CHECK(editor.source() == before);
    CHECK_FALSE(editor.view().head.save.enabled);
    CHECK_FALSE(editor.frame().toasts.empty());
}
