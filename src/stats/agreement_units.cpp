#include "stats/agreement_units.h"

#include <algorithm>

#include "stats/agreement_histogram.h"

namespace timbang::stats {
namespace {

/// Collects units one after the other from histograms or from single codes.
class Collector {
public:
    Collector(const Ratings& ratings, UnitCounts& into) : ratings_(ratings), into_(into), seen_(into.categories, 0) {}

    template <class Count> void add_histogram(std::size_t row, const Count* counts) {
        double total = 0;
        for (std::size_t k = 0; k < into_.categories; ++k) {
            if (counts[k] == 0) continue;
            into_.counts.push_back({static_cast<std::uint32_t>(k), static_cast<double>(counts[k])});
            total += counts[k];
        }
        close(row, total);
    }

    /// For units with fewer raters than the scale has categories: only what occurs is touched.
    template <class Code> void add_codes(std::size_t row, std::span<const Code> codes, Code none) {
        double total = 0;
        touched_.clear();
        for (const Code code : codes) {
            if (code == none) continue;
            if (seen_[code]++ == 0) touched_.push_back(code);
            total += 1;
        }
        std::sort(touched_.begin(), touched_.end());
        for (const std::uint32_t k : touched_) {
            into_.counts.push_back({k, static_cast<double>(seen_[k])});
            seen_[k] = 0;
        }
        close(row, total);
    }

private:
    void close(std::size_t row, double total) {
        const double times = static_cast<double>(ratings_.frequency(row));
        if (total == 0 || times == 0) {
            into_.counts.resize(into_.begin.back());
            return;
        }
        into_.begin.push_back(into_.counts.size());
        into_.total.push_back(total);
        into_.times.push_back(times);
        into_.row.push_back(row);
    }

    const Ratings& ratings_;
    UnitCounts& into_;
    std::vector<std::uint32_t> seen_;
    std::vector<std::uint32_t> touched_;
};

/// Σ_kl r_k r_l d_kl by moments: for d = (x_k − x_l)² it is 2 (r Σ r x² − (Σ r x)²). Pairs are faster for a few
/// categories.
constexpr std::size_t kFewPairs = 12;

double quadratic_pairs(std::span<const CategoryCount> unit, double total, const Weights& weights) {
    const double middle = weights.places()[unit[unit.size() / 2].category];
    double sum = 0;
    double squares = 0;
    for (const auto& entry : unit) {
        const double x = weights.places()[entry.category] - middle;
        sum += entry.count * x;
        squares += entry.count * x * x;
    }
    return 2 * (total * squares - sum * sum) / weights.range();
}

double pair_sum(std::span<const CategoryCount> unit, double total, const Weights& weights) {
    if (weights.kind() == WeightKind::unweighted) {
        double equal = 0;
        for (const auto& entry : unit) equal += entry.count * entry.count;
        return total * total - equal;
    }
    if (weights.kind() == WeightKind::quadratic && unit.size() > kFewPairs)
        return quadratic_pairs(unit, total, weights);
    double sum = 0;
    for (std::size_t a = 0; a < unit.size(); ++a) {
        double part = 0;
        for (std::size_t b = 0; b < a; ++b) {
            const double both = weights.distance(unit[a].category, unit[b].category) +
                                weights.distance(unit[b].category, unit[a].category);
            part += both * unit[b].count;
        }
        sum += part * unit[a].count;
    }
    return sum;
}

} // namespace

UnitCounts count_units(const Ratings& ratings) {
    UnitCounts made;
    const std::size_t q = ratings.scale().size();
    const std::size_t r = ratings.raters();
    made.categories = q;
    made.begin.reserve(ratings.rows() + 1);
    made.total.reserve(ratings.rows());
    made.times.reserve(ratings.rows());
    made.row.reserve(ratings.rows());
    Collector collector(ratings, made);
    std::vector<std::uint32_t> counts(q);
    const bool few = r < q || r < 16;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        if (ratings.has_counts()) {
            collector.add_histogram(row, ratings.counts().data() + row * q);
        } else if (ratings.wide()) {
            collector.add_codes(row, ratings.words().subspan(row * r, r), kNoWord);
        } else if (ratings.bytes().empty()) {
            continue;
        } else if (few) {
            collector.add_codes(row, ratings.bytes().subspan(row * r, r), kNoByte);
        } else {
            count_bytes(ratings.bytes().subspan(row * r, r), q, counts.data());
            collector.add_histogram(row, counts.data());
        }
    }
    return made;
}

void columns_of(const Ratings& ratings, std::span<const std::size_t> rows, std::size_t first, std::size_t width,
                std::uint16_t* made) {
    const auto none = static_cast<std::uint16_t>(ratings.scale().size());
    const std::size_t r = ratings.raters();
    const auto turn = [&](const auto codes, const auto missing) {
        for (std::size_t block = 0; block < width; block += kRaterBlock) {
            const std::size_t some = std::min(kRaterBlock, width - block);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const auto* line = codes.data() + rows[i] * r + first + block;
                std::uint16_t* into = made + block * rows.size() + i;
                for (std::size_t j = 0; j < some; ++j) into[j * rows.size()] = line[j] == missing ? none : line[j];
            }
        }
    };
    if (ratings.wide()) turn(ratings.words(), kNoWord);
    else turn(ratings.bytes(), kNoByte);
}

std::optional<Ratings> joined(const Ratings& ratings) {
    const std::size_t q = ratings.scale().size();
    if (ratings.has_counts() || ratings.wide() || ratings.raters() != 2 || !ratings.frequencies().empty())
        return std::nullopt;
    if (8 * q * q > ratings.rows()) return std::nullopt;
    std::vector<std::uint64_t> cells(q * q, 0);
    const auto bytes = ratings.bytes();
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        if (bytes[i] == kNoByte || bytes[i + 1] == kNoByte) return std::nullopt;
        ++cells[bytes[i] * q + bytes[i + 1]];
    }
    auto made = Ratings::of_table(ratings.scale(), cells);
    if (!made.ok()) return std::nullopt;
    return std::move(*made);
}

std::vector<double> unit_disagreement(const Ratings& ratings, const UnitCounts& units, const Weights& weights) {
    std::vector<double> result(units.size(), 0.0);
    const bool directed = !ratings.has_counts() && ratings.raters() == 2 && !weights.symmetric();
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units.paired(i)) continue;
        if (directed) {
            result[i] = weights.distance(static_cast<std::size_t>(ratings.code(units.row[i], 0)),
                                         static_cast<std::size_t>(ratings.code(units.row[i], 1)));
            continue;
        }
        const double total = units.total[i];
        result[i] = pair_sum(units.unit(i), total, weights) / (total * (total - 1));
    }
    return result;
}

} // namespace timbang::stats
