#include <algorithm>

#include "app/author.h"
#include "app/source_spans.h"
#include "app/yaml_scan.h"

namespace timbang::app {
namespace {

/// The page that a file is, or that a mapping names with `in` and `page`.
std::optional<DraftPagePlace> page_of_file(const domain::Scenario& scenario, const std::string& path) {
    for (const domain::Evidence& evidence : scenario.evidence)
        for (std::size_t i = 0; i < evidence.pages.size(); ++i)
            if (evidence.pages[i].path == path) return DraftPagePlace{evidence.id, static_cast<int>(i) + 1};
    return std::nullopt;
}

std::optional<DraftPagePlace> page_named(const std::string& text, YamlPath path) {
    while (!path.empty()) {
        YamlPath in = path, page = path;
        in.push_back("in");
        page.push_back("page");
        if (const std::string evidence = yaml_value(text, in); !evidence.empty()) {
            const std::string number = yaml_value(text, page);
            const bool good = !number.empty() && number.size() < 4 && number.find_first_not_of("0123456789") == std::string::npos;
            return DraftPagePlace{evidence, good ? std::max(1, std::stoi(number)) : 1};
        }
        path.pop_back();
    }
    return std::nullopt;
}

/// An entry of the list of evidence: its first page.
std::optional<DraftPagePlace> page_listed(const std::string& text, const YamlPath& path) {
    if (path.size() < 2 || path[0] != "evidence") return std::nullopt;
    const std::string id = yaml_value(text, {"evidence", path[1], "id"});
    return id.empty() ? std::nullopt : std::optional(DraftPagePlace{id, 1});
}

bool there(const domain::Scenario& scenario, const DraftPagePlace& place) {
    return scenario.page(scenario.find_evidence(place.evidence), place.page) != nullptr;
}

} // namespace

void AuthorController::follow_caret() {
    OpenDraft& o = open();
    AuthorPreviewState& preview = o.preview;
    if (o.text.shown == nullptr || o.readable == nullptr) return;
    const std::string& path = o.text.path;
    const std::string& text = *o.text.shown;
    if (const auto page = page_of_file(*o.readable, path)) {
        preview.prose.clear();
        preview.place = *page;
        return;
    }
    if (is_markdown(path)) {
        preview.prose = path;
        return;
    }
    if (!is_yaml(path)) return;
    preview.prose.clear();
    const YamlCaret caret = yaml_caret(text, o.text.carets[path].at);
    const std::string code = yaml_value(text, {"code"});
    const domain::IndicatorIx task = o.readable->find_task(code);
    if (task >= 0 && preview.indicator != code) {
        preview.indicator = code;
        preview.verdict = o.readable->tasks[static_cast<std::size_t>(task)].reference.verdict;
        preview.score.reset();
    }
    auto page = page_named(text, caret.path);
    if (!page) page = page_listed(text, caret.path);
    if (page && there(*o.readable, *page)) {
        preview.place = *page;
        return;
    }
    if (task < 0) return;
    const auto& own = o.readable->tasks[static_cast<std::size_t>(task)].evidence;
    const domain::EvidenceIx now = o.readable->find_evidence(preview.place.evidence);
    if (!own.empty() && std::count(own.begin(), own.end(), now) == 0)
        preview.place = {o.readable->evidence[static_cast<std::size_t>(own.front())].id, 1};
}

/// After a check: the place stays if it is still there; at the first one a place is chosen.
void AuthorController::mend_preview() {
    OpenDraft& o = open();
    const domain::Scenario& scenario = *o.readable;
    AuthorPreviewState& preview = o.preview;
    if (scenario.find_task(preview.indicator) < 0) {
        preview.indicator = scenario.tasks.empty() ? "" : scenario.tasks.front().code;
        if (!scenario.tasks.empty()) preview.verdict = scenario.tasks.front().reference.verdict;
        preview.score.reset();
    }
    if (!preview.place.evidence.empty()) return;
    if (!scenario.tasks.empty() && !scenario.tasks.front().evidence.empty())
        preview.place = {scenario.evidence[static_cast<std::size_t>(scenario.tasks.front().evidence.front())].id, 1};
    follow_caret();
}

void AuthorController::show_page(const DraftPagePlace& place) {
    open().preview.place = place;
    open().preview.prose.clear();
}

void AuthorController::operator()(const action::ShowDraftPage& a) {
    show_page({a.evidence, a.page});
}

void AuthorController::operator()(const action::TurnDraftPage& a) {
    OpenDraft& o = open();
    if (o.readable == nullptr) return;
    const domain::EvidenceIx evidence = o.readable->find_evidence(o.preview.place.evidence);
    if (evidence < 0) return;
    const int pages = static_cast<int>(o.readable->evidence[static_cast<std::size_t>(evidence)].pages.size());
    show_page({o.preview.place.evidence, std::clamp(o.preview.place.page + a.by, 1, std::max(1, pages))});
}

void AuthorController::operator()(const action::SetPreviewLanguage& a) {
    open().preview.lang = a.lang;
}

void AuthorController::operator()(const action::TryVerdict& a) {
    open().preview.verdict = a.verdict;
}

void AuthorController::operator()(const action::TryScore& a) {
    open().preview.score = a.score;
}

} // namespace timbang::app
