#include <algorithm>
#include <cassert>
#include <cmath>

#include "stats/calibration.h"
#include "stats/shares.h"

namespace timbang::stats {

namespace {

/// Sums over the units of one bin.
struct Sums {
    double n = 0, p = 0, events = 0;
};

/// The bin with low < p ≤ high among `bins` of equal width. Limits are compared as they are printed, k/bins: p·bins
/// alone would put 0.7 of ten bins into the eighth.
std::size_t bin_of(double p, int bins) {
    auto bin = std::clamp(static_cast<int>(std::ceil(p * bins)) - 1, 0, bins - 1);
    const auto limit = [bins](int k) { return static_cast<double>(k) / bins; };
    while (bin > 0 && p <= limit(bin)) --bin;
    while (bin < bins - 1 && p > limit(bin + 1)) ++bin;
    return static_cast<std::size_t>(bin);
}

CalibrationBin bin_from(double low, double high, const Sums& sums, double level) {
    CalibrationBin bin;
    bin.low = low;
    bin.high = high;
    bin.n = static_cast<std::size_t>(sums.n);
    if (bin.n == 0) return bin;
    bin.mean_p = sums.p / sums.n;
    bin.rate = share(sums.events, sums.n, level);
    return bin;
}

std::vector<CalibrationBin> equal_width(Probabilities p, Outcomes y, const CalibrationOptions& options) {
    std::vector<Sums> sums(static_cast<std::size_t>(options.bins));
    for (std::size_t i = 0; i < p.size(); ++i) {
        auto& bin = sums[bin_of(p[i], options.bins)];
        bin.n += 1;
        bin.p += p[i];
        bin.events += y[i] != 0 ? 1 : 0;
    }
    std::vector<CalibrationBin> bins;
    for (std::size_t bin = 0; bin < sums.size(); ++bin) {
        const auto limit = [&](std::size_t k) { return static_cast<double>(k) / options.bins; };
        bins.push_back(bin_from(limit(bin), limit(bin + 1), sums[bin], options.level));
    }
    return bins;
}

/// Classes of equal probability are never divided: a bin ends with the class that reaches the next k-th of the units.
std::vector<CalibrationBin> equal_count(const std::vector<ProbabilityClass>& classes, std::uint64_t n,
                                        const CalibrationOptions& options) {
    std::vector<CalibrationBin> bins;
    Sums sums;
    double low = 0;
    std::uint64_t taken = 0;
    const auto bin_count = static_cast<std::uint64_t>(options.bins);
    std::uint64_t due = 1;  // the bin ends where due/bins of the units are reached
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto count = static_cast<double>(classes[i].n);
        if (!(sums.n > 0)) low = classes[i].p;
        sums.n += count;
        sums.p += count * classes[i].p;
        sums.events += static_cast<double>(classes[i].events);
        taken += classes[i].n;
        if (taken * bin_count < due * n && i + 1 < classes.size()) continue;
        bins.push_back(bin_from(low, classes[i].p, sums, options.level));
        sums = {};
        due = taken * bin_count / n + 1;
    }
    return bins;
}

} // namespace

Defined<Calibration> calibration(Probabilities p, Outcomes y, const CalibrationOptions& options) {
    assert(options.bins >= 1);
    const auto classes = probability_classes(p, y);
    if (!classes) return classes.error();
    Calibration result;
    result.n = p.size();
    result.bins = options.binning == Binning::EqualWidth ? equal_width(p, y, options)
                                                         : equal_count(*classes, p.size(), options);
    double squares = 0;
    for (const auto& bin : result.bins) {
        if (bin.n == 0) continue;
        const double weight = static_cast<double>(bin.n) / static_cast<double>(result.n);
        const double apart = std::abs(bin.mean_p - bin.rate->estimate);
        result.ece += weight * apart;
        squares += weight * apart * apart;
        result.mce = std::max(result.mce, apart);
    }
    result.rmsce = std::sqrt(squares);
    return result;
}

} // namespace timbang::stats
