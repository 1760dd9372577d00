#pragma once

#include <cstdint>
#include <span>

#include "stats/agreement.h"

namespace timbang::stats {

/// Krippendorff's alpha (2011) = 1 − (n − 1) Σ o_ck d_ck / Σ n_c n_k d_ck with the metric of `level`: nominal 1,
/// ordinal (Σ_{g=c..k} n_g − (n_c + n_k)/2)², interval (c − k)², ratio ((c − k)/(c + k))², 0/0 = 0. Units with fewer
/// than two ratings are left out. Ordinal needs the order of the scale only; interval and ratio its values.
///
/// p_expected and p_observed are 1 − disagreement in Gwet's form, only for nominal. The error is linearised over units.
[[nodiscard]] Defined<Coefficient> krippendorff_alpha(const Ratings& ratings, Level level, const Conventions& = {});

/// Alpha alone, without errors: the fastest way.
[[nodiscard]] Defined<double> krippendorff_value(const Ratings& ratings, Level level);
/// The same from numbers, unit-major, NaN = missing; the categories are those that occur.
[[nodiscard]] Defined<double> krippendorff_value(std::size_t units, std::size_t raters, std::span<const double> values,
                                                 Level level);

/// Gwet's form for any weights (Gwet 2014): units with at least two ratings, ε = 1/Σ r_i, p_a = (1 − ε) p_a' + ε.
/// CAUTION: his "ordinal" weights are not Krippendorff's ordinal metric.
[[nodiscard]] Defined<Coefficient> krippendorff_alpha_gwet(const Ratings& ratings, const Weights& weights,
                                                           const Conventions& = {});

} // namespace timbang::stats
