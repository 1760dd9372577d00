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

    std::string key;                    ///< items: "B,A,C", or a file with columns item and key; "" = cells are scores
    std::string experts;                ///< items: a file with the experts' answers
    std::string missing = "listwise";   ///< items: listwise or pairwise
    double highest = 0;                 ///< items: highest score of every item; 0 = what occurs

    std::string unit = "unit";          ///< raters, long: names of columns
    std::string rater = "rater";
    std::string time = "time";          ///< may be absent
    std::string reference;              ///< raters: who is the reference (a column, or a name in a long table)
    std::string baseline; ///< raters: mean, others or reference; "" = reference where there is one, else mean
    std::string ends;                   ///< raters: "0,3", the ends of the scale; "" = smallest and largest score
    std::uint32_t blocks = 2;           ///< raters: of time

    std::string model;                  ///< rasch: rasch, rsm, pcm or facets; "" = by the layout
    std::string facets;                 ///< rasch, long: columns, the person first; "" = all but the score
    std::string thresholds_of;          ///< rasch, long: the facet with thresholds of its own
    std::string bias_correction = "none";
};

/// Looks words of the help up.
using StatsWords = std::function<std::string(std::string_view key)>;

/// Adds `stats` and its commands to the command line.
void add_stats(CLI::App& app, StatsOptions& options, const StatsWords& words);

[[nodiscard]] int run_stats(const Context& context, const StatsOptions& options);

} // namespace timbang::cli
