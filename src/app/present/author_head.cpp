#include <algorithm>

#include "app/present/author_parts.h"
#include "app/present/words.h"
#include "base/files.h"

namespace timbang::app {
namespace {

std::string title_of(const Model& model, const OpenDraft& open) {
    const std::string& title = open.titles[static_cast<std::size_t>(model.lang())];
    return title.empty() ? base::file_name(open.folder) : title;
}

/// "Undo: Typing"
std::string what_of(const Words& words, const std::string& key, const std::string& label) {
    return label.empty() ? words(key) : words("editor.undo-what", {{"do", words(key)}, {"what", words(label)}});
}

void saved_line(const Model& model, const OpenDraft& open, AuthorHead& head) {
    const Words words(model);
    const std::string& version = open.case_version;
    std::string state;
    if (!open.working.empty()) state = words(open.working);
    else if (open.saving == AuthorSaving::Saving) state = words("editor.saving");
    else if (open.draft.unsaved()) state = words(open.kept ? "editor.unsaved-kept" : "editor.unsaved");
    else if (open.saved_at) state = words("editor.saved-at", {{"time", words.clock(*open.saved_at)}});
    else state = words("editor.saved");
    head.line = version.empty() ? state : words("editor.head-line", {{"version", version}, {"state", state}});
    head.line_tint = open.saving == AuthorSaving::Failed ? Tint::Reject : open.draft.unsaved() ? Tint::Return : Tint::Neutral;
}

void counts(const Words& words, const OpenDraft& open, AuthorHead& head) {
    const struct {
        base::Severity severity;
        const char* key;
    } kinds[] = {{base::Severity::Error, "author.errors-n"},
                 {base::Severity::Warning, "author.warnings-n"},
                 {base::Severity::Note, "author.notes-n"}};
    if (open.check.version == 0) return;
    for (const auto& kind : kinds) {
        const auto n = std::count_if(open.check.findings.begin(), open.check.findings.end(),
                                     [&](const base::Finding& finding) { return finding.severity == kind.severity; });
        if (n == 0 && kind.severity == base::Severity::Note) continue;
        head.counts.push_back({words(kind.key, {{"n", std::int64_t{n}}}), n == 0 ? "check-circle" : severity_icon(kind.severity),
                               n == 0 ? Tint::Ok : severity_tint(kind.severity)});
    }
}

} // namespace

IconName severity_icon(base::Severity severity) {
    return severity == base::Severity::Error ? "close-circle" : severity == base::Severity::Warning ? "alert" : "help-circle";
}

Tint severity_tint(base::Severity severity) {
    return severity == base::Severity::Error     ? Tint::Reject
           : severity == base::Severity::Warning ? Tint::Return
                                                 : Tint::Neutral;
}

AuthorHead present_author_head(const Model& model) {
    const Words words(model);
    const OpenDraft& open = *model.author.open;
    AuthorHead head;
    head.back = {words("author.back"), "", "arrow-left", true, "", action::CloseCase{}};
    head.title = title_of(model, open);
    saved_line(model, open, head);
    head.modes[0] = {words("author.form"), "", "", Tint::Accent, open.form, action::SetAuthorMode{true}};
    head.modes[1] = {words("author.text"), "", "", Tint::Accent, !open.form, action::SetAuthorMode{false}};
    counts(words, open, head);
    head.checking = open.checking != 0 || open.check.version != open.draft.version();
    head.undo = {words("author.undo"), "Ctrl Z", "undo", open.draft.can_undo(), "", action::UndoEdit{},
                 what_of(words, "author.undo", open.draft.undo_label())};
    head.redo = {words("author.redo"), "Ctrl Y", "redo", open.draft.can_redo(), "", action::RedoEdit{},
                 what_of(words, "author.redo", open.draft.redo_label())};
    const bool can_save = open.draft.unsaved() && open.saving != AuthorSaving::Saving;
    head.save = {words("author.save"), "Ctrl S", "content-save", can_save, words("editor.saved"), action::SaveCase{}};
    head.check = {words("author.check"), "F7", "", true, "", action::CheckCase{}};
    head.play = {words("author.play-from-here"), "F9", "play", open.readable != nullptr, words("editor.play-unreadable"),
                 action::PlayFromHere{}};
    head.players = {words("author.run-players"), "F8", "repeat", !open.players.running, "", action::RunPlayers{}};
    if (open.players.running)
        head.players = {words("author.stop-players"), "F8", "close", true, "", action::StopPlayers{}};
    head.spreadsheet.label = words("author.spreadsheet");
    head.spreadsheet.options = {
        {words("editor.export-xlsx"), words("editor.export-hint"), "export", Tint::Neutral, false,
         action::ExportWorkbook{action::WorkbookFormat::Xlsx}},
        {words("editor.export-csv"), words("editor.export-hint"), "export", Tint::Neutral, false,
         action::ExportWorkbook{action::WorkbookFormat::Csv}},
        {words("editor.import-menu"), words("editor.import-hint"), "download", Tint::Neutral, false, action::ImportWorkbook{}}};
    head.package = {words("author.make-package"), "", "", open.working.empty(), words("editor.working"), action::MakePackage{}};
    return head;
}

} // namespace timbang::app
