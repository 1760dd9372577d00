#include "domain/readiness.h"

#include <algorithm>

#include "domain/comparison.h"

namespace timbang::domain {
namespace {

int share_of(int of, int percent) { return (of * percent + 99) / 100; }

} // namespace

int CriticalProblem::needed(int of) const {
    if (of <= 0) return 0;
    switch (found) {
    case FoundNeed::All: return of;
    case FoundNeed::AllButOne: return std::max(1, of - 1);
    case FoundNeed::Share: return std::max(1, share_of(of, share));
    }
    return of;
}

int ReadinessPolicy::exact_needed(int of) const { return share_of(of, exact_share); }

PoolName name_of(const Scenario& pool) { return {pool.id, pool.version, pool.hashes.content}; }

ReadinessCounts readiness_counts(const ReadinessPolicy& policy, const Scenario& drawn, const State& state) {
    ReadinessCounts counts;
    for (const CriticalProblem& one : policy.critical) counts.critical.push_back({one.type, 0, 0});
    for (std::size_t i = 0; i < drawn.tasks.size(); ++i) {
        const IndicatorComparison result = compare_indicator(drawn, state, static_cast<IndicatorIx>(i));
        ++counts.drawn;
        if (result.decided) ++counts.decided;
        if (result.decided && result.exact) ++counts.exact;
        if (result.score) {
            ++counts.scored;
            counts.points += result.score->given - result.score->reference;
        }
        const std::vector<Problem>& problems = drawn.tasks[i].problems;
        for (ReadinessCounts::Found& type : counts.critical)
            for (std::size_t k = 0; k < problems.size(); ++k) {
                if (problems[k].type != type.type) continue;
                ++type.of;
                const bool found = std::any_of(result.problems.begin(), result.problems.end(), [&](const auto& one) {
                    return one.problem == static_cast<int>(k) && one.match == ProblemMatch::Found;
                });
                if (found) ++type.found;
            }
    }
    return counts;
}

} // namespace timbang::domain
