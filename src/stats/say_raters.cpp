#include "stats/say_raters.h"

#include <cmath>

namespace timbang::stats {

namespace {

bool above(const Defined<Estimate>& value, double limit) {
    return value && value->interval && value->interval->low > limit;
}
bool below(const Defined<Estimate>& value, double limit) {
    return value && value->interval && value->interval->high < limit;
}

base::Message severity_of(const std::string& name, const Estimate& severity, Baseline baseline) {
    const char* const against = baseline == Baseline::Reference     ? "stats.than-reference"
                                : baseline == Baseline::OtherRaters ? "stats.than-others"
                                                                    : "stats.than-mean";
    base::Args args{{"rater", name}, {"points", rounded(std::abs(severity.estimate), 2)}, {"than", base::Key{against}}};
    if (!severity.interval) return {"stats.says-rater-unsure", std::move(args)};
    const Interval& interval = *severity.interval;
    args.emplace_back("level", in_percent(interval.level));
    args.emplace_back("low", rounded(interval.low, 2));
    args.emplace_back("high", rounded(interval.high, 2));
    if (interval.low > 0) return {"stats.says-rater-generous", std::move(args)};
    if (interval.high < 0) return {"stats.says-rater-strict", std::move(args)};
    return {"stats.says-rater-even", std::move(args)};
}

} // namespace

std::vector<base::Message> say_rater(const std::string& name, const RaterEffects& rater, Baseline baseline) {
    std::vector<base::Message> says;
    if (rater.severity) says.push_back(severity_of(name, *rater.severity, baseline));
    else
        says = {{"stats.says-rater-undefined", {{"rater", name}}},
                {rater.severity.error().code, rater.severity.error().args}};
    if (above(rater.central_tendency, 0))
        says.push_back({"stats.says-rater-central", {{"share", in_percent(rater.central_tendency->estimate)}}});
    if (below(rater.range_ratio, 1))
        says.push_back({"stats.says-rater-narrow", {{"ratio", rounded(rater.range_ratio->estimate, 2)}}});
    if (above(rater.residual_halo, 0))
        says.push_back({"stats.says-rater-halo", {{"r", rounded(rater.residual_halo->estimate, 2)}}});
    if (above(rater.drift, 0))
        says.push_back({"stats.says-rater-more-generous", {{"points", rounded(rater.drift->estimate, 3)}}});
    if (below(rater.drift, 0))
        says.push_back({"stats.says-rater-stricter", {{"points", rounded(-rater.drift->estimate, 3)}}});
    return says;
}

std::vector<base::Message> warn_raters(const RaterReport& report, const std::vector<std::string>& names) {
    std::vector<base::Message> warnings;
    if (report.raters.size() == 1) warnings.push_back({"stats.warn-rater-alone", {}});
    for (std::size_t i = 0; i < report.raters.size(); ++i)
        if (report.raters[i].units < kFewRatedUnits)
            warnings.push_back({"stats.warn-rater-few",
                                {{"rater", names[i]}, {"n", static_cast<std::int64_t>(report.raters[i].units)}}});
    return warnings;
}

} // namespace timbang::stats
