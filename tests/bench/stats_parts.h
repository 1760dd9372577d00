#pragma once

#include "bench/stats_recipe.h"
#include "bench/stats_table.h"

namespace timbang::bench {

/// Whether the recipe gives the sums and first values that it is known for.
[[nodiscard]] bool recipe_is_right();

/// Runs the peers that are installed, on the same matrices; says which.
[[nodiscard]] Peers run_peers();

/// Rasch measures of published data, and the FSRS scheduler.
void measures(Bench& bench);
void reviews(Bench& bench);

} // namespace timbang::bench
