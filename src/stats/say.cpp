#include "stats/say.h"

#include <algorithm>
#include <cmath>

#include "base/rational.h"

namespace timbang::stats {

namespace {

const char* counted_key(Counted counted, bool one) {
    switch (counted) {
    case Counted::units: return one ? "stats.unit" : "stats.units";
    case Counted::decisions: return one ? "stats.decision" : "stats.decisions";
    case Counted::persons: return one ? "stats.person" : "stats.persons";
    case Counted::ratings: return one ? "stats.rating" : "stats.ratings";
    }
    return "stats.units";
}

} // namespace

base::Arg rounded(double value, int decimals) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    if (!(std::abs(value) < 1e12)) return base::Key{"stats.very-large"};
    return base::Decimal{base::Rational(std::llround(value * static_cast<double>(scale)), scale), decimals};
}

base::Arg in_percent(double share) {
    const bool whole = std::abs(share * 100 - std::round(share * 100)) < 0.05;
    return rounded(share * 100, whole ? 0 : 1);
}

RatingFacts facts(const Ratings& ratings) {
    RatingFacts found;
    found.raters = ratings.raters();
    const std::size_t size = ratings.scale().size();
    std::vector<double> used(size, 0);
    double ratings_given = 0;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        const std::uint64_t frequency = ratings.frequency(row);
        const auto times = static_cast<double>(frequency);
        double here = 0;
        if (ratings.has_counts()) {
            for (std::size_t k = 0; k < size; ++k) {
                const double count = ratings.counts()[row * size + k];
                used[k] += times * count;
                here += count;
            }
        } else {
            for (std::size_t rater = 0; rater < found.raters; ++rater) {
                const int code = ratings.code(row, rater);
                if (code == kNoRating) continue;
                used[static_cast<std::size_t>(code)] += times;
                ++here;
            }
            found.cells += frequency * found.raters;
        }
        ratings_given += times * here;
        if (here > 0) found.units += frequency;
        if (here >= 2) found.paired_units += frequency;
    }
    found.ratings = static_cast<std::uint64_t>(std::llround(ratings_given));
    const auto most = std::max_element(used.begin(), used.end());
    if (most != used.end() && ratings_given > 0) {
        found.most_used = static_cast<std::size_t>(most - used.begin());
        found.most_used_share = *most / ratings_given;
    }
    return found;
}

base::Message how_sure(const Estimate& estimate, std::uint64_t n, double chance, Counted counted) {
    const auto count = static_cast<std::int64_t>(n);
    const base::Key what{counted_key(counted, n == 1)};
    if (!estimate.interval) return {"stats.sure-no-interval", {{"n", count}, {"what", what}}};
    const Interval& interval = *estimate.interval;
    base::Args args{{"level", in_percent(interval.level)},
                    {"low", rounded(interval.low, 2)},
                    {"high", rounded(interval.high, 2)},
                    {"n", count},
                    {"what", what}};
    const bool may_be_chance = estimate.estimate > chance && interval.low <= chance;
    return {may_be_chance ? "stats.sure-may-be-chance" : "stats.sure-interval", std::move(args)};
}

} // namespace timbang::stats
