#include <algorithm>
#include <cmath>
#include <optional>

#include <Eigen/Core>

#include "stats/complete.h"
#include "stats/concordance_many.h"
#include "stats/distributions.h"
#include "stats/ranks.h"

namespace timbang::stats {

namespace {

using Column = std::vector<double>;

/// The numbers less their mean, divided so that their squares sum to 1; empty where they do not vary.
Column standardised(const Column& values) {
    double mean = 0;
    bool flat = true;
    for (const double value : values) {
        mean += value - values.front();
        flat = flat && value == values.front();
    }
    if (flat) return {};
    mean = values.front() + mean / static_cast<double>(values.size());
    Column result(values.size());
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        result[i] = values[i] - mean;
        squares += result[i] * result[i];
    }
    for (auto& value : result) value /= std::sqrt(squares);
    return result;
}

double product(const Column& a, const Column& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return std::fmax(-1, std::fmin(1, sum));
}

/// Gathers the correlations of pairs.
class Mean {
public:
    explicit Mean(Averaging averaging) : averaging_(averaging) {}

    void add(std::optional<double> r) {
        if (!r) {
            ++flat_;
            return;
        }
        plain_ += *r;
        // Rounding alone moves ±1 by less than this.
        if (averaging_ == Averaging::FisherZ && 1 - std::abs(*r) < 1e-12) {
            ++perfect_;
            return;
        }
        ++pairs_;
        sum_ += averaging_ == Averaging::FisherZ ? std::atanh(*r) : *r;
    }

    [[nodiscard]] Defined<MeanCorrelation> result() const {
        if (pairs_ + perfect_ == 0) return undefined(kNoVariance);
        MeanCorrelation result;
        result.pairs = pairs_;
        result.perfect = perfect_;
        result.flat = flat_;
        const double mean = pairs_ == 0 ? plain_ / static_cast<double>(perfect_) : sum_ / static_cast<double>(pairs_);
        result.coefficient.estimate = pairs_ > 0 && averaging_ == Averaging::FisherZ ? std::tanh(mean) : mean;
        return result;
    }

private:
    Averaging averaging_;
    double sum_ = 0, plain_ = 0;
    std::size_t pairs_ = 0, perfect_ = 0, flat_ = 0;
};

/// Products of many pairs at once, in blocks so that memory stays linear in the data.
Defined<MeanCorrelation> of_complete(const Table& table, bool ranked, Averaging averaging) {
    constexpr Eigen::Index block = 64;
    const auto n = static_cast<Eigen::Index>(table.units()), k = static_cast<Eigen::Index>(table.raters());
    Eigen::MatrixXd columns = Eigen::MatrixXd::Zero(n, k);
    std::vector<bool> flat(table.raters());
    for (std::size_t first = 0; first < table.raters(); first += 16) {
        auto rater = first;
        for (const auto& cells : table.columns(first, 16)) {
            const auto column = standardised(ranked ? ranks_of(cells).ranks : cells);
            flat[rater] = column.empty();
            const auto at = static_cast<Eigen::Index>(rater++);
            if (!column.empty()) columns.col(at) = Eigen::Map<const Eigen::VectorXd>(column.data(), n);
        }
    }
    Mean mean(averaging);
    for (Eigen::Index a = 0; a < k; a += block) {
        for (Eigen::Index b = a; b < k; b += block) {
            const auto rows = std::min(block, k - a), cols = std::min(block, k - b);
            const Eigen::MatrixXd products = columns.middleCols(a, rows).transpose() * columns.middleCols(b, cols);
            for (Eigen::Index i = 0; i < rows; ++i) {
                for (Eigen::Index j = a == b ? i + 1 : 0; j < cols; ++j) {
                    const bool none = flat[static_cast<std::size_t>(a + i)] || flat[static_cast<std::size_t>(b + j)];
                    mean.add(none ? std::nullopt : std::optional(std::clamp(products(i, j), -1.0, 1.0)));
                }
            }
        }
    }
    return mean.result();
}

std::optional<double> shared_correlation(const Column& a, const Column& b, bool ranked) {
    Column first, second;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (Table::missing(a[i]) || Table::missing(b[i])) continue;
        first.push_back(a[i]);
        second.push_back(b[i]);
    }
    if (first.size() < 2) return std::nullopt;
    const auto x = standardised(ranked ? ranks_of(first).ranks : first);
    const auto y = standardised(ranked ? ranks_of(second).ranks : second);
    if (x.empty() || y.empty()) return std::nullopt;
    return product(x, y);
}

Defined<MeanCorrelation> pairwise(const Table& table, bool ranked, Averaging averaging) {
    if (table.units() == 0 || table.count() == 0) return undefined(kNoData);
    if (table.raters() < 2) return undefined(kOneRater);
    if (table.units() < 2) return undefined(kOneUnit);
    const std::vector<Column> columns = table.columns(0, table.raters());
    Mean mean(averaging);
    for (std::size_t a = 0; a < columns.size(); ++a) {
        for (std::size_t b = a + 1; b < columns.size(); ++b) {
            mean.add(shared_correlation(columns[a], columns[b], ranked));
        }
    }
    auto result = mean.result();
    if (result) result->units = table.units();
    return result;
}

Defined<MeanCorrelation> mean_correlation(const Table& table, bool ranked, const MeanCorrelationOptions& options) {
    if (options.gaps == Gaps::Pairwise) return pairwise(table, ranked, options.averaging);
    const auto complete = complete_of(table);
    if (!complete) return complete.error();
    auto result = of_complete(complete->table(), ranked, options.averaging);
    if (result) {
        result->units = complete->table().units();
        result->left_out = complete->left_out();
        if (options.averaging == Averaging::FisherZ && result->units > 3) {
            result->z = result->coefficient.estimate * std::sqrt(static_cast<double>(result->units) - 3);
            result->p = 2 * normal_cdf(-std::abs(*result->z));
        }
    }
    return result;
}

} // namespace

Defined<MeanCorrelation> mean_pairwise_pearson(const Table& table, const MeanCorrelationOptions& options) {
    return mean_correlation(table, false, options);
}

Defined<MeanCorrelation> mean_pairwise_spearman(const Table& table, const MeanCorrelationOptions& options) {
    return mean_correlation(table, true, options);
}

} // namespace timbang::stats
