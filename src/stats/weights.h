#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "stats/estimate.h"
#include "stats/ratings.h"

namespace timbang::stats {

/// Agreement weights: how much two categories k and l agree, 1 = fully, 0 = not at all. With x = position or value and
/// R = the largest difference (Gwet, Handbook of Inter-Rater Reliability, 4th ed., 2014, chapter 3):
/// - unweighted: 1 if k = l, else 0
/// - linear: 1 − |x_k − x_l| / R (Cicchetti & Allison 1971)
/// - quadratic: 1 − (x_k − x_l)² / R² (Fleiss & Cohen 1973)
/// - ordinal: 1 − C(|k − l| + 1, 2) / C(q, 2), by position whatever the spacing
/// - radical: 1 − √|x_k − x_l| / √R
/// - ratio: 1 − ((x_k − x_l)/(x_k + x_l))² / ((max − min)/(max + min))²; 0/0 is full agreement
/// - circular: 1 − s_kl / max s, s = sin²(π (x_k − x_l)/(R + 1)): the ends of the scale are neighbours
/// - bipolar: 1 − b_kl / max b, b = (x_k − x_l)² / ((x_k + x_l − 2 min)(2 max − x_k − x_l)), 0 where k = l
/// - own: a matrix of the caller.
enum class WeightKind { unweighted, linear, quadratic, ordinal, radical, ratio, circular, bipolar, own };

/// What x is above, except for `ratio` (always the value) and `ordinal` (always the position). By position is the
/// default: a scale is a list of steps, and most programs (vcd, irr, scikit-learn, SAS) do so. Gwet's irrCAC uses
/// values.
enum class Spacing { position, value };

/// The weights of a scale of q categories. Memory is q² up to 512 categories or for an own matrix, linear in q above.
class Weights {
public:
    /// Undefined: kNotNumeric (ratio, or by value, on words), kNegative (ratio with a value below 0).
    [[nodiscard]] static Defined<Weights> make(WeightKind kind, const Scale& scale,
                                               Spacing spacing = Spacing::position);
    /// `matrix` has q × q entries, row-major; w[k][l] is for first rater k, second rater l and may differ from w[l][k].
    /// The diagonal is 1 (agreement weights) or 0 throughout: then these are disagreement weights d (Cohen 1968) and
    /// w = 1 − d / max d. Failures: `stats.weights-shape` {categories}, `stats.weights-number` {row, column} (not
    /// finite), `stats.weights-diagonal` {row}.
    [[nodiscard]] static base::Result<Weights> own(std::size_t categories, std::span<const double> matrix);
    /// Disagreement by distance: `distance[|k − l|]`, distance[0] = 0.
    [[nodiscard]] static base::Result<Weights> by_distance(std::span<const double> distance);

    [[nodiscard]] WeightKind kind() const { return kind_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] double at(std::size_t k, std::size_t l) const {
        return matrix_.empty() ? far(k, l) : matrix_[k * size_ + l];
    }
    /// Σ w over all cells.
    [[nodiscard]] double total() const { return total_; }
    [[nodiscard]] bool symmetric() const { return symmetric_; }
    /// 1 − w for k ≠ l and 0 for k = l, exactly.
    [[nodiscard]] double distance(std::size_t k, std::size_t l) const { return k == l ? 0.0 : 1.0 - at(k, l); }
    /// x of each category (position or value) and what a raw distance is divided by.
    [[nodiscard]] std::span<const double> places() const { return x_; }
    [[nodiscard]] double range() const { return range_; }
    /// D p: for each k Σ_l distance(k, l) p_l.
    [[nodiscard]] std::vector<double> spread(std::span<const double> p) const;
    /// Dᵀ p: for each l Σ_k distance(k, l) p_k.
    [[nodiscard]] std::vector<double> spread_back(std::span<const double> p) const;

private:
    [[nodiscard]] double far(std::size_t k, std::size_t l) const;
    void finish();

    WeightKind kind_ = WeightKind::unweighted;
    std::size_t size_ = 0;
    std::vector<double> x_;      ///< positions or values
    double range_ = 1;           ///< what the raw distance is divided by
    double low_ = 0, high_ = 0;  ///< ends of x
    std::vector<double> matrix_; ///< row-major, or empty: computed when asked
    double total_ = 0;
    bool symmetric_ = true;
};

/// "unweighted", "linear", … "bipolar" (own has no name here), or nothing.
[[nodiscard]] std::optional<WeightKind> weight_kind(std::string_view name);
[[nodiscard]] std::string_view weight_name(WeightKind kind);

} // namespace timbang::stats
