#include "stats/say_calibration.h"

#include <cmath>

namespace timbang::stats {

std::vector<base::Message> say_confidence(const Confidence& confidence) {
    const Estimate& over = confidence.over_confidence;
    const bool open = over.interval && over.interval->low <= 0 && over.interval->high >= 0;
    const char* const key = open                ? "stats.says-confidence-open"
                            : over.estimate > 0 ? "stats.says-over-confident"
                                                : "stats.says-under-confident";
    base::Args args{{"sure", in_percent(confidence.mean_confidence)},
                    {"right", in_percent(confidence.accuracy.estimate)},
                    {"points", rounded(std::abs(over.estimate) * 100, 1)},
                    {"n", static_cast<std::int64_t>(confidence.n)}};
    if (!over.interval) return {{key, std::move(args)}};
    base::Args sure{{"level", in_percent(over.interval->level)},
                    {"low", rounded(over.interval->low * 100, 1)},
                    {"high", rounded(over.interval->high * 100, 1)}};
    return {{key, std::move(args)}, {"stats.sure-points", std::move(sure)}};
}

std::vector<base::Message> say_auc(const Defined<Estimate>& area, std::size_t n, bool score) {
    const base::Key what{score ? "stats.auc-of-score" : "stats.auc-of-confidence"};
    if (!area) return {{"stats.says-auc-undefined", {{"what", what}}}, {area.error().code, area.error().args}};
    return {{"stats.says-auc", {{"what", what}, {"percent", in_percent(area->estimate)}}},
            how_sure(*area, n, 0.5, Counted::decisions)};
}

std::vector<base::Message> warn_confidence(const Confidence& confidence) {
    std::vector<base::Message> warnings;
    if (confidence.n < kFewDecisions)
        warnings.push_back({"stats.warn-few-decisions", {{"n", static_cast<std::int64_t>(confidence.n)}}});
    if (confidence.accuracy.estimate >= 1) warnings.push_back({"stats.warn-all-right", {}});
    if (confidence.accuracy.estimate <= 0) warnings.push_back({"stats.warn-all-wrong", {}});
    return warnings;
}

} // namespace timbang::stats
