#include "stats/facets.h"

namespace timbang::stats {

namespace {

struct Lists {
    std::vector<double> measures;
    std::vector<double> errors;
};

Lists take(const FacetsResult& result, std::size_t facet, const FacetSummaryOptions& options) {
    Lists lists;
    for (const auto& element : result.elements[facet]) {
        if (!element.measure || !element.se) continue;
        if (element.state != ElementState::measured && !options.extremes) continue;
        lists.measures.push_back(*element.measure);
        lists.errors.push_back(options.real_se ? element.real_se.value_or(*element.se) : *element.se);
    }
    return lists;
}

} // namespace

Defined<Separation> facet_separation(const FacetsResult& result, std::size_t facet,
                                     const FacetSummaryOptions& options) {
    const auto lists = take(result, facet, options);
    return separation(lists.measures, lists.errors, options.variance);
}

Defined<FixedEffect> facet_fixed_effect(const FacetsResult& result, std::size_t facet,
                                        const FacetSummaryOptions& options) {
    const auto lists = take(result, facet, options);
    return fixed_effect(lists.measures, lists.errors);
}

} // namespace timbang::stats
