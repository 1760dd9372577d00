#include <algorithm>
#include <cmath>
#include <numeric>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "stats/facets_design.h"

namespace timbang::stats {

namespace {

// Parameters beside the eliminated facet up to which the equations are solved exactly: 1 MB, about 5 ms a step.
constexpr std::size_t kMostExact = 360;

using Values = std::vector<double>;

// The equations without the eliminated facet (their Schur complement), built element by element of that facet.
class Reduced {
public:
    Reduced(const FacetsDesign& design, const FacetsPoint& point, std::size_t eliminated)
        : design_(design), point_(point), eliminated_(eliminated),
          size_(static_cast<Eigen::Index>(design.parameters - design.facet_size(eliminated))),
          matrix_(Eigen::MatrixXd::Zero(size_, size_)), right_(Eigen::VectorXd::Zero(size_)),
          cross_(Eigen::VectorXd::Zero(size_)), is_touched_(static_cast<std::size_t>(size_), 0),
          own_(design.facet_size(eliminated), 0) {
        for (std::size_t p = 0; p < design.parameters; ++p) {
            if (!is_eliminated(p)) right_[place(p)] = point.gradient[p];
        }
    }

    void add_row(std::size_t r) {
        const auto* elements = &design_.element[r * design_.facets];
        const auto& scale = design_.scales[design_.scale[r]];
        const double* p = &point_.probability[r * design_.widest];
        double mean = 0;
        double variance = 0;
        for (std::size_t k = 1; k < scale.size(); ++k)
            mean += p[k] * scale.step[k];
        for (std::size_t k = 0; k < scale.size(); ++k)
            variance += p[k] * (scale.step[k] - mean) * (scale.step[k] - mean);
        add_measures(elements, variance);
        for (std::size_t k = 1; k + 1 < scale.size(); ++k)
            add_category(elements, scale, p, k, mean);
    }

    // Called after the rows of one element of the eliminated facet.
    void eliminate(std::size_t element) {
        own_[element] = own_variance_;
        if (own_variance_ > 0) {
            const double gradient = point_.gradient[design_.offset[eliminated_] + element];
            for (const auto a : touched_)
                right_[a] -= cross_[a] / own_variance_ * gradient;
            if (4 * static_cast<Eigen::Index>(touched_.size()) > size_) {
                matrix_.selfadjointView<Eigen::Lower>().rankUpdate(cross_, -1 / own_variance_);
            } else {
                take_touched();
            }
        }
        for (const auto a : touched_) {
            cross_[a] = 0;
            is_touched_[static_cast<std::size_t>(a)] = 0;
        }
        touched_.clear();
        own_variance_ = 0;
    }

    // The step; every facet's part has sum 0, which fixes the means that the ratings cannot tell.
    Values solve(const std::vector<std::uint32_t>& order, const std::vector<std::uint32_t>& start) {
        fix_means();
        const Eigen::VectorXd x = matrix_.ldlt().solve(right_);
        Values step(design_.parameters, 0);
        for (std::size_t p = 0; p < step.size(); ++p) {
            if (!is_eliminated(p)) step[p] = x[place(p)];
        }
        const auto first = design_.offset[eliminated_];
        for (std::size_t e = 0; e < own_.size(); ++e) {
            if (!(own_[e] > 0)) continue;
            double rest = point_.gradient[first + e];
            for (std::size_t i = start[e]; i < start[e + 1]; ++i)
                rest -= cross_times(order[i], step);
            step[first + e] = rest / own_[e];
        }
        return step;
    }

private:
    [[nodiscard]] bool is_eliminated(std::size_t parameter) const {
        return parameter >= design_.offset[eliminated_] && parameter < design_.offset[eliminated_ + 1];
    }
    [[nodiscard]] Eigen::Index place(std::size_t parameter) const {
        return static_cast<Eigen::Index>(parameter < design_.offset[eliminated_] ? parameter : parameter - own_.size());
    }
    void touch(Eigen::Index a, double value) {
        cross_[a] += value;
        auto& flag = is_touched_[static_cast<std::size_t>(a)];
        if (flag == 0) {
            flag = 1;
            touched_.push_back(a);
        }
    }

    void take_touched() {
        for (const auto a : touched_) {
            const double part = cross_[a] / own_variance_;
            for (const auto b : touched_) {
                if (b >= a) matrix_(b, a) -= part * cross_[b];
            }
        }
    }

    void add_measures(const std::uint32_t* elements, double variance) {
        own_variance_ += variance;
        const double own_sign = design_.sign[eliminated_];
        for (std::size_t f = 0; f < design_.facets; ++f) {
            if (f == eliminated_) continue;
            const auto a = place(elements[f]);
            touch(a, own_sign * design_.sign[f] * variance);
            for (std::size_t g = 0; g < design_.facets; ++g) {
                if (g != eliminated_) matrix_(place(elements[g]), a) += design_.sign[f] * design_.sign[g] * variance;
            }
        }
    }

    void add_category(const std::uint32_t* elements, const FacetsDesign::Categories& scale, const double* p,
                      std::size_t k, double mean) {
        const auto a = place(scale.first_inner + k - 1);
        const double with_measure = -p[k] * (scale.step[k] - mean);
        touch(a, design_.sign[eliminated_] * with_measure);
        for (std::size_t f = 0; f < design_.facets; ++f) {
            if (f == eliminated_) continue;
            const auto b = place(elements[f]);
            matrix_(a, b) += design_.sign[f] * with_measure;
            matrix_(b, a) += design_.sign[f] * with_measure;
        }
        matrix_(a, a) += p[k];
        for (std::size_t l = 1; l + 1 < scale.size(); ++l)
            matrix_(place(scale.first_inner + l - 1), a) -= p[k] * p[l];
    }

    // What the step of the other parameters adds to the equation of the eliminated element of this row.
    [[nodiscard]] double cross_times(std::size_t r, const Values& step) const {
        const auto* elements = &design_.element[r * design_.facets];
        const auto& scale = design_.scales[design_.scale[r]];
        const double* p = &point_.probability[r * design_.widest];
        double eta = 0;
        for (std::size_t f = 0; f < design_.facets; ++f) {
            if (f != eliminated_) eta += design_.sign[f] * step[elements[f]];
        }
        double mean = 0;
        for (std::size_t k = 1; k < scale.size(); ++k)
            mean += p[k] * scale.step[k];
        double sum = 0;
        for (std::size_t k = 0; k < scale.size(); ++k) {
            const bool inner = k > 0 && k + 1 < scale.size();
            const double change = scale.step[k] * eta - (inner ? step[scale.first_inner + k - 1] : 0);
            sum += p[k] * (scale.step[k] - mean) * change;
        }
        return design_.sign[eliminated_] * sum;
    }

    void fix_means() {
        const double size =
            std::max(1.0, matrix_.diagonal().sum() / static_cast<double>(std::max<Eigen::Index>(1, size_)));
        for (std::size_t f = 0; f < design_.facets; ++f) {
            if (f == eliminated_) continue;
            const auto first = place(design_.offset[f]);
            const auto count = static_cast<Eigen::Index>(design_.facet_size(f));
            for (Eigen::Index a = first; a < first + count; ++a) {
                if (matrix_(a, a) == 0) matrix_(a, a) += size; // no rating of it counts
            }
            matrix_.block(first, first, count, count).array() += size / static_cast<double>(count);
        }
    }

    const FacetsDesign& design_;
    const FacetsPoint& point_;
    std::size_t eliminated_;
    Eigen::Index size_;
    Eigen::MatrixXd matrix_; // the lower triangle counts
    Eigen::VectorXd right_;
    Eigen::VectorXd cross_; // of the element at work with the other parameters
    std::vector<char> is_touched_;
    std::vector<Eigen::Index> touched_;
    std::vector<double> own_; // ΣV of the eliminated elements
    double own_variance_ = 0;
};

} // namespace

NewtonSolver::NewtonSolver(const FacetsDesign& design) : design_(design) {
    for (std::size_t f = 1; f < design.facets; ++f) {
        if (design.facet_size(f) > design.facet_size(eliminated_)) eliminated_ = f;
    }
    exact_ = design.connected && design.parameters - design.facet_size(eliminated_) <= kMostExact;
    if (!exact_) return;
    start_.assign(design.facet_size(eliminated_) + 1, 0);
    const auto own = [&](std::size_t r) {
        return design.element[r * design.facets + eliminated_] - design.offset[eliminated_];
    };
    for (std::size_t r = 0; r < design.rows(); ++r)
        ++start_[own(r) + 1];
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    order_.resize(design.rows());
    auto next = start_;
    for (std::size_t r = 0; r < design.rows(); ++r)
        order_[next[own(r)]++] = static_cast<std::uint32_t>(r);
}

std::vector<double> NewtonSolver::step(const FacetsPoint& point) const {
    return exact_ ? exact(point) : conjugate_gradients(point);
}

std::vector<double> NewtonSolver::exact(const FacetsPoint& point) const {
    Reduced reduced(design_, point, eliminated_);
    for (std::size_t e = 0; e + 1 < start_.size(); ++e) {
        for (std::size_t i = start_[e]; i < start_[e + 1]; ++i)
            reduced.add_row(order_[i]);
        reduced.eliminate(e);
    }
    return reduced.solve(order_, start_);
}

} // namespace timbang::stats
