#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stats/estimate.h"
#include "stats/fit.h"
#include "stats/separation.h"

namespace timbang::stats {

/// Many-facet Rasch measurement (Linacre 1989): the log-odds of category k against k − 1 of a rating are the sum of one
/// measure for each facet (persons raise it; items, criteria and raters lower it) minus the threshold of k. One facet
/// of items and one of persons is the Rasch, rating scale or partial credit model (rasch.h).
///
/// Estimated by joint maximum likelihood (JMLE, UCON): every element's observed score and every category's observed
/// count equals the expected one. The likelihood is concave, so the solution does not depend on the way to it; here the
/// joint Newton method with step control.

/// Reasons of this header.
/// No element has both high and low ratings.
inline constexpr std::string_view kAllExtreme = "stats.undefined-all-extreme";

/// A facet: what a rating is about (person, criterion, rater, …).
struct Facet {
    std::size_t elements = 0;
    /// A higher measure makes higher ratings likelier (ability); otherwise lower ones (difficulty, severity).
    bool raises = false;
    /// Its mean is free; the measures of every other facet have mean 0. At most one facet floats.
    bool floating = false;
};

/// One row a rating; a rating that was not given has no row. Memory of everything here is linear in the rows.
struct FacetRatings {
    std::vector<Facet> facets;
    std::vector<std::uint32_t> element; ///< rows × facets, row by row: the 0-based element of each facet
    std::vector<int> score;             ///< one for each row: the category, a whole number

    [[nodiscard]] std::size_t rows() const { return score.size(); }
    /// Appends a rating; `elements` has one entry for each facet.
    void add(std::initializer_list<std::uint32_t> elements, int value);
};

/// JMLE spreads measures too far when each person has few ratings.
enum class BiasCorrection {
    none,             ///< FACETS, Winsteps by default, TAM bias = FALSE, immer "jml"
    i_minus_1_over_i, ///< Wright & Douglas 1977: measures and thresholds times (I − 1)/I, I = mean ratings of a
                      ///< subject; then subjects are measured again with these (TAM bias = TRUE, immer "jml_bc")
    eps_adjusted,     ///< Bertoli-Barsotti, Lando & Punzo 2014: each subject's ratings are mixed with eps score points
                  ///< spread over the categories, so that its score S becomes eps + S (M − 2 eps)/M and nothing is
                  ///< extreme; then subjects are measured again from their own scores (immer "eps_adj")
};

/// A category between others that nobody used.
enum class UnusedCategories {
    keep,     ///< it exists with probability 0: scores keep their distance (the limit of the model's likelihood)
    renumber, ///< the used categories are counted 0, 1, 2, … (FACETS by default)
};

struct FacetOptions {
    /// The facet whose elements have thresholds of their own (partial credit); without, one scale for all (rating
    /// scale).
    std::optional<std::size_t> thresholds_of;
    BiasCorrection bias = BiasCorrection::none;
    double eps = 0.3;                ///< for eps_adjusted, in score points
    double extreme_adjustment = 0.3; ///< an extreme score is measured as if it were this much nearer; above 0, to 0.5
    UnusedCategories unused = UnusedCategories::keep;
    ZstdRule zstd = ZstdRule::winsteps;
    int most_sweeps = 200;
    double tolerance = 1e-8; ///< converged when no measure or threshold changes by more, in logits
};

enum class ElementState {
    measured,
    lowest,       ///< extreme: every rating the lowest (in eps_adjusted: too, but measured with the others)
    highest,      ///< extreme: every rating the highest
    one_category, ///< has thresholds of its own and only one category occurs: cannot be measured
    no_ratings,   ///< no rating counts: none was given, or only together with elements that cannot be measured
};

struct ElementMeasure {
    ElementState state = ElementState::no_ratings;
    std::size_t subset = 0;        ///< elements of one facet with one number can be compared (0 where not measured)
    std::size_t ratings = 0;       ///< ratings that the measure rests on
    double score = 0;              ///< their sum
    std::optional<double> measure; ///< logits; for an extreme element from the adjusted score, given all others
    std::optional<double> se;      ///< model standard error: 1/√ΣV
    std::optional<double> real_se; ///< se × √max(1, infit); only where there is fit
    std::optional<Fit> fit;        ///< not for extreme elements (unless eps_adjusted)
};

/// The categories of a rating scale: those of all ratings, or of one element of the facet `thresholds_of`.
struct RatingScale {
    std::vector<int> category;      ///< scores that occur in the ratings counted, ascending
    std::vector<std::size_t> count; ///< how often
    /// Rasch–Andrich thresholds between neighbours: where both are equally likely, relative to the element's measure.
    /// They sum to 0 (across a gap of d scores a threshold counts d times). One less than categories; empty if not
    /// measured.
    std::vector<double> threshold;
};

enum class FacetsEnd {
    converged,
    too_many_sweeps, ///< most_sweeps were not enough: the numbers are not the solution
    diverging, ///< measures grow without limit: part of the data is perfectly ordered, so there is no finite solution
};

struct FacetsResult {
    std::vector<std::vector<ElementMeasure>> elements; ///< by facet
    std::vector<RatingScale> scales;                   ///< one, or one for each element of `thresholds_of`
    double origin = 0;                                 ///< constant of the model where no facet floats; otherwise 0
    double log_likelihood = 0; ///< natural logarithm, of the ratings counted, before any correction of bias
    std::size_t ratings = 0;   ///< ratings counted: all their elements are measured
    FacetsEnd end = FacetsEnd::converged;
    int sweeps = 0;              ///< joint Newton steps taken
    double largest_change = 0;   ///< of the last sweep, in logits
    double largest_residual = 0; ///< |observed − expected| of a score or a category count, in score points or ratings
    bool connected = true;       ///< every facet has one subset: all its measures are on one scale

    [[nodiscard]] bool converged() const { return end == FacetsEnd::converged; }
};

/// Undefined: kNoData (no row), kAllExtreme (nothing is left when extreme elements are dropped, again and again),
/// kSingular (more than one facet floats).
[[nodiscard]] Defined<FacetsResult> facets(const FacetRatings& ratings, const FacetOptions& options = {});

/// Measures found elsewhere.
struct GivenMeasures {
    std::vector<std::vector<double>> measures;   ///< by facet, for every element
    std::vector<std::vector<double>> thresholds; ///< by scale, between the categories that occur; empty: all 0
};

/// Fit, errors and log-likelihood at the given measures; nothing is estimated, and extreme elements are left out as in
/// `facets`. Undefined as there.
[[nodiscard]] Defined<FacetsResult> facets_at(const FacetRatings& ratings, const GivenMeasures& given,
                                              const FacetOptions& options = {});

/// What is summed up over the elements of a facet.
struct FacetSummaryOptions {
    bool extremes = false; ///< with the extreme elements too (FACETS prints both)
    bool real_se = false;  ///< errors enlarged by misfit
    VarianceForm variance = VarianceForm::population;
};

/// The separation of a facet's elements. Undefined as `separation`.
[[nodiscard]] Defined<Separation> facet_separation(const FacetsResult& result, std::size_t facet,
                                                   const FacetSummaryOptions& options = {});
/// Whether all elements of a facet may have the same measure. Undefined as `fixed_effect`.
[[nodiscard]] Defined<FixedEffect> facet_fixed_effect(const FacetsResult& result, std::size_t facet,
                                                      const FacetSummaryOptions& options = {});

} // namespace timbang::stats
