#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stats/facets.h"

namespace timbang::stats {

/// The ratings that count, in the form the estimation reads: made by `make_design`. Parameters stand in one list: the
/// measures of all elements facet by facet, then the inner category parameters of each scale. A category k of a scale
/// has log P_k = step_k·η − κ_k − log Z, η = Σ sign·measure, κ = 0 for the first and the last category.
struct FacetsDesign {
    /// A scale in use.
    struct Categories {
        std::vector<int> label;       ///< the scores
        std::vector<double> step;     ///< their distance from the lowest
        std::vector<double> observed; ///< how often (eps_adjusted: mixed counts)
        std::vector<std::size_t> count;
        std::size_t first_inner = 0; ///< parameter of κ of category 1; there are size − 2 of them
        [[nodiscard]] std::size_t size() const { return label.size(); }
    };

    std::size_t facets = 0;
    std::vector<std::size_t> offset; ///< first parameter of each facet, and one past the last facet
    std::vector<double> sign;        ///< by facet: +1 raises, −1 lowers
    std::size_t subject = 0;         ///< the facet that floats (the first where none does)
    std::size_t parameters = 0;
    std::size_t widest = 0; ///< most categories of a scale

    std::vector<std::uint32_t> element;  ///< counted rows × facets: parameters
    std::vector<std::uint32_t> category; ///< counted rows
    std::vector<std::uint32_t> scale;    ///< counted rows
    std::vector<std::uint32_t> row;      ///< counted rows: place in the ratings given
    std::vector<Categories> scales;

    std::vector<ElementState> state;    ///< by element parameter
    std::vector<std::uint32_t> ratings; ///< by element parameter: counted rows
    std::vector<double> score;          ///< by element parameter: Σ step observed (eps_adjusted: mixed)
    std::vector<std::size_t> subset;    ///< by element parameter
    bool connected = true;

    [[nodiscard]] std::size_t rows() const { return category.size(); }
    [[nodiscard]] std::size_t elements() const { return offset.back(); }
    [[nodiscard]] std::size_t facet_size(std::size_t facet) const { return offset[facet + 1] - offset[facet]; }
};

/// Drops extreme elements, again and again until none is left (with eps_adjusted they stay, only marked); then counts.
/// Errors as `facets`.
[[nodiscard]] Defined<FacetsDesign> make_design(const FacetRatings& ratings, const FacetOptions& options);

/// Numbers the subsets of the design's counted rows: elements of one facet share a number where their difference can be
/// estimated.
void find_subsets(FacetsDesign& design);

/// κ of every category of a scale (0 at both ends) from the list of parameters.
[[nodiscard]] std::vector<double> category_parameters(const FacetsDesign::Categories& scale,
                                                      const std::vector<double>& parameters);

/// Values of the parameters with the likelihood there.
struct FacetsPoint {
    std::vector<double> value;
    double log_likelihood = 0;
    std::vector<double> gradient;    ///< observed − expected, by parameter
    std::vector<double> probability; ///< counted rows × widest
};

/// Fills in everything but `value`.
void evaluate(const FacetsDesign& design, FacetsPoint& point);

/// How the search went.
struct FacetsSearch {
    FacetsPoint point;
    FacetsEnd end = FacetsEnd::converged;
    int sweeps = 0;
    double largest_change = 0;
    double largest_residual = 0;
};

/// Joint Newton method from a start by score logits. Measures come out centred: every facet but the subject has mean 0
/// over the elements with counted rows.
[[nodiscard]] FacetsSearch maximise(const FacetsDesign& design, const FacetOptions& options);

/// Moves the means of all facets but the subject into the subject's measures; probabilities stay.
void centre(const FacetsDesign& design, std::vector<double>& value);

/// The Newton step A⁻¹ gradient, A = minus the matrix of second derivatives. Small connected problems: exactly, persons
/// eliminated one by one; otherwise by conjugate gradients, in memory linear in the data.
class NewtonSolver {
public:
    explicit NewtonSolver(const FacetsDesign& design);
    [[nodiscard]] std::vector<double> step(const FacetsPoint& point) const;

private:
    [[nodiscard]] std::vector<double> exact(const FacetsPoint& point) const;
    [[nodiscard]] std::vector<double> conjugate_gradients(const FacetsPoint& point) const;

    const FacetsDesign& design_;
    std::size_t eliminated_ = 0; // the facet with most elements
    bool exact_ = false;
    std::vector<std::uint32_t> order_; // rows by element of the eliminated facet
    std::vector<std::uint32_t> start_; // where each of them begins in order_
};

/// What ratings of one element are, seen from its own measure: the scale and Σ sign·measure of the other elements.
struct OwnRating {
    const FacetsDesign::Categories* scale = nullptr;
    const std::vector<double>* kappa = nullptr;
    double others = 0;
};

/// The measure at which the expected Σ step of the ratings is `target`, which lies strictly between its limits; and its
/// model standard error.
struct OwnMeasure {
    double measure = 0;
    double se = 0;
};
[[nodiscard]] OwnMeasure measure_alone(const std::vector<OwnRating>& ratings, double sign, double target);

/// Mean, variance and fourth central moment of `step` under the model at `eta`.
struct RatingMoments {
    double expected = 0;
    double variance = 0;
    double fourth = 0;
};
[[nodiscard]] RatingMoments rating_moments(const FacetsDesign::Categories& scale, const std::vector<double>& kappa,
                                           double eta);

} // namespace timbang::stats
