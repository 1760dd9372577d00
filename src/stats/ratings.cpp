#include "stats/ratings.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

namespace timbang::stats {
namespace {

constexpr std::size_t kMostBytes = 255;
constexpr std::size_t kMostWords = 65535;
constexpr double kMostCount = 1e12;

base::Error bad_shape() { return base::Error("stats.ratings-shape"); }

base::Error bad_cell(const char* code, std::size_t index, std::size_t columns) {
    return base::Error(code, {{"row", static_cast<std::int64_t>(index / columns + 1)},
                              {"column", static_cast<std::int64_t>(index % columns + 1)}});
}

base::Error bad_category(std::size_t index, std::size_t columns) {
    return bad_cell("stats.ratings-category", index, columns);
}

base::Error too_many_categories(std::size_t most) {
    return base::Error("stats.ratings-categories", {{"most", static_cast<std::int64_t>(most)}});
}

/// rows × columns = size, without overflow.
bool fits(std::size_t rows, std::size_t columns, std::size_t size) {
    if (rows == 0 || columns == 0) return size == 0;
    return size % columns == 0 && size / columns == rows;
}

/// The first code that is neither below `most` nor `none` (the largest code), or the end. Whole blocks are searched for
/// their largest code plus one, where missing wraps to 0: a loop of known length that is done many codes at a time.
template <class Code> std::size_t first_outside(const std::vector<Code>& codes, std::size_t most, Code none) {
    constexpr std::size_t kBlock = 4096;
    const auto limit = static_cast<Code>(most);
    std::size_t begin = 0;
    for (; begin + kBlock <= codes.size(); begin += kBlock) {
        const Code* block = codes.data() + begin;
        Code largest = 0;
        for (std::size_t i = 0; i < kBlock; ++i) {
            const auto next = static_cast<Code>(block[i] + 1);
            largest = next > largest ? next : largest;
        }
        if (largest > limit) break;
    }
    while (begin < codes.size() && (codes[begin] < limit || codes[begin] == none)) ++begin;
    return begin;
}

std::string shortest(double value) {
    char text[32];
    const auto result = std::to_chars(text, text + sizeof text, value);
    return {text, result.ptr};
}

template <class Code> std::vector<Code> narrowed(std::span<const int> codes, Code none) {
    std::vector<Code> result(codes.size());
    std::transform(codes.begin(), codes.end(), result.begin(),
                   [none](int code) { return code < 0 ? none : static_cast<Code>(code); });
    return result;
}

} // namespace

Scale::Scale(std::vector<std::string> labels, std::vector<double> values)
    : labels_(std::move(labels)), values_(std::move(values)) {
    assert(values_.empty() || values_.size() == labels_.size());
}

Scale Scale::of_values(std::vector<double> values) {
    std::vector<std::string> labels(values.size());
    std::transform(values.begin(), values.end(), labels.begin(), shortest);
    return Scale(std::move(labels), std::move(values));
}

Scale Scale::of_positions(std::size_t size) {
    std::vector<double> values(size);
    std::iota(values.begin(), values.end(), 1.0);
    return of_values(std::move(values));
}

template <class Code>
base::Result<Ratings> Ratings::of_stored(Scale scale, std::size_t units, std::size_t raters, std::vector<Code> codes,
                                         std::size_t most, Code missing, std::vector<Code> Ratings::*store) {
    if (!fits(units, raters, codes.size())) return bad_shape();
    if (scale.size() > most) return too_many_categories(most);
    const std::size_t bad = first_outside<Code>(codes, scale.size(), missing);
    if (bad < codes.size()) return bad_category(bad, raters);
    Ratings made;
    made.scale_ = std::move(scale);
    made.rows_ = units;
    made.raters_ = raters;
    made.*store = std::move(codes);
    return made;
}

base::Result<Ratings> Ratings::of_bytes(Scale scale, std::size_t units, std::size_t raters,
                                        std::vector<std::uint8_t> codes) {
    return of_stored(std::move(scale), units, raters, std::move(codes), kMostBytes, kNoByte, &Ratings::bytes_);
}

base::Result<Ratings> Ratings::of_words(Scale scale, std::size_t units, std::size_t raters,
                                        std::vector<std::uint16_t> codes) {
    return of_stored(std::move(scale), units, raters, std::move(codes), kMostWords, kNoWord, &Ratings::words_);
}

base::Result<Ratings> Ratings::of_codes(Scale scale, std::size_t units, std::size_t raters,
                                        std::span<const int> codes) {
    if (!fits(units, raters, codes.size())) return bad_shape();
    if (scale.size() > kMostWords) return too_many_categories(kMostWords);
    const int size = static_cast<int>(scale.size());
    const auto bad =
        std::find_if(codes.begin(), codes.end(), [size](int code) { return code < kNoRating || code >= size; });
    if (bad != codes.end()) return bad_category(static_cast<std::size_t>(bad - codes.begin()), raters);
    if (scale.size() <= kMostBytes) return of_bytes(std::move(scale), units, raters, narrowed(codes, kNoByte));
    return of_words(std::move(scale), units, raters, narrowed(codes, kNoWord));
}

base::Result<Ratings> Ratings::of_counts(Scale scale, std::size_t units, std::vector<double> counts) {
    if (!fits(units, scale.size(), counts.size())) return bad_shape();
    if (scale.size() > kMostWords) return too_many_categories(kMostWords);
    Ratings made;
    double most = 0;
    for (std::size_t row = 0; row < units; ++row) {
        double total = 0;
        for (std::size_t k = 0; k < scale.size(); ++k) {
            const double count = counts[row * scale.size() + k];
            if (!(count >= 0 && count <= kMostCount))
                return bad_cell("stats.ratings-count", row * scale.size() + k, scale.size());
            total += count;
        }
        most = std::max(most, total);
    }
    made.raters_ = static_cast<std::size_t>(std::llround(most));
    made.scale_ = std::move(scale);
    made.rows_ = units;
    made.counts_ = std::move(counts);
    return made;
}

base::Result<Ratings> Ratings::of_table(Scale scale, std::span<const std::uint64_t> cells) {
    const std::size_t size = scale.size();
    if (!fits(size, size, cells.size())) return bad_shape();
    std::vector<int> codes;
    std::vector<std::uint64_t> frequencies;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        if (cells[cell] == 0) continue;
        codes.push_back(static_cast<int>(cell / size));
        codes.push_back(static_cast<int>(cell % size));
        frequencies.push_back(cells[cell]);
    }
    auto made = of_codes(std::move(scale), frequencies.size(), 2, codes);
    if (made.ok()) {
        made->raters_ = 2;
        made->frequencies_ = std::move(frequencies);
    }
    return made;
}

std::uint64_t Ratings::units() const {
    return frequencies_.empty() ? rows_ : std::accumulate(frequencies_.begin(), frequencies_.end(), std::uint64_t{0});
}

int Ratings::code(std::size_t row, std::size_t rater) const {
    const std::size_t at = row * raters_ + rater;
    if (!bytes_.empty()) return bytes_[at] == kNoByte ? kNoRating : bytes_[at];
    return words_[at] == kNoWord ? kNoRating : words_[at];
}

Ratings Ratings::with_occurring() const {
    std::vector<int> place(scale_.size(), 0);
    if (has_counts()) {
        for (std::size_t i = 0; i < counts_.size(); ++i) place[i % scale_.size()] |= counts_[i] > 0 ? 1 : 0;
    }
    for (const auto code : bytes_) {
        if (code != kNoByte) place[code] = 1;
    }
    for (const auto code : words_) {
        if (code != kNoWord) place[code] = 1;
    }
    std::vector<std::string> labels;
    std::vector<double> values;
    std::vector<std::size_t> kept;
    for (std::size_t k = 0; k < place.size(); ++k) {
        if (place[k] == 0) continue;
        place[k] = static_cast<int>(kept.size());
        kept.push_back(k);
        labels.push_back(scale_.labels()[k]);
        if (scale_.numeric()) values.push_back(scale_.values()[k]);
    }
    Ratings made = *this;
    made.scale_ = Scale(std::move(labels), std::move(values));
    for (auto& code : made.bytes_) code = code == kNoByte ? kNoByte : static_cast<std::uint8_t>(place[code]);
    for (auto& code : made.words_) code = code == kNoWord ? kNoWord : static_cast<std::uint16_t>(place[code]);
    if (has_counts() && kept.size() < scale_.size()) {
        made.counts_.clear();
        for (std::size_t row = 0; row < rows_; ++row) {
            for (const std::size_t k : kept) made.counts_.push_back(counts_[row * scale_.size() + k]);
        }
    }
    return made;
}

Ratings Ratings::pair(std::size_t a, std::size_t b) const {
    Ratings made;
    made.scale_ = scale_;
    made.rows_ = rows_;
    made.raters_ = 2;
    made.frequencies_ = frequencies_;
    const auto take = [&](const auto& from, auto& into) {
        into.reserve(2 * rows_);
        for (std::size_t row = 0; row < rows_; ++row) {
            into.push_back(from[row * raters_ + a]);
            into.push_back(from[row * raters_ + b]);
        }
    };
    if (!bytes_.empty()) take(bytes_, made.bytes_);
    if (!words_.empty()) take(words_, made.words_);
    return made;
}

} // namespace timbang::stats
