#include <cmath>

#include "stats/distributions.h"
#include "stats/items.h"
#include "stats/items_moments.h"

namespace timbang::stats {

namespace {

Defined<double> alpha_of(double items, double variances, double total_variance) {
    if (items < 2) return undefined(kOneItem);
    if (!(total_variance > 0)) return undefined(kNoVariance);
    return items / (items - 1) * (1 - variances / total_variance);
}

} // namespace

Defined<Interval> feldt_interval(double alpha, std::size_t items, std::size_t persons, FeldtDf df, double level) {
    if (persons < 2) return undefined(kOneUnit);
    if (items < 2) return undefined(kOneItem);
    const auto n = static_cast<double>(persons);
    const auto k = static_cast<double>(items);
    const double df1 = n - 1;
    const double df2 = (df == FeldtDf::statpsych ? n : n - 1) * (k - 1);
    const double tail = (1 - level) / 2;
    return Interval{1 - (1 - alpha) * f_quantile(1 - tail, df1, df2), 1 - (1 - alpha) * f_quantile(tail, df1, df2),
                    level};
}

Defined<Alpha> cronbach_alpha(const Table& scores, const AlphaOptions& options) {
    if (scores.raters() == 1) return undefined(kOneItem);
    const auto moments = item_moments(scores, options.missing);
    if (!moments) return moments.error();
    double variances = 0;
    for (const double variance : moments->variance)
        variances += variance;
    const auto k = static_cast<double>(scores.raters());
    const auto all = alpha_of(k, variances, moments->total_variance);
    if (!all) return all.error();

    Alpha alpha;
    alpha.persons = moments->persons;
    alpha.items = scores.raters();
    alpha.alpha = *all;
    alpha.standardized = moments->mean_correlation;
    if (alpha.standardized) {
        const double r = *alpha.standardized;
        const double spread = 1 + (k - 1) * r;
        alpha.standardized = spread > 0 ? Defined<double>(k * r / spread) : undefined(kNoVariance);
    }
    for (std::size_t item = 0; item < alpha.items; ++item) {
        const double own = moments->variance[item];
        const double rest = moments->total_variance - 2 * moments->with_total[item] + own;
        const bool constant = rest <= 1e-12 * (moments->total_variance + own);
        alpha.if_deleted.push_back(alpha_of(k - 1, variances - own, constant ? 0 : rest));
    }
    alpha.interval = feldt_interval(alpha.alpha, alpha.items, alpha.persons, options.df, options.level);
    return alpha;
}

} // namespace timbang::stats
