#include "stats/marginals.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <vector>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "stats/distributions.h"
#include "stats/shares.h"

namespace timbang::stats {

namespace {

using Cells = std::span<const std::uint64_t>;

std::uint64_t total(Cells cells) { return std::accumulate(cells.begin(), cells.end(), std::uint64_t{0}); }

/// Groups of categories that are linked by disagreements; a category without any stands alone.
std::vector<std::vector<std::size_t>> confused_groups(Cells cells, std::size_t q) {
    std::vector<bool> seen(q, false);
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t start = 0; start < q; ++start) {
        if (seen[start]) continue;
        seen[start] = true;
        std::vector<std::size_t> group{start};
        for (std::size_t next = 0; next < group.size(); ++next) {
            for (std::size_t other = 0; other < q; ++other) {
                if (seen[other] || cells[group[next] * q + other] + cells[other * q + group[next]] == 0) continue;
                seen[other] = true;
                group.push_back(other);
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

/// d'S⁻¹d of one group. Its differences sum to zero, so the last category is left out; S of the others has full rank.
double group_chi_square(Cells cells, std::size_t q, const std::vector<std::size_t>& group) {
    const auto size = static_cast<Eigen::Index>(group.size() - 1);
    Eigen::VectorXd d = Eigen::VectorXd::Zero(size);
    Eigen::MatrixXd s = Eigen::MatrixXd::Zero(size, size);
    for (Eigen::Index i = 0; i < size; ++i) {
        const auto row = group[static_cast<std::size_t>(i)];
        for (std::size_t j = 0; j < group.size(); ++j) {
            const auto column = group[j];
            if (column == row) continue;
            const auto out = static_cast<double>(cells[row * q + column]);
            const auto in = static_cast<double>(cells[column * q + row]);
            d(i) += out - in;
            s(i, i) += out + in;
            if (static_cast<Eigen::Index>(j) < size) s(i, static_cast<Eigen::Index>(j)) = -(out + in);
        }
    }
    return d.dot(s.ldlt().solve(d));
}

} // namespace

Defined<MarginalTest> stuart_maxwell(Cells cells, std::size_t categories) {
    assert(cells.size() == categories * categories);
    MarginalTest result;
    result.units = total(cells);
    if (result.units == 0) return undefined(kNoData);
    for (const auto& group : confused_groups(cells, categories)) {
        if (group.size() < 2) continue;
        result.chi_square += group_chi_square(cells, categories, group);
        result.df += static_cast<double>(group.size() - 1);
    }
    if (!(result.df > 0)) return undefined(kNoDisagreement);
    result.chi_square = std::max(0.0, result.chi_square);
    result.p = chi_square_upper(result.chi_square, result.df);
    return result;
}

Defined<MarginalTest> bhapkar(Cells cells, std::size_t categories) {
    auto result = stuart_maxwell(cells, categories);
    if (!result) return result;
    const double rest = 1 - result->chi_square / static_cast<double>(result->units);
    if (!(rest > 1e-12)) return undefined(kSingular);
    result->chi_square /= rest;
    result->p = chi_square_upper(result->chi_square, result->df);
    return result;
}

Defined<RaterBias> rater_bias(Cells cells, std::size_t categories, Continuity continuity, double level) {
    assert(cells.size() == categories * categories);
    RaterBias result;
    result.units = total(cells);
    if (result.units == 0) return undefined(kNoData);
    for (std::size_t row = 0; row < categories; ++row) {
        for (std::size_t column = 0; column < categories; ++column) {
            if (column > row) result.second_higher += cells[row * categories + column];
            if (column < row) result.first_higher += cells[row * categories + column];
        }
    }
    const auto above = static_cast<double>(result.second_higher), below = static_cast<double>(result.first_higher);
    if (!(above + below > 0)) return undefined(kNoDisagreement);
    const double apart = std::max(0.0, std::abs(above - below) - (continuity == Continuity::Yates ? 1 : 0));
    result.share = share(above, above + below, level);
    result.chi_square = apart * apart / (above + below);
    result.p = chi_square_upper(result.chi_square, 1);
    return result;
}

} // namespace timbang::stats
