#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/stats.h"
#include "sheets/table.h"
#include "stats/facets.h"

namespace timbang::cli {

/// Ratings by facets with the names of facets and elements; the person is the first facet.
struct FacetsInput {
    stats::FacetRatings ratings;
    std::vector<std::string> facets;
    std::vector<std::vector<std::string>> elements;
    stats::FacetOptions options;
    std::string model;         ///< rasch, rsm, pcm or facets
    std::size_t left_out = 0;  ///< rows of a long table with an empty cell
};

/// From a matrix (persons × items) or a long table (a row each rating). Codes: "stats-score" (a score that is no whole
/// number from 0 to 999), "stats-rasch-scores" (a score above 1 in the Rasch model), "stats-facets-few" {found},
/// "stats-thresholds-facet" {name}, "stats-options-clash", "stats-column-missing".
[[nodiscard]] base::Result<FacetsInput> read_facets(const sheets::Table& table, const StatsOptions& options);

} // namespace timbang::cli
