#include <algorithm>

#include "app/author.h"
#include "content/library.h"
#include "app/draft_source.h"

namespace timbang::app {

void AuthorController::operator()(const action::CheckCase&) {
    open().check_wanted = true;
    open().draft.end_typing();
}

void AuthorController::start_check() {
    OpenDraft& o = open();
    o.check_wanted = false;
    o.checked_started = o.checking = o.draft.version();
    model_.author.check.stop();
    const bool answered = o.items != nullptr && !o.items->empty();
    model_.author.check = model_.case_work.start([this, texts = o.draft.snapshot(), folder = o.folder, opened = o.opened, answered,
                                                  context = draft_context(model_)](Tasks::Context& task) {
        if (task.stopped()) return;
        content::LoadedScenario read = content::check_scenario(draft_case(*texts, folder), context);
        // Only what is told beside answers needs to know whether the wording is theirs; a check itself sums nothing up.
        if (read.scenario && answered) read.scenario = content::load_scenario(draft_case(*texts, folder), context).scenario;
        auto check = std::make_shared<AuthorCheck>();
        check->version = texts->version;
        check->findings = std::move(read.findings);
        check->scenario = std::move(read.scenario);
        task.deliver([this, check, opened] {
            if (still(opened)) checked(std::move(*check));
        });
    });
}

void AuthorController::checked(AuthorCheck check) {
    OpenDraft& o = open();
    if (o.checking == check.version) o.checking = 0;
    // The text has gone on meanwhile: its own check is on the way, and these places are no longer those of the text.
    if (check.version != o.draft.version()) return;
    const base::Finding* selected = o.finding >= 0 && o.finding < static_cast<int>(o.check.findings.size())
                                        ? &o.check.findings[static_cast<std::size_t>(o.finding)]
                                        : nullptr;
    int next = -1;
    for (std::size_t i = 0; selected != nullptr && i < check.findings.size(); ++i)
        if (check.findings[i].code == selected->code && check.findings[i].where.file == selected->where.file &&
            check.findings[i].where.line == selected->where.line)
            next = static_cast<int>(i);
    o.finding = next;
    o.check = std::move(check);
    if (o.check.scenario != nullptr) {
        o.readable = o.check.scenario;
        o.readable_version = o.check.version;
        mend_preview();
        read_items();
    }
}

namespace {

int lines(std::string_view text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

void shift(base::Span& span, const content::TextEdit& edit, int more_lines) {
    if (span.file != edit.path || span.begin < edit.end || span.end == 0) return;
    span.begin = span.begin + edit.text.size() - (edit.end - edit.begin);
    span.end = span.end + edit.text.size() - (edit.end - edit.begin);
    span.line += more_lines;
}

} // namespace

/// Keeps the places of findings at their words while somebody types before them, until the next check says more. `before`
/// holds the texts as they were before the group.
void AuthorController::shift_findings(const content::EditGroup& group, const content::DraftTexts& before) {
    std::map<std::string, std::string> texts; // as the edits up to now have left them
    for (const content::TextEdit& edit : group.edits) {
        const auto was = before.texts.find(edit.path);
        if (was == before.texts.end() || was->second == nullptr) continue;
        std::string& text = texts.try_emplace(edit.path, *was->second).first->second;
        const std::size_t length = edit.end - edit.begin;
        const int more_lines = lines(edit.text) - lines(std::string_view(text).substr(edit.begin, length));
        text.replace(edit.begin, length, edit.text);
        for (base::Finding& finding : open().check.findings) {
            shift(finding.where, edit, more_lines);
            if (finding.fix) shift(finding.fix->where, edit, more_lines);
        }
    }
}

void AuthorController::operator()(const action::GoToFinding& a) {
    OpenDraft& o = open();
    if (a.row < 0 || a.row >= static_cast<int>(o.check.findings.size())) return;
    o.finding = a.row;
    const base::Span& where = o.check.findings[static_cast<std::size_t>(a.row)].where;
    const std::string* text = o.draft.text(where.file);
    if (text == nullptr) return tell("editor.file-gone", {{"path", where.file}}, Tint::Return);
    go_to(where.file, where.begin, where.end);
}

void AuthorController::operator()(const action::StepFinding& a) {
    const int count = static_cast<int>(open().check.findings.size());
    if (count == 0) return;
    const int from = open().finding < 0 ? (a.by < 0 ? 0 : -1) : open().finding;
    (*this)(action::GoToFinding{((from + a.by) % count + count) % count});
}

void AuthorController::operator()(const action::FixFinding& a) {
    OpenDraft& o = open();
    const int row = a.row < 0 ? o.finding : a.row;
    if (row < 0 || row >= static_cast<int>(o.check.findings.size())) return;
    const auto& fix = o.check.findings[static_cast<std::size_t>(row)].fix;
    if (!fix) return;
    // A fix is certain only for the text that was checked.
    if (o.check.version != o.draft.version()) return tell("editor.check-first", {}, Tint::Return);
    const base::Span where = fix->where;
    const std::string replacement = fix->replacement;
    if (!edit({"editor.undo-fix", {{where.file, where.begin, where.end, replacement}}, false})) return;
    o.check_wanted = true;
    if (!o.form) go_to(where.file, where.begin + replacement.size(), where.begin + replacement.size());
}

} // namespace timbang::app
