#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "stats/estimate.h"
#include "stats/table.h"

namespace timbang::stats {

/// Intraclass correlations of complete tables: how much of the differences between numbers comes from the units.
/// Source of all formulas: Shrout & Fleiss (1979), Psychological Bulletin 86; McGraw & Wong (1996), Psychological
/// Methods 1, with the erratum. n units that every rater rated, k raters. Units with a missing cell are left out and
/// counted.

/// Mean squares of the two-way table and, pooled, of the one-way table. What is zero up to rounding is exactly 0.
struct Anova {
    std::size_t units = 0;      ///< n: complete units
    std::size_t left_out = 0;   ///< units with a missing cell
    std::size_t raters = 0;     ///< k
    double grand_mean = 0;
    double ms_units = 0;        ///< MSR, n − 1 degrees of freedom
    double ms_raters = 0;       ///< MSC, k − 1
    double ms_residual = 0;     ///< MSE, (n − 1)(k − 1)
    double ms_within = 0;       ///< MSW, n(k − 1)
    double ms_total = 0;        ///< nk − 1
};

/// Undefined as `complete_of`.
[[nodiscard]] Defined<Anova> anova(const Table& table);

/// The six forms. `1` for a single rating, `k` for the mean of k ratings.
enum class IccForm : std::uint8_t {
    OneWay1,        ///< ICC(1): each unit has raters of its own
    Agreement1,     ///< ICC(A,1), Shrout & Fleiss (2,1): raters are a sample, their levels count
    Consistency1,   ///< ICC(C,1), Shrout & Fleiss (3,1): a rater's constant level does not count
    OneWayK,        ///< ICC(k)
    AgreementK,     ///< ICC(A,k), Shrout & Fleiss (2,k)
    ConsistencyK    ///< ICC(C,k), Shrout & Fleiss (3,k); the same number as alpha of a test
};
inline constexpr std::array kIccForms{IccForm::OneWay1, IccForm::Agreement1, IccForm::Consistency1,
                                      IccForm::OneWayK, IccForm::AgreementK, IccForm::ConsistencyK};
/// "ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k".
[[nodiscard]] std::string_view name(IccForm form);

/// Interval of ICC(A,k).
enum class AverageInterval : std::uint8_t {
    SpearmanBrown,  ///< limits of ICC(A,1), stepped up to k ratings (psych, pingouin)
    Recomputed      ///< degrees of freedom computed again, with k·ICC(A,k) in the place of k·ICC(A,1) (irr)
};
/// Second degrees of freedom of the F test of the agreement forms.
enum class AgreementTest : std::uint8_t {
    AtNull,         ///< Satterthwaite's at the tested value: (n − 1)(k − 1) for 0 (psych, pingouin)
    AtEstimate      ///< Satterthwaite's at the estimate (irr)
};

struct IccOptions {
    double level = 0.95;
    double null_value = 0;   ///< 0 ≤ value < 1, what the F tests suppose
    /// Spearman–Brown: mean and single rating then tell one interval of the same variances.
    AverageInterval average_interval = AverageInterval::SpearmanBrown;
    /// At the null value: for 0 the ratio MSR/MSE then has exactly the F distribution.
    AgreementTest agreement_test = AgreementTest::AtNull;
};

/// One-sided F test of "the correlation is at most the null value".
struct FTest {
    double f = 0, df1 = 0, df2 = 0;
    double p = 1;
};

struct Icc {
    Estimate coefficient;    ///< no standard error; no interval where the residual or the units do not vary
    Defined<FTest> test;     ///< undefined kNoVariance where nothing is left to divide by
};

struct IccResult {
    Anova anova;
    std::array<Defined<Icc>, 6> forms;  ///< in the order of kIccForms; kNoVariance where units and ratings do not vary

    [[nodiscard]] const Defined<Icc>& operator[](IccForm form) const { return forms[static_cast<std::size_t>(form)]; }
};

/// Undefined as `anova`.
[[nodiscard]] Defined<IccResult> icc(const Table& table, const IccOptions& options = {});

/// Which error a standard error of measurement holds.
enum class SemKind : std::uint8_t {
    Consistency,   ///< √MSE: a rater's level is not error (Weir 2005, J. Strength Cond. Res. 19)
    Agreement,     ///< √(σ²raters + σ²residual): it is (de Vet et al. 2006, J. Clin. Epidemiol. 59)
    OneWay,        ///< √MSW
    FromIcc        ///< SD·√(1 − ICC3): the textbook form, SD of all ratings
};

struct Sem {
    Estimate error;                ///< in the units of the ratings; chi-square interval for Consistency and OneWay
    double minimal_difference = 0; ///< √2·z·SEM: differences of two ratings of one unit stay below it at `level`
};
/// Consistency is the default: it is the printed one. Undefined as `anova`; FromIcc also kNoVariance.
[[nodiscard]] Defined<Sem> standard_error_of_measurement(const Table& table, SemKind kind = SemKind::Consistency,
                                                         double level = 0.95);

} // namespace timbang::stats
