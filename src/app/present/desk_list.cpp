#include <algorithm>
#include <utility>

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

FileRow file_row(const Model& model, domain::EvidenceIx evidence) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    const domain::Evidence& document = scenario.evidence[at(evidence)];
    const auto& opened = state.opened[at(evidence)];
    const auto marks = std::count_if(state.marks.begin(), state.marks.end(), [&](const domain::Mark& mark) {
        return mark.evidence == evidence && mark.task == model.desk.task;
    });
    FileRow row;
    row.evidence = evidence;
    row.icon = evidence_icon(document.kind);
    row.name = words.of(document.title);
    row.pages = words("desk.pages", {{"n", whole(document.pages.size())}});
    if (marks > 0) {
        row.state = words("desk.marks", {{"n", std::int64_t{marks}}});
        row.state_icon = "flag";
        row.state_tint = Tint::Return;
    } else if (const auto read = std::count(opened.begin(), opened.end(), 1); read > 0) {
        const bool all = read == static_cast<std::ptrdiff_t>(opened.size());
        row.state = all ? words("desk.read") : words("desk.read-some", {{"n", std::int64_t{read}}, {"of", whole(opened.size())}});
        if (all) row.state_icon = "check";
        else row.state_short = words("desk.count-short", {{"n", std::int64_t{read}}, {"of", whole(opened.size())}});
    } else {
        row.state = words(document.hidden ? "desk.new" : "desk.not-opened");
    }
    // Where the whole file is weighed, the number of its sheets is what counts; the state stands in the tooltip.
    if (model.desk.task < 0) {
        std::swap(row.state, row.pages);
        row.state_short.clear();
    }
    row.shown =
        model.desk.panes[0].evidence == evidence || (model.desk.comparing && model.desk.panes[1].evidence == evidence);
    row.action = action::OpenPage{Pane::Left, evidence, 1};
    return row;
}

ListRow indicator_row(const Model& model, domain::IndicatorIx task) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::Indicator& indicator = *scenario.tasks[at(task)].indicator;
    ListRow row;
    row.code = indicator.code;
    row.title = words.of(indicator.short_title);
    row.full_title = words.of(indicator.title);
    row.selected = model.desk.task == task;
    const bool decided = model.session->state().decisions[at(task)].has_value();
    row.state = decided ? RowState::Decided : row.selected ? RowState::Working : RowState::ToDo;
    row.state_word = words(decided ? "desk.state-decided" : row.selected ? "desk.state-working" : "desk.state-to-do");
    row.line = words("desk.row-line",
                     {{"code", row.code}, {"type", type_word(words, indicator.type)}, {"state", row.state_word}});
    row.action = action::SelectIndicator{task};
    if (row.selected)
        for (domain::EvidenceIx evidence : scenario.tasks[at(task)].evidence)
            if (domain::visible(scenario, model.session->state(), evidence))
                row.files.push_back(file_row(model, evidence));
    return row;
}

ListRow parts_row(const Model& model) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    ListRow row;
    row.title = words.of(scenario.steps[at(state.step)].title);
    row.full_title = row.title;
    row.selected = model.desk.task < 0;
    const auto parts = parts_of_step(model, true, true);
    const bool decided =
        std::all_of(parts.begin(), parts.end(), [&](int part) { return state.part_answers[at(part)].has_value(); });
    row.state = decided ? RowState::Decided : row.selected ? RowState::Working : RowState::ToDo;
    row.state_word = words(decided ? "desk.state-decided" : row.selected ? "desk.state-working" : "desk.state-to-do");
    row.line = row.state_word;
    row.action = action::SelectIndicator{-1};
    return row;
}

} // namespace

DeskLayout desk_layout(const Model& model) {
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    if (state.step < 0) return DeskLayout::Reading;
    const domain::Step& step = scenario.steps[at(state.step)];
    const bool letter = !parts_of_step(model, true, true).empty() && parts_of_step(model, false, false).empty() &&
                        step.indicators.empty();
    if (letter) return DeskLayout::Letter;
    return step.indicators.empty() && step.parts.empty() && step.evidence.empty() ? DeskLayout::Reading
                                                                                  : DeskLayout::Evidence;
}

std::vector<domain::PartIx> parts_of_step(const Model& model, bool with_category, bool with_letter) {
    std::vector<domain::PartIx> result;
    const domain::Scenario& scenario = model.session->scenario();
    const domain::StepIx step = model.session->state().step;
    if (step < 0) return result;
    for (domain::PartIx part : scenario.steps[at(step)].parts) {
        const domain::PartKind kind = scenario.parts[at(part)].kind;
        if (kind == domain::PartKind::Category && !with_category) continue;
        if (kind == domain::PartKind::Letter && !with_letter) continue;
        result.push_back(part);
    }
    return result;
}

const std::vector<domain::IndicatorIx>& tasks_of_step(const Model& model) {
    const domain::Scenario& scenario = model.session->scenario();
    const domain::StepIx step = std::max(0, model.session->state().step);
    return scenario.steps[at(step)].indicators;
}

std::vector<DeskRow> desk_rows(const Model& model) {
    std::vector<DeskRow> rows;
    if (model.session->state().step < 0) return rows;
    for (domain::IndicatorIx task : tasks_of_step(model))
        rows.push_back({task});
    if (rows.empty() || !parts_of_step(model, true, true).empty()) rows.push_back({-1});
    return rows;
}

std::vector<domain::EvidenceIx> documents_now(const Model& model) {
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    std::vector<domain::EvidenceIx> result;
    if (state.step < 0) return result;
    if (model.desk.task >= 0)
        result = domain::evidence_of(scenario, state, model.desk.task);
    else
        result = scenario.steps[at(state.step)].evidence;
    for (std::size_t i = 0; i < scenario.evidence.size(); ++i) {
        const auto evidence = static_cast<domain::EvidenceIx>(i);
        if (domain::visible(scenario, state, evidence) &&
            std::find(result.begin(), result.end(), evidence) == result.end())
            result.push_back(evidence);
    }
    return result;
}

ListPane present_list(const Model& model) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    ListPane list;
    const auto& tasks = tasks_of_step(model);
    list.title = tasks.empty() ? words("desk.whole-file") : words("desk.indicators");
    const auto decided =
        std::count_if(tasks.begin(), tasks.end(), [&](int task) { return state.decisions[at(task)].has_value(); });
    if (!tasks.empty()) {
        const base::Args args{{"n", std::int64_t{decided}}, {"of", whole(tasks.size())}};
        list.count = words("desk.count", args);
        list.count_short = words("desk.count-short", args);
    }
    const auto rows = desk_rows(model);
    if (rows.size() > 1 || !tasks.empty())
        for (const DeskRow& row : rows)
            list.rows.push_back(row.task < 0 ? parts_row(model) : indicator_row(model, row.task));
    std::vector<domain::EvidenceIx> files;
    if (model.desk.task >= 0)
        files = scenario.steps[at(state.step)].evidence;
    else
        files = documents_now(model);
    for (domain::EvidenceIx evidence : files)
        if (domain::visible(scenario, state, evidence)) list.files.push_back(file_row(model, evidence));
    if (!list.files.empty() && !tasks.empty()) list.files_title = words("desk.whole-file");
    if (tasks.empty()) list.count = words("desk.documents", {{"n", whole(list.files.size())}});
    return list;
}

} // namespace timbang::app
