#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace timbang::stats {

/// Numbers given to `units` (rows) by `raters` (columns), stored unit by unit in one block of doubles. A cell may be
/// missing. Numbers are finite: a cell that is set to NaN or infinity is missing.
class Table {
public:
    Table() = default;
    /// All cells missing.
    Table(std::size_t units, std::size_t raters);
    /// One list for each unit, all equally long; `std::nullopt` is missing.
    [[nodiscard]] static Table of(const std::vector<std::vector<std::optional<double>>>& rows);

    [[nodiscard]] std::size_t units() const { return units_; }
    [[nodiscard]] std::size_t raters() const { return raters_; }

    [[nodiscard]] bool has(std::size_t unit, std::size_t rater) const;
    /// The number of a cell that is not missing.
    [[nodiscard]] double at(std::size_t unit, std::size_t rater) const { return cells_[unit * raters_ + rater]; }
    void set(std::size_t unit, std::size_t rater, double value);
    void clear(std::size_t unit, std::size_t rater);

    /// The `raters()` cells of one unit, where `missing` marks the absent ones.
    [[nodiscard]] const double* row(std::size_t unit) const { return cells_.data() + unit * raters_; }
    /// The columns of up to `count` raters from `first` on, each `units()` long. Several at once are much faster than
    /// one by one, because neighbours share lines of memory.
    [[nodiscard]] std::vector<std::vector<double>> columns(std::size_t first, std::size_t count) const;
    /// Whether a cell of `row` is missing.
    [[nodiscard]] static bool missing(double cell) { return cell != cell; }

    /// Every rater gave this unit a number.
    [[nodiscard]] bool complete(std::size_t unit) const;
    /// Cells that are not missing.
    [[nodiscard]] std::size_t count() const;
    /// The units on which every rater gave a number, in their order: what statistics for complete tables use.
    [[nodiscard]] Table complete_units() const;

private:
    std::size_t units_ = 0;
    std::size_t raters_ = 0;
    std::vector<double> cells_;
};

} // namespace timbang::stats
