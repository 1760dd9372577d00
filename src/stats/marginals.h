#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stats/estimate.h"

namespace timbang::stats {

/// Whether two raters use the categories equally often. `cells` is a square table of counts, row by row: row = category
/// of the first rater, column = of the second; categories² entries.

/// Every unit got the same category from both raters: there is nothing to test.
inline constexpr std::string_view kNoDisagreement = "stats.undefined-no-disagreement";

struct MarginalTest {
    double chi_square = 0;
    double df = 0;           ///< categories − 1, less one for each further group of categories that are never confused
    double p = 1;            ///< of equal marginal distributions
    std::uint64_t units = 0;
};
/// χ² = d'S⁻¹d of the differences d of the margins, S their covariance under equal margins. Stuart (1955), Biometrika
/// 42; Maxwell (1970), Br. J. Psychiatry 116. Categories that both raters never confuse with others carry no information
/// and no degree of freedom. Undefined: kNoData, kNoDisagreement.
[[nodiscard]] Defined<MarginalTest> stuart_maxwell(std::span<const std::uint64_t> cells, std::size_t categories);

/// The same with the covariance estimated without the hypothesis: χ² = SM/(1 − SM/n), never smaller. Bhapkar (1966), J.
/// Am. Stat. Assoc. 61. Undefined as Stuart–Maxwell, and kSingular where all units lie to one side (SM = n).
[[nodiscard]] Defined<MarginalTest> bhapkar(std::span<const std::uint64_t> cells, std::size_t categories);

enum class Continuity : std::uint8_t {
    None,      ///< (b − c)²/(b + c), as irr prints it
    Yates      ///< (max(|b − c| − 1, 0))²/(b + c), as irr's documentation and the printed book have it
};
/// Whether one rater gives higher categories: b units above the diagonal (the second rater higher), c below.
struct RaterBias {
    Estimate share;             ///< b/(b + c): ½ without bias; Wilson's interval (1927)
    double chi_square = 0;      ///< one degree of freedom
    double p = 1;
    std::uint64_t second_higher = 0, first_higher = 0, units = 0;
};
/// McNemar's test on the sums of the triangles; Bishop, Fienberg & Holland (1978), Discrete Multivariate Analysis.
/// Undefined: kNoData, kNoDisagreement.
[[nodiscard]] Defined<RaterBias> rater_bias(std::span<const std::uint64_t> cells, std::size_t categories,
                                            Continuity continuity = Continuity::None, double level = 0.95);

} // namespace timbang::stats
