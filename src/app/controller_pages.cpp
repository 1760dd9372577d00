#include <algorithm>

#include "app/controller.h"
#include "app/present/present.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

} // namespace

bool Controller::can_edit() const {
    if (!running() || model_.desk.task < 0) return false;
    return domain::listed(model_.session->scenario(), model_.session->state(), model_.desk.task) &&
           !domain::reference_open(model_.session->scenario(), model_.session->state(), model_.desk.task);
}

void Controller::show(Pane pane, PagePlace place) {
    if (!running() || place == PagePlace{}) return;
    if (!carry_out(domain::Open{place.evidence, place.page})) return;
    if (pane == Pane::Right) model_.desk.comparing = true;
    model_.desk.panes[static_cast<int>(pane)] = place;
    if (pane == Pane::Left) model_.desk.last_page[model_.desk.task] = place;
    if (model_.desk.find.open) find_again();
}

void Controller::select(domain::IndicatorIx task) {
    if (!running()) return;
    model_.session->hand_over();
    DeskState& desk = model_.desk;
    desk.task = task;
    desk.missing.clear();
    desk.pointed_mark = 0;
    desk.panes[0] = {};
    const auto last = desk.last_page.find(task);
    if (last != desk.last_page.end()) return show(Pane::Left, last->second);
    const auto documents = documents_now(model_);
    const domain::State& state = model_.session->state();
    const bool none_of_its_own = task < 0 && model_.session->scenario().steps[at(state.step)].evidence.empty();
    if (!documents.empty() && !none_of_its_own) show(Pane::Left, {documents.front(), 1});
}

domain::IndicatorIx Controller::next_open(domain::IndicatorIx after) const {
    const auto& tasks = tasks_of_step(model_);
    const auto here = std::find(tasks.begin(), tasks.end(), after);
    const std::size_t begin = here == tasks.end() ? 0 : static_cast<std::size_t>(here - tasks.begin()) + 1;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const domain::IndicatorIx task = tasks[(begin + i) % tasks.size()];
        if (task != after && !model_.session->state().decisions[at(task)]) return task;
    }
    return -1;
}

void Controller::operator()(const action::SelectRow& a) {
    if (!running()) return;
    const auto rows = desk_rows(model_);
    if (a.row >= 0 && at(a.row) < rows.size()) select(rows[at(a.row)].task);
}

void Controller::operator()(const action::SelectIndicator& a) {
    if (!running()) return;
    const auto rows = desk_rows(model_);
    if (std::any_of(rows.begin(), rows.end(), [&](const DeskRow& row) { return row.task == a.task; })) select(a.task);
}

void Controller::operator()(const action::StepSelection& a) {
    if (!running()) return;
    const auto rows = desk_rows(model_);
    const auto here =
        std::find_if(rows.begin(), rows.end(), [&](const DeskRow& row) { return row.task == model_.desk.task; });
    const auto place = here - rows.begin() + a.by;
    if (place >= 0 && place < static_cast<std::ptrdiff_t>(rows.size()))
        select(rows[static_cast<std::size_t>(place)].task);
}

void Controller::operator()(const action::DecideLater&) {
    if (!running()) return;
    const domain::IndicatorIx next = next_open(model_.desk.task);
    if (next >= 0)
        select(next);
    else
        tell({"desk.none-open", {}});
}

void Controller::operator()(const action::OpenPage& a) {
    show(a.pane, {a.evidence, a.page});
}

void Controller::operator()(const action::TurnPage& a) {
    const PagePlace here = model_.desk.panes[static_cast<int>(a.pane)];
    if (!running() || here.evidence < 0) return;
    const int pages = static_cast<int>(model_.session->scenario().evidence[at(here.evidence)].pages.size());
    const int page = std::clamp(here.page + a.by, 1, pages);
    if (page != here.page) show(a.pane, {here.evidence, page});
}

void Controller::operator()(const action::ToggleCompare&) {
    if (!running()) return;
    DeskState& desk = model_.desk;
    if (desk.comparing) {
        desk.comparing = false;
        desk.panes[1] = {};
        return;
    }
    const auto documents = documents_now(model_);
    const auto other = std::find_if(documents.begin(), documents.end(),
                                    [&](int evidence) { return evidence != desk.panes[0].evidence; });
    if (other != documents.end())
        show(Pane::Right, {*other, 1});
    else if (desk.panes[0].evidence >= 0)
        show(Pane::Right, desk.panes[0]);
}

/// Hits in the opened pages of the documents at hand, in their order.
void Controller::find_again() {
    FindState& find = model_.desk.find;
    find.hits.clear();
    if (find.words.empty()) return;
    const domain::Scenario& scenario = model_.session->scenario();
    for (const domain::EvidenceIx evidence : documents_now(model_))
        for (std::size_t p = 0; p < scenario.evidence[at(evidence)].pages.size(); ++p) {
            if (!model_.session->state().opened[at(evidence)][p]) continue;
            const PagePlace place{evidence, static_cast<int>(p) + 1};
            for (const domain::TextRange range :
                 domain::find_words(scenario.evidence[at(evidence)].pages[p].page, find.words))
                find.hits.push_back({place, range});
        }
    find.current = std::clamp(find.current, -1, static_cast<int>(find.hits.size()) - 1);
}

void Controller::operator()(const action::FindInPages& a) {
    if (!running()) return;
    FindState& find = model_.desk.find;
    find.open = true;
    find.words = a.words;
    find_again();
    // The nearest is on the page that is shown; other pages follow with "next".
    const auto here = std::find_if(find.hits.begin(), find.hits.end(),
                                   [&](const FindState::Hit& hit) { return hit.place == model_.desk.panes[0]; });
    find.current = find.hits.empty() ? -1 : here == find.hits.end() ? 0 : static_cast<int>(here - find.hits.begin());
}

void Controller::operator()(const action::StepFind& a) {
    if (!running()) return;
    FindState& find = model_.desk.find;
    const int count = static_cast<int>(find.hits.size());
    if (count == 0) return;
    find.current = (std::max(find.current, 0) + a.by % count + count) % count;
    const PagePlace place = find.hits[at(find.current)].place;
    if (place != model_.desk.panes[0]) show(Pane::Left, place);
}

void Controller::operator()(const action::CloseFind&) {
    model_.desk.find = {};
}

std::optional<Pick> Controller::figure_on(Pane pane, std::uint32_t offset) const {
    const PagePlace place = model_.desk.panes[static_cast<int>(pane)];
    const domain::Page* page = model_.session->scenario().page(place.evidence, place.page);
    if (!page) return std::nullopt;
    const auto figure = figure_at(*page, offset);
    if (!figure) return std::nullopt;
    return Pick{place.evidence, place.page, figure->range, figure->value};
}

void Controller::operator()(const action::PickFigures& a) {
    if (!running() || !model_.session->scenario().calculator) return;
    std::vector<Pick> figures;
    for (const std::uint32_t offset : a.offsets)
        if (const auto figure = figure_on(a.pane, offset)) figures.push_back(*figure);
    if (figures.empty()) return tell({"desk.no-figure", {}});
    model_.desk.calculators[model_.desk.task].pick(figures);
}

void Controller::operator()(const action::SetOperator& a) {
    model_.desk.calculators[model_.desk.task].join(a.join);
}

void Controller::operator()(const action::PickToCompare& a) {
    if (!running() || !model_.session->scenario().calculator) return;
    if (const auto figure = figure_on(a.pane, a.offset))
        model_.desk.calculators[model_.desk.task].compare_with(*figure);
    else
        tell({"desk.no-figure", {}});
}

void Controller::operator()(const action::RemoveTerm& a) {
    model_.desk.calculators[model_.desk.task].remove_term(a.term);
}
void Controller::operator()(const action::ClearCalculator&) {
    model_.desk.calculators.erase(model_.desk.task);
}

void Controller::operator()(const action::KeepFigure&) {
    if (!can_edit()) return;
    const Calculator& calculator = model_.desk.calculators[model_.desk.task];
    const auto value = calculator.result();
    if (!value) return tell({"desk." + value.error().code, {}});
    const std::string line = calculator_line(calculator, model_.lang(), 6);
    if (!carry_out(domain::Figure{model_.desk.task, line, *value})) return;
    edit([&](domain::Decision& decision) {
        decision.reason += (decision.reason.empty() || decision.reason.back() == '\n' ? "" : "\n") + line + ". ";
    });
    tell({"desk.figure-kept", {}});
}

} // namespace timbang::app
