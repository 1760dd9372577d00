#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "stats/agreement.h"

namespace timbang::stats {

/// Cohen's kappa of two raters with both large-sample errors of Fleiss, Cohen & Everitt (1969).
struct CohenKappa {
    double kappa = 0;
    double p_observed = 0;
    double p_expected = 0;
    double ase = 0;                ///< standard error; the interval is kappa ± z ase
    Interval interval;
    std::optional<double> ase0;    ///< standard error if the true kappa is 0; none where it is 0
    std::optional<double> z;       ///< kappa / ase0
    std::optional<double> p_upper; ///< P(Z > z)
    std::optional<double> p_two_sided;
};

/// Of units that both raters rated. Undefined: kNotTwoRaters, kRatersUnknown, kNoData, kNoPairs, kOneUnit,
/// kOneCategory.
[[nodiscard]] Defined<CohenKappa> cohen_kappa_fce(const Ratings& ratings, const Weights& weights,
                                                  double confidence = 0.95, bool cut_at_one = false);

/// Cohen's kappa under the conventions (default: Gwet's error, which is Fleiss, Cohen & Everitt's with a t interval).
[[nodiscard]] Defined<Coefficient> cohen_kappa(const Ratings& ratings, const Weights& weights, const Conventions& = {});

/// Intraclass kappa of two raters and two categories (equals Scott's pi) with its large-sample error
/// (Donner & Eliasziw 1992, as in statpsych).
[[nodiscard]] Defined<Coefficient> intraclass_kappa(const Ratings& ratings, double confidence = 0.95);

/// Cohen's kappa of each rater against the truth: `truth` has one code for each row, kNoRating = left out. One pass
/// over the data for all raters. Errors by `conventions.se` (gwet, fce, or none).
[[nodiscard]] std::vector<Defined<Coefficient>> kappas_against(std::span<const int> truth, const Ratings& ratings,
                                                               const Weights& weights, const Conventions& = {});

/// Cohen's kappa of every pair of raters, (0,1), (0,2), … (r−2, r−1). Empty with counts.
[[nodiscard]] std::vector<Defined<double>> pairwise_kappas(const Ratings& ratings, const Weights& weights);

/// Light (1971): the mean of those that are defined; undefined where none is. kTooManyRaters beyond 2·10⁹ comparisons.
[[nodiscard]] Defined<Coefficient> light_kappa(const Ratings& ratings, const Weights& weights, const Conventions& = {});

} // namespace timbang::stats
