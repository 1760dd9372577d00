#pragma once

#include "stats/facets.h"
#include "stats/say.h"

namespace timbang::stats {

/// How well the elements of a facet can be told apart, and whether they may all be equal.
[[nodiscard]] std::vector<base::Message> say_facet(const std::string& facet, const Defined<Separation>& separation,
                                                   const Defined<FixedEffect>& fixed);
/// No convergence, extreme elements, groups that share no scale, elements that do not fit (`names` by facet).
[[nodiscard]] std::vector<base::Message> warn_facets(const FacetsResult& result,
                                                     const std::vector<std::vector<std::string>>& names);

/// Mean squares beyond these are named: above, noise outweighs what a rating tells (Linacre 2002, Rasch Meas. Trans.
/// 16).
inline constexpr double kMisfit = 1.5;
/// Fewer ratings of an element than this give a warning: its standard error is then above half a logit.
inline constexpr std::size_t kFewElementRatings = 10;

} // namespace timbang::stats
