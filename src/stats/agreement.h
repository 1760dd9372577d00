#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stats/conventions.h"
#include "stats/estimate.h"
#include "stats/ratings.h"
#include "stats/weights.h"

namespace timbang::stats {

/// A coefficient with the test against 0, where the convention has one.
struct Coefficient : Estimate {
    std::optional<double> p_value; ///< probability of such a coefficient if the true one is 0
    std::optional<double> df;      ///< degrees of freedom of interval and test; none: normal
};

/// Every coefficient of agreement for one set of ratings.
///
/// Units without a rating are left out; units with one rating count for the margins of generalised coefficients (Gwet)
/// but not for observed agreement. Each value is undefined with its reason where the data do not allow it: kNoData,
/// kOneRater, kNoPairs, kOneUnit (chance agreement cannot be told from one unit; percent agreement can),
/// kOneCategory (agreement by chance is certain), kRatersUnknown (counts), kNotNumeric, kNegative, kTooManyRaters.
struct AgreementReport {
    std::uint64_t units = 0;        ///< units rated at least once
    std::uint64_t paired_units = 0; ///< units rated at least twice
    std::size_t raters = 0;         ///< columns; with counts the most ratings of a unit
    std::uint64_t ratings = 0;      ///< ratings that are not missing
    Scale scale;                    ///< the categories used

    Defined<Coefficient> percent_agreement = undefined(kNoData);
    std::optional<Defined<Coefficient>> cohen_kappa; ///< only for two raters
    std::optional<Defined<Coefficient>> scott_pi;    ///< only for two raters
    Defined<Coefficient> fleiss_kappa = undefined(kNoData);
    Defined<Coefficient> conger_kappa = undefined(kNoData);
    Defined<Coefficient> brennan_prediger = undefined(kNoData);
    Defined<Coefficient> gwet_ac = undefined(kNoData);
    Defined<Coefficient> krippendorff_alpha = undefined(kNoData);
    Defined<Coefficient> krippendorff_alpha_gwet = undefined(kNoData);
    Defined<Coefficient> light_kappa = undefined(kNoData);
};

/// Computes all of it. `weights` fit the scale of the ratings (with Categories::occurring: of `with_occurring()`); they
/// apply to every coefficient but `krippendorff_alpha`, whose metric is `level`.
///
/// - percent agreement: mean over units of the weighted share of agreeing pairs (two raters: Σ w p, the direction of
///   asymmetric weights kept); Gwet 2014.
/// - Cohen (1960, 1968) and Scott (1955): units that both raters rated.
/// - Fleiss (1971) generalised for missing ratings and weights (Gwet 2014): π_k = mean of r_ik / r_i.
/// - Conger (1980): exact expected agreement from every rater's own margins.
/// - Brennan & Prediger (1981): p_e = Σ w / q²; unweighted it is Randolph's free-marginal kappa and Bennett's S.
/// - Gwet (2008, 2014): AC1, weighted AC2.
/// - Krippendorff (2011): alpha with the metric of `level`; its linearised error takes into account that the ordinal
///   metric depends on the margins. Nominal, interval and ratio equal Gwet's form with the matching weights.
/// - Light (1971): mean of the Cohen kappas of all pairs; it has an error by bootstrap only.
[[nodiscard]] AgreementReport agreement(const Ratings& ratings, const Weights& weights, Level level,
                                        const Conventions& conventions = {});

/// Each coefficient alone, for those who need one.
[[nodiscard]] Defined<Coefficient> percent_agreement(const Ratings&, const Weights&, const Conventions& = {});
[[nodiscard]] Defined<Coefficient> scott_pi(const Ratings&, const Weights&, const Conventions& = {});
[[nodiscard]] Defined<Coefficient> fleiss_kappa(const Ratings&, const Weights&, const Conventions& = {});
[[nodiscard]] Defined<Coefficient> conger_kappa(const Ratings&, const Weights&, const Conventions& = {});
[[nodiscard]] Defined<Coefficient> brennan_prediger(const Ratings&, const Weights&, const Conventions& = {});
[[nodiscard]] Defined<Coefficient> gwet_ac(const Ratings&, const Weights&, const Conventions& = {});

/// Share of units whose ratings all lie within `tolerance` steps (positions) of each other, 0 = all equal; units with
/// at least two ratings. For two raters and tolerance 1: adjacent agreement.
[[nodiscard]] Defined<double> agreement_within(const Ratings& ratings, int tolerance);

/// Positive and negative agreement of two raters on two categories (Cicchetti & Feinstein 1990): 2a/(2a + b + c) and
/// 2d/(2d + b + c), a = both said the first category.
struct SpecificAgreement {
    double positive = 0;
    double negative = 0;
};
[[nodiscard]] Defined<SpecificAgreement> specific_agreement(const Ratings& ratings);

/// Agreement of a rater with the truth in steps of the scale (positions) or, on a numeric scale, in its values.
struct ReferenceAgreement {
    double exact = 0;             ///< share equal
    double within_one = 0;        ///< share at most 1 away
    double mean_signed_error = 0; ///< rater − reference, + = generous
    double mean_absolute_error = 0;
    double root_mean_square_error = 0;
};
[[nodiscard]] Defined<ReferenceAgreement> agreement_with_reference(const Ratings& ratings, std::size_t reference,
                                                                   std::size_t rater);

/// Bennett's S (G index) of `agreeing` of `units` units on `categories`: (q p − 1)/(q − 1), its Wald standard error,
/// and the adjusted Wald interval (2 successes and 4 trials added; Agresti & Coull 1998, as in statpsych).
[[nodiscard]] Defined<Coefficient> g_index(std::uint64_t agreeing, std::uint64_t units, std::size_t categories,
                                           double confidence = 0.95);

} // namespace timbang::stats
