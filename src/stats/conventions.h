#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace timbang::stats {

/// What a category's number means: the metric of Krippendorff's alpha.
enum class Level { nominal, ordinal, interval, ratio };

/// Which standard error. What a choice does not define for a coefficient stays empty there.
enum class StandardError {
    gwet, ///< units are the sample; linearised, t interval (Gwet 2014); defined for every coefficient
    fce,  ///< Cohen's kappa only: Fleiss, Cohen & Everitt (1969), divisor n, normal interval (SAS, vcd, statsmodels)
    fnl,  ///< Fleiss' kappa only: Fleiss, Nee & Landis (1979), under no agreement: a test, no interval (irr, Stata)
    bootstrap, ///< standard deviation and percentiles over resampled units
    none
};

/// What Gwet's variance is divided by besides n, the count of units.
enum class Divisor {
    by_form,         ///< n − 1 for ratings and counts; n for a contingency table, and for Cohen and Scott always
    units_minus_one, ///< n − 1 for all
    units            ///< n for all
};

/// Gwet's error of Cohen's kappa where weights are not symmetric.
enum class Direction {
    own,       ///< each rater's categories meet the other's margins (Fleiss, Cohen & Everitt 1969; irrCAC in R)
    transposed ///< the weights of the first rater's categories are transposed (the Python port)
};

/// Krippendorff's alpha in Gwet's form has three public standard errors that differ on the same data.
enum class AlphaError {
    irrcac_raw,    ///< irrCAC (R) for raw ratings: the linearised alpha without its small-sample term
    irrcac_dist,   ///< irrCAC (R) for counts: the expected part enters once, not twice
    irrcac_python  ///< the Python port: observed agreement centred with its small-sample term; p in the fourth decimal
};

/// Degrees of freedom of the t interval of Krippendorff's alpha (all others: units rated at least once, minus 1).
enum class Freedom {
    rated_units, ///< units rated at least once, minus 1 (irrCAC 1.4, raw)
    paired_units ///< units rated at least twice, minus 1 (irrCAC counts, Python port, older R)
};

enum class Tail {
    two_sided, ///< P(|T| > |t|)
    upper      ///< P(T > t)
};

/// The scale that weights and 1/q are made from.
enum class Categories {
    full,     ///< the scale as given, also categories nobody used: a scale does not shrink because of a sample
    occurring ///< the categories that occur (irr, scikit-learn, irrCAC without labels)
};

/// The conventions in which public programs differ; each default is stated with its reason.
struct Conventions {
    /// Confidence of intervals.
    double confidence = 0.95;
    /// Gwet's: one rule for every coefficient, any number of raters, missing ratings and weights.
    StandardError se = StandardError::gwet;
    /// As in Gwet's irrCAC, whose functions for tables divide by n, so that Cohen's error is Fleiss, Cohen & Everitt's.
    Divisor divisor = Divisor::by_form;
    /// As in the formula's source.
    Direction direction = Direction::own;
    /// As for raw ratings, because it is the true linearisation; the others are for comparison.
    AlphaError alpha_error = AlphaError::irrcac_raw;
    /// As in the program of the formula's author.
    Freedom freedom = Freedom::rated_units;
    /// A coefficient may also lie below chance.
    Tail tail = Tail::two_sided;
    /// No coefficient lies above 1, so no limit does; `false` shows the plain limits.
    bool cut_at_one = true;
    Categories categories = Categories::full;
    /// Resamples and seed of StandardError::bootstrap.
    std::uint32_t resamples = 1000;
    std::uint64_t seed = 1;
};

/// Conventions by name, for a command line: "gwet" (the defaults), "fce", "fnl", "bootstrap", "none", and of peers
/// "irrcac" (R, raw: one-sided p), "irrcac-dist", "irrcac-python". Nothing for another name.
[[nodiscard]] std::optional<Conventions> conventions(std::string_view name);

/// "nominal", "ordinal", "interval", "ratio", or nothing.
[[nodiscard]] std::optional<Level> level_named(std::string_view name);
[[nodiscard]] std::string_view level_name(Level level);

} // namespace timbang::stats
