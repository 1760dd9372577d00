#include "stats/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace timbang::stats {

namespace math = boost::math;

double normal_cdf(double z) { return math::cdf(math::normal(), z); }
double normal_quantile(double p) { return math::quantile(math::normal(), p); }
double t_upper(double t, double df) { return math::cdf(math::complement(math::students_t(df), t)); }
double t_quantile(double p, double df) { return math::quantile(math::students_t(df), p); }
double f_upper(double f, double df1, double df2) { return math::cdf(math::complement(math::fisher_f(df1, df2), f)); }
double f_quantile(double p, double df1, double df2) { return math::quantile(math::fisher_f(df1, df2), p); }
double chi_square_upper(double x, double df) { return math::cdf(math::complement(math::chi_squared(df), x)); }

} // namespace timbang::stats
