#include "stats/say_rasch.h"

#include <algorithm>

namespace timbang::stats {

namespace {

/// "A, B, C" with at most five names, and how many there are.
struct Named {
    std::string names;
    std::int64_t count = 0;

    void add(const std::string& name) {
        if (++count <= 5) names += (names.empty() ? "" : ", ") + name;
        if (count == 6) names += ", …";
    }
};

void warn_if_any(std::vector<base::Message>& warnings, const char* key, const Named& named) {
    if (named.count > 0) warnings.push_back({key, {{"n", named.count}, {"names", named.names}}});
}

} // namespace

std::vector<base::Message> say_facet(const std::string& facet, const Defined<Separation>& separation,
                                     const Defined<FixedEffect>& fixed) {
    std::vector<base::Message> says;
    if (separation)
        says.push_back({"stats.says-facet", {{"facet", facet},
                                             {"n", static_cast<std::int64_t>(separation->elements)},
                                             {"percent", in_percent(separation->reliability)},
                                             {"strata", rounded(separation->strata, 1)}}});
    else
        says = {{"stats.says-facet-undefined", {{"facet", facet}}}, {separation.error().code, separation.error().args}};
    if (fixed) says.push_back({fixed->p < 0.05 ? "stats.says-facet-differ" : "stats.says-facet-equal", {}});
    return says;
}

std::vector<base::Message> warn_facets(const FacetsResult& result, const std::vector<std::vector<std::string>>& names) {
    std::vector<base::Message> warnings;
    if (!result.converged()) warnings.push_back({"stats.warn-not-converged", {}});
    if (!result.connected) warnings.push_back({"stats.warn-not-connected", {}});
    Named extreme, noisy, few;
    for (std::size_t facet = 0; facet < result.elements.size(); ++facet)
        for (std::size_t i = 0; i < result.elements[facet].size(); ++i) {
            const ElementMeasure& one = result.elements[facet][i];
            const std::string& name = names[facet][i];
            if (one.state != ElementState::measured) extreme.add(name);
            else if (one.ratings < kFewElementRatings) few.add(name);
            if (one.fit && (one.fit->infit > kMisfit || one.fit->outfit > kMisfit)) noisy.add(name);
        }
    warn_if_any(warnings, "stats.warn-extreme", extreme);
    warn_if_any(warnings, "stats.warn-misfit", noisy);
    warn_if_any(warnings, "stats.warn-element-few", few);
    return warnings;
}

} // namespace timbang::stats
