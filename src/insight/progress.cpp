#include "insight/progress.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace timbang::insight {
namespace {

std::pair<int, int> month_of(base::Time time, int utc_offset) {
    const auto local = time + std::chrono::minutes(utc_offset);
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(local)};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month()))};
}

std::vector<Count> sorted(const std::map<std::string, Count>& counts) {
    std::vector<Count> result;
    for (const auto& [id, count] : counts)
        result.push_back({id, count.k, count.n});
    std::stable_sort(result.begin(), result.end(), [](const Count& a, const Count& b) { return a.n > b.n; });
    return result;
}

int level_rank(const std::string& level) {
    return level == "foundation" ? 0 : level == "practitioner" ? 1 : level == "expert" ? 2 : 1;
}

/// How much a decision asks for practice: sure and different first, then by distance and missed problems.
int weight(const DecisionRow& row) {
    if (row.exact && row.problems.empty()) return 0;
    int missed = 0;
    for (const auto& [family, found] : row.problems)
        missed += !found;
    return (row.sure && !row.exact && !row.near ? 8 : 0) + 2 * std::abs(row.steps) + 2 * missed;
}

const DecisionRow* weakest(const std::vector<DecisionRow>& rows) {
    const DecisionRow* result = nullptr;
    for (const DecisionRow& row : rows)
        if (weight(row) > 0 && (!result || weight(row) >= weight(*result))) result = &row;
    return result;
}

/// 0 asks for the same right, 1 for the same type, 2 for neither.
int distance(const DecisionRow* weak, const Candidate& candidate) {
    if (!weak) return 2;
    int result = 2;
    for (const auto& [criterion, type] : candidate.asks) {
        if (criterion == weak->criterion && candidate.framework == weak->framework) return 0;
        if (type == weak->type) result = 1;
    }
    return result;
}

} // namespace

std::vector<Month> by_month(const std::vector<DecisionRow>& rows, int utc_offset) {
    struct Pile {
        int exact = 0, n = 0;
        std::vector<double> points;
    };
    std::map<std::pair<int, int>, Pile> piles;
    for (std::size_t i : unseen_places(rows)) {
        const DecisionRow& row = rows[i];
        Pile& pile = piles[month_of(row.time, utc_offset)];
        ++pile.n;
        pile.exact += row.exact;
        if (row.score && row.reference) pile.points.push_back(*row.score - *row.reference);
    }
    std::vector<Month> result;
    for (const auto& [when, pile] : piles)
        result.push_back({when.first, when.second, share_interval(pile.exact, pile.n), mean_interval(pile.points)});
    return result;
}

std::vector<Count> by_criterion(const std::vector<DecisionRow>& rows) {
    std::map<std::string, Count> counts;
    for (const DecisionRow& row : rows) {
        Count& count = counts[row.framework + "/" + row.criterion];
        ++count.n;
        count.k += row.exact;
    }
    return sorted(counts);
}

std::vector<Count> by_family(const std::vector<DecisionRow>& rows) {
    std::map<std::string, Count> counts;
    for (const DecisionRow& row : rows)
        for (const auto& [family, found] : row.problems) {
            ++counts[family].n;
            counts[family].k += found;
        }
    return sorted(counts);
}

std::vector<int> suggested_order(const std::vector<DecisionRow>& rows, const std::vector<Candidate>& candidates) {
    const DecisionRow* weak = weakest(rows);
    const bool fresh =
        std::none_of(candidates.begin(), candidates.end(), [](const Candidate& c) { return c.finished; });
    const auto key = [&](int place) {
        const Candidate& c = candidates[static_cast<std::size_t>(place)];
        const bool later = c.guided && !fresh;
        return std::tuple(c.broken, c.finished && !c.started, !c.started, !(c.guided && fresh), later,
                          distance(weak, c), level_rank(c.level));
    };
    std::vector<int> order(candidates.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
    return order;
}

Suggestion practise_next(const std::vector<DecisionRow>& rows, const std::vector<Candidate>& candidates) {
    const std::vector<int> order = suggested_order(rows, candidates);
    if (order.empty()) return {};
    const Candidate& first = candidates[static_cast<std::size_t>(order.front())];
    if (first.broken || (first.finished && !first.started)) return {};
    Suggestion result{order.front(), {}, ""};
    const Candidate& chosen = candidates[static_cast<std::size_t>(result.candidate)];
    const DecisionRow* weak = weakest(rows);
    const int apart = distance(weak, chosen);
    if (chosen.started)
        result.why = {"next.started", {}};
    else if (chosen.guided)
        result.why = {"next.guided", {}};
    else if (apart == 0)
        result.why = {"next.same-right", {{"code", weak->code}}};
    else if (apart == 1)
        result.why = {"next.same-type", {{"code", weak->code}}};
    else
        result.why = {"next.new", {}};
    if (weak && apart < 2) result.about = weak->code;
    return result;
}

} // namespace timbang::insight
