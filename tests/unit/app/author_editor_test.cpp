#include <algorithm>

#include "author_fixture.h"
#include "content/library.h"
#include "unit/store/store_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

bool has_finding(const AuthorText& text, const std::string& code) {
    return std::any_of(text.problems.begin(), text.problems.end(),
                       [&](const ProblemRow& row) { return row.explain.starts_with(code + ","); });
}

bool has_item(const AuthorText& text, const std::string& label) {
    if (!text.source.completion) return false;
    const auto& items = text.source.completion->items;
    return std::any_of(items.begin(), items.end(), [&](const CompletionItem& item) { return item.label == label; });
}

} // namespace

TEST_CASE("the list shows own cases to open and bundled ones to copy") {
    Editor editor;
    REQUIRE(editor.view().list);
    const AuthorHome& list = *editor.view().list;
    REQUIRE(list.own.size() == 1);
    CHECK(list.own[0].folder == editor.path());
    CHECK(list.own[0].action.as<act::OpenOwnCase>() != nullptr);
    CHECK(list.bundled.size() >= 5);
    for (const AuthorCase& bundled : list.bundled) CHECK(bundled.action.as<act::AskCopyCase>() != nullptr);
}

TEST_CASE("a bundled case is copied under another name and id; the original stays") {
    Editor editor;
    const std::string original = std::string(TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja");
    editor.does(act::AskCopyCase{original});
    REQUIRE(editor.view().prompt);
    editor.does(act::TypePrompt{"Bad Name"});
    editor.does(act::AnswerPrompt{0});
    CHECK_FALSE(editor.view().prompt->problem.empty());
    editor.does(act::TypePrompt{"case"});
    editor.does(act::AnswerPrompt{0});
    CHECK_FALSE(editor.view().prompt->problem.empty()); // taken
    editor.does(act::TypePrompt{"my-case"});
    editor.does(act::AnswerPrompt{0});
    editor.pause();
    CHECK_FALSE(editor.view().prompt);
    CHECK(editor.text().source.path == "scenario.yaml");
    CHECK(editor.source().find("\nid: my-case\n") != std::string::npos);
    CHECK(base::read_file(editor.folder / "own/my-case/indicators/IN-O1.yaml").ok());
    const auto before = base::read_file(original + "/scenario.yaml");
    REQUIRE(before.ok());
    CHECK(before->find("id: perkenalan-meja-kerja") != std::string::npos);
}

TEST_CASE("a new case begins from a template and has no errors") {
    Editor editor;
    editor.does(act::AskNewCase{});
    REQUIRE(editor.view().prompt);
    REQUIRE(editor.view().prompt->options.size() >= 2);
    editor.does(act::AnswerPrompt{0});
    CHECK_FALSE(editor.view().prompt->problem.empty()); // no name yet
    editor.does(act::TypePrompt{"The river at night"});
    editor.does(act::ChoosePromptOption{1});
    CHECK(editor.view().prompt->options[1].chosen);
    editor.does(act::AnswerPrompt{0});
    editor.pause();
    CHECK(editor.source().find("\nid: the-river-at-night\n") != std::string::npos);
    CHECK(editor.view().head.counts[0].label == "0 errors");
}

TEST_CASE("a folder without a case is not opened") {
    Editor editor;
    editor.does(act::OpenOwnCase{editor.folder.path()});
    CHECK(editor.view().list);
    CHECK_FALSE(editor.frame().toasts.empty());
}

TEST_CASE("an opened case shows its files, its colours and what the check found") {
    Editor editor;
    editor.open_case();
    const AuthorText& text = editor.text();
    CHECK(text.source.path == "scenario.yaml");
    REQUIRE(text.source.spans);
    CHECK(text.source.spans->front().kind == SourceKind::Key);
    CHECK(std::any_of(text.tree.begin(), text.tree.end(), [](const TreeRow& row) { return row.path == "indicators/IN-O1.yaml"; }));
    CHECK_FALSE(editor.view().head.checking);
    REQUIRE(editor.view().head.counts.size() >= 2);
    CHECK(editor.view().head.counts[0].label == "0 errors");
}

TEST_CASE("typing is checked after a pause, undone at once and saved on request only") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-O1.yaml"});
    const std::string before = editor.source();
    editor.change("verdict: accept", "verdict: acept");
    CHECK(editor.view().head.checking);
    CHECK_FALSE(has_finding(editor.text(), "bad-value"));
    editor.pause();
    CHECK_FALSE(editor.view().head.checking);
    CHECK(editor.view().head.counts[0].label != "0 errors");
    REQUIRE_FALSE(editor.text().source.findings.empty());
    CHECK(editor.text().source.findings.front().line == 4);
    CHECK(editor.on_disk("indicators/IN-O1.yaml") == before);
    CHECK(editor.view().head.save.enabled);

    editor.does(act::UndoEdit{});
    CHECK(editor.source() == before);
    CHECK_FALSE(editor.view().head.save.enabled);
    editor.does(act::RedoEdit{});
    editor.does(act::SaveCase{});
    CHECK(editor.on_disk("indicators/IN-O1.yaml").find("verdict: acept") != std::string::npos);
    CHECK_FALSE(editor.view().head.save.enabled);
}

TEST_CASE("from the form the text opens at the file of the indicator, and an edit of the form stands in just its place") {
    Editor editor;
    editor.open_case();
    const std::string before = editor.on_disk("indicators/IN-O1.yaml");
    editor.does(act::SetAuthorMode{true});
    editor.does(act::SelectFormIndicator{"IN-O1"});
    editor.does(act::SetReferenceScore{0});
    editor.does(act::SetAuthorMode{false});
    REQUIRE(editor.text().source.path == "indicators/IN-O1.yaml");
    std::string wanted = before;
    const std::size_t score = wanted.find("score: ") + 7;
    wanted.replace(score, wanted.find_first_of("\n,}", score) - score, "0");
    CHECK(editor.source() == wanted);
}

TEST_CASE("letters typed in a row are undone at once, and apart after the caret was moved") {
    Editor editor;
    editor.open_case();
    const std::string before = editor.source();
    editor.type(0, "# a");
    editor.does(act::MoveCaret{"scenario.yaml", 30, 30});
    editor.does(act::MoveCaret{"scenario.yaml", 3, 3});
    editor.type(3, "bc");
    CHECK(editor.view().head.undo.tip == "Undo: Typing");
    CHECK(editor.view().head.redo.tip == "Redo");
    editor.does(act::UndoEdit{});
    CHECK(editor.source() == "# a" + before);
    editor.does(act::UndoEdit{});
    CHECK(editor.source() == before);
}

TEST_CASE("findings keep their place while lines are added above, and F4 goes to them") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-O1.yaml"});
    editor.change("verdict: accept", "verdict: acept");
    editor.pause();
    const auto at = editor.text().source.findings.front();
    editor.does(act::EditSource{"indicators/IN-O1.yaml", 0, 0, "# one\n# two\n", 12});
    CHECK(editor.text().source.findings.front().line == at.line + 2);
    CHECK(editor.text().source.findings.front().begin == at.begin + 12);
    editor.pause();
    editor.does(act::OpenFile{"scenario.yaml"});
    const std::uint64_t asked = editor.text().source.caret_asked;
    editor.does(act::StepFinding{1});
    CHECK(editor.text().source.path == "indicators/IN-O1.yaml");
    CHECK(editor.text().source.caret_asked > asked);
    CHECK(editor.text().source.caret == at.begin + 12);
}

TEST_CASE("an edit that does not fit changes nothing, and the field gets the text again") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-O1.yaml"});
    editor.change("verdict: accept", "verdict: acept");
    editor.pause();
    const std::string before = editor.source();
    const auto at = editor.text().source.findings.front();
    const std::uint64_t revision = editor.text().source.revision;
    const auto beyond = static_cast<std::uint32_t>(before.size()) + 5;
    editor.does(act::EditSource{"indicators/IN-O1.yaml", beyond, beyond, "x", beyond + 1});
    CHECK(editor.source() == before);
    CHECK(editor.text().source.revision > revision);
    CHECK(editor.text().source.findings.front().begin == at.begin);
}

TEST_CASE("what is not saved is kept aside, offered again and can be restored") {
    Editor editor;
    editor.open_case();
    editor.change("version: 1.0.0", "version: 1.0.1");
    editor.pause();
    const std::string saved = editor.on_disk("scenario.yaml");
    editor.kill();
    editor.open();
    editor.does(act::Navigate{Screen::Author});
    REQUIRE(editor.view().list);
    CHECK(editor.view().list->own[0].unsaved);
    REQUIRE(editor.view().list->own[0].counts.size() == 1);
    CHECK(editor.view().list->own[0].counts[0].label == "Not saved, recovery copy kept");
    editor.open_case();
    CHECK(editor.source() == saved);
    REQUIRE(editor.view().notices.size() == 1);
    // Typing before the question is answered does not cost the copy.
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    editor.change("score: 6", "score: 4");
    editor.pause();
    editor.does(act::AnswerNotice{0, 0});
    CHECK(editor.view().notices.empty());
    editor.does(act::OpenFile{"scenario.yaml"});
    CHECK(editor.source().find("version: 1.0.1") != std::string::npos);
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    CHECK(editor.source().find("score: 4") != std::string::npos);
    editor.does(act::SaveCase{});
    CHECK(editor.on_disk("scenario.yaml").find("version: 1.0.1") != std::string::npos);
    CHECK(base::list_folder(editor.folder / "drafts").empty());
}

TEST_CASE("closing the window keeps what was typed a moment ago") {
    Editor editor;
    editor.open_case();
    editor.change("version: 1.0.0", "version: 2.0.0");
    editor.close(); // without a pause
    editor.open();
    editor.does(act::Navigate{Screen::Author});
    editor.open_case();
    REQUIRE(editor.view().notices.size() == 1);
    editor.does(act::AnswerNotice{0, 0});
    CHECK(editor.source().find("version: 2.0.0") != std::string::npos);
}

TEST_CASE("changes from outside are taken over, merged or asked about") {
    Editor editor;
    editor.open_case();
    SUBCASE("nothing was typed here") {
        editor.write("briefing.en.md", "New text.\n");
        editor.pause();
        editor.does(act::OpenFile{"briefing.en.md"});
        CHECK(editor.source() == "New text.\n");
        REQUIRE(editor.view().notices.size() == 1);
        editor.does(act::AnswerNotice{0, 0});
        CHECK(editor.view().notices.empty());
    }
    SUBCASE("in other lines") {
        std::string outside = editor.on_disk("scenario.yaml");
        outside.replace(outside.find("budget: 5"), 9, "budget: 9");
        editor.change("version: 1.0.0", "version: 1.0.1");
        editor.write("scenario.yaml", outside);
        editor.pause();
        CHECK(editor.source().find("budget: 9") != std::string::npos);
        CHECK(editor.source().find("version: 1.0.1") != std::string::npos);
    }
    SUBCASE("in the same line") {
        std::string outside = editor.on_disk("scenario.yaml");
        outside.replace(outside.find("version: 1.0.0"), 14, "version: 3.0.0");
        editor.change("version: 1.0.0", "version: 1.0.1");
        editor.write("scenario.yaml", outside);
        editor.pause();
        CHECK(editor.source().find("version: 1.0.1") != std::string::npos);
        editor.does(act::SaveCase{});
        CHECK(editor.on_disk("scenario.yaml") == outside); // never written over
        REQUIRE_FALSE(editor.view().notices.empty());
        editor.does(act::AnswerNotice{0, 0});
        REQUIRE(editor.view().prompt);
        CHECK_FALSE(editor.view().prompt->lines.empty());
        editor.does(act::AnswerPrompt{1});
        CHECK(editor.source() == outside);
        editor.does(act::UndoEdit{});
        CHECK(editor.source().find("version: 1.0.1") != std::string::npos);
    }
    SUBCASE("just before saving") {
        std::string outside = editor.on_disk("scenario.yaml");
        outside.replace(outside.find("budget: 5"), 9, "budget: 9");
        editor.change("version: 1.0.0", "version: 1.0.1");
        editor.write("scenario.yaml", outside);
        editor.does(act::SaveCase{});
        const std::string now = editor.on_disk("scenario.yaml");
        CHECK(now.find("budget: 9") != std::string::npos);
        CHECK(now.find("version: 1.0.1") != std::string::npos);
    }
}

TEST_CASE("a failure to save loses nothing and says so") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-O1.yaml"});
    editor.change("score: 4", "score: 6");
    std::filesystem::remove(editor.path() + "/indicators/IN-O1.yaml");
    std::filesystem::create_directory(editor.path() + "/indicators/IN-O1.yaml"); // in its way
    editor.does(act::SaveCase{});
    REQUIRE_FALSE(editor.view().notices.empty());
    CHECK(editor.source().find("score: 6") != std::string::npos);
    editor.close();
    CHECK(base::list_folder(editor.folder / "drafts").size() == 1);
}

TEST_CASE("keys and ids that fit are offered at the caret") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    const std::uint32_t at = editor.find("in: informasi-wajib") + 4;
    editor.does(act::EditSource{"indicators/IN-P1.yaml", at, at + 15, "j", at + 1});
    CHECK(has_item(editor.text(), "jawaban-ppid"));
    CHECK_FALSE(has_item(editor.text(), "score"));
    editor.does(act::CloseCompletion{});
    CHECK_FALSE(editor.text().source.completion);
    editor.does(act::AskCompletion{"indicators/IN-P1.yaml", editor.find("type: arithmetic") + 6});
    CHECK(has_item(editor.text(), "arithmetic"));
    editor.does(act::AskCompletion{"indicators/IN-P1.yaml", editor.find("verdict: return") + 9});
    CHECK(has_item(editor.text(), "reject"));
    editor.does(act::EditSource{"indicators/IN-P1.yaml", 0, 0, "\n", 0});
    editor.type(0, "ne");
    CHECK(has_item(editor.text(), "near"));
}

TEST_CASE("keys are offered above everything else, where a lone word is no value of a key yet") {
    Editor editor;
    editor.open_case();
    for (const std::string above : {"\n", "\n---\n"}) {
        const std::string path = editor.text().source.path;
        editor.does(act::EditSource{path, 0, 0, above, 0});
        editor.type(0, "c");
        CHECK(editor.source().starts_with("c\n"));
        CHECK(has_item(editor.text(), "calculator"));
        editor.does(act::UndoEdit{});
    }
}

TEST_CASE("the place of the caret counts items of a list and leaves keys as they are") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    const std::string path = editor.text().source.path;
    const auto place_in = [&](const std::string& text) {
        const auto size = static_cast<std::uint32_t>(editor.source().size());
        const auto at = static_cast<std::uint32_t>(text.size());
        editor.does(act::EditSource{path, 0, size, text, at});
        return editor.text().source.place;
    };
    CHECK(place_in("scores:\n  3: x") == "scores, 3");
    CHECK(place_in("problems:\n  - type: a\n  - type: b") == "problems 2, type");
    CHECK(place_in("99999999999: x") == "99999999999");
    CHECK(place_in("\"\": x").empty());
    CHECK(place_in("a:\n  \"\": x") == "a, ");
}

TEST_CASE("words are found and replaced in one file and in all") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    editor.does(act::OpenSourceFind{true, ""});
    editor.does(act::TypeSourceFind{"RETURN"});
    CHECK_FALSE(editor.text().source.hits.empty());
    editor.does(act::SetFindOptions{true, false});
    CHECK(editor.text().source.hits.empty());
    editor.does(act::SetFindOptions{false, true});
    editor.does(act::TypeSourceFind{"jawaban-ppid"});
    const auto here = editor.text().source.hits.size();
    CHECK(here > 0);
    const std::string path = editor.text().source.path;
    editor.does(act::CloseSourceFind{});
    editor.does(act::StepSourceFind{1});
    CHECK(editor.text().source.path == path); // nothing is searched any more
    editor.does(act::OpenSourceFind{true, ""});
    editor.does(act::TypeReplacement{"jawaban-baru"});
    editor.does(act::ReplaceAllHits{});
    CHECK(editor.source().find("jawaban-ppid") == std::string::npos);
    editor.does(act::OpenFile{"scenario.yaml"});
    CHECK(editor.source().find("reveal: jawaban-baru") != std::string::npos);
    editor.does(act::UndoEdit{});
    editor.does(act::OpenFile{"scenario.yaml"});
    CHECK(editor.source().find("reveal: jawaban-ppid") != std::string::npos);
}

TEST_CASE("the preview stays at its page while the text is edited, and shows the last readable state") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"evidence/informasi-wajib-2.md"});
    CHECK(editor.text().preview.page.key == "informasi-wajib/2");
    const auto page = editor.text().preview.page.content;
    REQUIRE(page);
    editor.does(act::OpenFile{"scenario.yaml"});
    CHECK(editor.text().preview.page.key == "informasi-wajib/2");
    editor.change("evidence:\n", "evidence: [\n");
    editor.pause();
    CHECK(editor.text().preview.page.key == "informasi-wajib/2");
    CHECK(editor.text().preview.page.content);
    CHECK_FALSE(editor.text().preview.stale.empty());
    editor.does(act::UndoEdit{});
    editor.pause();
    CHECK(editor.text().preview.stale.empty());
}

TEST_CASE("the preview says what a trainee would be told for each score") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    editor.does(act::MoveCaret{"indicators/IN-P1.yaml", editor.find("page: 2"), editor.find("page: 2")});
    CHECK(editor.text().preview.code_line.starts_with("IN-P1"));
    CHECK(editor.text().preview.page.key == "informasi-wajib/2");
    CHECK_FALSE(editor.text().preview.page.marks.empty());
    editor.does(act::SetPreviewLanguage{base::Lang::En});
    editor.does(act::TryVerdict{domain::Verdict::Return});
    editor.does(act::TryScore{6});
    CHECK(editor.text().preview.reply.label == "Exact");
    editor.does(act::TryScore{8});
    CHECK(editor.text().preview.reply.label == "1 step generous");
    CHECK_FALSE(editor.text().preview.reply_text.empty());
    CHECK(editor.text().preview.note.empty());
}

TEST_CASE("the players run beside the frame and are old after an edit") {
    Editor editor;
    editor.open_case();
    editor.does(act::RunPlayers{});
    const PlayersView& players = editor.text().players;
    CHECK_FALSE(players.running);
    REQUIRE(players.rows.size() == 4);
    CHECK(players.rows[0].exact == "2 of 2");
    CHECK_FALSE(players.old);
    CHECK(players.coverage.size() == 2);
    editor.type(0, "#");
    CHECK(editor.text().players.old);
}

TEST_CASE("the draft is played without a record, and Esc comes back to the same place") {
    Editor editor;
    editor.open_case();
    editor.does(act::OpenFile{"indicators/IN-P1.yaml"});
    editor.change("score: 6", "score: 4");
    const std::size_t recorded = editor.record->appended;
    editor.does(act::PlayFromHere{});
    REQUIRE(editor.frame().screen == Screen::Desk);
    REQUIRE(editor.desk().form);
    CHECK(editor.form().code_line.find("IN-P1") != std::string::npos);
    CHECK(editor.record->appended == recorded);
    editor.does(act::Back{});
    REQUIRE(editor.frame().screen == Screen::Author);
    CHECK(editor.text().source.path == "indicators/IN-P1.yaml");
    CHECK(editor.source().find("score: 4") != std::string::npos);
    CHECK(editor.record->appended == recorded);
}

TEST_CASE("a certain fix is one step that undo takes back, and only for the text that was checked") {
    Editor editor;
    editor.open_case();
    editor.change("evidence/informasi-wajib-2.md", "evidence/Informasi-wajib-2.md");
    editor.pause();
    const auto& rows = editor.text().problems;
    const auto fixable = std::find_if(rows.begin(), rows.end(), [](const ProblemRow& row) { return row.fix.has_value(); });
    REQUIRE(fixable != rows.end());
    const Action fix = fixable->fix->action;
    const std::string broken = editor.source();
    editor.does(fix);
    editor.pause();
    CHECK(editor.source().find("evidence/informasi-wajib-2.md") != std::string::npos);
    CHECK(editor.view().head.counts[0].label == "0 errors");
    editor.does(act::UndoEdit{});
    CHECK(editor.source() == broken);
}

TEST_CASE("a new check that comes late for another text is dropped; closing a case while one runs is safe") {
    Editor editor;
    editor.open_case();
    editor.does(act::RunPlayers{});
    Workspace& workspace = editor.open();
    workspace.apply(act::CheckCase{});
    workspace.tick();
    workspace.apply(act::RunPlayers{});
    workspace.apply(act::CloseCase{});
    editor.settle();
    CHECK(editor.view().list);
    editor.open_case();
    CHECK_FALSE(editor.view().head.checking);
}

TEST_CASE("the form tells what the record knows of an indicator, read in the background") {
    Editor editor;
    test::EventMaker maker;
    std::string item = "of-old";
    SUBCASE("to the wording at work") {
        content::CheckContext context;
        context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
        const auto kept = content::load_scenario(TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja", context).scenario;
        REQUIRE(kept);
        item = kept->tasks[static_cast<std::size_t>(kept->find_task("IN-O1"))].item_hash;
    }
    SUBCASE("to an earlier one") {}
    editor.record->append(maker.session(),
                          {maker.started(maker.session(), "perkenalan-meja-kerja"), maker.decided(2, "IN-O1", 4),
                           maker.make(3, "scored",
                                      R"({"indicator":"IN-O1","key_hash":"k","reason":"","result":"{\"decided\":true,\"exact\":false,)"
                                      R"(\"item_hash\":\")" + item + R"(\",\"score\":{\"given\":4,\"reference\":6,\"steps\":-1}}"})")},
                          {});
    editor.record->flush();
    editor.open_case();
    editor.does(act::SetAuthorMode{true});
    editor.pause();
    REQUIRE(editor.view().form);
    REQUIRE(editor.view().form->indicator);
    REQUIRE(editor.view().form->indicator->code == "IN-O1");
    REQUIRE(editor.view().form->indicator->answers);
    CHECK(editor.view().form->indicator->answers->spread.find("4 (1)") != std::string::npos);
    CHECK((editor.view().form->indicator->answers->text.find("earlier wording") != std::string::npos) == (item == "of-old"));

    editor.does(Action(editor.view().form->indicator->answers->report.action));
    REQUIRE(editor.frame().dialog);
    const std::string path = editor.folder / "indikator.html";
    editor.does(act::TypeDialog{0, path});
    editor.does(Action(editor.frame().dialog->primary.action));
    CHECK_FALSE(editor.frame().dialog);
    const auto written = base::read_file(path);
    REQUIRE(written.ok());
    CHECK(written->find("IN-O1") != std::string::npos);
}
