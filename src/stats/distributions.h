#pragma once

namespace timbang::stats {

/// Distribution functions and quantiles, from Boost.Math. Arguments outside the domain (probability not strictly between
/// 0 and 1, degrees of freedom not above 0) are a programmer's mistake.
/// A quantile too large for a double is infinity.

/// P(Z ≤ z) of the standard normal distribution.
[[nodiscard]] double normal_cdf(double z);
/// The z with P(Z ≤ z) = p.
[[nodiscard]] double normal_quantile(double p);
/// P(T > t), one-sided, of Student's t with `df` degrees of freedom.
[[nodiscard]] double t_upper(double t, double df);
/// The t with P(T ≤ t) = p.
[[nodiscard]] double t_quantile(double p, double df);
/// P(F > f) of the F distribution.
[[nodiscard]] double f_upper(double f, double df1, double df2);
/// The f with P(F ≤ f) = p.
[[nodiscard]] double f_quantile(double p, double df1, double df2);
/// P(X > x) of the chi-square distribution.
[[nodiscard]] double chi_square_upper(double x, double df);
/// P(X ≤ x).
[[nodiscard]] double chi_square_lower(double x, double df);
/// The x with P(X ≤ x) = p.
[[nodiscard]] double chi_square_quantile(double p, double df);

} // namespace timbang::stats
