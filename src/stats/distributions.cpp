#include "stats/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/policies/policy.hpp>

namespace timbang::stats {

namespace math = boost::math;

namespace {
/// A quantile too large for a double is infinity, not an exception: degrees of freedom near 0 have such quantiles.
using Quiet = math::policies::policy<math::policies::overflow_error<math::policies::ignore_error>,
                                     math::policies::evaluation_error<math::policies::ignore_error>>;
using Normal = math::normal_distribution<double, Quiet>;
using StudentT = math::students_t_distribution<double, Quiet>;
using FisherF = math::fisher_f_distribution<double, Quiet>;
using ChiSquare = math::chi_squared_distribution<double, Quiet>;
} // namespace

double normal_cdf(double z) { return math::cdf(Normal(), z); }
double normal_quantile(double p) { return math::quantile(Normal(), p); }
double t_upper(double t, double df) { return math::cdf(math::complement(StudentT(df), t)); }
double t_quantile(double p, double df) { return math::quantile(StudentT(df), p); }
double f_upper(double f, double df1, double df2) { return math::cdf(math::complement(FisherF(df1, df2), f)); }
double f_quantile(double p, double df1, double df2) { return math::quantile(FisherF(df1, df2), p); }
double chi_square_upper(double x, double df) { return math::cdf(math::complement(ChiSquare(df), x)); }
double chi_square_lower(double x, double df) { return math::cdf(ChiSquare(df), x); }
double chi_square_quantile(double p, double df) { return math::quantile(ChiSquare(df), p); }

} // namespace timbang::stats
