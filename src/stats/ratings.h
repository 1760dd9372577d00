#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace timbang::stats {

/// The ordered categories of a scale: position 0 is the lowest. Positions are what ordinal statistics and weights by
/// position use; values, where the categories are numbers, are what interval and ratio statistics use.
class Scale {
public:
    Scale() = default;
    /// `values` is empty (the categories are words) or has one finite number for each label.
    explicit Scale(std::vector<std::string> labels, std::vector<double> values = {});
    /// The numbers as categories in the order given; labels are their shortest text.
    [[nodiscard]] static Scale of_values(std::vector<double> values);
    /// 1, 2, … `size`.
    [[nodiscard]] static Scale of_positions(std::size_t size);

    [[nodiscard]] std::size_t size() const { return labels_.size(); }
    [[nodiscard]] bool numeric() const { return !values_.empty(); }
    [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
    /// Empty where the categories are words.
    [[nodiscard]] const std::vector<double>& values() const { return values_; }

private:
    std::vector<std::string> labels_;
    std::vector<double> values_;
};

/// No rating: in `Ratings::of_codes`, in byte codes and in two-byte codes.
inline constexpr int kNoRating = -1;
inline constexpr std::uint8_t kNoByte = 255;
inline constexpr std::uint16_t kNoWord = 65535;

/// Ratings of units on a scale, in one of two forms:
/// - *codes*: units × raters, unit-major (all ratings of unit 0 first), a code is a position on the scale; one byte a
///   rating up to 255 categories, two bytes up to 65,535; ratings may be missing;
/// - *counts*: units × categories, how many raters put the unit there; who they were is not known. A count need not be
///   whole (6.99 of 7 raters in published examples).
/// A unit may stand for several (its *frequency*), so that a contingency table of a million needs q × q units.
/// Memory is linear in the data.
///
/// Failures of the makers: `stats.ratings-shape` (the size is not rows × columns), `stats.ratings-category` {row,
/// column} (a code outside the scale, a value that is no category; 1-based), `stats.ratings-count` {row, column} (a
/// count that is negative or no number), `stats.ratings-categories` {most} (too many).
class Ratings {
public:
    Ratings() = default;
    /// `codes` has units × raters entries, unit-major; kNoRating = missing.
    [[nodiscard]] static base::Result<Ratings> of_codes(Scale scale, std::size_t units, std::size_t raters,
                                                        std::span<const int> codes);
    /// The same from bytes that are taken over; kNoByte = missing. The scale has at most 255 categories.
    [[nodiscard]] static base::Result<Ratings> of_bytes(Scale scale, std::size_t units, std::size_t raters,
                                                        std::vector<std::uint8_t> codes);
    /// The same from two-byte codes; kNoWord = missing.
    [[nodiscard]] static base::Result<Ratings> of_words(Scale scale, std::size_t units, std::size_t raters,
                                                        std::vector<std::uint16_t> codes);
    /// From numbers; NaN = missing. Without a scale the categories are the numbers that occur, in order.
    [[nodiscard]] static base::Result<Ratings> of_values(std::size_t units, std::size_t raters,
                                                         std::span<const double> values,
                                                         std::optional<Scale> scale = std::nullopt);
    /// `counts` has units × scale.size() entries, unit-major.
    [[nodiscard]] static base::Result<Ratings> of_counts(Scale scale, std::size_t units, std::vector<double> counts);
    /// A square table of two raters: row = category of the first, column = of the second. `cells` has size² entries.
    [[nodiscard]] static base::Result<Ratings> of_table(Scale scale, std::span<const std::uint64_t> cells);

    [[nodiscard]] const Scale& scale() const { return scale_; }
    /// Rows as stored; a row with a frequency counts once here.
    [[nodiscard]] std::size_t rows() const { return rows_; }
    /// Units: rows times their frequency.
    [[nodiscard]] std::uint64_t units() const;
    /// Columns of codes; with counts the most ratings that a unit has, rounded.
    [[nodiscard]] std::size_t raters() const { return raters_; }
    [[nodiscard]] bool has_counts() const { return !counts_.empty(); }
    [[nodiscard]] bool wide() const { return !words_.empty(); }

    /// Unit-major codes; one of the two is empty unless there are no codes at all.
    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return bytes_; }
    [[nodiscard]] std::span<const std::uint16_t> words() const { return words_; }
    /// Unit-major counts, empty unless has_counts().
    [[nodiscard]] std::span<const double> counts() const { return counts_; }
    /// How often each row counts; empty = once.
    [[nodiscard]] std::span<const std::uint64_t> frequencies() const { return frequencies_; }
    [[nodiscard]] std::uint64_t frequency(std::size_t row) const {
        return frequencies_.empty() ? 1 : frequencies_[row];
    }

    /// The code of one rating (not with counts) or kNoRating.
    [[nodiscard]] int code(std::size_t row, std::size_t rater) const;
    /// The same ratings on the scale of the categories that occur (peers do so; see `agreement.h`).
    [[nodiscard]] Ratings with_occurring() const;
    /// The ratings of the two raters `a` and `b` alone (not with counts).
    [[nodiscard]] Ratings pair(std::size_t a, std::size_t b) const;

private:
    template <class Code>
    static base::Result<Ratings> of_stored(Scale scale, std::size_t units, std::size_t raters, std::vector<Code> codes,
                                           std::size_t most, Code missing, std::vector<Code> Ratings::*store);

    Scale scale_;
    std::size_t rows_ = 0;
    std::size_t raters_ = 0;
    std::vector<std::uint8_t> bytes_;
    std::vector<std::uint16_t> words_;
    std::vector<double> counts_;
    std::vector<std::uint64_t> frequencies_;
};

} // namespace timbang::stats
