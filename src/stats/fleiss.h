#pragma once

#include <vector>

#include "stats/agreement.h"

namespace timbang::stats {

/// Fleiss' kappa as published (Fleiss 1971), with the error if there is no agreement beyond chance (Fleiss, Nee &
/// Landis 1979): SE0² = 2/(n m (m−1)) · [(Σ p q)² − Σ p q (q − p)] / (Σ p q)².
struct FleissKappa {
    double kappa = 0;
    double p_observed = 0;
    double p_expected = 0;
    double se0 = 0;
    double z = 0;
    double p_two_sided = 0;
    /// kappa_j = 1 − Σ r_ij (m − r_ij) / (n m (m−1) p_j q_j), SE0 = √(2/(n m (m−1))); undefined for a category that
    /// nobody or everybody used.
    struct Category {
        double kappa = 0;
        double se0 = 0;
        double z = 0;
        double p_two_sided = 0;
    };
    std::vector<Defined<Category>> categories;
};

/// Every unit has the same number of ratings (raters may differ from unit to unit); units without any are left out.
/// Undefined: kNoData, kOneRater, kOneUnit, kOneCategory, kMissing (unequal numbers: see `fleiss_kappa`).
[[nodiscard]] Defined<FleissKappa> fleiss_classic(const Ratings& ratings);

/// P_i of each unit: the share of its pairs of ratings that agree (Fleiss 1971); undefined for units with fewer than
/// two.
[[nodiscard]] std::vector<Defined<double>> unit_agreement(const Ratings& ratings);

} // namespace timbang::stats
