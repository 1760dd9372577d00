#include <algorithm>
#include <cmath>

#include "stats/facets_design.h"

namespace timbang::stats {

namespace {

// Up to here every product of exponentials stays within a double's range.
constexpr double kSafeExponent = 230;

// The scales in flat form, for the loop over all ratings.
struct FlatScale {
    std::vector<double> kappa;
    std::vector<double> ratio; // e^(κ_{k−1} − κ_k)
    double reach = 0;          // largest |κ|
    bool even = true;          // steps 0, 1, 2, …
};

std::vector<FlatScale> flatten(const FacetsDesign& design, const std::vector<double>& value) {
    std::vector<FlatScale> flat(design.scales.size());
    for (std::size_t s = 0; s < flat.size(); ++s) {
        const auto& scale = design.scales[s];
        auto& one = flat[s];
        one.kappa = category_parameters(scale, value);
        one.ratio.assign(scale.size(), 1);
        for (std::size_t k = 1; k < scale.size(); ++k) {
            one.ratio[k] = std::exp(one.kappa[k - 1] - one.kappa[k]);
            one.reach = std::max(one.reach, std::abs(one.kappa[k]));
            one.even = one.even && scale.step[k] == static_cast<double>(k);
        }
    }
    return flat;
}

// Probabilities by exponentials of the largest kept at 1; returns log Z.
double careful(const FacetsDesign::Categories& scale, const std::vector<double>& kappa, double eta, double* p) {
    const std::size_t size = scale.size();
    double largest = 0;
    for (std::size_t k = 0; k < size; ++k) {
        p[k] = scale.step[k] * eta - kappa[k];
        largest = std::max(largest, p[k]);
    }
    double total = 0;
    for (std::size_t k = 0; k < size; ++k)
        total += p[k] = std::exp(p[k] - largest);
    for (std::size_t k = 0; k < size; ++k)
        p[k] /= total;
    return largest + std::log(total);
}

// The same for steps 0, 1, 2, … with one exponential; returns Z.
double quick(const FlatScale& flat, std::size_t size, double eta, double* p) {
    const double base = std::exp(eta);
    p[0] = 1;
    double total = 1;
    for (std::size_t k = 1; k < size; ++k) {
        p[k] = p[k - 1] * base * flat.ratio[k];
        total += p[k];
    }
    const double scaled = 1 / total;
    for (std::size_t k = 0; k < size; ++k)
        p[k] *= scaled;
    return total;
}

// Σ log Z, multiplied up so that most ratings need no logarithm.
class LogSum {
public:
    void multiply(double factor) {
        product_ *= factor;
        if (product_ > 1e200) flush();
    }
    void add(double logarithm) { sum_ += logarithm; }
    double total() {
        flush();
        return sum_;
    }

private:
    void flush() {
        sum_ += std::log(product_);
        product_ = 1;
    }
    double sum_ = 0;
    double product_ = 1;
};

// Σ over ratings of step·η − κ, from the sufficient statistics.
double observed_part(const FacetsDesign& design, const std::vector<double>& value, const std::vector<FlatScale>& flat) {
    double sum = 0;
    for (std::size_t f = 0; f < design.facets; ++f) {
        for (std::size_t e = design.offset[f]; e < design.offset[f + 1]; ++e)
            sum += design.sign[f] * value[e] * design.score[e];
    }
    for (std::size_t s = 0; s < flat.size(); ++s) {
        for (std::size_t k = 0; k < flat[s].kappa.size(); ++k)
            sum -= flat[s].kappa[k] * design.scales[s].observed[k];
    }
    return sum;
}

// Turns the expected scores and counts in `gradient` into observed − expected with their signs.
void compare(const FacetsDesign& design, std::vector<double>& gradient) {
    for (std::size_t f = 0; f < design.facets; ++f) {
        for (std::size_t e = design.offset[f]; e < design.offset[f + 1]; ++e) {
            gradient[e] = design.sign[f] * (design.score[e] - gradient[e]);
        }
    }
    for (const auto& scale : design.scales) {
        for (std::size_t k = 1; k + 1 < scale.size(); ++k) {
            auto& entry = gradient[scale.first_inner + k - 1];
            entry = entry - scale.observed[k];
        }
    }
}

} // namespace

std::vector<double> category_parameters(const FacetsDesign::Categories& scale, const std::vector<double>& parameters) {
    std::vector<double> kappa(scale.size(), 0);
    for (std::size_t k = 1; k + 1 < kappa.size(); ++k)
        kappa[k] = parameters[scale.first_inner + k - 1];
    return kappa;
}

void evaluate(const FacetsDesign& design, FacetsPoint& point) {
    const auto flat = flatten(design, point.value);
    point.gradient.assign(design.parameters, 0);
    point.probability.resize(design.rows() * design.widest);
    LogSum log_z;
    const auto facets = design.facets;
    for (std::size_t r = 0; r < design.rows(); ++r) {
        const auto* elements = &design.element[r * facets];
        double eta = 0;
        for (std::size_t f = 0; f < facets; ++f)
            eta += design.sign[f] * point.value[elements[f]];
        const auto& scale = design.scales[design.scale[r]];
        const auto& own = flat[design.scale[r]];
        const std::size_t size = scale.size();
        double* p = &point.probability[r * design.widest];
        if (own.even && std::abs(eta) * scale.step.back() + own.reach < kSafeExponent) {
            log_z.multiply(quick(own, size, eta, p));
        } else {
            log_z.add(careful(scale, own.kappa, eta, p));
        }
        double expected = 0;
        for (std::size_t k = 1; k < size; ++k)
            expected += scale.step[k] * p[k];
        for (std::size_t f = 0; f < facets; ++f)
            point.gradient[elements[f]] += expected;
        for (std::size_t k = 1; k + 1 < size; ++k)
            point.gradient[scale.first_inner + k - 1] += p[k];
    }
    compare(design, point.gradient);
    point.log_likelihood = observed_part(design, point.value, flat) - log_z.total();
}

RatingMoments rating_moments(const FacetsDesign::Categories& scale, const std::vector<double>& kappa, double eta) {
    std::vector<double> p(scale.size());
    careful(scale, kappa, eta, p.data());
    RatingMoments moments;
    for (std::size_t k = 1; k < p.size(); ++k)
        moments.expected += scale.step[k] * p[k];
    for (std::size_t k = 0; k < p.size(); ++k) {
        const double square = (scale.step[k] - moments.expected) * (scale.step[k] - moments.expected);
        moments.variance += square * p[k];
        moments.fourth += square * square * p[k];
    }
    return moments;
}

} // namespace timbang::stats
