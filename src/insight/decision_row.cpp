#include "insight/decision_row.h"

namespace timbang::insight {
namespace {

const domain::Mark* find_mark(const domain::State& state, int id) {
    for (const domain::Mark& mark : state.marks)
        if (mark.id == id) return &mark;
    return nullptr;
}

/// Whether the mark lies on the barcode of an electronic signature.
bool on_barcode(const domain::Scenario& scenario, const domain::Mark& mark) {
    const domain::Page* page = scenario.page(mark.evidence, mark.page);
    if (!page || mark.area) return false;
    for (const domain::Block& block : page->blocks) {
        if (!block.range.overlaps(mark.range)) continue;
        if (block.kind == domain::BlockKind::BarcodeBlock) return true;
        for (const domain::Line& line : block.lines)
            for (const domain::Run& run : line.runs)
                if (run.symbol == domain::Symbol::Barcode) return true;
    }
    return false;
}

std::string family_of(const domain::Scenario& scenario, const std::string& type) {
    const domain::ProblemType* found = scenario.framework->problem_type(type);
    return found ? found->family : std::string();
}

DecisionRow row_of(const domain::Scenario& scenario, const domain::State& state, domain::IndicatorIx task) {
    const domain::Task& item = scenario.tasks[static_cast<std::size_t>(task)];
    const domain::IndicatorComparison comparison = domain::compare_indicator(scenario, state, task);
    const domain::Scale& scale = item.indicator->scale;
    DecisionRow row;
    row.scenario = scenario.id;
    row.framework = scenario.framework->reference();
    row.code = item.code;
    row.criterion = item.indicator->criterion;
    row.type = item.indicator->type;
    row.places = static_cast<int>(scale.steps.size());
    if (comparison.score) {
        row.score = comparison.score->given;
        row.reference = comparison.score->reference;
        row.steps = comparison.score->steps;
        row.place = scale.place(*row.score).value_or(-1);
        row.reference_place = scale.place(*row.reference).value_or(-1);
    }
    row.exact = comparison.exact;
    row.near = comparison.near >= 0;
    row.sure = comparison.sure;
    row.opened_all = comparison.opened_all;
    for (const domain::ProblemComparison& problem : comparison.problems)
        row.problems.emplace_back(family_of(scenario, item.problems[static_cast<std::size_t>(problem.problem)].type),
                                  problem.match == domain::ProblemMatch::Found);
    for (const domain::FalseAlarm& alarm : comparison.alarms) {
        const domain::Mark* mark = find_mark(state, alarm.mark);
        row.alarms.push_back({family_of(scenario, alarm.type), mark && on_barcode(scenario, *mark)});
    }
    return row;
}

} // namespace

std::vector<DecisionRow> rows_of(const domain::Scenario& scenario, const domain::State& state,
                                 const std::string& session, base::Time time) {
    std::vector<DecisionRow> rows;
    for (std::size_t task = 0; task < scenario.tasks.size(); ++task) {
        if (!state.decisions[task]) continue;
        rows.push_back(row_of(scenario, state, static_cast<domain::IndicatorIx>(task)));
        rows.back().session = session;
        rows.back().time = time;
    }
    return rows;
}

} // namespace timbang::insight
