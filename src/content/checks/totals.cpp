#include "base/rational.h"
#include "content/checks/checks.h"
#include "domain/comparison.h"

namespace timbang::content {

using domain::Rational;

namespace {

/// Whether `given` is the total, or the total rounded (half up) as the rule pack shows it.
bool same_total(const Rational& given, const Rational& total, int decimals) {
    if (given == total) return true;
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const auto scaled = base::checked_multiply(total, Rational(2 * scale));
    if (!scaled) return false;
    const auto raised = base::checked_add(*scaled, Rational(1));
    if (!raised || raised->numerator() < 0) return false;
    return given == Rational(raised->numerator() / raised->denominator() / 2, scale);
}

} // namespace

void check_totals(Reading& reading) {
    const domain::Scenario& scenario = reading.scenario;
    std::vector<std::optional<int>> scores;
    for (const domain::Task& task : scenario.tasks) scores.push_back(task.reference.score);
    const domain::Total total = domain::total_of(scenario, scores);
    if (!total.total) return;
    for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
        const domain::StepPart& part = scenario.parts[i];
        const int decimals = reading.framework->aggregation.decimals;
        if (part.reference_total && !same_total(*part.reference_total, *total.total, decimals))
            yaml::add_error(reading.findings, reading.places.totals[i], "total-differs",
                            {{"total", base::Decimal{*total.total, decimals}},
                             {"given", base::Decimal{*part.reference_total, decimals}}});
        if (!part.reference_category.empty() && part.reference_category != total.category)
            yaml::add_error(reading.findings, reading.places.parts[i], "category-differs",
                            {{"category", total.category}, {"given", part.reference_category}});
    }
}

} // namespace timbang::content
