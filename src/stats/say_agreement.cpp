#include <algorithm>
#include <array>

#include "stats/say.h"

namespace timbang::stats {

namespace {

/// Coefficients at or above this agree completely when rounded.
constexpr double kComplete = 0.9995;

/// Catalogue keys have hyphens where JSON names have underscores.
std::string key_of(std::string_view prefix, std::string_view name) {
    std::string key = std::string(prefix) + std::string(name);
    std::replace(key.begin(), key.end(), '_', '-');
    return key;
}

base::Message what_it_says(std::string_view name, const Coefficient& coefficient, bool weighted) {
    if (name == "percent_agreement")
        return {weighted ? "stats.says-percent-weighted" : "stats.says-percent",
                {{"percent", in_percent(coefficient.estimate)}}};
    base::Args args{{"name", base::Key{key_of("stats.name-", name)}},
                    {"chance", base::Key{key_of("stats.chance-", name)}}};
    if (coefficient.estimate >= kComplete) return {"stats.says-complete", {args.front()}};
    if (coefficient.estimate < 0) {
        args.emplace_back("estimate", rounded(coefficient.estimate, 2));
        return {"stats.says-below-chance", std::move(args)};
    }
    args.emplace_back("percent", in_percent(coefficient.estimate));
    return {"stats.says-beyond-chance", std::move(args)};
}

/// Ways in which people mark a missing rating. Here they are categories like any other.
constexpr std::array<std::string_view, 10> kMissingMarks{"NA", "N/A", "n/a",  "na",   "-",
                                                         ".",  "?",   "null", "NULL", "NaN"};

bool looks_missing(const std::string& label) {
    return std::find(kMissingMarks.begin(), kMissingMarks.end(), label) != kMissingMarks.end();
}

} // namespace

std::vector<base::Message> say_coefficient(std::string_view name, const Defined<Coefficient>& coefficient,
                                           const RatingFacts& facts, bool weighted) {
    if (!coefficient)
        return {{"stats.says-undefined", {{"name", base::Key{key_of("stats.name-", name)}}}},
                {coefficient.error().code, coefficient.error().args}};
    // No interval of percent agreement can hold what chance gives in a way that would mean anything.
    const double chance = name == "percent_agreement" ? -1 : 0;
    return {what_it_says(name, *coefficient, weighted), how_sure(*coefficient, facts.paired_units, chance)};
}

std::vector<base::Message> say_icc(IccForm form, const Icc& icc, const Anova& anova) {
    const bool one = form == IccForm::OneWay1 || form == IccForm::Agreement1 || form == IccForm::Consistency1;
    const bool one_way = form == IccForm::OneWay1 || form == IccForm::OneWayK;
    const bool level_counts = form == IccForm::Agreement1 || form == IccForm::AgreementK;
    const char* const kind = one_way        ? "stats.icc-one-way"
                             : level_counts ? "stats.icc-agreement"
                                            : "stats.icc-consistency";
    base::Args args{{"form", std::string(name(form))},
                    {"kind", base::Key{kind}},
                    {"raters", static_cast<std::int64_t>(anova.raters)},
                    {"percent", in_percent(std::clamp(icc.coefficient.estimate, 0.0, 1.0))}};
    const char* const what = icc.coefficient.estimate < 0 ? "stats.says-icc-none"
                             : one                        ? "stats.says-icc-one"
                                                          : "stats.says-icc-mean";
    return {{what, std::move(args)}, how_sure(icc.coefficient, anova.units)};
}

std::vector<base::Message> say_kendall(const KendallW& w) {
    base::Args args{{"percent", in_percent(w.coefficient.estimate)},
                    {"raters", static_cast<std::int64_t>(w.raters)},
                    {"n", static_cast<std::int64_t>(w.units)}};
    return {{w.p < 0.05 ? "stats.says-kendall" : "stats.says-kendall-chance", std::move(args)}};
}

std::vector<base::Message> warn_agreement(const AgreementReport& report, const RatingFacts& facts, Level level) {
    std::vector<base::Message> warnings;
    if (facts.raters == 1) warnings.push_back({"stats.warn-one-rater", {}});
    if (facts.paired_units > 0 && facts.paired_units < kFewUnits)
        warnings.push_back({"stats.warn-few-units", {{"n", static_cast<std::int64_t>(facts.paired_units)}}});
    const auto& labels = report.scale.labels();
    if (facts.ratings > 1 && facts.most_used_share >= kDominant && facts.most_used < labels.size())
        warnings.push_back({"stats.warn-one-category",
                            {{"share", in_percent(facts.most_used_share)}, {"category", labels[facts.most_used]}}});
    if (facts.cells > 0 && facts.ratings > 0 && facts.ratings * 2 < facts.cells)
        warnings.push_back(
            {"stats.warn-many-missing",
             {{"share", in_percent(1 - static_cast<double>(facts.ratings) / static_cast<double>(facts.cells))}}});
    if (const auto& alpha = report.krippendorff_alpha; alpha && alpha->interval) {
        const double width = alpha->interval->high - alpha->interval->low;
        if (width > kWideInterval) warnings.push_back({"stats.warn-wide-interval", {{"width", rounded(width, 2)}}});
    }
    if (level == Level::nominal && report.scale.numeric() && labels.size() > 2)
        warnings.push_back({"stats.warn-nominal-numbers", {}});
    const auto mark = std::find_if(labels.begin(), labels.end(), looks_missing);
    if (mark != labels.end()) warnings.push_back({"stats.warn-missing-mark", {{"label", *mark}}});
    return warnings;
}

} // namespace timbang::stats
