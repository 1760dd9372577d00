#include <algorithm>
#include <numeric>

#include "stats/facets_design.h"

namespace timbang::stats {

namespace {

// Curvature relative to the diagonal's below which a direction is one that the ratings cannot tell.
constexpr double kFlat = 1e-11;

using Values = std::vector<double>;

// A x, rating by rating: with d_k = step_k·dη − dκ_k, weights P_k (d_k − mean d) flow back to measures and categories.
Values curvature_times(const FacetsDesign& design, const Values& probability, const Values& x) {
    Values y(x.size(), 0);
    Values change(design.widest);
    for (std::size_t r = 0; r < design.rows(); ++r) {
        const auto* elements = &design.element[r * design.facets];
        const auto& scale = design.scales[design.scale[r]];
        const double* p = &probability[r * design.widest];
        double eta = 0;
        for (std::size_t f = 0; f < design.facets; ++f)
            eta += design.sign[f] * x[elements[f]];
        double mean = 0;
        for (std::size_t k = 0; k < scale.size(); ++k) {
            const bool inner = k > 0 && k + 1 < scale.size();
            change[k] = scale.step[k] * eta - (inner ? x[scale.first_inner + k - 1] : 0);
            mean += p[k] * change[k];
        }
        double back = 0;
        for (std::size_t k = 0; k < scale.size(); ++k) {
            const double weight = p[k] * (change[k] - mean);
            back += scale.step[k] * weight;
            if (k > 0 && k + 1 < scale.size()) y[scale.first_inner + k - 1] -= weight;
        }
        for (std::size_t f = 0; f < design.facets; ++f)
            y[elements[f]] += design.sign[f] * back;
    }
    return y;
}

Values curvature_diagonal(const FacetsDesign& design, const Values& probability) {
    Values diagonal(design.parameters, 0);
    for (std::size_t r = 0; r < design.rows(); ++r) {
        const auto& scale = design.scales[design.scale[r]];
        const double* p = &probability[r * design.widest];
        double mean = 0;
        double square = 0;
        for (std::size_t k = 1; k < scale.size(); ++k) {
            mean += p[k] * scale.step[k];
            square += p[k] * scale.step[k] * scale.step[k];
            if (k + 1 < scale.size()) diagonal[scale.first_inner + k - 1] += p[k] * (1 - p[k]);
        }
        for (std::size_t f = 0; f < design.facets; ++f) {
            diagonal[design.element[r * design.facets + f]] += std::max(0.0, square - mean * mean);
        }
    }
    return diagonal;
}

double dot(const Values& a, const Values& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

} // namespace

// The gradient has no part along what the ratings cannot tell, so the singular equations have solutions. Rounding puts
// a little there: the search ends where only that is left, and means of facets are taken out.
std::vector<double> NewtonSolver::conjugate_gradients(const FacetsPoint& point) const {
    auto scale = curvature_diagonal(design_, point.probability);
    for (double& value : scale)
        value = value > 0 ? 1 / value : 0;
    const auto scaled = [&](const Values& x) {
        Values y(x.size());
        for (std::size_t i = 0; i < x.size(); ++i)
            y[i] = scale[i] * x[i];
        return y;
    };
    const auto length_squared = [&](const Values& x) {
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            sum += scale[i] > 0 ? x[i] * x[i] / scale[i] : 0;
        return sum;
    };
    Values step(design_.parameters, 0);
    Values residual = point.gradient;
    Values preconditioned = scaled(residual);
    Values direction = preconditioned;
    double squared = dot(residual, preconditioned);
    const double enough = squared * 1e-12;
    for (std::size_t i = 0; i < 2 * step.size() + 50 && squared > enough; ++i) {
        const Values image = curvature_times(design_, point.probability, direction);
        const double curvature = dot(direction, image);
        if (!(curvature > kFlat * length_squared(direction))) break;
        const double length = squared / curvature;
        for (std::size_t p = 0; p < step.size(); ++p) {
            step[p] += length * direction[p];
            residual[p] -= length * image[p];
        }
        preconditioned = scaled(residual);
        const double next = dot(residual, preconditioned);
        for (std::size_t p = 0; p < step.size(); ++p)
            direction[p] = preconditioned[p] + next / squared * direction[p];
        squared = next;
    }
    centre(design_, step);
    return step;
}

} // namespace timbang::stats
