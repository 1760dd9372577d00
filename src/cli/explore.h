#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.h"
#include "content/explore.h"

namespace timbang::cli {

struct ExploreOptions {
    std::string scenario;
    int runs = 1000;
    std::uint64_t seed = 1;
    std::string paths; ///< folder for the ways to the dead ends; "" none
};
/// Exit code 1 where a finding is an error: a dead end, something out of reach, a key that is not exact.
[[nodiscard]] int run_explore(const Context& context, const ExploreOptions& options);

/// What the report is made of. `files`: by dead end, where its way was written, or "".
struct ExploreReport {
    const domain::Scenario& scenario;
    const content::Exploration& found;
    std::string name; ///< of the case, as it was asked for
    std::uint64_t seed = 1;
    std::vector<std::string> files;
};
[[nodiscard]] std::string explore_text(const ExploreReport& report, const Context& context);
[[nodiscard]] nlohmann::json explore_json(const ExploreReport& report, const Context& context);

} // namespace timbang::cli
