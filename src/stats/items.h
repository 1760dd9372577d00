#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "stats/estimate.h"
#include "stats/table.h"

namespace timbang::stats {

/// Classical item analysis. A `Table` holds persons as rows and items as columns; scores may be 0 and 1 or any numbers.

/// What to do with missing scores.
enum class MissingScores {
    listwise, ///< persons with a gap are left out
    pairwise, ///< each variance and covariance from the persons who have both (psych, pingouin "pairwise")
};

/// The second degrees of freedom of Feldt's F interval (Feldt 1965); the first are n − 1.
enum class FeldtDf {
    persons_and_items, ///< (n − 1)(k − 1): psych, pingouin (the default)
    statpsych,         ///< n (k − 1)
};

/// Cronbach's alpha, k/(k − 1)·(1 − Σ s_j²/s_t²); with scores 0 and 1 it is KR-20.
struct Alpha {
    std::size_t persons = 0; ///< rows used: complete ones, or (pairwise) all rows with a score
    std::size_t items = 0;
    double alpha = 0;
    Defined<double> standardized = 0.0; ///< k r/(1 + (k − 1) r), r = mean correlation; kNoVariance if an item has none
    std::vector<Defined<double>> if_deleted; ///< alpha without each item; kOneItem with two items, kNoVariance
    Defined<Interval> interval = Interval{}; ///< Feldt
};

inline constexpr std::string_view kOneItem = "stats.undefined-one-item"; ///< needs two items

struct AlphaOptions {
    MissingScores missing = MissingScores::listwise;
    FeldtDf df = FeldtDf::persons_and_items;
    double level = 0.95;
};

/// Undefined: kNoData, kOneItem, kOneUnit (fewer than two persons), kNoPairs (pairwise: two items without two persons
/// in common), kNoVariance (all totals equal).
[[nodiscard]] Defined<Alpha> cronbach_alpha(const Table& scores, const AlphaOptions& options = {});

/// Feldt's interval of an alpha of `items` items and `persons` persons: 1 − (1 − alpha) F. Undefined: kOneUnit,
/// kOneItem.
[[nodiscard]] Defined<Interval> feldt_interval(double alpha, std::size_t items, std::size_t persons, FeldtDf df,
                                               double level = 0.95);

/// How persons with the same total are shared between the upper and lower group and the middle.
enum class GroupTies {
    shared,   ///< each of them counts with the same fraction: the order of persons does not matter (the default)
    in_order, ///< by their place in the table (R psychometric, item.exam)
};

struct ItemOptions {
    MissingScores missing = MissingScores::listwise;
    /// The highest possible score of each item; empty: the highest score that occurs in the table, for all items.
    std::vector<double> highest;
    GroupTies ties = GroupTies::shared;
};

struct ItemStatistics {
    std::size_t persons = 0; ///< who have a score
    double score = 0;        ///< sum
    double mean = 0;
    Defined<double> difficulty =
        0.0; ///< mean/highest score: the proportion correct; kOneCategory if the highest is not above 0
    Defined<double> point_biserial = 0.0; ///< Pearson correlation with the total, the item in it
    Defined<double> item_rest = 0.0;      ///< with the total of the other items ("corrected", psych r.drop)
    /// Mean of the upper third of persons by total minus mean of the lower third, over the highest score. A third is
    /// n/3 rounded down; undefined: kOneUnit (fewer than three persons), kOneCategory.
    Defined<double> upper_lower = 0.0;
};

/// Each item of the table. Correlations are kNoVariance where the item or the total is constant, kOneUnit with fewer
/// than two persons, kOneItem for item_rest of a single item. With `pairwise`, counts, means and difficulty are of all
/// who have a score, correlations come from pairwise covariances, upper and lower thirds are of the complete rows. With
/// `listwise` all is of complete rows. Undefined as a whole: kNoData (no row to count).
[[nodiscard]] Defined<std::vector<ItemStatistics>> item_statistics(const Table& scores,
                                                                   const ItemOptions& options = {});

/// Pearson correlation of each item with something else known of the persons (their measure, for example), from those
/// who have the item. `criterion` has one number for each person. Undefined: kOneUnit, kNoVariance.
[[nodiscard]] std::vector<Defined<double>> item_criterion_correlations(const Table& scores,
                                                                       std::span<const double> criterion);

/// Pearson correlation of two equally long lists. Undefined: kOneUnit, kNoVariance.
[[nodiscard]] Defined<double> pearson(std::span<const double> x, std::span<const double> y);

/// A point-biserial correlation from the means and standard deviations (divisor n − 1) of the two groups, with an
/// interval (Bonett 2020; statpsych ci.pbcor).
struct GroupSummary {
    double mean = 0;
    double sd = 0;
    std::size_t n = 0;
};
enum class PointBiserial {
    weighted, ///< standardised by the pooled variance, weighted by degrees of freedom: the groups' sizes are as in the
              ///< population
    unweighted, ///< by the mean of the variances, groups taken as equally large
};
/// Undefined: kOneUnit (a group with fewer than two), kNoVariance (both standard deviations 0).
[[nodiscard]] Defined<Estimate> point_biserial(const GroupSummary& first, const GroupSummary& second,
                                               PointBiserial form, double level = 0.95);

} // namespace timbang::stats
