#include "stats/facets_design.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace timbang::stats {

void FacetRatings::add(std::initializer_list<std::uint32_t> elements, int value) {
    assert(elements.size() == facets.size());
    element.insert(element.end(), elements.begin(), elements.end());
    score.push_back(value);
}

namespace {

// eps_adjusted gives unused categories a share, up to this many (a scale of whole percents has 101).
constexpr std::int64_t kMostFilled = 255;

// Which rows still count while extreme elements are dropped.
class Dropping {
public:
    Dropping(const FacetRatings& ratings, const FacetOptions& options, const FacetsDesign& design)
        : ratings_(ratings), options_(options), design_(design), counts_(ratings.rows(), 1),
          state_(design.elements(), ElementState::no_ratings),
          subject_to_drop_(options.bias != BiasCorrection::eps_adjusted) {}

    void run() {
        find_limits();
        while (drop_single_categories() || drop_extremes())
            find_limits();
        mark_measured();
    }

    [[nodiscard]] bool counts(std::size_t row) const { return counts_[row] != 0; }
    [[nodiscard]] std::vector<ElementState> states() && { return std::move(state_); }
    [[nodiscard]] std::size_t scale_of(std::size_t row) const {
        return options_.thresholds_of ? ratings_.element[row * design_.facets + *options_.thresholds_of] : 0;
    }

private:
    [[nodiscard]] std::size_t parameter(std::size_t row, std::size_t facet) const {
        return design_.offset[facet] + ratings_.element[row * design_.facets + facet];
    }

    void find_limits() {
        const std::size_t scales = options_.thresholds_of ? ratings_.facets[*options_.thresholds_of].elements : 1;
        lowest_.assign(scales, std::numeric_limits<int>::max());
        highest_.assign(scales, std::numeric_limits<int>::min());
        for (std::size_t r = 0; r < ratings_.rows(); ++r) {
            if (!counts(r)) continue;
            const auto s = scale_of(r);
            lowest_[s] = std::min(lowest_[s], ratings_.score[r]);
            highest_[s] = std::max(highest_[s], ratings_.score[r]);
        }
    }

    bool drop_single_categories() {
        if (!options_.thresholds_of) return false;
        bool dropped = false;
        for (std::size_t r = 0; r < ratings_.rows(); ++r) {
            const auto s = scale_of(r);
            if (!counts(r) || lowest_[s] != highest_[s]) continue;
            counts_[r] = 0;
            state_[design_.offset[*options_.thresholds_of] + s] = ElementState::one_category;
            dropped = true;
        }
        return dropped;
    }

    bool drop_extremes() {
        std::vector<char> seen(design_.elements(), 0); // 1: above the lowest, 2: below the highest, 4: at all
        for (std::size_t r = 0; r < ratings_.rows(); ++r) {
            if (!counts(r)) continue;
            const auto s = scale_of(r);
            const int what = 4 | (ratings_.score[r] > lowest_[s] ? 1 : 0) | (ratings_.score[r] < highest_[s] ? 2 : 0);
            for (std::size_t f = 0; f < design_.facets; ++f)
                seen[parameter(r, f)] |= static_cast<char>(what);
        }
        for (std::size_t e = 0; e < seen.size(); ++e) {
            if (seen[e] == 0 || seen[e] == 7) continue;
            state_[e] = (seen[e] & 1) == 0 ? ElementState::lowest : ElementState::highest;
        }
        return subject_to_drop_ && drop_rows_of_extremes();
    }

    bool drop_rows_of_extremes() {
        bool dropped = false;
        for (std::size_t r = 0; r < ratings_.rows(); ++r) {
            if (!counts(r)) continue;
            for (std::size_t f = 0; f < design_.facets && counts(r); ++f) {
                const auto state = state_[parameter(r, f)];
                if (state != ElementState::no_ratings) counts_[r] = 0;
            }
            dropped = dropped || !counts(r);
        }
        return dropped;
    }

    void mark_measured() {
        for (std::size_t r = 0; r < ratings_.rows(); ++r) {
            for (std::size_t f = 0; counts(r) && f < design_.facets; ++f) {
                auto& state = state_[parameter(r, f)];
                if (state == ElementState::no_ratings) state = ElementState::measured;
            }
        }
    }

    const FacetRatings& ratings_;
    const FacetOptions& options_;
    const FacetsDesign& design_;
    std::vector<char> counts_;
    std::vector<ElementState> state_;
    std::vector<int> lowest_;
    std::vector<int> highest_;
    bool subject_to_drop_;
};

void lay_out(const FacetRatings& ratings, FacetsDesign& design) {
    design.facets = ratings.facets.size();
    design.offset.assign(1, 0);
    for (std::size_t f = 0; f < design.facets; ++f) {
        design.offset.push_back(design.offset.back() + ratings.facets[f].elements);
        design.sign.push_back(ratings.facets[f].raises ? 1 : -1);
        if (ratings.facets[f].floating) design.subject = f;
    }
}

// The labels of each scale: those that occur, or (eps_adjusted) all from the lowest score of the ratings on.
void find_labels(const FacetRatings& ratings, const FacetOptions& options, const Dropping& dropping,
                 FacetsDesign& design) {
    std::vector<std::vector<int>> seen(design.scales.size());
    int lowest = std::numeric_limits<int>::max();
    for (std::size_t r = 0; r < ratings.rows(); ++r) {
        if (!dropping.counts(r)) continue;
        auto& labels = seen[dropping.scale_of(r)];
        const auto place = std::lower_bound(labels.begin(), labels.end(), ratings.score[r]);
        if (place == labels.end() || *place != ratings.score[r]) labels.insert(place, ratings.score[r]);
        lowest = std::min(lowest, ratings.score[r]);
    }
    const bool fill = options.bias == BiasCorrection::eps_adjusted && options.unused == UnusedCategories::keep;
    for (std::size_t s = 0; s < seen.size(); ++s) {
        auto& labels = seen[s];
        if (fill && !labels.empty() && std::int64_t{labels.back()} - lowest < kMostFilled) {
            const int highest = labels.back();
            labels.clear();
            for (int label = lowest; label <= highest; ++label)
                labels.push_back(label);
        }
        auto& scale = design.scales[s];
        for (std::size_t k = 0; k < labels.size(); ++k) {
            const double distance = static_cast<double>(labels[k]) - labels.front();
            scale.step.push_back(options.unused == UnusedCategories::keep ? distance : static_cast<double>(k));
        }
        scale.label = std::move(labels);
        scale.observed.assign(scale.size(), 0);
        scale.count.assign(scale.size(), 0);
    }
}

void take_rows(const FacetRatings& ratings, const Dropping& dropping, FacetsDesign& design) {
    for (std::size_t r = 0; r < ratings.rows(); ++r) {
        if (!dropping.counts(r)) continue;
        const auto s = dropping.scale_of(r);
        auto& scale = design.scales[s];
        const auto place = std::lower_bound(scale.label.begin(), scale.label.end(), ratings.score[r]);
        const auto k = static_cast<std::size_t>(place - scale.label.begin());
        ++scale.count[k];
        design.category.push_back(static_cast<std::uint32_t>(k));
        design.scale.push_back(static_cast<std::uint32_t>(s));
        design.row.push_back(static_cast<std::uint32_t>(r));
        for (std::size_t f = 0; f < design.facets; ++f) {
            const auto e = design.offset[f] + ratings.element[r * design.facets + f];
            design.element.push_back(static_cast<std::uint32_t>(e));
        }
    }
}

double sum_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum;
}

// The share that eps_adjusted gives to every category of a subject's ratings.
std::vector<double> shares(const FacetsDesign& design, double eps) {
    std::vector<double> steps(design.elements(), 0);
    for (std::size_t r = 0; r < design.rows(); ++r) {
        steps[design.element[r * design.facets + design.subject]] += sum_of(design.scales[design.scale[r]].step);
    }
    for (double& share : steps)
        share = share > 0 ? eps / share : 0;
    return steps;
}

// The sufficient statistics: scores of elements, counts of categories.
void count(const FacetOptions& options, FacetsDesign& design) {
    design.score.assign(design.elements(), 0);
    design.ratings.assign(design.elements(), 0);
    const bool mixed = options.bias == BiasCorrection::eps_adjusted;
    const auto share = mixed ? shares(design, options.eps) : std::vector<double>();
    for (std::size_t r = 0; r < design.rows(); ++r) {
        auto& scale = design.scales[design.scale[r]];
        const auto* elements = &design.element[r * design.facets];
        double score = scale.step[design.category[r]];
        double own = 1;
        if (mixed) {
            const double part = share[elements[design.subject]];
            own = 1 - part * static_cast<double>(scale.size());
            score = own * score + part * sum_of(scale.step);
            for (double& observed : scale.observed)
                observed += part;
        }
        scale.observed[design.category[r]] += own;
        for (std::size_t f = 0; f < design.facets; ++f) {
            design.score[elements[f]] += score;
            ++design.ratings[elements[f]];
        }
    }
}

} // namespace

Defined<FacetsDesign> make_design(const FacetRatings& ratings, const FacetOptions& options) {
    assert(ratings.element.size() == ratings.rows() * ratings.facets.size());
    if (ratings.rows() == 0 || ratings.facets.empty()) return undefined(kNoData);
    const auto floats =
        std::count_if(ratings.facets.begin(), ratings.facets.end(), [](const Facet& f) { return f.floating; });
    if (floats > 1) return undefined(kSingular);

    FacetsDesign design;
    lay_out(ratings, design);
    Dropping dropping(ratings, options, design);
    dropping.run();
    design.scales.resize(options.thresholds_of ? ratings.facets[*options.thresholds_of].elements : 1);
    find_labels(ratings, options, dropping, design);
    take_rows(ratings, dropping, design);
    if (design.rows() == 0) return undefined(kAllExtreme);
    if (!options.thresholds_of && design.scales.front().size() < 2) return undefined(kAllExtreme);
    count(options, design);
    design.parameters = design.elements();
    for (auto& scale : design.scales) {
        scale.first_inner = design.parameters;
        design.parameters += scale.size() > 2 ? scale.size() - 2 : 0;
        design.widest = std::max(design.widest, scale.size());
    }
    design.state = std::move(dropping).states();
    find_subsets(design);
    return design;
}

} // namespace timbang::stats
