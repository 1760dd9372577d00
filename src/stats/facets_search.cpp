#include <algorithm>
#include <cmath>

#include "stats/facets_design.h"

namespace timbang::stats {

namespace {

constexpr double kLongestStep = 4; // logits; longer steps are shortened
constexpr double kFarthest = 40;   // logits; no finite solution lies beyond
constexpr int kMostHalvings = 40;

// A long step that promises no likelihood leads away without end: towards a finite solution at least one rating against
// the trend keeps the likelihood curved.
constexpr double kLongStep = 0.1; // logits
constexpr double kNoPromise = 1e-8;

// The largest possible Σ step of each element.
std::vector<double> highest_scores(const FacetsDesign& design) {
    std::vector<double> highest(design.elements(), 0);
    for (std::size_t r = 0; r < design.rows(); ++r) {
        const double most = design.scales[design.scale[r]].step.back();
        for (std::size_t f = 0; f < design.facets; ++f)
            highest[design.element[r * design.facets + f]] += most;
    }
    return highest;
}

// Logits of the scores, and of the counts of neighbouring categories.
std::vector<double> start(const FacetsDesign& design) {
    std::vector<double> value(design.parameters, 0);
    const auto highest = highest_scores(design);
    double overall = 0;
    double most = 0;
    for (std::size_t e = design.offset[0]; e < design.offset[1]; ++e) {
        overall += design.score[e];
        most += highest[e];
    }
    const double mean = std::log((overall + 0.5) / (most - overall + 0.5));
    for (std::size_t f = 0; f < design.facets; ++f) {
        for (std::size_t e = design.offset[f]; e < design.offset[f + 1]; ++e) {
            if (!(highest[e] > 0)) continue;
            const double logit = std::log((design.score[e] + 0.5) / (highest[e] - design.score[e] + 0.5));
            value[e] = design.sign[f] * (f == design.subject ? logit : logit - mean);
        }
    }
    for (const auto& scale : design.scales) {
        if (scale.size() < 3) continue;
        const auto relative = [&](std::size_t k) { return std::log(scale.observed[k] / scale.observed.front()); };
        const double slope = relative(scale.size() - 1) / scale.step.back();
        for (std::size_t k = 1; k + 1 < scale.size(); ++k) {
            value[scale.first_inner + k - 1] = slope * scale.step[k] - relative(k);
        }
    }
    return value;
}

double largest(const std::vector<double>& values) {
    double most = 0;
    for (const double value : values) {
        if (!(std::abs(value) <= most)) most = std::abs(value);
    }
    return most;
}

bool leads_nowhere(const std::vector<double>& step, const std::vector<double>& gradient) {
    double promise = 0;
    for (std::size_t p = 0; p < step.size(); ++p)
        promise += step[p] * gradient[p] / 2;
    return largest(step) > kLongStep && promise < kNoPromise;
}

bool too_far(const FacetsDesign& design, const std::vector<double>& value) {
    for (std::size_t e = 0; e < design.elements(); ++e) {
        if (!(std::abs(value[e]) < kFarthest)) return true;
    }
    for (const auto& scale : design.scales) {
        const auto kappa = category_parameters(scale, value);
        for (std::size_t k = 1; k < kappa.size(); ++k) {
            if (!(std::abs(kappa[k] - kappa[k - 1]) < kFarthest * (scale.step[k] - scale.step[k - 1]))) return true;
        }
    }
    return false;
}

// Moves along the step, shortened until the likelihood does not fall; returns the share of the step taken.
double advance(const FacetsDesign& design, const std::vector<double>& step, double share, FacetsPoint& point,
               FacetsPoint& trial) {
    const double least = point.log_likelihood - 1e-12 * std::abs(point.log_likelihood);
    for (int halving = 0; halving < kMostHalvings; ++halving, share /= 2) {
        trial.value = point.value;
        for (std::size_t p = 0; p < step.size(); ++p)
            trial.value[p] += share * step[p];
        evaluate(design, trial);
        if (trial.log_likelihood >= least) break;
    }
    std::swap(point, trial);
    return share;
}

} // namespace

void centre(const FacetsDesign& design, std::vector<double>& value) {
    double moved = 0;
    for (std::size_t f = 0; f < design.facets; ++f) {
        if (f == design.subject) continue;
        double sum = 0;
        double count = 0;
        for (std::size_t e = design.offset[f]; e < design.offset[f + 1]; ++e) {
            if (design.ratings[e] == 0) continue;
            sum += value[e];
            count += 1;
        }
        const double mean = count > 0 ? sum / count : 0;
        for (std::size_t e = design.offset[f]; e < design.offset[f + 1]; ++e)
            value[e] -= mean;
        moved += design.sign[f] * mean;
    }
    for (std::size_t e = design.offset[design.subject]; e < design.offset[design.subject + 1]; ++e) {
        value[e] += design.sign[design.subject] * moved;
    }
}

FacetsSearch maximise(const FacetsDesign& design, const FacetOptions& options) {
    FacetsSearch search;
    auto& point = search.point;
    point.value = start(design);
    evaluate(design, point);
    FacetsPoint trial;
    const NewtonSolver solver(design);
    search.end = FacetsEnd::too_many_sweeps;
    while (search.sweeps < options.most_sweeps) {
        const auto step = solver.step(point);
        const double length = largest(step);
        if (!std::isfinite(length) || leads_nowhere(step, point.gradient)) {
            search.end = FacetsEnd::diverging;
            break;
        }
        const double share = advance(design, step, length > kLongestStep ? kLongestStep / length : 1, point, trial);
        ++search.sweeps;
        search.largest_change = share * length;
        if (too_far(design, point.value)) {
            search.end = FacetsEnd::diverging;
            break;
        }
        if (search.largest_change < options.tolerance) {
            search.end = FacetsEnd::converged;
            break;
        }
    }
    search.largest_residual = largest(point.gradient);
    centre(design, point.value);
    return search;
}

} // namespace timbang::stats
