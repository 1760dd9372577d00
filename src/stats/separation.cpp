#include "stats/separation.h"

#include <cassert>
#include <cmath>

#include "stats/basics.h"
#include "stats/distributions.h"

namespace timbang::stats {

Defined<Separation> separation(std::span<const double> measures, std::span<const double> errors, VarianceForm form) {
    assert(measures.size() == errors.size());
    if (measures.size() < 2) return undefined(kOneUnit);
    Separation s;
    s.elements = measures.size();
    s.mean = mean_of(measures);
    double squares = 0;
    double error = 0;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        squares += (measures[i] - s.mean) * (measures[i] - s.mean);
        error += errors[i] * errors[i];
    }
    const auto n = static_cast<double>(measures.size());
    const double observed = squares / (form == VarianceForm::sample ? n - 1 : n);
    const double mean_square_error = error / n;
    if (!(observed > 0)) return undefined(kNoVariance);
    const double true_variance = std::max(0.0, observed - mean_square_error);
    s.observed_sd = std::sqrt(observed);
    s.rmse = std::sqrt(mean_square_error);
    s.true_sd = std::sqrt(true_variance);
    s.separation = s.true_sd / s.rmse;
    s.reliability = true_variance / observed;
    s.strata = (4 * s.separation + 1) / 3;
    return s;
}

Defined<FixedEffect> fixed_effect(std::span<const double> measures, std::span<const double> errors) {
    assert(measures.size() == errors.size());
    if (measures.size() < 2) return undefined(kOneUnit);
    double weights = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const double weight = 1 / (errors[i] * errors[i]);
        weights += weight;
        weighted += weight * measures[i];
    }
    // Around the weighted mean: the same sum as in the formula, without its cancellation.
    const double centre = weighted / weights;
    FixedEffect effect;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const double distance = (measures[i] - centre) / errors[i];
        effect.chi_square += distance * distance;
    }
    effect.df = measures.size() - 1;
    effect.p = chi_square_upper(effect.chi_square, static_cast<double>(effect.df));
    return effect;
}

} // namespace timbang::stats
