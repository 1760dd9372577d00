#pragma once

#include <cstddef>
#include <span>

#include "stats/estimate.h"

namespace timbang::stats {

/// Whether the observed variance of measures divides by n (the elements are all there are) or by n − 1 (they are a
/// sample). FACETS prints both.
enum class VarianceForm { population, sample };

/// How well measures can be told apart (Wright & Masters 1982, p. 105; Linacre's FACETS manual, table 7).
struct Separation {
    std::size_t elements = 0;
    double mean = 0;
    double observed_sd = 0;
    double rmse = 0;        ///< √(mean SE²)
    double true_sd = 0;     ///< √(observed variance − RMSE²); 0 where error explains all of it
    double separation = 0;  ///< G = true SD/RMSE
    double reliability = 0; ///< true variance/observed variance = G²/(1 + G²)
    double strata = 0;      ///< (4G + 1)/3: statistically distinct levels
};

/// Measures and their standard errors (equally many, errors above 0). Undefined: kOneUnit (fewer than two measures),
/// kNoVariance (all measures equal).
[[nodiscard]] Defined<Separation> separation(std::span<const double> measures, std::span<const double> errors,
                                             VarianceForm form);

/// The hypothesis that all elements have the same measure apart from error.
struct FixedEffect {
    double chi_square = 0; ///< Σ w m² − (Σ w m)²/Σ w, w = 1/SE²
    std::size_t df = 0;    ///< elements − 1
    double p = 1;          ///< P(X > chi_square)
};

/// Undefined: kOneUnit (fewer than two measures).
[[nodiscard]] Defined<FixedEffect> fixed_effect(std::span<const double> measures, std::span<const double> errors);

} // namespace timbang::stats
