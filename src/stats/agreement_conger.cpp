#include "stats/agreement_conger.h"

#include <algorithm>

namespace timbang::stats {
namespace {

/// One rater after the other: their codes and their margins, in memory of a block of columns and one scale.
class Columns {
public:
    Columns(const UnitTable& table, std::span<const double> times)
        : table_(table), times_(times), share_(table.units.categories + 1, 0.0) {}

    /// Reads the next rater (0, 1, …); false if there is no rating.
    bool read(std::size_t rater) {
        const std::size_t n = table_.units.size();
        const std::size_t in_block = rater % kRaterBlock;
        if (in_block == 0) {
            const std::size_t width = std::min(kRaterBlock, table_.ratings.raters() - rater);
            block_.resize(width * n);
            columns_of(table_.ratings, table_.units.row, rater, width, block_.data());
        }
        codes_ = {block_.data() + in_block * n, n};
        for (const std::uint32_t k : used_) share_[k] = 0;
        used_.clear();
        const std::size_t q = table_.units.categories;
        share_[q] = 0;
        rated_ = 0;
        for (std::size_t i = 0; i < n; ++i) share_[codes_[i]] += times_[i];
        if (q <= n) {
            for (std::uint32_t k = 0; k < q; ++k) {
                if (share_[k] > 0) used_.push_back(k);
            }
        } else {
            used_.assign(codes_.begin(), codes_.end());
            std::sort(used_.begin(), used_.end());
            used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
            std::erase_if(used_, [&](std::uint32_t k) { return k == q || share_[k] == 0; });
        }
        for (const std::uint32_t k : used_) rated_ += share_[k];
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

    /// Of each unit; the number of categories = missing.
    std::span<const std::uint16_t> codes() const { return codes_; }
    std::span<const std::uint32_t> used() const { return used_; }
    double share(std::uint32_t k) const { return share_[k]; }
    double rated() const { return rated_; }

private:
    const UnitTable& table_;
    std::span<const double> times_;
    std::vector<std::uint16_t> block_;
    std::span<const std::uint16_t> codes_;
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
    std::vector<double> own(table.units.categories + 1, 0.0); // the last is for missing ratings and stays 0
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
            shift[i] += own[column.codes()[i]];
        }
        level += mean;
    }
    const double pairs = all.raters * (all.raters - 1);
    return linearised_error(table, sums, parts,
                            [&](std::size_t i) { return parts.expected - (shift[i] + level) / pairs; });
}

} // namespace timbang::stats
