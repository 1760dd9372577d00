#include <algorithm>
#include <cmath>

#include "stats/rater_frame.h"
#include "stats/shares.h"

namespace timbang::stats {

namespace {

/// What is known of the unit of each of the rater's rows; empty: nothing is taken out.
using Known = std::vector<std::optional<double>>;

/// Sums of two criteria and what is known, of rows that have all of them; numbers are near zero.
struct Moments {
    double n = 0, x = 0, y = 0, z = 0, xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;

    void add(double a, double b, double c, double sign) {
        n += sign;
        x += sign * a, y += sign * b, z += sign * c;
        xx += sign * a * a, yy += sign * b * b, zz += sign * c * c;
        xy += sign * a * b, xz += sign * a * c, yz += sign * b * c;
    }
    /// Correlation of x and y; with z taken out if `partial`. Empty where something does not vary.
    [[nodiscard]] std::optional<double> correlation(bool partial) const {
        const double sx = xx - x * x / n, sy = yy - y * y / n, sz = zz - z * z / n;
        if (!varies(sx, xx) || !varies(sy, yy)) return std::nullopt;
        const double r = (xy - x * y / n) / std::sqrt(sx * sy);
        if (!partial) return std::fmax(-1, std::fmin(1, r));
        if (!varies(sz, zz)) return std::nullopt;
        const double rx = (xz - x * z / n) / std::sqrt(sx * sz), ry = (yz - y * z / n) / std::sqrt(sy * sz);
        const double left = (1 - rx * rx) * (1 - ry * ry);
        if (!(left > 1e-12)) return std::nullopt;
        return std::fmax(-1, std::fmin(1, (r - rx * ry) / std::sqrt(left)));
    }

private:
    [[nodiscard]] bool varies(double squares, double raw) const { return n > 1 && squares > 1e-12 * raw; }
};

/// The mean over pairs of criteria, of all rows and without each row.
class MeanHalo {
public:
    MeanHalo(const Table& table, const std::vector<std::size_t>& rows, const Known& known)
        : table_(table), rows_(rows), known_(known), sums_(rows.size()), counts_(rows.size()), used_(rows.size()) {
        for (std::size_t a = 0; a < table.raters(); ++a) {
            for (std::size_t b = a + 1; b < table.raters(); ++b) add_pair(a, b);
        }
    }

    [[nodiscard]] Defined<Estimate> result(double level) const {
        if (!(count_ > 0)) return undefined(most_rows_ < 3 ? kFewRows : kNoVariance);
        Estimate result;
        result.estimate = sum_ / count_;
        Spread pseudo;
        const double whole = std::atanh(result.estimate);
        const auto n = static_cast<double>(std::count(used_.begin(), used_.end(), true));
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!used_[i]) continue;
            if (!(counts_[i] > 0)) return result;
            pseudo.add(n * whole - (n - 1) * std::atanh(sums_[i] / counts_[i]));
        }
        const double se = pseudo.sd() / std::sqrt(n);
        if (!std::isfinite(se) || !(se > 0)) return result;
        const auto limits = with_t_interval(whole, se, n - 1, level).interval;
        result.se = se * (1 - result.estimate * result.estimate);
        if (limits) result.interval = Interval{std::tanh(limits->low), std::tanh(limits->high), level};
        return result;
    }

private:
    [[nodiscard]] bool usable(std::size_t i, std::size_t a, std::size_t b) const {
        return table_.has(rows_[i], a) && table_.has(rows_[i], b) && (known_.empty() || known_[i]);
    }

    void add_pair(std::size_t a, std::size_t b) {
        Moments moments;
        double shift_a = 0, shift_b = 0, shift_z = 0;
        const auto put = [&](std::size_t i, double sign) {
            const double z = known_.empty() ? 0 : *known_[i] - shift_z;
            moments.add(table_.at(rows_[i], a) - shift_a, table_.at(rows_[i], b) - shift_b, z, sign);
        };
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (usable(i, a, b)) put(i, 1);
        }
        if (!(moments.n > 0)) return;
        // Again about the means, so that leaving a row out loses no digits.
        shift_a = moments.x / moments.n, shift_b = moments.y / moments.n, shift_z = moments.z / moments.n;
        moments = {};
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (usable(i, a, b)) put(i, 1);
        }
        most_rows_ = std::max(most_rows_, moments.n);
        const auto all = moments.n >= 3 ? moments.correlation(!known_.empty()) : std::nullopt;
        if (!all) return;
        sum_ += *all;
        count_ += 1;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const bool used = usable(i, a, b);
            used_[i] = used_[i] || used;
            if (used) put(i, -1);
            if (const auto r = moments.n >= 2 ? moments.correlation(!known_.empty()) : std::nullopt) {
                sums_[i] += *r;
                counts_[i] += 1;
            }
            if (used) put(i, 1);
        }
    }

    const Table& table_;
    const std::vector<std::size_t>& rows_;
    const Known& known_;
    std::vector<double> sums_, counts_;  ///< by row, without it
    std::vector<bool> used_;
    double sum_ = 0, count_ = 0, most_rows_ = 0;
};

/// What is known of the units of the rater's rows, or why nothing is.
Defined<Known> known_of(const RaterFrame& frame, const UnitSums& sums, const RaterEffectOptions& options,
                        std::size_t rater) {
    const auto& judgements = frame.judgements();
    const auto rows = frame.rows(rater);
    Known known(rows.size());
    if (!options.person_measures.empty()) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto unit = judgements.unit[rows[i]];
            if (unit >= options.person_measures.size()) continue;
            if (std::isfinite(options.person_measures[unit])) known[i] = options.person_measures[unit];
        }
    } else if (options.baseline == Baseline::Reference) {
        for (std::size_t i = 0; i < rows.size() && judgements.reference.units() > 0; ++i) {
            Spread references;
            for (std::size_t c = 0; c < frame.criteria(); ++c) {
                if (judgements.reference.has(rows[i], c)) references.add(judgements.reference.at(rows[i], c));
            }
            if (references.n > 0) known[i] = references.mean;
        }
    } else {
        known = sums.other_means(frame, judgements.values, rater);
    }
    for (const auto& one : known) {
        if (one) return known;
    }
    return undefined(options.baseline == Baseline::Reference ? kNoReference : kOneRater);
}

} // namespace

void fill_halo(const RaterFrame& frame, const UnitSums& sums, const RaterEffectOptions& options, std::size_t rater,
               RaterEffects& effects) {
    if (frame.criteria() < 2) {
        effects.halo = effects.residual_halo = undefined(kOneCriterion);
        return;
    }
    const auto span = frame.rows(rater);
    const Known nothing;
    const std::vector<std::size_t> rows(span.begin(), span.end());
    effects.halo = MeanHalo(frame.judgements().values, rows, nothing).result(options.level);
    const auto known = known_of(frame, sums, options, rater);
    if (known) effects.residual_halo = MeanHalo(frame.judgements().values, rows, *known).result(options.level);
    else effects.residual_halo = known.error();
}

} // namespace timbang::stats
