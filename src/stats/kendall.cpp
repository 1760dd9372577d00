#include <cmath>

#include "stats/complete.h"
#include "stats/concordance_many.h"
#include "stats/distributions.h"
#include "stats/ranks.h"

namespace timbang::stats {

Defined<KendallW> kendall_w(const Table& table, const KendallOptions& options) {
    const auto complete = complete_of(table);
    if (!complete) return complete.error();
    const auto& rows = complete->table();
    const auto n = static_cast<double>(rows.units()), m = static_cast<double>(rows.raters());
    std::vector<double> sums(rows.units());
    double ties = 0;
    constexpr std::size_t block = 16;
    for (std::size_t first = 0; first < rows.raters(); first += block) {
        for (const auto& column : rows.columns(first, block)) {
            const auto ranks = ranks_of(column);
            ties += ranks.ties;
            for (std::size_t unit = 0; unit < rows.units(); ++unit) sums[unit] += ranks.ranks[unit];
        }
    }
    const double untied = m * m * (n * n * n - n), whole = untied - m * ties;
    if (!(whole > untied * 1e-15)) return undefined(kNoVariance);
    const double mean = m * (n + 1) / 2;
    double spread = 0;
    for (const double sum : sums) spread += (sum - mean) * (sum - mean);
    KendallW result;
    result.coefficient.estimate = 12 * spread / (options.correct_ties ? whole : untied);
    result.df = n - 1;
    result.chi_square = m * (n - 1) * result.coefficient.estimate;
    result.p = chi_square_upper(result.chi_square, result.df);
    result.units = rows.units();
    result.left_out = complete->left_out();
    result.raters = rows.raters();
    return result;
}

} // namespace timbang::stats
