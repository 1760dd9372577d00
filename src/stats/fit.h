#pragma once

#include <cstddef>
#include <optional>

namespace timbang::stats {

/// How the standardised fit (ZSTD) is made. Both use Wilson and Hilferty's cube root (Wright & Masters 1982, p. 100):
/// t = (MS^(1/3) − 1)(3/q) + q/3, with q² = Σ(C/V²)/N² − 1/N for outfit and q² = Σ(C − V²)/(ΣV)² for infit.
enum class ZstdRule {
    winsteps, ///< q is at most √2, and V² in C/V² is at least 1e-5: the numbers that Winsteps prints
    plain,    ///< the formula as it stands
};

/// How well the ratings of one element (a person, an item, a rater) fit the model. Mean squares have expectation 1:
/// above 1 the ratings are noisier than the model says, below 1 more regular.
struct Fit {
    double infit = 1;              ///< Σ(x − E)²/ΣV, weighted by information
    double outfit = 1;             ///< mean of (x − E)²/V, sensitive to single surprises
    std::optional<double> infit_z; ///< ZSTD; empty where q² is not above 0 (nothing to standardise by)
    std::optional<double> outfit_z;
    std::optional<double> infit_df; ///< 2/q² without the cap of √2: degrees of freedom as in FACETS
    std::optional<double> outfit_df;
};

/// Sums of one element's residuals. Feed with every rating of it, then ask.
class FitSums {
public:
    /// `residual` = x − E, `variance` = V = Σ P_k (k − E)², `fourth` = C = Σ P_k (k − E)⁴. A rating without variance
    /// (the model is certain) counts only in the number of ratings.
    void add(double residual, double variance, double fourth);

    [[nodiscard]] std::size_t count() const { return count_; }
    /// ΣV: the information about the element's measure.
    [[nodiscard]] double information() const { return variance_; }
    /// Empty without information.
    [[nodiscard]] std::optional<Fit> fit(ZstdRule rule) const;

private:
    std::size_t count_ = 0;
    double squared_ = 0;          // Σ (x − E)²
    double standardised_ = 0;     // Σ (x − E)²/V
    double variance_ = 0;         // Σ V
    double excess_ = 0;           // Σ C − V²
    double kurtosis_ = 0;         // Σ C/V²
    double kurtosis_floored_ = 0; // Σ C/max(V², 1e-5)
};

} // namespace timbang::stats
