#include <algorithm>

#include "app/author.h"
#include "app/draft_source.h"
#include "base/files.h"
#include "content/workbook.h"

namespace timbang::app {
namespace {

constexpr std::size_t kMostFiles = 8;
constexpr std::size_t kMostLines = 200;

/// Workbooks that lie where one would look first.
std::vector<std::string> workbooks_near(const std::string& folder, const std::string& home) {
    std::vector<std::string> found;
    std::vector<std::string> places{base::parent_path(folder)};
    if (!home.empty()) places.insert(places.end(), {base::join_path(home, "Downloads"), home});
    for (const std::string& place : places)
        for (const std::string& name : base::list_folder(place)) {
            const bool book = (name.ends_with(".xlsx") || name.ends_with(".ods")) && name[0] != '.' && name[0] != '~';
            if (book && found.size() < kMostFiles) found.push_back(base::join_path(place, name));
        }
    return found;
}

/// The first name that is free: somebody may have filled in what was written earlier.
std::string free_name(const std::string& stem, const std::string& ending) {
    std::string path = stem + ending;
    for (int i = 2; base::file_kind(path) != base::FileKind::Missing; ++i)
        path = stem + "-" + std::to_string(i) + ending;
    return path;
}

base::Status write_book(const sheets::OutBook& book, const std::string& path, bool xlsx, base::Lang lang) {
    if (xlsx) return sheets::write_xlsx(book, path);
    return sheets::write_csv_folder(book, path, lang == base::Lang::Id ? ';' : ',');
}

} // namespace

void AuthorController::operator()(const action::ExportWorkbook& a) {
    OpenDraft& o = open();
    if (!o.working.empty()) return;
    if (o.draft.unsaved()) return tell("editor.save-first", {}, Tint::Return);
    const bool xlsx = a.format == action::WorkbookFormat::Xlsx;
    o.working = "editor.exporting";
    model_.long_work.start([this, xlsx, folder = o.folder, opened = o.opened, context = draft_context(model_),
                            lang = model_.lang()](Tasks::Context& task) mutable {
        context.has_glyph = nullptr;
        const std::string path = xlsx ? free_name(folder, ".xlsx") : free_name(folder + "-csv", "");
        const auto book = content::export_case(folder, context, model_.catalogue, lang);
        base::Status done = book ? write_book(*book, path, xlsx, lang) : base::Status(book.error());
        task.deliver([this, done, path, opened] {
            if (!still(opened)) return;
            open().working.clear();
            if (!done) return tell_error(done.error());
            say_result("author.spreadsheet", model_.catalogue.text(model_.lang(), "editor.exported", {{"path", path}}), {});
        });
    });
}

void AuthorController::operator()(const action::ImportWorkbook&) {
    OpenDraft& o = open();
    if (!o.working.empty()) return;
    if (o.draft.unsaved()) return tell("editor.save-before-import", {}, Tint::Return);
    AuthorPromptState prompt;
    prompt.kind = AuthorPromptKind::Import;
    prompt.paths = workbooks_near(o.folder, model_.options.home_folder);
    if (!prompt.paths.empty()) prompt.text = prompt.paths.front();
    model_.author.prompt = std::move(prompt);
}

bool AuthorController::begin_import(const std::string& path) {
    OpenDraft& o = open();
    if (base::file_kind(path) == base::FileKind::Missing) {
        model_.author.prompt->problem = model_.catalogue.text(model_.lang(), "editor.import-missing");
        return false;
    }
    o.working = "editor.importing";
    model_.long_work.start([this, path, folder = o.folder, opened = o.opened, version = o.draft.version(),
                            context = draft_context(model_)](Tasks::Context& task) mutable {
        context.has_glyph = nullptr;
        using Changes = base::Result<content::WorkbookChanges>;
        const auto book = sheets::read_workbook(path);
        auto changes = std::make_shared<Changes>(
            book ? content::import_case(*book, folder, context, model_.catalogue) : Changes(book.error()));
        task.deliver([this, changes, opened, version] {
            if (!still(opened)) return;
            open().working.clear();
            if (!*changes) return tell_error(changes->error());
            imported(**changes, version);
        });
    });
    return true;
}

void AuthorController::imported(const content::WorkbookChanges& changes, std::uint64_t version) {
    OpenDraft& o = open();
    const auto say = [&](const base::Message& message) { return model_.catalogue.text(model_.lang(), message); };
    std::vector<std::string> lines;
    for (const content::CellFinding& finding : changes.findings)
        if (lines.size() < kMostLines) lines.push_back(say(finding.message()));
    if (changes.has_errors()) return say_result("author.spreadsheet", say({"editor.import-refused", {}}), lines);
    // The places of the edits are those of the text that was read.
    if (o.draft.version() != version) return tell("editor.import-again", {}, Tint::Return);
    o.draft.begin_group("editor.undo-import");
    const base::Status done = o.draft.apply({"editor.undo-import", changes.edits, false}, model_.now());
    bool as_read = done.ok();
    for (const auto& [path, text] : changes.files) {
        if (!as_read) break;
        const std::string* now = o.draft.text(path);
        as_read = now == nullptr ? o.draft.create(path, text, model_.now()).ok() : *now == text;
    }
    o.draft.end_group();
    // The folder was changed since it was last compared with the draft: the edits are for another text.
    if (!as_read && o.draft.version() != version) (void)o.draft.undo();
    edited();
    if (!as_read) return tell("editor.import-again", {}, Tint::Return);
    const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    const base::Message said = changes.files.empty()
                                   ? base::Message{"editor.import-same", {}}
                                   : base::Message{"editor.imported", {{"added", count(changes.added)},
                                                                       {"changed", count(changes.changed)},
                                                                       {"removed", count(changes.removed)}}};
    say_result("author.spreadsheet", say(said), lines);
}

} // namespace timbang::app
