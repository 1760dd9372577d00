#pragma once

#include "stats/facets.h"
#include "stats/table.h"

namespace timbang::stats {

enum class RaschModel {
    rating_scale,   ///< one set of thresholds for all items (Andrich 1978); with two categories the dichotomous Rasch
                    ///< model
    partial_credit, ///< each item has its own (Masters 1982)
};

/// Facets of the result of `rasch`.
inline constexpr std::size_t kPersons = 0;
inline constexpr std::size_t kItems = 1;

/// Not a whole number in a table of scores, {row, column}, 1-based.
inline constexpr std::string_view kNotWhole = "stats.rasch-not-whole";

/// The scores of persons (rows) on items (columns), whole numbers, missing allowed, as ratings of two facets: persons
/// float and raise the score, items have mean 0. Failure: kNotWhole.
[[nodiscard]] base::Result<FacetRatings> responses(const Table& scores);

/// Measures persons and items by JMLE (facets.h, where the failures are). `options.thresholds_of` is set by the model.
[[nodiscard]] Defined<FacetsResult> rasch(const Table& scores, RaschModel model, FacetOptions options = {});

} // namespace timbang::stats
