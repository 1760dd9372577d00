#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stats/estimate.h"
#include "stats/table.h"

namespace timbang::stats {

/// How far any number of raters order or place units alike. Unless said otherwise units with a missing cell are left
/// out and counted, and what is undefined is so as `complete_of` says.

struct KendallOptions {
    bool correct_ties = true;  ///< without it equal numbers lower W, as in tables that print it so
};

/// Kendall's coefficient of concordance: 1 when all raters put the units in one order, 0 when no order is shared.
struct KendallW {
    Estimate coefficient;      ///< no standard error
    double chi_square = 0;     ///< m(n − 1)W, n − 1 degrees of freedom; good from about seven units on
    double df = 0;
    double p = 1;              ///< of "no order is shared"
    std::size_t units = 0, left_out = 0, raters = 0;
};
/// Kendall & Babington Smith (1939), Ann. Math. Stat. 10; with ties W = 12S/(m²(n³ − n) − mΣT). kNoVariance where every
/// rater gave one number only.
[[nodiscard]] Defined<KendallW> kendall_w(const Table& table, const KendallOptions& options = {});

enum class Averaging : std::uint8_t {
    FisherZ,   ///< mean of atanh r, back by tanh; pairs with r = ±1 have none and are left out and counted (irr)
    Plain      ///< mean of r
};
enum class Gaps : std::uint8_t {
    CompleteUnits,  ///< only units that every rater rated (irr)
    Pairwise        ///< for each pair of raters the units that both rated
};
struct MeanCorrelationOptions {
    Averaging averaging = Averaging::FisherZ;  ///< a mean of r is drawn towards 0
    Gaps gaps = Gaps::CompleteUnits;
};

/// Mean correlation over all pairs of raters. Without standard error: pairs share raters and are not independent. `z`
/// and `p` are irr's test, which takes the mean r as one correlation of n units: r·√(n − 3), two-sided; a rough guide.
struct MeanCorrelation {
    Estimate coefficient;
    std::size_t pairs = 0;     ///< that entered the mean
    std::size_t perfect = 0;   ///< left out because r = ±1; if all pairs are, the coefficient is their plain mean
    std::size_t flat = 0;      ///< left out because a rater's numbers do not vary or fewer than two units are shared
    std::size_t units = 0, left_out = 0;  ///< for Pairwise: all units, 0
    std::optional<double> z, p;           ///< with FisherZ, CompleteUnits and more than three units
};
/// Product-moment correlation. kNoVariance where no pair has one.
[[nodiscard]] Defined<MeanCorrelation> mean_pairwise_pearson(const Table& table,
                                                             const MeanCorrelationOptions& options = {});
/// Rank correlation with mean ranks for ties.
[[nodiscard]] Defined<MeanCorrelation> mean_pairwise_spearman(const Table& table,
                                                              const MeanCorrelationOptions& options = {});

enum class FinnModel : std::uint8_t {
    OneWay,  ///< error = MSW: raters' levels are error
    TwoWay   ///< error = MSE: they are not
};
/// Finn's coefficient: 1 − error variance over that of ratings drawn evenly from `levels` categories, (levels² − 1)/12.
/// It stays high where units hardly differ. Finn (1970), Educ. Psychol. Meas. 30.
struct Finn {
    Estimate coefficient;
    double df = 0;         ///< of the error
    Defined<double> f;     ///< even variance over error, F(∞, df) if drawn evenly; kNoVariance without error
    Defined<double> p;     ///< of "ratings are drawn evenly", by the chi-square form of F; likewise
    std::size_t units = 0, left_out = 0;
};
/// `levels` ≥ 2: how many categories the scale has. Undefined as `anova`.
[[nodiscard]] Defined<Finn> finn(const Table& table, int levels, FinnModel model = FinnModel::OneWay);

enum class RobinsonBase : std::uint8_t {
    WithoutRaters,      ///< variation of units and residual only (irr)
    Total               ///< Robinson (1957): all variation, the raters' levels included
};
/// Robinson's A: share of the variation that lies between units. With Total A = (1 + (k − 1)·r)/k of the intraclass
/// correlation r with divisor n. Robinson (1957), Am. Sociol. Rev. 22. The default is what irr prints. Undefined as
/// `anova`, and kNoVariance.
[[nodiscard]] Defined<Estimate> robinson_a(const Table& table, RobinsonBase base = RobinsonBase::WithoutRaters);

enum class IotaScale : std::uint8_t {
    Quantitative,   ///< squared distance
    Standardised,   ///< the same after each variable's numbers are divided by their standard deviation
    Nominal         ///< number of variables that differ
};
/// Iota of several variables, one table each with the same units and raters: 1 − observed over expected disagreement of
/// pairs of raters. For one nominal variable it equals Conger's kappa, for one quantitative variable of two raters
/// Lin's CCC. Units with a gap in any variable are left out. Janson & Olsson (2001), Educ. Psychol. Meas. 61.
/// kNoVariance or, nominal, kOneCategory where no disagreement is expected.
[[nodiscard]] Defined<Estimate> iota(const std::vector<Table>& variables, IotaScale scale);

} // namespace timbang::stats
