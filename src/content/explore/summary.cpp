#include <algorithm>

#include "content/explore.h"

namespace timbang::content {

namespace d = domain;
using base::Message;

namespace {

constexpr std::size_t kMostNames = 3;

Message finding_of(const PlayerRange& range, std::int64_t all, bool exact, bool& good) {
    const base::Args args{{"exact", std::int64_t{range.most}}, {"of", all}};
    good = range.player == PlayerKind::Reference ? exact : 2 * range.most <= all;
    switch (range.player) {
    case PlayerKind::Reference:
        return {good ? "explore.row-exact" : "explore.row-not-exact", {}};
    case PlayerKind::Lenient:
    case PlayerKind::Strict:
        return {good ? "explore.row-does-not-pay" : "explore.row-pays", args};
    case PlayerKind::Random:
        break;
    }
    return {"explore.row-best", args};
}

PlayerRow row_of(const PlayerRange& range, std::int64_t all, bool exact) {
    const char* names[] = {"reference", "lenient", "strict", "random"};
    const std::string name = names[static_cast<int>(range.player)];
    PlayerRow row;
    row.player = range.player;
    row.name = {"explore.player-" + name, {}};
    row.note = {"explore.note-" + name, {{"n", std::int64_t{range.runs}}}};
    const int decimals = range.mean.denominator() == 1 ? 0 : 1;
    row.exact = {"explore.row-of", {{"exact", base::Decimal{range.mean, decimals}}, {"of", all}}};
    row.least = range.least;
    row.most = range.most;
    row.of = static_cast<int>(all);
    row.mean = range.mean;
    row.finding = finding_of(range, all, exact, row.good);
    return row;
}

/// The ids of what was not reached: the first few and how many more.
std::string names_of(const d::Scenario& scenario, const Exploration& found, std::size_t& more) {
    std::vector<std::string> names;
    for (const int step : found.steps.missing)
        names.push_back(scenario.steps[static_cast<std::size_t>(step)].id);
    for (const int task : found.indicators.missing)
        names.push_back(scenario.tasks[static_cast<std::size_t>(task)].code);
    for (const int action : found.actions.missing)
        names.push_back(scenario.actions[static_cast<std::size_t>(action)].id);
    for (const int one : found.evidence.missing)
        names.push_back(scenario.evidence[static_cast<std::size_t>(one)].id);
    more = names.size() > kMostNames ? names.size() - kMostNames : 0;
    std::string joined;
    for (std::size_t i = 0; i < names.size() && i < kMostNames; ++i)
        joined += (i == 0 ? "" : ", ") + names[i];
    return joined;
}

Message not_reached(const d::Scenario& scenario, const Exploration& found) {
    std::size_t more = 0;
    const std::string names = names_of(scenario, found, more);
    const base::Args args{{"names", names},
                          {"more", static_cast<std::int64_t>(more)},
                          {"n", static_cast<std::int64_t>(found.replies_missing.size())}};
    std::string key = "explore.all-reached";
    if (!names.empty()) key = more > 0 ? "explore.not-reached-more" : "explore.not-reached";
    if (!found.replies_missing.empty()) key = names.empty() ? "explore.replies-unused" : key + "-and-replies";
    return {key, args};
}

} // namespace

ExploreSummary explore_summary(const d::Scenario& scenario, const Exploration& exploration) {
    ExploreSummary summary;
    const auto all = static_cast<std::int64_t>(scenario.tasks.size());
    for (const PlayerRange& range : exploration.players) {
        const bool exact = exploration.inexact.empty() && range.finished == range.runs;
        summary.rows.push_back(row_of(range, all, exact));
        summary.runs += static_cast<std::size_t>(range.runs);
    }
    summary.title_range = {"explore.range", {{"of", all}}};
    summary.steps = exploration.steps.all;
    summary.steps_reached = exploration.steps.reached();
    summary.replies = exploration.replies;
    summary.replies_used = exploration.replies - exploration.replies_missing.size();
    summary.not_reached = not_reached(scenario, exploration);
    summary.all_reached = summary.not_reached.key == "explore.all-reached";
    summary.findings = explore_findings(scenario, exploration);
    return summary;
}

} // namespace timbang::content
