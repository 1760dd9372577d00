#include <algorithm>
#include <utility>

#include "app/author.h"
#include "app/source_spans.h"
#include "app/yaml_scan.h"

namespace timbang::app {
namespace {

constexpr std::size_t kMostTabs = 12;

/// What the head says of the case, read once for each state of the draft.
void read_name(OpenDraft& o) {
    o.titles = {};
    o.case_version.clear();
    const std::string* text = o.draft.text("scenario.yaml");
    if (text == nullptr) return;
    o.case_version = yaml_value(*text, {"version"});
    for (const base::Lang lang : {base::Lang::Id, base::Lang::En})
        o.titles[static_cast<std::size_t>(lang)] = yaml_value(*text, {"title", base::lang_code(lang)});
    if (o.titles[0].empty() || o.titles[1].empty()) {
        const std::string plain = yaml_value(*text, {"title"});
        for (std::string& title : o.titles)
            if (title.empty()) title = plain;
    }
}

} // namespace

/// Shares the text of the file that is shown with the view, and what depends on it.
void AuthorController::refresh_text() {
    OpenDraft& o = open();
    AuthorTextState& text = o.text;
    if (o.shown_version == o.draft.version() && o.shown_path == text.path) return;
    if (o.shown_version != o.draft.version()) read_name(o);
    o.shown_version = o.draft.version();
    const bool other = std::exchange(o.shown_path, text.path) != text.path;
    const std::string* now = text.path.empty() ? nullptr : o.draft.text(text.path);
    if (now == nullptr) {
        text.shown.reset();
        text.spans.reset();
        ++text.revision;
    } else if (other || text.shown == nullptr || *text.shown != *now) {
        text.shown = std::make_shared<const std::string>(*now);
        text.spans = std::make_shared<const std::vector<SourceSpan>>(source_spans(text.path, *now));
        ++text.revision;
    }
    const auto size = static_cast<std::uint32_t>(now == nullptr ? 0 : now->size());
    AuthorCaret& caret = text.carets[text.path];
    caret.at = std::min(caret.at, size);
    caret.selected_from = std::min(caret.selected_from, size);
    find_again(!other);
}

/// Files that went away (undo, renaming, from outside) leave the tabs.
void AuthorController::leave_missing_files() {
    OpenDraft& o = open();
    const auto files = o.draft.files();
    const auto gone = [&](const std::string& path) {
        return std::none_of(files.begin(), files.end(), [&](const content::DraftFile& file) { return file.path == path; });
    };
    std::erase_if(o.text.tabs, gone);
    if (!o.text.path.empty() && gone(o.text.path)) o.text.path = o.text.tabs.empty() ? "" : o.text.tabs.back();
}

void AuthorController::show_file(const std::string& path) {
    OpenDraft& o = open();
    AuthorTextState& text = o.text;
    if (std::count(text.tabs.begin(), text.tabs.end(), path) == 0) {
        text.tabs.push_back(path);
        if (text.tabs.size() > kMostTabs) text.tabs.erase(text.tabs.begin());
    }
    if (text.path != path) o.draft.end_typing();
    text.path = path;
    text.completion.reset();
    refresh_text();
}

void AuthorController::caret_to(std::uint32_t begin, std::uint32_t end) {
    AuthorTextState& text = open().text;
    text.carets[text.path] = {end, begin};
    ++text.caret_asked;
    text.completion.reset();
    follow_caret();
}

void AuthorController::go_to(const std::string& path, std::size_t begin, std::size_t end) {
    OpenDraft& o = open();
    const auto files = o.draft.files();
    if (std::none_of(files.begin(), files.end(), [&](const content::DraftFile& file) { return file.path == path; }))
        return tell("editor.file-gone", {{"path", path}}, Tint::Return);
    o.form = false;
    show_file(path);
    const std::size_t size = o.text.shown ? o.text.shown->size() : 0;
    caret_to(static_cast<std::uint32_t>(std::min(begin, size)), static_cast<std::uint32_t>(std::min(end, size)));
    o.pane = AuthorPane::Source;
    ++o.pane_asked;
}

void AuthorController::operator()(const action::ShowInText& a) {
    go_to(a.path, a.at, a.at);
}

void AuthorController::operator()(const action::OpenFile& a) {
    OpenDraft& o = open();
    const auto files = o.draft.files();
    if (std::none_of(files.begin(), files.end(), [&](const content::DraftFile& file) { return file.path == a.path; }))
        return;
    show_file(a.path);
    ++o.text.caret_asked;
    follow_caret();
}

void AuthorController::operator()(const action::ToggleTreeFolder& a) {
    auto& folded = open().text.folded;
    if (folded.erase(a.path) == 0) folded.insert(a.path);
}

void AuthorController::operator()(const action::CloseTab& a) {
    AuthorTextState& text = open().text;
    const auto found = std::find(text.tabs.begin(), text.tabs.end(), a.path);
    if (found == text.tabs.end()) return;
    const auto next = text.tabs.erase(found);
    if (text.path != a.path) return;
    const std::string path = text.tabs.empty() ? "" : next == text.tabs.end() ? text.tabs.back() : *next;
    text.path = path;
    text.completion.reset();
    refresh_text();
    if (!path.empty()) ++text.caret_asked;
}

void AuthorController::operator()(const action::EditSource& a) {
    OpenDraft& o = open();
    content::EditGroup group;
    group.label = "author.undo-typing";
    group.edits.push_back({a.path, a.begin, a.end, a.text});
    group.typing = true;
    if (!edit(group)) { // the field shows what was typed: the view gives it the text again
        ++o.text.revision;
        return;
    }
    o.text.carets[a.path] = {a.caret, a.caret};
    o.typed_to = a.caret;
    if (a.path != o.text.path) return;
    // A few letters at once come from a fast typist; more were pasted.
    const bool typed = !a.text.empty() && a.text.size() <= 6 && a.text.find('\n') == std::string::npos;
    if (typed || o.text.completion) update_completion(false);
}

void AuthorController::operator()(const action::MoveCaret& a) {
    OpenDraft& o = open();
    if (a.path != o.text.path) return;
    AuthorCaret& caret = o.text.carets[a.path];
    if (caret.at == a.at && caret.selected_from == a.selected_from) return;
    caret = {a.at, a.selected_from};
    if (a.at != o.typed_to) {
        o.draft.end_typing();
        o.text.completion.reset();
    }
    follow_caret();
}

void AuthorController::operator()(const action::GoToLine& a) {
    OpenDraft& o = open();
    if (o.text.shown == nullptr) return;
    const std::string& text = *o.text.shown;
    std::size_t at = 0;
    for (int line = 1; line < a.line; ++line) {
        const std::size_t next = text.find('\n', at);
        if (next == std::string::npos) break;
        at = next + 1;
    }
    caret_to(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at));
}

void AuthorController::move_history(bool undo) {
    OpenDraft& o = open();
    const auto place = undo ? o.draft.undo() : o.draft.redo();
    if (!place) return;
    edited();
    if (o.draft.text(place->path) == nullptr) return;
    if (o.form) return;
    show_file(place->path);
    caret_to(static_cast<std::uint32_t>(place->end), static_cast<std::uint32_t>(place->end));
}

void AuthorController::operator()(const action::UndoEdit&) {
    move_history(true);
}

void AuthorController::operator()(const action::RedoEdit&) {
    move_history(false);
}

} // namespace timbang::app
