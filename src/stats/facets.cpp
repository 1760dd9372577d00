#include "stats/facets.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "stats/facets_design.h"

namespace timbang::stats {

namespace {

using Kappas = std::vector<std::vector<double>>;

Kappas all_kappas(const FacetsDesign& design, const std::vector<double>& value) {
    Kappas kappas;
    kappas.reserve(design.scales.size());
    for (const auto& scale : design.scales)
        kappas.push_back(category_parameters(scale, value));
    return kappas;
}

// Measures the subjects again, each from its own ratings with everything else as it stands.
void measure_subjects_again(const FacetsDesign& design, double extreme_adjustment, std::vector<double>& value) {
    const auto kappas = all_kappas(design, value);
    const std::size_t first = design.offset[design.subject];
    std::vector<std::vector<OwnRating>> own(design.facet_size(design.subject));
    std::vector<double> score(own.size(), 0);
    std::vector<double> most(own.size(), 0);
    for (std::size_t r = 0; r < design.rows(); ++r) {
        const auto* elements = &design.element[r * design.facets];
        const auto& scale = design.scales[design.scale[r]];
        const std::size_t one = elements[design.subject] - first;
        double others = 0;
        for (std::size_t f = 0; f < design.facets; ++f) {
            if (f != design.subject) others += design.sign[f] * value[elements[f]];
        }
        own[one].push_back({&scale, &kappas[design.scale[r]], others});
        score[one] += scale.step[design.category[r]];
        most[one] += scale.step.back();
    }
    for (std::size_t one = 0; one < own.size(); ++one) {
        if (own[one].empty()) continue;
        const double target = std::clamp(score[one], extreme_adjustment, most[one] - extreme_adjustment);
        const bool extreme = score[one] <= 0 || score[one] >= most[one];
        value[first + one] =
            measure_alone(own[one], design.sign[design.subject], extreme ? target : score[one]).measure;
    }
}

void correct_bias(const FacetsDesign& design, const FacetOptions& options, std::vector<double>& value) {
    if (options.bias == BiasCorrection::none) return;
    if (options.bias == BiasCorrection::i_minus_1_over_i) {
        std::size_t subjects = 0;
        for (std::size_t e = design.offset[design.subject]; e < design.offset[design.subject + 1]; ++e) {
            if (design.ratings[e] > 0) ++subjects;
        }
        const double mean = static_cast<double>(design.rows()) / static_cast<double>(subjects);
        for (double& one : value)
            one *= (mean - 1) / mean; // the subjects too: they are replaced below
    }
    const bool mixed = options.bias == BiasCorrection::eps_adjusted;
    measure_subjects_again(design, mixed ? options.eps : options.extreme_adjustment, value);
}

bool extreme(ElementState state) {
    return state == ElementState::lowest || state == ElementState::highest;
}

// What the measures of elements are made from in the result.
class Report {
public:
    Report(const FacetRatings& ratings, const FacetOptions& options, const FacetsDesign& design)
        : ratings_(ratings), options_(options), design_(design) {
        for (std::size_t f = 0; f < design.facets; ++f) {
            result_.elements.emplace_back(design.facet_size(f));
            for (std::size_t i = 0; i < design.facet_size(f); ++i) {
                auto& element = result_.elements[f][i];
                element.state = design.state[design.offset[f] + i];
                element.subset = design.subset[design.offset[f] + i];
            }
        }
        result_.ratings = design.rows();
        result_.connected = design.connected;
    }

    void add_measured(const FacetsPoint& point) {
        std::vector<FitSums> sums(design_.elements());
        for (std::size_t r = 0; r < design_.rows(); ++r)
            add_rating(point, r, sums);
        for (std::size_t f = 0; f < design_.facets; ++f) {
            for (std::size_t i = 0; i < design_.facet_size(f); ++i) {
                const auto e = design_.offset[f] + i;
                if (design_.ratings[e] == 0) continue;
                finish(point.value[e], sums[e], result_.elements[f][i]);
            }
        }
    }

    void add_extremes(const std::vector<double>& value) {
        const auto kappas = all_kappas(design_, value);
        std::vector<std::vector<OwnRating>> own(design_.elements());
        for (std::size_t r = 0; r < ratings_.rows(); ++r)
            gather_extreme(r, value, kappas, own);
        for (std::size_t f = 0; f < design_.facets; ++f) {
            for (std::size_t i = 0; i < design_.facet_size(f); ++i) {
                const auto e = design_.offset[f] + i;
                if (!own[e].empty()) measure_extreme(own[e], design_.sign[f], result_.elements[f][i]);
            }
        }
    }

    void add_scales(const std::vector<double>& value) {
        for (const auto& scale : design_.scales) {
            RatingScale one;
            one.category = scale.label;
            one.count = scale.count;
            const auto kappa = category_parameters(scale, value);
            for (std::size_t k = 1; k < kappa.size(); ++k) {
                one.threshold.push_back((kappa[k] - kappa[k - 1]) / (scale.step[k] - scale.step[k - 1]));
            }
            result_.scales.push_back(std::move(one));
        }
    }

    // Where no facet floats, the mean of the subjects becomes the constant of the model.
    void set_origin() {
        auto& subjects = result_.elements[design_.subject];
        if (ratings_.facets[design_.subject].floating) return;
        double sum = 0;
        double count = 0;
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            if (design_.ratings[design_.offset[design_.subject] + i] == 0) continue;
            sum += *subjects[i].measure;
            count += 1;
        }
        const double mean = sum / count;
        result_.origin = design_.sign[design_.subject] * mean;
        for (auto& subject : subjects) {
            if (subject.measure) *subject.measure -= mean;
        }
    }

    FacetsResult& result() { return result_; }

private:
    void add_rating(const FacetsPoint& point, std::size_t r, std::vector<FitSums>& sums) {
        const auto& scale = design_.scales[design_.scale[r]];
        const double* p = &point.probability[r * design_.widest];
        double expected = 0;
        for (std::size_t k = 1; k < scale.size(); ++k)
            expected += p[k] * scale.step[k];
        double variance = 0;
        double fourth = 0;
        for (std::size_t k = 0; k < scale.size(); ++k) {
            const double square = (scale.step[k] - expected) * (scale.step[k] - expected);
            variance += p[k] * square;
            fourth += p[k] * square * square;
        }
        const double residual = scale.step[design_.category[r]] - expected;
        for (std::size_t f = 0; f < design_.facets; ++f) {
            const auto e = design_.element[r * design_.facets + f];
            sums[e].add(residual, variance, fourth);
            auto& element = result_.elements[f][e - design_.offset[f]];
            element.score += scale.label[design_.category[r]];
            ++element.ratings;
        }
    }

    void finish(double measure, const FitSums& sums, ElementMeasure& element) const {
        element.measure = measure;
        if (!(sums.information() > 0)) return;
        element.se = 1 / std::sqrt(sums.information());
        element.fit = sums.fit(options_.zstd);
        element.real_se = *element.se * std::sqrt(std::max(1.0, element.fit->infit));
    }

    // A rating counts for an extreme element if everything else in it is measured.
    void gather_extreme(std::size_t r, const std::vector<double>& value, const Kappas& kappas,
                        std::vector<std::vector<OwnRating>>& own) {
        const auto* elements = &ratings_.element[r * design_.facets];
        const std::size_t s = options_.thresholds_of ? elements[*options_.thresholds_of] : 0;
        std::size_t which = design_.facets;
        double others = 0;
        for (std::size_t f = 0; f < design_.facets; ++f) {
            const auto e = design_.offset[f] + elements[f];
            if (design_.ratings[e] > 0) {
                others += design_.sign[f] * value[e];
                continue;
            }
            if (which < design_.facets || !extreme(design_.state[e])) return;
            which = f;
        }
        if (which == design_.facets || design_.scales[s].size() < 2) return;
        own[design_.offset[which] + elements[which]].push_back({&design_.scales[s], &kappas[s], others});
        auto& element = result_.elements[which][elements[which]];
        ++element.ratings;
        element.score += ratings_.score[r];
    }

    void measure_extreme(const std::vector<OwnRating>& own, double sign, ElementMeasure& element) const {
        double most = 0;
        for (const auto& rating : own)
            most += rating.scale->step.back();
        const double adjustment = options_.extreme_adjustment;
        const bool lowest = element.state == ElementState::lowest;
        const auto alone = measure_alone(own, sign, lowest ? adjustment : most - adjustment);
        element.measure = alone.measure;
        element.se = alone.se;
    }

    const FacetRatings& ratings_;
    const FacetOptions& options_;
    const FacetsDesign& design_;
    FacetsResult result_;
};

// The design's parameters for the given measures and thresholds. What thresholds do not sum to is moved into the
// measures.
std::vector<double> parameters_at(const FacetsDesign& design, const GivenMeasures& given, const FacetOptions& options) {
    std::vector<double> value(design.parameters, 0);
    for (std::size_t f = 0; f < design.facets; ++f) {
        assert(given.measures[f].size() == design.facet_size(f));
        std::copy(given.measures[f].begin(), given.measures[f].end(),
                  value.begin() + static_cast<std::ptrdiff_t>(design.offset[f]));
    }
    const std::size_t facet = options.thresholds_of.value_or(design.subject);
    for (std::size_t s = 0; s < design.scales.size() && s < given.thresholds.size(); ++s) {
        const auto& scale = design.scales[s];
        const auto& thresholds = given.thresholds[s];
        if (thresholds.empty() || scale.size() < 2) continue;
        assert(thresholds.size() + 1 == scale.size());
        std::vector<double> kappa(scale.size(), 0);
        for (std::size_t k = 1; k < kappa.size(); ++k) {
            kappa[k] = kappa[k - 1] + thresholds[k - 1] * (scale.step[k] - scale.step[k - 1]);
        }
        const double slope = kappa.back() / scale.step.back();
        for (std::size_t k = 1; k + 1 < kappa.size(); ++k)
            value[scale.first_inner + k - 1] = kappa[k] - slope * scale.step[k];
        for (std::size_t i = 0; i < design.facet_size(facet); ++i) {
            if (!options.thresholds_of || i == s) value[design.offset[facet] + i] -= design.sign[facet] * slope;
        }
    }
    return value;
}

} // namespace

Defined<FacetsResult> facets(const FacetRatings& ratings, const FacetOptions& options) {
    const auto design = make_design(ratings, options);
    if (!design) return design.error();
    auto search = maximise(*design, options);
    const double log_likelihood = search.point.log_likelihood;
    if (options.bias != BiasCorrection::none && search.end != FacetsEnd::diverging) {
        correct_bias(*design, options, search.point.value);
        evaluate(*design, search.point);
    }
    Report report(ratings, options, *design);
    report.add_measured(search.point);
    report.add_extremes(search.point.value);
    report.add_scales(search.point.value);
    report.set_origin();
    auto& result = report.result();
    result.log_likelihood = log_likelihood;
    result.end = search.end;
    result.sweeps = search.sweeps;
    result.largest_change = search.largest_change;
    result.largest_residual = search.largest_residual;
    return std::move(result);
}

Defined<FacetsResult> facets_at(const FacetRatings& ratings, const GivenMeasures& given, const FacetOptions& options) {
    assert(given.measures.size() == ratings.facets.size());
    const auto design = make_design(ratings, options);
    if (!design) return design.error();
    FacetsPoint point;
    point.value = parameters_at(*design, given, options);
    evaluate(*design, point);
    Report report(ratings, options, *design);
    report.add_measured(point);
    report.add_scales(point.value);
    auto& result = report.result();
    for (std::size_t f = 0; f < design->facets; ++f) {
        for (std::size_t i = 0; i < design->facet_size(f); ++i)
            result.elements[f][i].measure = given.measures[f][i];
    }
    result.log_likelihood = point.log_likelihood;
    for (const double gap : point.gradient)
        result.largest_residual = std::max(result.largest_residual, std::abs(gap));
    return std::move(result);
}

} // namespace timbang::stats
