#include "stats/weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace timbang::stats {
namespace {

/// Up to here the matrix is kept; above, weights are computed when asked.
constexpr std::size_t kDense = 512;
constexpr double kPi = 3.14159265358979323846;

constexpr std::array<std::string_view, 9> kNames = {"unweighted", "linear",   "quadratic", "ordinal", "radical",
                                                    "ratio",      "circular", "bipolar",   "own"};

double square(double x) { return x * x; }

double ratio_of(double a, double b) { return a + b == 0 ? 0.0 : (a - b) / (a + b); }

double bipolar_of(double a, double b, double low, double high) {
    const double below = (a + b - 2 * low) * (2 * high - a - b);
    return below > 0 ? square(a - b) / below : 0.0;
}

/// Squares of very large values would overflow; all kinds but the circular are free of the unit of measurement.
void rescale_huge(std::vector<double>& x, WeightKind kind) {
    double most = 0;
    for (const double value : x) most = std::max(most, std::abs(value));
    if (most < 1e100 || kind == WeightKind::circular) return;
    for (double& value : x) value /= most;
}

/// Disagreement before it is divided by the largest.
double raw_distance(WeightKind kind, std::span<const double> x, std::size_t k, std::size_t l, double low, double high) {
    if (k == l) return 0;
    const double apart = std::abs(x[k] - x[l]);
    switch (kind) {
    case WeightKind::linear: return apart;
    case WeightKind::quadratic: return square(apart);
    case WeightKind::ordinal: return (apart + 1) * apart / 2;
    case WeightKind::radical: return std::sqrt(apart);
    case WeightKind::ratio: return square(ratio_of(x[k], x[l]));
    case WeightKind::circular: return square(std::sin(kPi * apart / (high - low + 1)));
    case WeightKind::bipolar: return bipolar_of(x[k], x[l], low, high);
    case WeightKind::unweighted:
    case WeightKind::own: break;
    }
    return 1;
}

/// The largest raw distance. For most kinds the ends of the scale have it; circular and bipolar are searched.
double largest(WeightKind kind, std::span<const double> x, double low, double high) {
    if (x.size() < 2 || kind == WeightKind::unweighted) return 1;
    const auto [first, last] = std::minmax_element(x.begin(), x.end());
    const auto at = [&](auto it) { return static_cast<std::size_t>(it - x.begin()); };
    if (kind != WeightKind::circular && kind != WeightKind::bipolar) {
        return raw_distance(kind, x, at(first), at(last), low, high);
    }
    double most = 0;
    for (std::size_t k = 0; k < x.size(); ++k) {
        for (std::size_t l = 0; l < k; ++l) most = std::max(most, raw_distance(kind, x, k, l, low, high));
    }
    return most;
}

/// Σ_l (x_k − x_l)² p_l / range for each k, from three sums.
std::vector<double> spread_squares(std::span<const double> x, double range, std::span<const double> p) {
    const double middle = x[x.size() / 2];
    double all = 0;
    double first = 0;
    double second = 0;
    for (std::size_t l = 0; l < x.size(); ++l) {
        const double y = x[l] - middle;
        all += p[l];
        first += p[l] * y;
        second += p[l] * y * y;
    }
    std::vector<double> result(x.size());
    for (std::size_t k = 0; k < x.size(); ++k) {
        const double y = x[k] - middle;
        result[k] = std::max(0.0, (all * y * y - 2 * y * first + second) / range);
    }
    return result;
}

/// Σ_l |x_k − x_l| p_l / range for each k, going up the places once.
std::vector<double> spread_steps(std::span<const double> x, double range, std::span<const double> p) {
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    double all = 0;
    double sum = 0; // for the place that is reached
    for (std::size_t l = 0; l < x.size(); ++l) {
        all += p[l];
        sum += p[l] * (x[l] - x[order[0]]);
    }
    std::vector<double> result(x.size());
    double below = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0) sum += (2 * below - all) * (x[order[i]] - x[order[i - 1]]);
        below += p[order[i]];
        result[order[i]] = std::max(0.0, sum / range);
    }
    return result;
}

} // namespace

Defined<Weights> Weights::make(WeightKind kind, const Scale& scale, Spacing spacing) {
    Weights made;
    made.kind_ = kind;
    made.size_ = scale.size();
    const bool by_value = kind == WeightKind::ratio || (spacing == Spacing::value && kind != WeightKind::ordinal);
    if (by_value && kind != WeightKind::unweighted) {
        if (!scale.numeric()) return undefined(scale.size() == 0 ? kNoData : kNotNumeric);
        made.x_ = scale.values();
    } else {
        made.x_.resize(scale.size());
        std::iota(made.x_.begin(), made.x_.end(), 1.0);
    }
    rescale_huge(made.x_, kind);
    if (!made.x_.empty()) {
        made.low_ = *std::min_element(made.x_.begin(), made.x_.end());
        made.high_ = *std::max_element(made.x_.begin(), made.x_.end());
    }
    if (kind == WeightKind::ratio && made.low_ < 0) return undefined(kNegative);
    made.range_ = largest(kind, made.x_, made.low_, made.high_);
    if (!(made.range_ > 0)) made.range_ = 1;
    made.finish();
    return made;
}

double Weights::far(std::size_t k, std::size_t l) const {
    return k == l ? 1.0
                  : 1.0 - raw_distance(kind_, x_, k, l, low_, high_) / (kind_ == WeightKind::unweighted ? 1.0 : range_);
}

void Weights::finish() {
    const bool dense = size_ <= kDense;
    if (kind_ == WeightKind::unweighted) {
        total_ = static_cast<double>(size_);
    }
    if (dense && matrix_.empty()) {
        std::vector<double> matrix(size_ * size_);
        for (std::size_t k = 0; k < size_; ++k) {
            for (std::size_t l = 0; l < size_; ++l) matrix[k * size_ + l] = far(k, l);
        }
        matrix_ = std::move(matrix);
    }
    if (kind_ != WeightKind::unweighted) {
        const auto all = static_cast<double>(size_);
        total_ = all * all;
        for (const double far : spread(std::vector<double>(size_, 1.0))) total_ -= far;
    }
    if (kind_ != WeightKind::own) return;
    for (std::size_t k = 0; k < size_; ++k) {
        for (std::size_t l = 0; l < k; ++l) symmetric_ = symmetric_ && at(k, l) == at(l, k);
    }
}

base::Result<Weights> Weights::own(std::size_t categories, std::span<const double> matrix) {
    const auto number = [](std::size_t i) { return static_cast<std::int64_t>(i + 1); };
    if (categories == 0 || matrix.size() % categories != 0 || matrix.size() / categories != categories) {
        return base::Error("stats.weights-shape", {{"categories", static_cast<std::int64_t>(categories)}});
    }
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        if (std::isfinite(matrix[i])) continue;
        return base::Error("stats.weights-number",
                           {{"row", number(i / categories)}, {"column", number(i % categories)}});
    }
    const double diagonal = matrix[0] == 0 ? 0 : 1;
    for (std::size_t k = 0; k < categories; ++k) {
        if (matrix[k * categories + k] != diagonal) return base::Error("stats.weights-diagonal", {{"row", number(k)}});
    }
    Weights made;
    made.kind_ = WeightKind::own;
    made.size_ = categories;
    made.matrix_.assign(matrix.begin(), matrix.end());
    if (diagonal == 0) {
        const double most = *std::max_element(matrix.begin(), matrix.end());
        for (double& w : made.matrix_) w = 1 - (most > 0 ? w / most : w);
    }
    made.finish();
    return made;
}

base::Result<Weights> Weights::by_distance(std::span<const double> distance) {
    const std::size_t q = distance.size();
    std::vector<double> matrix(q * q);
    for (std::size_t k = 0; k < q; ++k) {
        for (std::size_t l = 0; l < q; ++l) matrix[k * q + l] = distance[k > l ? k - l : l - k];
    }
    if (q > 0 && distance[0] != 0) return base::Error("stats.weights-diagonal", {{"row", std::int64_t{1}}});
    return own(q, matrix);
}

std::vector<double> Weights::spread(std::span<const double> p) const {
    std::vector<double> result(size_, 0.0);
    if (kind_ == WeightKind::unweighted) {
        const double all = std::accumulate(p.begin(), p.end(), 0.0);
        for (std::size_t k = 0; k < size_; ++k) result[k] = all - p[k];
        return result;
    }
    const bool computed = matrix_.empty() && size_ > 0;
    if (computed && kind_ == WeightKind::quadratic) return spread_squares(x_, range_, p);
    if (computed && kind_ == WeightKind::linear) return spread_steps(x_, range_, p);
    for (std::size_t k = 0; k < size_; ++k) {
        double sum = 0;
        for (std::size_t l = 0; l < size_; ++l) {
            if (p[l] != 0) sum += distance(k, l) * p[l];
        }
        result[k] = sum;
    }
    return result;
}

std::vector<double> Weights::spread_back(std::span<const double> p) const {
    if (symmetric_) return spread(p);
    std::vector<double> result(size_, 0.0);
    for (std::size_t k = 0; k < size_; ++k) {
        if (p[k] == 0) continue;
        for (std::size_t l = 0; l < size_; ++l) result[l] += distance(k, l) * p[k];
    }
    return result;
}

std::optional<WeightKind> weight_kind(std::string_view name) {
    for (std::size_t i = 0; i + 1 < kNames.size(); ++i) {
        if (kNames[i] == name) return static_cast<WeightKind>(i);
    }
    return std::nullopt;
}

std::string_view weight_name(WeightKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

} // namespace timbang::stats
