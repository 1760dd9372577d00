#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "stats/rater_effects.h"

namespace timbang::stats {

/// Judgements sorted by rater and unit, with what the parts of `rater_effects` share.
class RaterFrame {
public:
    explicit RaterFrame(const Judgements& judgements);

    [[nodiscard]] const Judgements& judgements() const { return *judgements_; }
    [[nodiscard]] std::size_t raters() const { return starts_.size() - 1; }
    [[nodiscard]] std::size_t units() const { return units_; }
    [[nodiscard]] std::size_t criteria() const { return judgements_->values.raters(); }
    /// The rows of one rater by unit, then in their order.
    [[nodiscard]] std::span<const std::size_t> rows(std::size_t rater) const;

private:
    const Judgements* judgements_;
    std::size_t units_ = 0;
    std::vector<std::size_t> order_, starts_;
};

/// Sums and counts of something over the scores of each unit and criterion.
class UnitSums {
public:
    UnitSums(const RaterFrame& frame, const Table& values);

    /// Means over the other raters of the rater's rows (in the order of `frame.rows`) × criteria; missing where there
    /// are none.
    [[nodiscard]] Table others(const RaterFrame& frame, const Table& values, std::size_t rater) const;
    /// Means over other raters and criteria of the rater's rows; empty where there are none.
    [[nodiscard]] std::vector<std::optional<double>> other_means(const RaterFrame& frame, const Table& values,
                                                                 std::size_t rater) const;

private:
    std::size_t criteria_;
    std::vector<double> sums_, counts_;
};

struct UnitParts;

/// Sums over the units of one rater: the clusters of its standard errors.
class UnitClusters {
public:
    /// `scale`: the largest number that the values come from; what varies less than its rounding does not vary.
    explicit UnitClusters(double scale) : scale_(scale) {}

    /// Units come in order.
    void add(std::size_t unit, double value);

    [[nodiscard]] double count() const { return count_; }
    [[nodiscard]] std::size_t units() const { return clusters_.size(); }
    [[nodiscard]] double mean() const { return sum_ / count_; }
    /// Variance of the mean.
    [[nodiscard]] double variance() const;
    /// Variance of the mean less a baseline with these parts by unit.
    [[nodiscard]] double variance(const UnitParts& baseline) const;

private:
    struct Cluster {
        std::size_t unit;
        double sum, count;
    };
    /// How far the unit moves the mean.
    [[nodiscard]] double part(const Cluster& cluster) const { return (cluster.sum - mean() * cluster.count) / count_; }

    std::vector<Cluster> clusters_;
    double scale_, sum_ = 0, count_ = 0;
};

/// How far each unit moves the mean of something over all scores.
struct UnitParts {
    UnitParts(const RaterFrame& frame, const Table& values);

    double mean = 0;
    std::vector<double> parts;
    double squares = 0;
    double units = 0;  ///< that have scores
};

/// Something known of every score: the score itself, or whether it is at an end of the scale. The tables outlive it.
struct Measure {
    Measure(const RaterFrame& frame, const Table& all, const Table& all_references);

    const Table& values;
    const Table& reference;  ///< may be empty
    UnitSums sums;
    UnitParts parts;
    double scale = 0;        ///< largest absolute value

    /// What the rater's rows (in the frame's order) × criteria are compared with; missing where there is nothing.
    [[nodiscard]] Table baseline(const RaterFrame& frame, Baseline kind, std::size_t rater) const;
};

/// Number, mean and sum of squared distances from it, in one pass without loss of digits: Welford (1962), Technometrics
/// 4.
struct Spread {
    double n = 0, mean = 0, squares = 0;

    void add(double value);
    /// Standard deviation with divisor n − 1; 0 for one value and for equal ones.
    [[nodiscard]] double sd() const;
    /// Not all equal up to rounding.
    [[nodiscard]] bool varies() const { return squares > n * 1e-24 * mean * mean; }
};

/// Calls use(i, row, criterion) for each score of a rater; `i` counts the rater's rows.
template <class Use> void each_score(const RaterFrame& frame, std::size_t rater, Use use) {
    const auto& values = frame.judgements().values;
    const auto rows = frame.rows(rater);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t c = 0; c < values.raters(); ++c) {
            if (values.has(rows[i], c)) use(i, rows[i], c);
        }
    }
}

/// Parts of `rater_effects`, each filling its own fields.
void fill_halo(const RaterFrame& frame, const UnitSums& sums, const RaterEffectOptions& options, std::size_t rater,
               RaterEffects& effects);
/// `distances`: rows in the order of `frame.rows` × criteria, score less baseline.
void fill_drift(const RaterFrame& frame, const Table& distances, const RaterEffectOptions& options, std::size_t rater,
                RaterEffects& effects);

} // namespace timbang::stats
