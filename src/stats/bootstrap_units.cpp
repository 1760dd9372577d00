#include "stats/bootstrap_units.h"

#include <algorithm>
#include <cmath>

namespace timbang::stats {
namespace {

__extension__ typedef unsigned __int128 Wide;

/// Quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).
double quantile(std::span<const double> sorted, double p) {
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

} // namespace

UnitSampler::UnitSampler(std::span<const double> times, std::uint64_t seed) : entries_(times.size()), rng_(seed) {
    bool single = true;
    for (const double time : times) {
        units_ += static_cast<std::uint64_t>(time);
        single = single && time == 1;
    }
    if (single) return;
    heavy_ = units_ / 8 > entries_;
    std::uint64_t end = 0;
    for (const double time : times) ends_.push_back(end += static_cast<std::uint64_t>(time));
    guide_.resize(std::min<std::size_t>(4096, 4 * entries_) + 1);
    std::size_t entry = 0;
    for (std::size_t i = 0; i < guide_.size(); ++i) {
        const auto from = static_cast<std::uint64_t>(Wide{units_} * i / (guide_.size() - 1));
        while (entry + 1 < entries_ && ends_[entry] <= from) ++entry;
        guide_[i] = static_cast<std::uint32_t>(entry);
    }
}

std::uint64_t UnitSampler::below(std::uint64_t bound) {
    // Multiply and shift, rejecting the few values that would not be even (Lemire 2019).
    Wide product = Wide{rng_.next()} * bound;
    if (static_cast<std::uint64_t>(product) < bound) {
        const std::uint64_t least = (0 - bound) % bound;
        while (static_cast<std::uint64_t>(product) < least) product = Wide{rng_.next()} * bound;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

void UnitSampler::draw_entries(std::span<std::uint32_t> entries) {
    for (auto& entry : entries) entry = static_cast<std::uint32_t>(below(units_));
}

void UnitSampler::draw(std::span<double> drawn) {
    if (heavy_) return draw_by_binomials(drawn);
    std::fill(drawn.begin(), drawn.end(), 0.0);
    for (std::uint64_t i = 0; i < units_; ++i) {
        const std::uint64_t unit = below(units_);
        if (single()) {
            drawn[unit] += 1;
            continue;
        }
        std::size_t entry = guide_[static_cast<std::size_t>(Wide{unit} * (guide_.size() - 1) / units_)];
        while (ends_[entry] <= unit) ++entry;
        drawn[entry] += 1;
    }
}

void UnitSampler::draw_by_binomials(std::span<double> drawn) {
    // Of what is left to draw, each entry gets a binomial part by its share of the units that are left.
    std::uint64_t left = units_;
    for (std::size_t i = 0; i < entries_; ++i) {
        const std::uint64_t before = i == 0 ? 0 : ends_[i - 1];
        const auto own = static_cast<double>(ends_[i] - before);
        const auto rest = static_cast<double>(units_ - before);
        const std::uint64_t part = rest > 0 ? binomial(rng_, left, own / rest) : 0;
        drawn[i] = static_cast<double>(part);
        left -= part;
    }
}

std::optional<Bootstrap> summary(std::vector<double> values, std::uint32_t undefined, double confidence) {
    if (values.size() < 2) return std::nullopt;
    Bootstrap made;
    made.used = static_cast<std::uint32_t>(values.size());
    made.undefined = undefined;
    double mean = 0;
    for (const double value : values) mean += value;
    mean /= static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    made.se = std::sqrt(squares / static_cast<double>(values.size() - 1));
    std::sort(values.begin(), values.end());
    const double tail = (1 - confidence) / 2;
    made.interval = {quantile(values, tail), quantile(values, 1 - tail), confidence};
    return made;
}

void set_bootstrap(Coefficient& made, const Bootstrap& drawn, const Conventions&) {
    made.se = drawn.se;
    made.interval = drawn.interval;
    made.df.reset();
    made.p_value.reset();
}

void set_bootstrap(Coefficient& made, std::span<const double> times, const Conventions& conventions,
                   const std::function<std::optional<double>(std::span<const double>)>& value) {
    UnitSampler sampler(times, conventions.seed);
    std::vector<double> drawn(times.size());
    std::vector<double> values;
    values.reserve(conventions.resamples);
    for (std::uint32_t b = 0; b < conventions.resamples; ++b) {
        sampler.draw(drawn);
        if (const auto one = value(drawn)) values.push_back(*one);
    }
    const auto undefined = static_cast<std::uint32_t>(conventions.resamples - values.size());
    if (const auto done = summary(std::move(values), undefined, conventions.confidence))
        set_bootstrap(made, *done, conventions);
}

std::vector<double> row_times(const Ratings& ratings) {
    std::vector<double> times(ratings.rows());
    for (std::size_t row = 0; row < times.size(); ++row) times[row] = static_cast<double>(ratings.frequency(row));
    return times;
}

} // namespace timbang::stats
