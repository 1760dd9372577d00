#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "stats/agreement_histogram.h"
#include "stats/bootstrap_units.h"
#include "stats/kappa.h"
#include "stats/kappa_table.h"

namespace timbang::stats {
namespace {

constexpr double kMostComparisons = 2e9;
/// Up to so many categories, tables of pairs are filled; above, pairs are listed.
constexpr std::size_t kSmallScale = 64;

/// Tables of truth × rater for a block of raters, from rows grouped by their truth: counts[truth][rater][code].
class TruthTables {
public:
    TruthTables(std::span<const int> truth, const Ratings& ratings) : ratings_(ratings), rows_(ratings.scale().size()) {
        for (std::size_t row = 0; row < truth.size(); ++row) {
            if (truth[row] >= 0) rows_[static_cast<std::size_t>(truth[row])].push_back(row);
        }
    }

    /// Counts raters first … first + width − 1.
    void count(std::size_t first, std::size_t width) {
        const std::size_t q = rows_.size();
        first_ = first;
        width_ = width;
        counts_.assign(q * width * q, 0);
        for (std::size_t t = 0; t < q; ++t) {
            std::uint32_t* into = counts_.data() + t * width * q;
            if (ratings_.wide()) {
                for (const std::size_t row : rows_[t]) count_words(row, into);
                continue;
            }
            // Side by side the lines of a block stay in the cache.
            lines_.resize(rows_[t].size() * width);
            std::uint8_t* line = lines_.data();
            for (const std::size_t row : rows_[t]) {
                std::memcpy(line, ratings_.bytes().data() + row * ratings_.raters() + first, width);
                line += width;
            }
            count_columns({lines_.data(), rows_[t].size(), width, width}, q, into);
        }
    }

    void fill(std::size_t rater, PairTable& table) const {
        const std::size_t q = rows_.size();
        table.cells.clear();
        for (std::size_t t = 0; t < q; ++t) {
            const std::uint32_t* counts = counts_.data() + (t * width_ + rater - first_) * q;
            for (std::size_t k = 0; k < q; ++k) {
                if (counts[k] == 0) continue;
                table.cells.push_back(
                    {static_cast<std::uint32_t>(t), static_cast<std::uint32_t>(k), double(counts[k])});
            }
        }
    }

private:
    void count_words(std::size_t row, std::uint32_t* into) const {
        for (std::size_t j = 0; j < width_; ++j) {
            const int code = ratings_.code(row, first_ + j);
            if (code >= 0) ++into[j * rows_.size() + static_cast<std::size_t>(code)];
        }
    }

    const Ratings& ratings_;
    std::vector<std::vector<std::size_t>> rows_;
    std::vector<std::uint32_t> counts_;
    std::vector<std::uint8_t> lines_;
    std::size_t first_ = 0;
    std::size_t width_ = 0;
};

/// A rater against the truth on a long scale or with frequencies: cell by cell.
void list_cells(std::span<const int> truth, const Ratings& ratings, std::size_t rater, PairTable& table) {
    table.cells.clear();
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const int code = ratings.code(row, rater);
        if (truth[row] < 0 || code < 0) continue;
        const auto times = static_cast<double>(ratings.frequency(row));
        table.cells.push_back({static_cast<std::uint32_t>(truth[row]), static_cast<std::uint32_t>(code), times});
    }
}

/// Codes rater by rater, missing = q, so that the two of a pair run side by side.
std::vector<std::uint16_t> by_rater(const Ratings& ratings) {
    std::vector<std::size_t> rows(ratings.rows());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::vector<std::uint16_t> codes(ratings.rows() * ratings.raters());
    columns_of(ratings, rows, 0, ratings.raters(), codes.data());
    return codes;
}

/// Kappas of pairs of raters, one after the other.
class Pairs {
public:
    Pairs(const Ratings& ratings, const Weights& weights)
        : ratings_(ratings), weights_(weights), q_(ratings.scale().size()), codes_(by_rater(ratings)),
          counts_(q_ <= kSmallScale ? 4 * (q_ + 1) * (q_ + 1) : 0) {}

    /// `times`: of each row; empty = once.
    Defined<double> kappa(std::size_t a, std::size_t b, std::span<const double> times) {
        const std::uint16_t* first = codes_.data() + a * ratings_.rows();
        const std::uint16_t* second = codes_.data() + b * ratings_.rows();
        table_.cells.clear();
        if (!counts_.empty()) {
            fill_small(first, second, times);
        } else {
            for (std::size_t i = 0; i < ratings_.rows(); ++i) {
                const double often = times.empty() ? 1.0 : times[i];
                if (first[i] < q_ && second[i] < q_ && often > 0) table_.cells.push_back({first[i], second[i], often});
            }
        }
        table_.finish(weights_);
        if (table_.units == 0) return undefined(kNoPairs);
        if (table_.units < 2) return undefined(kOneUnit);
        if (!table_.parts.defined()) return undefined(kOneCategory);
        return table_.parts.value();
    }

private:
    void fill_small(const std::uint16_t* first, const std::uint16_t* second, std::span<const double> times) {
        const std::size_t size = (q_ + 1) * (q_ + 1);
        if (times.empty()) {
            std::fill(counts_.begin(), counts_.end(), 0U);
            // Four tables, so that equal neighbours do not wait for each other.
            const std::size_t n = ratings_.rows();
            std::uint32_t* tables = counts_.data();
            std::size_t i = 0;
            for (; i + 4 <= n; i += 4) {
                ++tables[first[i] * (q_ + 1) + second[i]];
                ++tables[size + first[i + 1] * (q_ + 1) + second[i + 1]];
                ++tables[2 * size + first[i + 2] * (q_ + 1) + second[i + 2]];
                ++tables[3 * size + first[i + 3] * (q_ + 1) + second[i + 3]];
            }
            for (; i < n; ++i) ++tables[first[i] * (q_ + 1) + second[i]];
        } else {
            often_.assign(size, 0.0);
            for (std::size_t i = 0; i < ratings_.rows(); ++i) often_[first[i] * (q_ + 1) + second[i]] += times[i];
        }
        for (std::size_t k = 0; k < q_; ++k) {
            for (std::size_t l = 0; l < q_; ++l) {
                const std::size_t at = k * (q_ + 1) + l;
                const double cell = times.empty() ? double(counts_[at]) + counts_[at + size] + counts_[at + 2 * size] +
                                                        counts_[at + 3 * size]
                                                  : often_[at];
                if (cell > 0)
                    table_.cells.push_back({static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(l), cell});
            }
        }
    }

    const Ratings& ratings_;
    const Weights& weights_;
    std::size_t q_;
    std::vector<std::uint16_t> codes_;
    std::vector<std::uint32_t> counts_;
    std::vector<double> often_;
    PairTable table_;
};

double comparisons(const Ratings& ratings) {
    const auto r = static_cast<double>(ratings.raters());
    const auto q = static_cast<double>(ratings.scale().size());
    return r * (r - 1) / 2 * (static_cast<double>(ratings.rows()) + q * q);
}

Defined<double> mean_kappa(Pairs& pairs, std::size_t raters, std::span<const double> times) {
    double sum = 0;
    std::size_t count = 0;
    std::optional<base::Error> reason;
    for (std::size_t a = 0; a < raters; ++a) {
        for (std::size_t b = a + 1; b < raters; ++b) {
            const auto kappa = pairs.kappa(a, b, times);
            if (kappa.ok()) {
                sum += kappa.value();
                ++count;
            } else if (!reason) {
                reason = kappa.error();
            }
        }
    }
    if (count == 0) return reason ? *reason : undefined(kOneRater);
    return sum / static_cast<double>(count);
}

} // namespace

std::vector<Defined<Coefficient>> kappas_against(std::span<const int> truth, const Ratings& ratings,
                                                 const Weights& weights, const Conventions& conventions) {
    std::vector<Defined<Coefficient>> made;
    if (ratings.has_counts() || truth.size() != ratings.rows()) {
        made.assign(ratings.raters(), undefined(ratings.has_counts() ? kRatersUnknown : kNoData));
        return made;
    }
    made.reserve(ratings.raters());
    const std::size_t q = ratings.scale().size();
    PairTable table;
    if (q > kSmallScale || !ratings.frequencies().empty() || ratings.rows() == 0) {
        for (std::size_t rater = 0; rater < ratings.raters(); ++rater) {
            list_cells(truth, ratings, rater, table);
            table.finish(weights);
            made.push_back(kappa_of(table, weights, conventions));
        }
        return made;
    }
    TruthTables tables(truth, ratings);
    for (std::size_t first = 0; first < ratings.raters(); first += kRaterBlock) {
        const std::size_t width = std::min(kRaterBlock, ratings.raters() - first);
        tables.count(first, width);
        for (std::size_t rater = first; rater < first + width; ++rater) {
            tables.fill(rater, table);
            table.finish(weights);
            made.push_back(kappa_of(table, weights, conventions));
        }
    }
    return made;
}

std::vector<Defined<double>> pairwise_kappas(const Ratings& ratings, const Weights& weights) {
    std::vector<Defined<double>> made;
    if (ratings.has_counts() || ratings.rows() == 0) return made;
    Pairs pairs(ratings, weights);
    const std::vector<double> times = ratings.frequencies().empty() ? std::vector<double>() : row_times(ratings);
    for (std::size_t a = 0; a < ratings.raters(); ++a) {
        for (std::size_t b = a + 1; b < ratings.raters(); ++b) made.push_back(pairs.kappa(a, b, times));
    }
    return made;
}

Defined<Coefficient> light_kappa(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    if (ratings.units() == 0) return undefined(kNoData);
    if (ratings.has_counts()) return undefined(kRatersUnknown);
    if (ratings.raters() < 2) return undefined(kOneRater);
    if (!any_rating(ratings)) return undefined(kNoData);
    if (comparisons(ratings) > kMostComparisons) return undefined(kTooManyRaters);
    Pairs pairs(ratings, weights);
    const std::vector<double> times = row_times(ratings);
    const auto often = ratings.frequencies().empty() ? std::span<const double>() : std::span<const double>(times);
    const auto mean = mean_kappa(pairs, ratings.raters(), often);
    if (!mean.ok()) return mean.error();
    Coefficient made;
    made.estimate = mean.value();
    if (conventions.se == StandardError::bootstrap &&
        comparisons(ratings) * conventions.resamples <= kMostComparisons) {
        set_bootstrap(made, times, conventions, [&](std::span<const double> drawn) -> std::optional<double> {
            const auto value = mean_kappa(pairs, ratings.raters(), drawn);
            return value.ok() ? std::optional(value.value()) : std::nullopt;
        });
    }
    return made;
}

} // namespace timbang::stats
