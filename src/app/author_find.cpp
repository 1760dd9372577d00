#include <algorithm>

#include "app/author.h"

namespace timbang::app {
namespace {

char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Where the words stand, not overlapping. Without regard to case for the letters A to Z.
std::vector<domain::TextRange> find_all(const std::string& text, const std::string& words, bool match_case) {
    std::vector<domain::TextRange> hits;
    if (words.empty()) return hits;
    auto at = text.begin();
    while (true) {
        at = std::search(at, text.end(), words.begin(), words.end(),
                         [&](char a, char b) { return match_case ? a == b : folded(a) == folded(b); });
        if (at == text.end()) return hits;
        const auto begin = static_cast<std::uint32_t>(at - text.begin());
        hits.push_back({begin, begin + static_cast<std::uint32_t>(words.size())});
        at += static_cast<std::ptrdiff_t>(words.size());
    }
}

} // namespace

void AuthorController::find_again(bool keep_place) {
    OpenDraft& o = open();
    AuthorTextState::Find& find = o.text.find;
    const int current = find.current;
    find.hits.clear();
    find.current = -1;
    find.in_all = 0;
    if (!find.open || find.words.empty()) return;
    if (o.text.shown) find.hits = find_all(*o.text.shown, find.words, find.match_case);
    if (find.all_files)
        for (const content::DraftFile& file : o.draft.files())
            if (const std::string* text = file.text ? o.draft.text(file.path) : nullptr)
                find.in_all += static_cast<int>(find_all(*text, find.words, find.match_case).size());
    if (find.hits.empty()) return;
    if (keep_place && current >= 0) {
        find.current = std::min(current, static_cast<int>(find.hits.size()) - 1);
        return;
    }
    const AuthorCaret caret = o.text.carets[o.text.path];
    const std::uint32_t from = std::min(caret.at, caret.selected_from);
    const auto next = std::find_if(find.hits.begin(), find.hits.end(),
                                   [&](const domain::TextRange& hit) { return hit.begin >= from; });
    find.current = next == find.hits.end() ? 0 : static_cast<int>(next - find.hits.begin());
}

void AuthorController::show_hit() {
    OpenDraft& o = open();
    const AuthorTextState::Find& find = o.text.find;
    if (find.current < 0 || find.current >= static_cast<int>(find.hits.size())) return;
    const domain::TextRange hit = find.hits[static_cast<std::size_t>(find.current)];
    caret_to(hit.begin, hit.end);
}

void AuthorController::operator()(const action::OpenSourceFind& a) {
    AuthorTextState::Find& find = open().text.find;
    find.open = true;
    find.replacing = a.replace;
    if (!a.words.empty()) find.words = a.words;
    find_again(false);
}

void AuthorController::operator()(const action::TypeSourceFind& a) {
    open().text.find.words = a.words;
    find_again(false);
    show_hit();
}

void AuthorController::operator()(const action::TypeReplacement& a) {
    open().text.find.replacement = a.words;
}

void AuthorController::operator()(const action::SetFindOptions& a) {
    open().text.find.match_case = a.match_case;
    open().text.find.all_files = a.all_files;
    find_again(false);
}

void AuthorController::operator()(const action::StepSourceFind& a) {
    OpenDraft& o = open();
    AuthorTextState::Find& find = o.text.find;
    if (!find.open || find.words.empty()) return;
    const int hits = static_cast<int>(find.hits.size());
    const int next = find.current + a.by;
    if (find.all_files && (hits == 0 || next < 0 || next >= hits)) {
        // On to the next file that holds the words, round and round.
        std::vector<std::string> paths;
        for (const content::DraftFile& file : o.draft.files()) {
            const std::string* text = file.text ? o.draft.text(file.path) : nullptr;
            if (text != nullptr && (file.path == o.text.path || !find_all(*text, find.words, find.match_case).empty()))
                paths.push_back(file.path);
        }
        if (paths.empty()) return;
        const auto here = std::find(paths.begin(), paths.end(), o.text.path) - paths.begin();
        const auto count = static_cast<std::ptrdiff_t>(paths.size());
        show_file(paths[static_cast<std::size_t>(((here + (a.by < 0 ? -1 : 1)) % count + count) % count)]);
        find_again(false);
        if (!find.hits.empty()) find.current = a.by < 0 ? static_cast<int>(find.hits.size()) - 1 : 0;
        return show_hit();
    }
    if (hits == 0) return;
    find.current = (next % hits + hits) % hits;
    show_hit();
}

void AuthorController::operator()(const action::ReplaceHit&) {
    OpenDraft& o = open();
    const AuthorTextState::Find& find = o.text.find;
    if (find.current < 0 || find.current >= static_cast<int>(find.hits.size())) return;
    const domain::TextRange hit = find.hits[static_cast<std::size_t>(find.current)];
    content::EditGroup group{"editor.undo-replace", {{o.text.path, hit.begin, hit.end, find.replacement}}, false};
    const auto behind = hit.begin + static_cast<std::uint32_t>(find.replacement.size());
    if (!edit(group)) return;
    o.text.carets[o.text.path] = {behind, behind};
    find_again(false);
    show_hit();
}

void AuthorController::operator()(const action::ReplaceAllHits&) {
    OpenDraft& o = open();
    const AuthorTextState::Find find = o.text.find;
    content::EditGroup group{"editor.undo-replace-all", {}, false};
    int count = 0, files = 0;
    for (const content::DraftFile& file : o.draft.files()) {
        const std::string* text = file.text ? o.draft.text(file.path) : nullptr;
        if (text == nullptr || (!find.all_files && file.path != o.text.path)) continue;
        const auto hits = find_all(*text, find.words, find.match_case);
        // From the end, so that each edit leaves the places of those before it alone.
        for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit)
            group.edits.push_back({file.path, hit->begin, hit->end, find.replacement});
        count += static_cast<int>(hits.size());
        files += hits.empty() ? 0 : 1;
    }
    if (group.edits.empty() || !edit(group)) return;
    tell("editor.replaced", {{"n", std::int64_t{count}}, {"files", std::int64_t{files}}});
    ++o.text.caret_asked;
}

void AuthorController::operator()(const action::CloseSourceFind&) {
    open().text.find.open = false;
    find_again(false);
}

} // namespace timbang::app
