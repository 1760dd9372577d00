#include "stats/rasch.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace timbang::stats {

base::Result<FacetRatings> responses(const Table& scores) {
    FacetRatings ratings;
    ratings.facets = {{scores.units(), true, true}, {scores.raters(), false, false}};
    for (std::size_t person = 0; person < scores.units(); ++person) {
        for (std::size_t item = 0; item < scores.raters(); ++item) {
            if (!scores.has(person, item)) continue;
            const double score = scores.at(person, item);
            if (std::nearbyint(score) != score || std::abs(score) > std::numeric_limits<int>::max() / 2) {
                return undefined(kNotWhole, {{"row", static_cast<std::int64_t>(person + 1)},
                                             {"column", static_cast<std::int64_t>(item + 1)}});
            }
            ratings.add({static_cast<std::uint32_t>(person), static_cast<std::uint32_t>(item)},
                        static_cast<int>(score));
        }
    }
    return ratings;
}

Defined<FacetsResult> rasch(const Table& scores, RaschModel model, FacetOptions options) {
    const auto ratings = responses(scores);
    if (!ratings) return ratings.error();
    options.thresholds_of.reset();
    if (model == RaschModel::partial_credit) options.thresholds_of = kItems;
    return facets(*ratings, options);
}

} // namespace timbang::stats
