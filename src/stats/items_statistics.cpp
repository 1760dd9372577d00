#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "stats/items.h"
#include "stats/items_moments.h"

namespace timbang::stats {

namespace {

double highest_score(const Table& scores) {
    double highest = 0;
    for (std::size_t person = 0; person < scores.units(); ++person) {
        for (std::size_t item = 0; item < scores.raters(); ++item) {
            if (scores.has(person, item)) highest = std::max(highest, scores.at(person, item));
        }
    }
    return highest;
}

std::vector<double> totals(const Table& complete) {
    std::vector<double> sums(complete.units(), 0);
    for (std::size_t person = 0; person < complete.units(); ++person) {
        for (std::size_t item = 0; item < complete.raters(); ++item)
            sums[person] += complete.at(person, item);
    }
    return sums;
}

// How much each person counts in the `size` persons with the highest totals; `sign` −1: with the lowest.
std::vector<double> group_weights(std::vector<double> sums, std::size_t size, double sign, GroupTies ties) {
    std::vector<double> weights(sums.size(), 0);
    for (double& sum : sums)
        sum *= sign;
    std::vector<std::size_t> order(sums.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Ascending by total and place, as R's order(): among equal totals the last ones belong to the upper group.
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (sums[a] != sums[b]) return sums[a] > sums[b];
        return sign > 0 ? a > b : a < b;
    });
    if (ties == GroupTies::in_order) {
        for (std::size_t i = 0; i < size; ++i)
            weights[order[i]] = 1;
        return weights;
    }
    const double limit = sums[order[size - 1]];
    const auto above =
        static_cast<double>(std::count_if(sums.begin(), sums.end(), [&](double sum) { return sum > limit; }));
    const auto equal = static_cast<double>(std::count(sums.begin(), sums.end(), limit));
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i] > limit) weights[i] = 1;
        if (sums[i] == limit) weights[i] = (static_cast<double>(size) - above) / equal;
    }
    return weights;
}

// Σ weight·score of each item in the upper group minus the lower, over the size of a group.
std::vector<double> upper_minus_lower(const Table& complete, GroupTies ties) {
    const std::size_t size = complete.units() / 3;
    const auto sums = totals(complete);
    const auto upper = group_weights(sums, size, 1, ties);
    const auto lower = group_weights(sums, size, -1, ties);
    std::vector<double> difference(complete.raters(), 0);
    for (std::size_t person = 0; person < complete.units(); ++person) {
        const double weight = (upper[person] - lower[person]) / static_cast<double>(size);
        for (std::size_t item = 0; item < complete.raters(); ++item)
            difference[item] += weight * complete.at(person, item);
    }
    return difference;
}

void add_means(const Table& used, const std::vector<double>& highest, std::vector<ItemStatistics>& items) {
    for (std::size_t person = 0; person < used.units(); ++person) {
        for (std::size_t item = 0; item < items.size(); ++item) {
            if (!used.has(person, item)) continue;
            ++items[item].persons;
            items[item].score += used.at(person, item);
        }
    }
    for (std::size_t item = 0; item < items.size(); ++item) {
        auto& one = items[item];
        if (one.persons == 0) {
            one.difficulty = undefined(kNoData);
            continue;
        }
        one.mean = one.score / static_cast<double>(one.persons);
        one.difficulty = highest[item] > 0 ? Defined<double>(one.mean / highest[item]) : undefined(kOneCategory);
    }
}

void add_correlations(const Defined<ItemMoments>& moments, std::vector<ItemStatistics>& items) {
    for (std::size_t item = 0; item < items.size(); ++item) {
        auto& one = items[item];
        if (!moments) {
            one.point_biserial = moments.error();
            one.item_rest = moments.error();
            continue;
        }
        const double product = moments->variance[item] * moments->total_variance;
        one.point_biserial =
            product > 0 ? Defined<double>(moments->with_total[item] / std::sqrt(product)) : undefined(kNoVariance);
        one.item_rest = rest_correlation(*moments, item);
    }
}

} // namespace

Defined<std::vector<ItemStatistics>> item_statistics(const Table& scores, const ItemOptions& options) {
    assert(options.highest.empty() || options.highest.size() == scores.raters());
    const Table complete = scores.complete_units();
    const Table& used = options.missing == MissingScores::listwise ? complete : scores;
    if (used.count() == 0) return undefined(kNoData);
    std::vector<ItemStatistics> items(scores.raters());
    const auto highest =
        options.highest.empty() ? std::vector<double>(items.size(), highest_score(scores)) : options.highest;
    add_means(used, highest, items);
    add_correlations(item_moments(scores, options.missing), items);
    const bool enough = complete.units() >= 3;
    const auto difference = enough ? upper_minus_lower(complete, options.ties) : std::vector<double>();
    for (std::size_t item = 0; item < items.size(); ++item) {
        if (!enough) {
            items[item].upper_lower = undefined(kOneUnit);
        } else {
            items[item].upper_lower =
                highest[item] > 0 ? Defined<double>(difference[item] / highest[item]) : undefined(kOneCategory);
        }
    }
    return items;
}

} // namespace timbang::stats
