#include "stats/items_moments.h"

#include <cmath>
#include <cstdint>

namespace timbang::stats {

namespace {

// A difference of variances below this part of them is rounding.
constexpr double kRounding = 1e-12;

double deviation(double cell, double mean) {
    return cell - mean;
}

// Whether all cells of an item (missing ones aside) are equal: rounding of the mean must not make a variance of it.
std::vector<char> constant_items(const Table& scores) {
    std::vector<char> constant(scores.raters(), 1);
    std::vector<double> first(scores.raters(), 0);
    std::vector<char> seen(scores.raters(), 0);
    for (std::size_t person = 0; person < scores.units(); ++person) {
        for (std::size_t item = 0; item < scores.raters(); ++item) {
            if (!scores.has(person, item)) continue;
            if (seen[item] == 0) first[item] = scores.at(person, item);
            if (scores.at(person, item) != first[item]) constant[item] = 0;
            seen[item] = 1;
        }
    }
    return constant;
}

ItemMoments complete_moments(const Table& scores, const std::vector<char>& constant) {
    const std::size_t items = scores.raters();
    const auto n = static_cast<double>(scores.units());
    ItemMoments moments;
    moments.persons = scores.units();
    moments.variance.assign(items, 0);
    moments.with_total.assign(items, 0);
    std::vector<double> mean(items, 0);
    for (std::size_t person = 0; person < scores.units(); ++person) {
        for (std::size_t item = 0; item < items; ++item)
            mean[item] += scores.at(person, item) / n;
    }
    for (std::size_t person = 0; person < scores.units(); ++person) {
        double total = 0;
        for (std::size_t item = 0; item < items; ++item) {
            if (constant[item] == 0) total += deviation(scores.at(person, item), mean[item]);
        }
        moments.total_variance += total * total / (n - 1);
        for (std::size_t item = 0; item < items; ++item) {
            if (constant[item] != 0) continue;
            const double own = deviation(scores.at(person, item), mean[item]);
            moments.variance[item] += own * own / (n - 1);
            moments.with_total[item] += own * total / (n - 1);
        }
    }
    // The variance of the sum of standardised items holds every correlation twice.
    double spread = 0;
    for (std::size_t person = 0; person < scores.units(); ++person) {
        double total = 0;
        for (std::size_t item = 0; item < items; ++item) {
            if (constant[item] == 0)
                total += deviation(scores.at(person, item), mean[item]) / std::sqrt(moments.variance[item]);
        }
        spread += total * total / (n - 1);
    }
    const auto k = static_cast<double>(items);
    if (items > 1) moments.mean_correlation = (spread - k) / (k * (k - 1));
    return moments;
}

struct PairSums {
    double n = 0;
    double covariance = 0;
};

PairSums pair_covariance(const Table& scores, std::size_t a, std::size_t b) {
    PairSums sums;
    double mean_a = 0;
    double mean_b = 0;
    for (std::size_t person = 0; person < scores.units(); ++person) {
        if (!scores.has(person, a) || !scores.has(person, b)) continue;
        sums.n += 1;
        mean_a += scores.at(person, a);
        mean_b += scores.at(person, b);
    }
    mean_a /= sums.n;
    mean_b /= sums.n;
    for (std::size_t person = 0; person < scores.units(); ++person) {
        if (!scores.has(person, a) || !scores.has(person, b)) continue;
        sums.covariance +=
            deviation(scores.at(person, a), mean_a) * deviation(scores.at(person, b), mean_b) / (sums.n - 1);
    }
    return sums;
}

Defined<ItemMoments> pairwise_moments(const Table& scores, const std::vector<char>& constant) {
    const std::size_t items = scores.raters();
    ItemMoments moments;
    for (std::size_t person = 0; person < scores.units(); ++person) {
        bool any = false;
        for (std::size_t item = 0; item < items && !any; ++item)
            any = scores.has(person, item);
        if (any) ++moments.persons;
    }
    moments.variance.assign(items, 0);
    moments.with_total.assign(items, 0);
    double correlations = 0;
    for (std::size_t a = 0; a < items; ++a) {
        const auto own = pair_covariance(scores, a, a);
        if (own.n < 2) return undefined(kNoPairs);
        if (constant[a] == 0) moments.variance[a] = own.covariance;
        moments.with_total[a] += moments.variance[a];
        moments.total_variance += moments.variance[a];
        for (std::size_t b = 0; b < a; ++b) {
            const auto pair = pair_covariance(scores, a, b);
            if (pair.n < 2) return undefined(kNoPairs);
            if (constant[a] != 0 || constant[b] != 0) continue;
            moments.with_total[a] += pair.covariance;
            moments.with_total[b] += pair.covariance;
            moments.total_variance += 2 * pair.covariance;
            correlations += pair.covariance / std::sqrt(moments.variance[a] * moments.variance[b]);
        }
    }
    const auto k = static_cast<double>(items);
    if (items > 1) moments.mean_correlation = 2 * correlations / (k * (k - 1));
    return moments;
}

} // namespace

Defined<ItemMoments> item_moments(const Table& scores, MissingScores missing) {
    const auto complete = missing == MissingScores::listwise ? scores.complete_units() : Table();
    const Table& used = missing == MissingScores::listwise ? complete : scores;
    if (used.units() == 0 || used.raters() == 0 || used.count() == 0) return undefined(kNoData);
    if (used.units() < 2) return undefined(kOneUnit);
    const auto constant = constant_items(used);
    auto moments = missing == MissingScores::listwise ? Defined<ItemMoments>(complete_moments(used, constant))
                                                      : pairwise_moments(used, constant);
    if (!moments) return moments;
    double variances = 0;
    bool any_constant = false;
    for (std::size_t item = 0; item < constant.size(); ++item) {
        variances += moments->variance[item];
        any_constant = any_constant || constant[item] != 0;
    }
    if (moments->total_variance <= kRounding * variances) moments->total_variance = 0;
    if (any_constant) moments->mean_correlation = undefined(kNoVariance);
    return moments;
}

Defined<double> rest_correlation(const ItemMoments& moments, std::size_t item) {
    if (moments.variance.size() < 2) return undefined(kOneItem);
    const double own = moments.variance[item];
    const double rest = moments.total_variance - 2 * moments.with_total[item] + own;
    if (!(own > 0) || rest <= kRounding * (moments.total_variance + own)) return undefined(kNoVariance);
    return (moments.with_total[item] - own) / std::sqrt(own * rest);
}

} // namespace timbang::stats
