#include "insight/decision_row.h"

#include <set>
#include <string_view>

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

void add_problem(const domain::Scenario& scenario, const std::string& type, domain::ProblemMatch match,
                 DecisionRow& row) {
    const bool found = match == domain::ProblemMatch::Found;
    row.problems.emplace_back(family_of(scenario, type), found);
    row.met.push_back({type, found, match == domain::ProblemMatch::WrongPlace});
}

DecisionRow row_of(const domain::Scenario& scenario, const domain::State& state, domain::IndicatorIx task) {
    const domain::Task& item = scenario.tasks[static_cast<std::size_t>(task)];
    const domain::IndicatorComparison comparison = domain::compare_indicator(scenario, state, task);
    const domain::Scale& scale = item.indicator->scale;
    DecisionRow row;
    row.scenario = scenario.id;
    row.framework = scenario.framework->reference();
    row.item = item.item_hash;
    row.form = scenario.hashes.content;
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
    if (comparison.verdict) {
        row.verdict = domain::verdict_id(comparison.verdict->given);
        row.reference_verdict = domain::verdict_id(comparison.verdict->reference);
    }
    row.confidence = state.decisions[static_cast<std::size_t>(task)]->confidence;
    row.exact = comparison.exact;
    row.near = comparison.near >= 0;
    row.sure = comparison.sure;
    row.opened_all = comparison.opened_all;
    for (const domain::ProblemComparison& problem : comparison.problems)
        add_problem(scenario, item.problems[static_cast<std::size_t>(problem.problem)].type, problem.match, row);
    for (const domain::FalseAlarm& alarm : comparison.alarms) {
        const domain::Mark* mark = find_mark(state, alarm.mark);
        row.alarms.push_back({family_of(scenario, alarm.type), mark && on_barcode(scenario, *mark), alarm.type});
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

std::vector<std::size_t> unseen_places(const std::vector<DecisionRow>& rows) {
    std::set<std::string_view> seen;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].item.empty() || seen.insert(rows[i].item).second) places.push_back(i);
    return places;
}

std::vector<DecisionRow> unseen(const std::vector<DecisionRow>& rows) {
    std::vector<DecisionRow> result;
    for (std::size_t i : unseen_places(rows))
        result.push_back(rows[i]);
    return result;
}

} // namespace timbang::insight
