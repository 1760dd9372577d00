#include "stats/icc.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "stats/distributions.h"

namespace timbang::stats {

namespace {

/// The mean squares with n and k as numbers.
struct Squares {
    double n, k, units, raters, residual, within;
};

Squares squares_of(const Anova& a) {
    return {static_cast<double>(a.units), static_cast<double>(a.raters),
            a.ms_units, a.ms_raters, a.ms_residual, a.ms_within};
}

double tail(const IccOptions& options) { return 1 - (1 - options.level) / 2; }

Defined<FTest> f_test(double over, double under, double df1, double df2) {
    if (!(under > 0) || !(df2 > 0) || !std::isfinite(df2)) return undefined(kNoVariance);
    const double f = over / under;
    if (!std::isfinite(f)) return undefined(kNoVariance);
    return FTest{f, df1, df2, f_upper(f, df1, df2)};
}

/// The forms whose F ratio is MSR/error: one-way (error MSW) and consistency (error MSE).
Defined<Icc> ratio_form(const Squares& s, double error, double df2, bool mean, const IccOptions& options) {
    const double df1 = s.n - 1, null = options.null_value;
    const double whole = mean ? s.units : s.units + (s.k - 1) * error;
    if (!(whole > 0)) return undefined(kNoVariance);
    Icc result{{}, f_test(s.units * (1 - null), error * (mean ? 1 : 1 + (s.k - 1) * null), df1, df2)};
    result.coefficient.estimate = (s.units - error) / whole;
    if (error > 0 && s.units > 0) {
        const double f = s.units / error;
        const auto limit = [&](double at) { return mean ? 1 - 1 / at : (at - 1) / (at + s.k - 1); };
        const Interval found{limit(f / f_quantile(tail(options), df1, df2)),
                             limit(f * f_quantile(tail(options), df2, df1)), options.level};
        if (std::isfinite(found.low) && std::isfinite(found.high)) result.coefficient.interval = found;
    }
    return result;
}

/// Weights of MSC and MSE under the agreement forms' F ratio; `odds` = k·ρ/(1 − ρ) of a single rating.
struct Blend {
    double raters, residual;

    Blend(double odds, const Squares& s)
        : raters(odds / s.n * s.raters), residual((1 + odds * (s.n - 1) / s.n) * s.residual) {}

    [[nodiscard]] double sum() const { return raters + residual; }
    /// Satterthwaite's degrees of freedom.
    [[nodiscard]] double df(const Squares& s) const {
        return sum() * sum() / (raters * raters / (s.k - 1) + residual * residual / ((s.n - 1) * (s.k - 1)));
    }
};

/// Limits of ICC(A,1), or of ICC(A,k) for `mean`, with `df` degrees of freedom of the denominator.
std::optional<Interval> agreement_interval(const Squares& s, double df, bool mean, const IccOptions& options) {
    if (!(df > 0) || !std::isfinite(df) || !(s.units > 0)) return std::nullopt;
    const double below = f_quantile(tail(options), s.n - 1, df), above = f_quantile(tail(options), df, s.n - 1);
    const double rest = mean ? s.raters - s.residual : s.k * s.raters + (s.k * s.n - s.k - s.n) * s.residual;
    const Interval found{s.n * (s.units - below * s.residual) / (below * rest + s.n * s.units),
                         s.n * (above * s.units - s.residual) / (rest + s.n * above * s.units), options.level};
    if (!(found.low <= found.high) || !std::isfinite(found.low) || !std::isfinite(found.high)) return std::nullopt;
    return found;
}

Defined<Icc> agreement_form(const Squares& s, bool mean, const IccOptions& options) {
    const double single = s.units + (s.k - 1) * s.residual + s.k * (s.raters - s.residual) / s.n;
    const double whole = mean ? s.units + (s.raters - s.residual) / s.n : single;
    // The mean's denominator is a variance that can come out at or below zero, where the coefficient says nothing.
    if (!(single > 0) || !(whole > 0)) return undefined(kNoVariance);
    const double rho = (s.units - s.residual) / single, estimate = (s.units - s.residual) / whole;
    const double null = options.null_value;
    const Blend at_null((mean ? 1 : s.k) * null / (1 - null), s);
    const Blend at_single(s.k * rho / (1 - rho), s);
    const bool recomputed = mean && options.average_interval == AverageInterval::Recomputed;
    const double df = (recomputed ? Blend(s.k * estimate / (1 - estimate), s) : at_single).df(s);
    const double test_df = options.agreement_test == AgreementTest::AtNull ? at_null.df(s) : df;
    Icc result{{}, f_test(s.units, at_null.sum(), s.n - 1, test_df)};
    result.coefficient.estimate = estimate;
    if (s.raters > 0 || s.residual > 0) result.coefficient.interval = agreement_interval(s, df, mean, options);
    return result;
}

Defined<Icc> form_of(IccForm form, const Squares& s, const IccOptions& options) {
    const double df_within = s.n * (s.k - 1), df_residual = (s.n - 1) * (s.k - 1);
    switch (form) {
    case IccForm::OneWay1: return ratio_form(s, s.within, df_within, false, options);
    case IccForm::Agreement1: return agreement_form(s, false, options);
    case IccForm::Consistency1: return ratio_form(s, s.residual, df_residual, false, options);
    case IccForm::OneWayK: return ratio_form(s, s.within, df_within, true, options);
    case IccForm::AgreementK: return agreement_form(s, true, options);
    case IccForm::ConsistencyK: break;
    }
    return ratio_form(s, s.residual, df_residual, true, options);
}

} // namespace

std::string_view name(IccForm form) {
    constexpr std::array<std::string_view, 6> names{"ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"};
    return names[static_cast<std::size_t>(form)];
}

Defined<IccResult> icc(const Table& table, const IccOptions& options) {
    const auto squares = anova(table);
    if (!squares) return squares.error();
    const auto s = squares_of(*squares);
    const auto form = [&](IccForm which) { return form_of(which, s, options); };
    return IccResult{*squares,
                     {form(IccForm::OneWay1), form(IccForm::Agreement1), form(IccForm::Consistency1),
                      form(IccForm::OneWayK), form(IccForm::AgreementK), form(IccForm::ConsistencyK)}};
}

Defined<Sem> standard_error_of_measurement(const Table& table, SemKind kind, double level) {
    const auto squares = anova(table);
    if (!squares) return squares.error();
    const auto s = squares_of(*squares);
    double variance = 0, df = 0;
    switch (kind) {
    case SemKind::Consistency: variance = s.residual; df = (s.n - 1) * (s.k - 1); break;
    case SemKind::OneWay: variance = s.within; df = s.n * (s.k - 1); break;
    case SemKind::Agreement: variance = s.residual + std::max(0.0, (s.raters - s.residual) / s.n); break;
    case SemKind::FromIcc: {
        const double whole = s.units + (s.k - 1) * s.residual;
        if (!(whole > 0)) return undefined(kNoVariance);
        variance = squares->ms_total * (1 - (s.units - s.residual) / whole);
        break;
    }
    }
    Sem result;
    result.error.estimate = std::sqrt(variance);
    if (df > 0 && variance > 0) {
        const double half = (1 - level) / 2;
        result.error.interval = Interval{std::sqrt(df * variance / chi_square_quantile(1 - half, df)),
                                         std::sqrt(df * variance / chi_square_quantile(half, df)), level};
    }
    result.minimal_difference = std::sqrt(2.0) * normal_quantile(1 - (1 - level) / 2) * result.error.estimate;
    return result;
}

} // namespace timbang::stats
