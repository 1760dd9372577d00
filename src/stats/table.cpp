#include "stats/table.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include <Eigen/Core>

namespace timbang::stats {

namespace {
constexpr double kMissingCell = std::numeric_limits<double>::quiet_NaN();
}

Table::Table(std::size_t units, std::size_t raters)
    : units_(units), raters_(raters), cells_(units * raters, kMissingCell) {}

Table Table::of(const std::vector<std::vector<std::optional<double>>>& rows) {
    Table result(rows.size(), rows.empty() ? 0 : rows.front().size());
    for (std::size_t unit = 0; unit < result.units_; ++unit) {
        assert(rows[unit].size() == result.raters_);
        for (std::size_t rater = 0; rater < result.raters_; ++rater) {
            if (const auto& cell = rows[unit][rater]) result.set(unit, rater, *cell);
        }
    }
    return result;
}

bool Table::has(std::size_t unit, std::size_t rater) const { return !missing(at(unit, rater)); }

void Table::set(std::size_t unit, std::size_t rater, double value) {
    cells_[unit * raters_ + rater] = std::isfinite(value) ? value : kMissingCell;
}

void Table::clear(std::size_t unit, std::size_t rater) { cells_[unit * raters_ + rater] = kMissingCell; }

bool Table::complete(std::size_t unit) const {
    // A missing cell makes the sum missing; so may numbers that are too large to add.
    const auto cells = Eigen::Map<const Eigen::ArrayXd>(row(unit), static_cast<Eigen::Index>(raters_));
    return !missing(cells.sum()) || std::none_of(row(unit), row(unit) + raters_, missing);
}

std::vector<std::vector<double>> Table::columns(std::size_t first, std::size_t count) const {
    const std::size_t end = std::min(raters_, first + count);
    std::vector<std::vector<double>> result(end - first, std::vector<double>(units_));
    for (std::size_t unit = 0; unit < units_; ++unit) {
        for (std::size_t rater = first; rater < end; ++rater) result[rater - first][unit] = at(unit, rater);
    }
    return result;
}

std::size_t Table::count() const {
    return cells_.size() - static_cast<std::size_t>(std::count_if(cells_.begin(), cells_.end(), missing));
}

Table Table::complete_units() const {
    std::vector<std::size_t> kept;
    for (std::size_t unit = 0; unit < units_; ++unit) {
        if (complete(unit)) kept.push_back(unit);
    }
    Table result(kept.size(), raters_);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        std::copy_n(row(kept[i]), raters_, result.cells_.begin() + static_cast<std::ptrdiff_t>(i * raters_));
    }
    return result;
}

} // namespace timbang::stats
