#include <algorithm>
#include <map>
#include <set>

#include "app/present/author_parts.h"
#include "app/present/words.h"
#include "app/source_spans.h"
#include "app/yaml_scan.h"
#include "base/files.h"

namespace timbang::app {
namespace {

struct Count {
    int findings = 0;
    base::Severity worst = base::Severity::Note;
};

std::map<std::string, Count> counts_by_file(const OpenDraft& open) {
    std::map<std::string, Count> counts;
    for (const base::Finding& finding : open.check.findings) {
        Count& count = counts[finding.where.file];
        ++count.findings;
        count.worst = std::min(count.worst, finding.severity);
    }
    return counts;
}

/// Files and folders, one row each; a folded folder adds up what is below it.
class Tree {
public:
    Tree(const Model& model, const OpenDraft& open) : words_(model), open_(open), counts_(counts_by_file(open)) {}

    std::vector<TreeRow> rows() {
        TreeRow root;
        root.icon = "library-books";
        root.name = base::file_name(open_.folder);
        root.path = open_.folder;
        root.folder = root.expanded = true;
        rows_.push_back(std::move(root));
        const auto files = open_.draft.files();
        for (const content::DraftFile& file : files) // the files of the case itself before its folders
            if (file.path.find('/') == std::string::npos) add_file(file, 1);
        for (const content::DraftFile& file : files)
            if (file.path.find('/') != std::string::npos) add_below(file);
        return std::move(rows_);
    }

private:
    void add_below(const content::DraftFile& file) {
        int depth = 1;
        for (std::size_t slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1)) {
            const std::string folder = file.path.substr(0, slash);
            const bool folded = open_.text.folded.contains(folder);
            if (seen_.insert(folder).second) add_folder(folder, depth, folded);
            if (folded) return;
            ++depth;
        }
        add_file(file, depth);
    }
    void add_folder(const std::string& folder, int depth, bool folded) {
        TreeRow row;
        row.depth = depth;
        row.icon = folded ? "chevron-right" : "chevron-down";
        row.name = base::file_name(folder);
        row.path = folder;
        row.folder = true;
        row.expanded = !folded;
        row.action = action::ToggleTreeFolder{folder};
        if (folded) {
            Count all;
            for (const auto& [path, count] : counts_)
                if (path.starts_with(folder + "/")) all = {all.findings + count.findings, std::min(all.worst, count.worst)};
            tell(row, all);
        }
        rows_.push_back(std::move(row));
    }
    void add_file(const content::DraftFile& file, int depth) {
        TreeRow row;
        row.depth = depth;
        row.icon = file.text ? "file-document" : "image";
        row.name = base::file_name(file.path) + (file.unsaved ? " •" : "");
        row.path = file.path;
        row.selected = file.path == open_.text.path;
        row.action = action::OpenFile{file.path};
        if (const auto found = counts_.find(file.path); found != counts_.end()) tell(row, found->second);
        rows_.push_back(std::move(row));
    }
    void tell(TreeRow& row, const Count& count) const {
        if (count.findings == 0) return;
        row.count = words_.number(count.findings);
        row.tint = severity_tint(count.worst);
    }

    const Words words_;
    const OpenDraft& open_;
    std::map<std::string, Count> counts_;
    std::set<std::string> seen_;
    std::vector<TreeRow> rows_;
};

std::vector<SourceTab> tabs(const Model& model, const OpenDraft& open) {
    const Words words(model);
    std::vector<SourceTab> all;
    for (const std::string& path : open.text.tabs)
        all.push_back({base::file_name(path), path, open.draft.unsaved(path), path == open.text.path, action::OpenFile{path},
                       {words("app.close"), "", "close", true, "", action::CloseTab{path}}});
    return all;
}

/// "problems 2, quote": where the caret stands in the tree of the file.
std::string place_words(const OpenDraft& open) {
    if (!open.text.shown || !is_yaml(open.text.path)) return "";
    const auto caret = open.text.carets.find(open.text.path);
    if (caret == open.text.carets.end()) return "";
    std::string words;
    const YamlCaret here = yaml_caret(*open.text.shown, caret->second.at);
    for (std::size_t i = 0; i < here.path.size(); ++i) {
        const bool item = here.items[i]; // counted from 0 there
        if (i > 0) words += item ? " " : ", ";
        words += item ? std::to_string(std::stoi(here.path[i]) + 1) : here.path[i];
    }
    return words;
}

void add_findings(const Words& words, const OpenDraft& open, SourceView& source) {
    const auto size = static_cast<std::uint32_t>(source.text ? source.text->size() : 0);
    for (const base::Finding& finding : open.check.findings) {
        if (finding.where.file != source.path) continue;
        const auto begin = std::min(static_cast<std::uint32_t>(finding.where.begin), size);
        const auto end = std::min(static_cast<std::uint32_t>(finding.where.end), size);
        source.findings.push_back({begin, end, finding.where.line, finding.severity, severity_icon(finding.severity),
                                   severity_tint(finding.severity), words(finding.message())});
    }
    std::stable_sort(source.findings.begin(), source.findings.end(), [](const SourceFinding& one, const SourceFinding& other) {
        return std::pair(one.line, one.begin) < std::pair(other.line, other.begin);
    });
}

SourceView source_view(const Model& model, const OpenDraft& open) {
    const Words words(model);
    const AuthorTextState& state = open.text;
    SourceView source;
    source.path = state.path;
    source.revision = state.revision;
    if (state.path.empty()) {
        source.empty = words("editor.no-file");
        return source;
    }
    source.text = state.shown;
    source.prose = is_markdown(state.path);
    source.spans = state.spans;
    source.caret_asked = state.caret_asked;
    if (const auto caret = state.carets.find(state.path); caret != state.carets.end()) {
        source.caret = std::min(caret->second.selected_from, caret->second.at);
        source.caret_end = std::max(caret->second.selected_from, caret->second.at);
    }
    if (!state.shown) {
        source.picture_path = base::join_path(open.folder, state.path);
        source.read_only = true;
        source.why_read_only = words("editor.picture-only");
        return source;
    }
    add_findings(words, open, source);
    source.hits = state.find.hits;
    source.current_hit = state.find.current;
    source.completion = state.completion;
    source.place = place_words(open);
    return source;
}

SourceFind find_view(const Model& model, const OpenDraft& open) {
    const Words words(model);
    const AuthorTextState::Find& state = open.text.find;
    SourceFind find;
    find.open = state.open;
    if (!state.open) return find;
    find.replacing = state.replacing;
    find.words = state.words;
    find.replacement = state.replacement;
    find.match_case = state.match_case;
    find.all_files = state.all_files;
    const auto hits = static_cast<std::int64_t>(state.hits.size());
    if (!state.words.empty()) {
        find.count = hits == 0 ? words("editor.nothing-found")
                               : words("editor.hit-of", {{"n", std::int64_t{state.current + 1}}, {"of", hits}});
        if (state.all_files)
            find.count += words("editor.in-all-files", {{"n", std::int64_t{state.in_all}}});
    }
    const bool any = hits > 0 || (state.all_files && state.in_all > 0);
    find.previous = {words("author.find-previous"), "Shift F3", "chevron-up", any, "", action::StepSourceFind{-1}};
    find.next = {words("author.find-next"), "F3", "chevron-down", any, "", action::StepSourceFind{1}};
    find.replace = {words("author.replace"), "", "", hits > 0, "", action::ReplaceHit{}};
    find.replace_all = {words("author.replace-all"), "", "", any, "", action::ReplaceAllHits{}};
    find.close = {words("author.close-find"), "Esc", "close", true, "", action::CloseSourceFind{}};
    return find;
}

std::string fix_words(const Words& words, const std::string& replacement) {
    constexpr std::size_t kLong = 28;
    if (replacement.empty()) return words("editor.fix-remove");
    const bool whole = replacement.size() <= kLong && replacement.find('\n') == std::string::npos;
    return whole ? words("editor.fix", {{"text", replacement}}) : words("editor.fix-long");
}

std::vector<ProblemRow> problem_rows(const Model& model, const OpenDraft& open) {
    const Words words(model);
    std::vector<ProblemRow> rows;
    for (std::size_t i = 0; i < open.check.findings.size(); ++i) {
        const base::Finding& finding = open.check.findings[i];
        const int at = static_cast<int>(i);
        ProblemRow row;
        row.severity = finding.severity;
        row.icon = severity_icon(finding.severity);
        row.tint = severity_tint(finding.severity);
        row.place = base::file_name(finding.where.file) + ":" + std::to_string(finding.where.line);
        row.text = words(finding.message());
        row.explain = finding.code + ", " + finding.where.file;
        row.selected = at == open.finding;
        if (finding.fix)
            row.fix = Button{fix_words(words, finding.fix->replacement), "Alt Enter", "", true, "", action::FixFinding{at}};
        row.action = action::GoToFinding{at};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

AuthorText present_author_text(const Model& model) {
    const OpenDraft& open = *model.author.open;
    AuthorText text;
    text.tree = Tree(model, open).rows();
    text.tabs = tabs(model, open);
    text.source = source_view(model, open);
    text.find = find_view(model, open);
    text.problems = problem_rows(model, open);
    text.preview = present_preview(model);
    text.players = present_players(model);
    return text;
}

} // namespace timbang::app
