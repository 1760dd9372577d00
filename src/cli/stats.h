#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cli/context.h"

namespace CLI {
class App;
}

namespace timbang::cli {

/// What `timbang stats …` was asked for; which fields a command reads stands in src/stats/README.md.
struct StatsOptions {
    std::string command; ///< agreement, raters, items, rasch or calibration
    std::string input;   ///< a file, or "-" for standard input
    double confidence = 0.95;

    std::string layout;
    std::string level = "nominal";
    std::string weights = "unweighted"; ///< a name, or a file with the matrix
    std::string categories;             ///< "1,2,3", or with semicolons; "" = those that occur
    std::string se;                     ///< name of the convention, "" = gwet
    std::uint32_t bootstrap = 0;        ///< resamples; 0 = no bootstrap
    std::uint64_t seed = 1;

    std::string outcome = "outcome";    ///< calibration: names of columns
    std::string stated = "confidence";
    std::string score = "score";        ///< calibration: may be absent; rasch: of the ratings in a long table
    int bins = 10;
};

/// Looks words of the help up.
using StatsWords = std::function<std::string(std::string_view key)>;

/// Adds `stats` and its commands to the command line.
void add_stats(CLI::App& app, StatsOptions& options, const StatsWords& words);

[[nodiscard]] int run_stats(const Context& context, const StatsOptions& options);

} // namespace timbang::cli
