#include "stats/agreement_conger.h"

#include <algorithm>

namespace timbang::stats {
namespace {

/// One rater after the other: their codes and their margins, in memory of one column and one scale.
class Columns {
public:
    Columns(const UnitTable& table, std::span<const double> times)
        : table_(table), times_(times), codes_(table.units.size()), share_(table.units.categories, 0.0) {}

    /// Reads a rater; false if there is no rating.
    bool read(std::size_t rater) {
        for (const std::uint32_t k : used_) share_[k] = 0;
        used_.clear();
        rated_ = 0;
        for (std::size_t i = 0; i < codes_.size(); ++i) {
            const int code = times_[i] == 0 ? kNoRating : table_.ratings.code(table_.units.row[i], rater);
            codes_[i] = code;
            if (code < 0) continue;
            const auto k = static_cast<std::uint32_t>(code);
            if (share_[k] == 0) used_.push_back(k);
            share_[k] += times_[i];
            rated_ += times_[i];
        }
        for (const std::uint32_t k : used_) share_[k] /= rated_;
        return rated_ > 0;
    }

    /// Σ_k p_k D(k, l) for a category l, forth or (from l to k) back.
    double to(std::uint32_t l) const {
        double sum = 0;
        for (const std::uint32_t k : used_) sum += share_[k] * table_.weights.distance(k, l);
        return sum;
    }
    double from(std::uint32_t l) const {
        double sum = 0;
        for (const std::uint32_t k : used_) sum += share_[k] * table_.weights.distance(l, k);
        return sum;
    }

    std::span<const int> codes() const { return codes_; }
    std::span<const std::uint32_t> used() const { return used_; }
    double share(std::uint32_t k) const { return share_[k]; }
    double rated() const { return rated_; }

private:
    const UnitTable& table_;
    std::span<const double> times_;
    std::vector<int> codes_;
    std::vector<double> share_;
    std::vector<std::uint32_t> used_;
    double rated_ = 0;
};

/// Σ of the raters' margins, how many raters there are, and Σ of p' D p within raters.
struct Margins {
    std::vector<double> sum;
    double raters = 0;
    double within = 0;
};

Margins margins(const UnitTable& table, std::span<const double> times) {
    Margins made;
    made.sum.assign(table.units.categories, 0.0);
    Columns column(table, times);
    for (std::size_t g = 0; g < table.ratings.raters(); ++g) {
        if (!column.read(g)) continue;
        made.raters += 1;
        for (const std::uint32_t k : column.used()) {
            made.sum[k] += column.share(k);
            made.within += column.share(k) * column.to(k);
        }
    }
    return made;
}

} // namespace

CongerParts conger_parts(const UnitTable& table, const Totals& sums, std::span<const double> times) {
    const Margins all = margins(table, times);
    CongerParts made;
    made.raters = static_cast<std::size_t>(all.raters);
    made.parts.observed = sums.disagreement;
    if (all.raters < 2) return made;
    const std::vector<double> spread = table.weights.spread(all.sum);
    double between = -all.within;
    for (std::size_t k = 0; k < spread.size(); ++k) between += all.sum[k] * spread[k];
    // What is left where all raters use one category is rounding.
    made.parts.expected = std::max(0.0, between) / (all.raters * (all.raters - 1));
    return made;
}

double conger_error(const UnitTable& table, const Totals& sums, const Parts& parts) {
    const std::span<const double> times = table.units.times;
    const Margins all = margins(table, times);
    const std::vector<double> forth = table.weights.spread(all.sum);
    const std::vector<double> back = table.weights.spread_back(all.sum);
    // shift[i]: Σ over raters of the expected disagreement of unit i's rating with the other raters' margins.
    std::vector<double> shift(table.units.size(), 0.0);
    std::vector<double> own(table.units.categories, 0.0);
    double level = 0;
    Columns column(table, times);
    for (std::size_t g = 0; g < table.ratings.raters(); ++g) {
        if (!column.read(g)) continue;
        double mean = 0;
        for (const std::uint32_t k : column.used()) {
            own[k] = (back[k] - column.to(k) + forth[k] - column.from(k)) / 2;
            mean += column.share(k) * own[k];
        }
        const double scale = sums.rated / column.rated();
        for (const std::uint32_t k : column.used()) own[k] = scale * (own[k] - mean);
        for (std::size_t i = 0; i < shift.size(); ++i) {
            if (column.codes()[i] >= 0) shift[i] += own[static_cast<std::size_t>(column.codes()[i])];
        }
        level += mean;
    }
    const double pairs = all.raters * (all.raters - 1);
    return linearised_error(table, sums, parts,
                            [&](std::size_t i) { return parts.expected - (shift[i] + level) / pairs; });
}

} // namespace timbang::stats
