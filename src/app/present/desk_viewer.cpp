#include <algorithm>

#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}
std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

std::string tag_of(const Words& words, const domain::Framework& pack, const std::string& type) {
    const domain::ProblemType* found = pack.problem_type(type);
    return found ? words.of(found->short_name) : std::string();
}

IconName icon_of(const domain::Framework& pack, const std::string& type) {
    const domain::ProblemType* found = pack.problem_type(type);
    return found ? family_icon(found->family) : "format-quote";
}

void add_marks(const Model& model, ViewerPane& pane) {
    const Words words(model);
    const domain::State& state = model.session->state();
    const domain::Framework& pack = *model.session->scenario().framework;
    for (const domain::Mark& mark : state.marks) {
        if (mark.task != model.desk.task || mark.evidence != pane.evidence || mark.page != pane.page) continue;
        pane.marks.push_back({mark.id, mark_number(state, mark), mark.range, mark.area, tag_of(words, pack, mark.type),
                              icon_of(pack, mark.type), mark.id == model.desk.pointed_mark});
    }
}

void add_picks(const Model& model, ViewerPane& pane) {
    const auto found = model.desk.calculators.find(model.desk.task);
    if (found == model.desk.calculators.end()) return;
    const auto here = [&](const Pick& pick) { return pick.evidence == pane.evidence && pick.page == pane.page; };
    char letter = 'a';
    for (const Term& term : found->second.terms()) {
        for (std::size_t i = 0; i < term.picks.size(); ++i)
            if (here(term.picks[i])) pane.picks.push_back({term.picks[i].range, i == 0 ? letter : char{0}, false});
        ++letter;
    }
    if (const auto& compared = found->second.compared(); compared && here(*compared))
        pane.picks.push_back({compared->range, 0, true});
}

void add_hits(const Model& model, ViewerPane& pane) {
    const FindState& find = model.desk.find;
    if (!find.open) return;
    for (std::size_t i = 0; i < find.hits.size(); ++i) {
        if (find.hits[i].place != PagePlace{pane.evidence, pane.page}) continue;
        if (static_cast<int>(i) == find.current) pane.current_hit = static_cast<int>(pane.hits.size());
        pane.hits.push_back(find.hits[i].range);
    }
}

void add_thumbs(const Model& model, ViewerPane& pane, const domain::Evidence& document) {
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const int page = static_cast<int>(i) + 1;
        const auto& marks = model.session->state().marks;
        const auto count = std::count_if(marks.begin(), marks.end(), [&](const domain::Mark& mark) {
            return mark.task == model.desk.task && mark.evidence == pane.evidence && mark.page == page;
        });
        pane.thumbs.push_back({page, &document.pages[i].page, static_cast<int>(count), page == pane.page,
                               action::OpenPage{pane.pane, pane.evidence, page}});
    }
}

bool can_mark(const Model& model) {
    const domain::IndicatorIx task = model.desk.task;
    const domain::Scenario& scenario = model.session->scenario();
    return task >= 0 && domain::listed(scenario, model.session->state(), task) &&
           !domain::reference_open(scenario, model.session->state(), task);
}

} // namespace

int mark_number(const domain::State& state, const domain::Mark& mark) {
    int number = 0;
    for (const domain::Mark& other : state.marks) {
        if (other.task != mark.task) continue;
        ++number;
        if (other.id == mark.id) return number;
    }
    return number;
}

ViewerPane present_pane(const Model& model, Pane which) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const PagePlace place = model.desk.panes[static_cast<int>(which)];
    ViewerPane pane;
    pane.pane = which;
    for (domain::EvidenceIx evidence : documents_now(model))
        pane.documents.push_back(
            {evidence, words.of(scenario.evidence[at(evidence)].title), action::OpenPage{which, evidence, 1}});
    pane.empty_text = words("desk.no-document");
    if (place.evidence < 0) return pane;
    const domain::Evidence& document = scenario.evidence[at(place.evidence)];
    pane.evidence = place.evidence;
    pane.page = place.page;
    pane.pages = static_cast<int>(document.pages.size());
    pane.icon = evidence_icon(document.kind);
    pane.title = words.of(document.title);
    const base::Args args{{"n", std::int64_t{place.page}}, {"of", whole(document.pages.size())}};
    pane.page_label = page_label(words, place.page, document.pages.size());
    pane.page_short = words("desk.page-of-short", args);
    pane.content = scenario.page(place.evidence, place.page);
    if (pane.content && pane.content->picture)
        pane.picture_path = base::join_path(model.session->folder(), pane.content->picture->path);
    pane.accessible = pane.title + ", " + pane.page_label;
    add_marks(model, pane);
    add_picks(model, pane);
    add_hits(model, pane);
    pane.can_mark = can_mark(model);
    add_thumbs(model, pane, document);
    pane.previous_page = {words("desk.page-back"), "PgUp", "chevron-left",
                          place.page > 1,          "",     action::TurnPage{which, -1}};
    pane.next_page = {words("desk.page-on"),   "PgDn", "chevron-right",
                      place.page < pane.pages, "",     action::TurnPage{which, 1}};
    pane.close = {words("desk.compare-end"), "", "close", true, "", action::ToggleCompare{}};
    return pane;
}

ViewerTools present_tools(const Model& model) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    ViewerTools tools;
    tools.compare = {words("desk.compare"),           "", "compare",
                     documents_now(model).size() > 0, "", action::ToggleCompare{}};
    tools.mark = {words("desk.mark"), "M", "marker", can_mark(model), can_mark(model) ? "" : words("desk.mark-not"),
                  NoAction{}};
    tools.zoom_in = words("desk.zoom-in");
    tools.zoom_out = words("desk.zoom-out");
    tools.fit = words("desk.fit");
    tools.rotate = words("desk.rotate");
    tools.menu_title = words("desk.what-problem");
    tools.cite = words("desk.only-cite");
    tools.unmark = words("desk.unmark");
    tools.undo = {words("desk.undo-mark"), words("desk.key-undo"), "undo", !model.desk.marks_done.empty(), "", action::UndoMark{}};
    tools.redo = {words("desk.redo-mark"), words("desk.key-redo"), "redo", !model.desk.marks_undone.empty(), "", action::RedoMark{}};
    tools.copy = words("app.copy");
    // Problems whose rule stands on the indicator's checklist come first; the order says nothing about what is there.
    std::vector<std::string> checklist;
    if (model.desk.task >= 0) checklist = scenario.tasks[at(model.desk.task)].indicator->checklist;
    const auto likely = [&](const domain::ProblemType& type) {
        return std::find(checklist.begin(), checklist.end(), type.rule) != checklist.end();
    };
    for (const bool first : {true, false})
        for (const domain::ProblemType& type : scenario.framework->problem_types)
            if (type.kind == domain::ProblemKind::Evidence && likely(type) == first)
                tools.problems.push_back({type.id, words.of(type.name), words.of(type.text), family_icon(type.family)});
    const FindState& find = model.desk.find;
    tools.find.open = find.open;
    tools.find.hint = words("desk.find-hint");
    tools.find.words = find.words;
    if (!find.words.empty())
        tools.find.count =
            find.hits.empty()
                ? words("desk.find-none")
                : words("desk.find-count", {{"n", std::int64_t{find.current + 1}}, {"of", whole(find.hits.size())}});
    tools.find.previous = {words("desk.find-previous"), "Shift F3", "chevron-up",
                           !find.hits.empty(),          "",         action::StepFind{-1}};
    tools.find.next = {words("desk.find-next"), "F3", "chevron-down", !find.hits.empty(), "", action::StepFind{1}};
    tools.find.close = {words("app.close"), "Esc", "close", true, "", action::CloseFind{}};
    return tools;
}

} // namespace timbang::app
