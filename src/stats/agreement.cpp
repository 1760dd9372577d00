#include "stats/agreement.h"

#include <cassert>
#include <cmath>
#include <functional>

#include "stats/agreement_conger.h"
#include "stats/agreement_parts.h"
#include "stats/bootstrap_units.h"
#include "stats/fleiss.h"
#include "stats/kappa.h"
#include "stats/krippendorff.h"

namespace timbang::stats {
namespace {

/// One reading of the data for all coefficients that need only counts.
class Run {
public:
    Run(const Ratings& ratings, const Weights& weights, const Conventions& conventions)
        : conventions_(conventions), fewer_(joined(ratings)), ratings_(fewer_ ? *fewer_ : ratings),
          table_(ratings_, weights, divides_by_units(ratings, conventions)), sums_(totals(table_, table_.units.times)),
          obstacle_(obstacle(table_, sums_)) {
        assert(weights.size() == ratings.scale().size());
    }

    const Totals& sums() const { return sums_; }

    double ratings() const {
        double sum = 0;
        for (std::size_t i = 0; i < table_.units.size(); ++i) {
            sum += table_.units.times[i] * table_.units.total[i];
        }
        return sum;
    }

    Defined<Coefficient> percent() const {
        if (obstacle_ && obstacle_->code != kOneUnit) return *obstacle_;
        Coefficient made;
        made.estimate = 1 - sums_.disagreement;
        made.p_observed = made.estimate;
        made.p_expected = 0.0;
        if (sums_.rated < 2) return made;
        if (conventions_.se == StandardError::gwet) {
            set_error(made, percent_error(table_, sums_), sums_.rated - 1, conventions_);
            made.p_value.reset(); // nobody asks whether raters agree at all
        }
        return resampled(made, [this](std::span<const double> times) -> std::optional<double> {
            const Totals drawn = totals(table_, times);
            return drawn.paired > 0 ? std::optional(1 - drawn.disagreement) : std::nullopt;
        });
    }

    Defined<Coefficient> fleiss() const {
        auto made = corrected(fleiss_parts, fleiss_error);
        if (!made.ok() || conventions_.se != StandardError::fnl) return made;
        const auto classic = fleiss_classic(ratings_);
        if (classic.ok() && table_.weights.kind() == WeightKind::unweighted) {
            made->se = classic->se0;
            made->p_value =
                conventions_.tail == Tail::upper && classic->z > 0 ? classic->p_two_sided / 2 : classic->p_two_sided;
        }
        return made;
    }

    Defined<Coefficient> brennan_prediger() const { return corrected(brennan_prediger_parts, brennan_prediger_error); }
    Defined<Coefficient> gwet() const { return corrected(gwet_parts, gwet_error); }

    Defined<Coefficient> conger() const {
        if (obstacle_) return *obstacle_;
        if (ratings_.has_counts()) return undefined(kRatersUnknown);
        const CongerParts found = conger_parts(table_, sums_, table_.units.times);
        if (found.raters < 2) return undefined(kOneRater);
        auto made = coefficient_of(found.parts);
        if (!made.ok()) return made;
        if (conventions_.se == StandardError::gwet) {
            set_error(*made, conger_error(table_, sums_, found.parts), sums_.rated - 1, conventions_);
        }
        return resampled(*made, [this](std::span<const double> times) -> std::optional<double> {
            const Totals drawn = totals(table_, times);
            return value_of(drawn, conger_parts(table_, drawn, times).parts);
        });
    }

    Defined<Coefficient> scott() const {
        if (obstacle_) return *obstacle_;
        if (ratings_.raters() != 2) return undefined(kNotTwoRaters);
        UnitTable pairs = table_;
        if (conventions_.divisor == Divisor::by_form) pairs.lost = 0;
        for (std::size_t i = 0; i < pairs.units.size(); ++i) {
            if (!pairs.units.paired(i)) pairs.units.times[i] = 0;
        }
        const Totals sums = totals(pairs, pairs.units.times);
        if (sums.rated < 2) return undefined(kOneUnit);
        const Parts parts = fleiss_parts(pairs, sums);
        auto made = coefficient_of(parts);
        if (!made.ok()) return made;
        if (conventions_.se == StandardError::gwet) {
            set_error(*made, fleiss_error(pairs, sums, parts), sums.rated - 1, conventions_);
        }
        if (conventions_.se == StandardError::bootstrap) {
            set_bootstrap(*made, pairs.units.times, conventions_, [&pairs](std::span<const double> times) {
                const Totals drawn = totals(pairs, times);
                return value_of(drawn, fleiss_parts(pairs, drawn));
            });
        }
        return made;
    }

private:
    using PartsOf = Parts (*)(const UnitTable&, const Totals&);
    using ErrorOf = double (*)(const UnitTable&, const Totals&, const Parts&);

    static std::optional<double> value_of(const Totals& drawn, const Parts& parts) {
        return drawn.paired > 0 && parts.defined() ? std::optional(parts.value()) : std::nullopt;
    }

    Defined<Coefficient> resampled(Coefficient made,
                                   const std::function<std::optional<double>(std::span<const double>)>& value) const {
        if (conventions_.se == StandardError::bootstrap) set_bootstrap(made, table_.units.times, conventions_, value);
        return made;
    }

    Defined<Coefficient> corrected(PartsOf parts_of, ErrorOf error_of) const {
        if (obstacle_) return *obstacle_;
        const Parts parts = parts_of(table_, sums_);
        auto made = coefficient_of(parts);
        if (!made.ok()) return made;
        if (conventions_.se == StandardError::gwet) {
            set_error(*made, error_of(table_, sums_, parts), sums_.rated - 1, conventions_);
        }
        return resampled(*made, [this, parts_of](std::span<const double> times) {
            const Totals drawn = totals(table_, times);
            return value_of(drawn, parts_of(table_, drawn));
        });
    }

    const Conventions& conventions_;
    std::optional<Ratings> fewer_;
    const Ratings& ratings_;
    UnitTable table_;
    Totals sums_;
    std::optional<base::Error> obstacle_;
};

/// The ratings on the scale that the conventions ask for.
class OnScale {
public:
    OnScale(const Ratings& given, const Conventions& conventions) : given_(given) {
        if (conventions.categories == Categories::occurring) occurring_ = given.with_occurring();
    }
    const Ratings& operator*() const { return occurring_ ? *occurring_ : given_; }

private:
    const Ratings& given_;
    std::optional<Ratings> occurring_;
};

} // namespace

AgreementReport agreement(const Ratings& given, const Weights& weights, Level level, const Conventions& conventions) {
    const OnScale ratings(given, conventions);
    const Run run(*ratings, weights, conventions);
    AgreementReport made;
    made.units = static_cast<std::uint64_t>(run.sums().rated);
    made.paired_units = static_cast<std::uint64_t>(run.sums().paired);
    made.raters = given.raters();
    made.ratings = static_cast<std::uint64_t>(run.ratings());
    made.scale = (*ratings).scale();
    made.percent_agreement = run.percent();
    made.fleiss_kappa = run.fleiss();
    made.conger_kappa = run.conger();
    made.brennan_prediger = run.brennan_prediger();
    made.gwet_ac = run.gwet();
    made.krippendorff_alpha = krippendorff_alpha(*ratings, level, conventions);
    made.krippendorff_alpha_gwet = krippendorff_alpha_gwet(*ratings, weights, conventions);
    made.light_kappa = light_kappa(*ratings, weights, conventions);
    if (given.raters() <= 2) {
        made.cohen_kappa = cohen_kappa(*ratings, weights, conventions);
        made.scott_pi = run.scott();
    }
    return made;
}

Defined<Coefficient> percent_agreement(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    return Run(*OnScale(ratings, conventions), weights, conventions).percent();
}

Defined<Coefficient> scott_pi(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    return Run(*OnScale(ratings, conventions), weights, conventions).scott();
}

Defined<Coefficient> fleiss_kappa(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    return Run(*OnScale(ratings, conventions), weights, conventions).fleiss();
}

Defined<Coefficient> conger_kappa(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    return Run(*OnScale(ratings, conventions), weights, conventions).conger();
}

Defined<Coefficient> brennan_prediger(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    return Run(*OnScale(ratings, conventions), weights, conventions).brennan_prediger();
}

Defined<Coefficient> gwet_ac(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    return Run(*OnScale(ratings, conventions), weights, conventions).gwet();
}

} // namespace timbang::stats
