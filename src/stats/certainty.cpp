#include "stats/certainty.h"

#include <algorithm>
#include <vector>

#include "stats/shares.h"

namespace timbang::stats {

namespace {

std::size_t index(Certainty certainty) { return static_cast<std::size_t>(certainty) - 1; }

void read_level(CertaintyLevel& found, Certainty certainty, double level) {
    if (found.n == 0) return;
    found.share = share(static_cast<double>(found.right), static_cast<double>(found.n), level);
    const auto [low, high] = best_range(certainty);
    if (found.share->interval->high < low) found.reading = CertaintyReading::TooSure;
    if (found.share->interval->low > high) found.reading = CertaintyReading::TooCautious;
}

} // namespace

int certainty_mark(Certainty certainty, bool right) {
    constexpr std::array<int, 3> right_marks{1, 2, 3}, wrong_marks{0, -2, -6};
    return right ? right_marks[index(certainty)] : wrong_marks[index(certainty)];
}

double expected_mark(Certainty certainty, double chance) {
    return chance * certainty_mark(certainty, true) + (1 - chance) * certainty_mark(certainty, false);
}

std::pair<double, double> best_range(Certainty certainty) {
    constexpr std::array<double, 4> limits{0, 2.0 / 3, 4.0 / 5, 1};
    return {limits[index(certainty)], limits[index(certainty) + 1]};
}

Certainty best_certainty(double chance) {
    for (const auto certainty : {Certainty::Unsure, Certainty::Fairly}) {
        if (chance <= best_range(certainty).second) return certainty;
    }
    return Certainty::Sure;
}

Defined<CertaintySummary> certainty_summary(std::span<const CertainDecision> decisions, double level) {
    if (decisions.empty()) return undefined(kNoData);
    CertaintySummary result;
    result.n = decisions.size();
    std::vector<std::uint8_t> right;
    std::vector<double> levels;
    std::size_t all_right = 0;
    double squares = 0;
    for (const auto& decision : decisions) {
        auto& found = result.levels[index(decision.certainty)];
        const int mark = certainty_mark(decision.certainty, decision.right);
        ++found.n;
        found.right += decision.right ? 1 : 0;
        found.marks += mark;
        result.marks += mark;
        all_right += decision.right ? 1 : 0;
        squares += static_cast<double>(mark) * mark;
        right.push_back(decision.right ? 1 : 0);
        levels.push_back(static_cast<double>(decision.certainty));
    }
    const auto n = static_cast<double>(result.n);
    const double mean = result.marks / n;
    result.mean_mark = mean_with_t(mean, std::max(0.0, squares - n * mean * mean), n, level);
    const double chance = static_cast<double>(all_right) / n;
    result.best_fixed = expected_mark(best_certainty(chance), chance);
    const auto& sure = result.levels[index(Certainty::Sure)];
    result.sure_and_different = sure.n - sure.right;
    for (const auto certainty : kCertainties) read_level(result.levels[index(certainty)], certainty, level);
    result.telling = roc_auc(right, levels, {level, AucInterval::DeLong});
    return result;
}

} // namespace timbang::stats
