#include "domain/framework.h"

namespace timbang::domain {
namespace {

bool holds_value(const Bound& bound, const Rational& value) {
    if (bound.from && value < *bound.from) return false;
    if (bound.to && value > *bound.to) return false;
    if (bound.above && value <= *bound.above) return false;
    if (bound.below && value >= *bound.below) return false;
    return true;
}

/// The end of a bound that shows where its score lies: the lower one where there is one.
std::optional<Rational> lower_end(const Bound& bound) {
    if (bound.from) return bound.from;
    if (bound.above) return bound.above;
    return bound.to ? bound.to : bound.below;
}

std::optional<int> band_of(const std::vector<ScaleStep>& steps, const Rational& value) {
    const ScaleStep* best = nullptr;
    for (const ScaleStep& step : steps) {
        if (!step.bound.from || *step.bound.from > value) continue;
        if (best == nullptr || *step.bound.from > *best->bound.from) best = &step;
    }
    return best == nullptr ? std::nullopt : std::optional<int>(best->score);
}

} // namespace

std::optional<int> Scale::place(int score) const {
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].score == score) return static_cast<int>(i);
    return std::nullopt;
}

std::optional<int> Scale::score_of(const Rational& value) const {
    if (kind == ScaleKind::Levels) return std::nullopt;
    if (kind == ScaleKind::Bands) return band_of(steps, value);
    for (const ScaleStep& step : steps)
        if (holds_value(step.bound, value)) return step.score;
    return std::nullopt;
}

bool Scale::less_is_better() const {
    if (kind == ScaleKind::Levels || steps.size() < 2) return false;
    const std::optional<Rational> lowest = lower_end(steps.front().bound);
    const std::optional<Rational> highest = lower_end(steps.back().bound);
    return lowest && highest && *lowest > *highest;
}

} // namespace timbang::domain
