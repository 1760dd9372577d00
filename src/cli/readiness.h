#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace timbang::cli {

struct Context;

/// The commands `readiness start` and `readiness status`.
struct ReadinessOptions {
    std::string policy = "ready-to-verify"; ///< a file, or the name of a bundled policy
    std::string person;
    std::string player = "human";           ///< or an automatic player, which never counts
    std::uint64_t seed = 0;
    bool seeded = false;
};

void add_readiness(CLI::App& app, ReadinessOptions& options, const std::function<std::string(std::string_view)>& words);
/// Exit code 1: not ready.
[[nodiscard]] int run_readiness(const CLI::App& app, const Context& context, const ReadinessOptions& options);

} // namespace timbang::cli
