#pragma once

#include <functional>

#include "content/explore.h"
#include "content/explore/replies.h"
#include "content/explore/scratch.h"

namespace timbang::content::exploring {

/// Lets the players play: reference, lenient and strict once, random `options.runs` times; fills `players` and `inexact` of the
/// result. `replies` takes in every end where it is not null. `stop` is asked with the random runs that are done.
void run_players(const domain::Scenario& scenario, const ExploreOptions& options,
                 const std::function<bool(std::size_t)>& stop, Seen& seen, ReplyCoverage* replies, Exploration& result);

} // namespace timbang::content::exploring
