#include "base/catalogue.h"
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
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    const auto scaled = base::checked_multiply(total, Rational(2 * scale));
    if (!scaled) return false;
    const auto raised = base::checked_add(*scaled, Rational(1));
    if (!raised || raised->numerator() < 0) return false;
    return given == Rational(raised->numerator() / raised->denominator() / 2, scale);
}

/// What the framework's rule gives is certain as long as the scores are: it stands in the place of what is given.
void add(Reading& reading, const base::Span& where, const char* code, base::Args args, std::string right) {
    const std::size_t before = reading.findings.size();
    yaml::add_error(reading.findings, where, code, std::move(args));
    if (reading.findings.size() > before && !right.empty())
        reading.findings.back().fix = base::Fix{where, std::move(right)};
}

domain::Total reference_total(const domain::Scenario& scenario) {
    std::vector<std::optional<int>> scores;
    for (const domain::Task& task : scenario.tasks)
        scores.push_back(task.reference.score);
    return domain::total_of(scenario, scores);
}

} // namespace

void check_total_fits(Reading& reading) {
    const domain::Total total = reference_total(reading.scenario);
    if (total.overflow)
        yaml::add_error(reading.findings, {"scenario.yaml", 1, 1, 0, 0}, "total-too-fine",
                        {{"n", std::int64_t{total.indicators}}});
}

void check_totals(Reading& reading) {
    const domain::Scenario& scenario = reading.scenario;
    const domain::Total total = reference_total(scenario);
    if (!total.total) return;
    const int decimals = reading.framework->aggregation.decimals;
    for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
        const domain::StepPart& part = scenario.parts[i];
        if (part.reference_total && !same_total(*part.reference_total, *total.total, decimals))
            add(reading, reading.places.totals[i], "total-differs",
                {{"total", base::Decimal{*total.total, decimals}},
                 {"given", base::Decimal{*part.reference_total, decimals}}},
                base::format_number(base::Lang::En, *total.total, decimals));
        if (!part.reference_category.empty() && part.reference_category != total.category)
            add(reading, reading.places.categories[i], "category-differs",
                {{"category", total.category}, {"given", part.reference_category}}, total.category);
    }
}

} // namespace timbang::content
