#include <algorithm>
#include <cmath>

#include "stats/agreement.h"
#include "stats/agreement_units.h"
#include "stats/distributions.h"

namespace timbang::stats {
namespace {

double square(double x) { return x * x; }

} // namespace

Defined<double> agreement_within(const Ratings& ratings, int tolerance) {
    const UnitCounts units = count_units(ratings);
    if (units.size() == 0) return undefined(kNoData);
    if (ratings.raters() < 2) return undefined(kOneRater);
    double paired = 0;
    double within = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units.paired(i)) continue;
        paired += units.times[i];
        const auto unit = units.unit(i);
        const auto apart = static_cast<std::int64_t>(unit.back().category) - unit.front().category;
        if (apart <= tolerance) within += units.times[i];
    }
    if (paired == 0) return undefined(kNoPairs);
    return within / paired;
}

Defined<SpecificAgreement> specific_agreement(const Ratings& ratings) {
    if (ratings.units() == 0) return undefined(kNoData);
    if (ratings.raters() != 2) return undefined(ratings.raters() < 2 ? kOneRater : kNotTwoRaters);
    if (ratings.scale().size() != 2) return undefined(ratings.scale().size() < 2 ? kOneCategory : kNotTwoCategories);
    const UnitCounts units = count_units(ratings);
    double first = 0;
    double second = 0;
    double mixed = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units.paired(i)) continue;
        const auto unit = units.unit(i);
        double& cell = unit.size() > 1 ? mixed : unit[0].category == 0 ? first : second;
        cell += units.times[i];
    }
    if (first + second + mixed == 0) return undefined(kNoPairs);
    // A category that nobody used has no agreement of its own.
    if (first + mixed == 0 || second + mixed == 0) return undefined(kOneCategory);
    return SpecificAgreement{2 * first / (2 * first + mixed), 2 * second / (2 * second + mixed)};
}

Defined<ReferenceAgreement> agreement_with_reference(const Ratings& ratings, std::size_t reference, std::size_t rater) {
    if (ratings.units() == 0) return undefined(kNoData);
    if (ratings.has_counts()) return undefined(kRatersUnknown);
    if (ratings.raters() < 2) return undefined(kOneRater);
    const auto place = [&](int code) {
        const auto k = static_cast<std::size_t>(code);
        return ratings.scale().numeric() ? ratings.scale().values()[k] : static_cast<double>(k);
    };
    ReferenceAgreement made;
    double pairs = 0;
    double squares = 0;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        const int truth = ratings.code(row, reference);
        const int code = ratings.code(row, rater);
        if (truth < 0 || code < 0) continue;
        const auto times = static_cast<double>(ratings.frequency(row));
        const double error = place(code) - place(truth);
        pairs += times;
        if (code == truth) made.exact += times;
        if (std::abs(error) <= 1) made.within_one += times;
        made.mean_signed_error += times * error;
        made.mean_absolute_error += times * std::abs(error);
        squares += times * square(error);
    }
    if (pairs == 0) return undefined(kNoPairs);
    made.exact /= pairs;
    made.within_one /= pairs;
    made.mean_signed_error /= pairs;
    made.mean_absolute_error /= pairs;
    made.root_mean_square_error = std::sqrt(squares / pairs);
    return made;
}

Defined<Coefficient> g_index(std::uint64_t agreeing, std::uint64_t units, std::size_t categories, double confidence) {
    if (units == 0) return undefined(kNoData);
    if (categories < 2) return undefined(kOneCategory);
    const auto q = static_cast<double>(categories);
    const auto n = static_cast<double>(units);
    const double p = static_cast<double>(agreeing) / n;
    const auto corrected = [q](double share) { return (q * share - 1) / (q - 1); };
    Coefficient made;
    made.estimate = corrected(p);
    made.p_observed = p;
    made.p_expected = 1 / q;
    made.se = q / (q - 1) * std::sqrt(p * (1 - p) / n);
    const double adjusted = (static_cast<double>(agreeing) + 2) / (n + 4);
    const double reach = normal_quantile(1 - (1 - confidence) / 2) * std::sqrt(adjusted * (1 - adjusted) / (n + 4));
    made.interval = Interval{corrected(adjusted - reach), std::min(1.0, corrected(adjusted + reach)), confidence};
    return made;
}

} // namespace timbang::stats
