#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/agreement_parts.h"

namespace timbang::stats {

/// One cell of a table of two raters.
struct PairCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    double times = 0;
};

/// The table of two raters as its filled cells, with margins and what each category can expect.
struct PairTable {
    double units = 0;
    std::vector<PairCell> cells;
    std::vector<double> rows;       ///< p_k+
    std::vector<double> columns;    ///< p_+l
    std::vector<double> row_far;    ///< D p_+ of the second rater: expected disagreement of a row category
    std::vector<double> column_far; ///< the same for the second rater's categories
    Parts parts;                    ///< observed, expected disagreement: Cohen's kappa

    /// Margins and parts from `cells`.
    void finish(const Weights& weights);
    /// Variance numerator Σ p (t − t̄)² of Cohen's kappa / expected², to be divided by n or n − 1.
    [[nodiscard]] double variance(const Weights& weights, Direction direction = Direction::own) const;
    /// The same if the raters are independent, as if kappa were 0.
    [[nodiscard]] double variance_by_chance(const Weights& weights) const;
};

/// Of the units that raters 0 and 1 both rated; not with counts. `times`: of each row, empty = as the ratings say.
[[nodiscard]] PairTable pair_table(const Ratings& ratings, const Weights& weights, std::span<const double> times = {});

/// Whether there is any rating at all (codes).
[[nodiscard]] bool any_rating(const Ratings& ratings);

/// Cohen's kappa of a finished table under the conventions (gwet, fce or no error).
[[nodiscard]] Defined<Coefficient> kappa_of(const PairTable& table, const Weights& weights,
                                            const Conventions& conventions);

} // namespace timbang::stats
