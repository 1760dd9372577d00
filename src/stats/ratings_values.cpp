#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

#include "stats/agreement_histogram.h"
#include "stats/ratings.h"

namespace timbang::stats {
namespace {

constexpr std::size_t kMost = 65535;

base::Error bad_value(std::size_t index, std::size_t raters) {
    return base::Error("stats.ratings-category", {{"row", static_cast<std::int64_t>(index / raters + 1)},
                                                  {"column", static_cast<std::int64_t>(index % raters + 1)}});
}

/// Finds the number of a value, in order of first sight, in an open hash table.
class Index {
public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    Index() : slots_(1024, kNone) {}

    std::uint32_t find(double value) const {
        const std::uint32_t entry = slots_[slot_of(value)];
        return entry;
    }

    std::uint32_t find_or_add(double value) {
        const std::size_t slot = slot_of(value);
        if (slots_[slot] != kNone) return slots_[slot];
        const auto entry = static_cast<std::uint32_t>(values_.size());
        slots_[slot] = entry;
        values_.push_back(value);
        if (2 * values_.size() > slots_.size()) grow();
        return entry;
    }

    const std::vector<double>& values() const { return values_; }

private:
    std::size_t slot_of(double value) const {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(value + 0.0); // −0 is 0
        std::size_t slot = (bits * 0x9E3779B97F4A7C15u) >> 40 & (slots_.size() - 1);
        while (slots_[slot] != kNone && values_[slots_[slot]] != value) slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }

    void grow() {
        std::vector<std::uint32_t> wider(slots_.size() * 4, kNone);
        slots_.swap(wider);
        for (std::uint32_t entry = 0; entry < values_.size(); ++entry) slots_[slot_of(values_[entry])] = entry;
    }

    std::vector<std::uint32_t> slots_;
    std::vector<double> values_;
};

/// Where each entry of the index stands on the scale; without a scale the values in order become one.
struct Places {
    Scale scale;
    std::vector<std::uint16_t> code;
};

Places in_order(const std::vector<double>& values) {
    std::vector<std::pair<double, std::size_t>> sorted;
    for (std::size_t entry = 0; entry < values.size(); ++entry) sorted.emplace_back(values[entry] + 0.0, entry);
    std::sort(sorted.begin(), sorted.end());
    Places made;
    made.code.resize(values.size());
    std::vector<double> ordered;
    for (const auto& [value, entry] : sorted) {
        made.code[entry] = static_cast<std::uint16_t>(ordered.size());
        ordered.push_back(value);
    }
    made.scale = Scale::of_values(std::move(ordered));
    return made;
}

/// Blocks of known length are done many at a time.
constexpr std::size_t kBlock = 4096;

/// byte − low for bytes from `low` to `high`, missing stays; false, with nothing changed from there, at another byte.
bool shift_bytes(std::vector<std::uint8_t>& bytes, std::uint8_t low, std::uint8_t high) {
    std::size_t begin = 0;
    const auto one = [low](std::uint8_t byte) {
        return static_cast<std::uint8_t>(byte == kNoByte ? kNoByte : byte - low);
    };
    for (; begin + kBlock <= bytes.size(); begin += kBlock) {
        std::uint8_t* block = bytes.data() + begin;
        std::uint8_t least = kNoByte;
        std::uint8_t largest = 0;
        for (std::size_t i = 0; i < kBlock; ++i) {
            const auto next = static_cast<std::uint8_t>(block[i] + 1);
            least = block[i] < least ? block[i] : least;
            largest = next > largest ? next : largest;
        }
        if (least < low || largest > high + 1) return false;
        for (std::size_t i = 0; i < kBlock; ++i) block[i] = one(block[i]);
    }
    for (; begin < bytes.size(); ++begin) {
        if (bytes[begin] != kNoByte && (bytes[begin] < low || bytes[begin] > high)) return false;
        bytes[begin] = one(bytes[begin]);
    }
    return true;
}

Scale occurring_bytes(const std::vector<std::uint8_t>& bytes) {
    std::array<std::uint32_t, 255> counts{};
    count_bytes(bytes, counts.size(), counts.data());
    std::vector<double> found;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        if (counts[k] > 0) found.push_back(static_cast<double>(k));
    }
    return Scale::of_values(std::move(found));
}

/// Whole numbers from 0 to 254 in `bytes` become codes of the scale; false, with the bytes spoilt, if one is no
/// category.
bool place_bytes(std::vector<std::uint8_t>& bytes, const Scale& scale) {
    std::array<std::uint8_t, 256> code{};
    code.fill(kNoByte);
    bool steps = scale.size() > 0;
    for (std::size_t k = 0; k < scale.values().size(); ++k) {
        const double value = scale.values()[k];
        steps = steps && value == scale.values()[0] + static_cast<double>(k);
        if (!(value >= 0 && value <= 254) || value != std::floor(value)) {
            steps = false;
            continue;
        }
        code[static_cast<std::size_t>(value)] = static_cast<std::uint8_t>(k);
    }
    if (steps) {
        const auto low = static_cast<std::uint8_t>(scale.values().front());
        return shift_bytes(bytes, low, static_cast<std::uint8_t>(scale.values().back()));
    }
    for (auto& byte : bytes) {
        if (byte == kNoByte) continue;
        byte = code[byte];
        if (byte == kNoByte) return false;
    }
    return true;
}

} // namespace

base::Result<Ratings> Ratings::of_values(std::size_t units, std::size_t raters, std::span<const double> values,
                                         std::optional<Scale> scale) {
    if (units == 0 || raters == 0 ? !values.empty() : values.size() % raters != 0 || values.size() / raters != units) {
        return base::Error("stats.ratings-shape");
    }
    std::vector<std::uint8_t> bytes(!scale || scale->size() < kNoByte ? values.size() : 0);
    if (!bytes.empty() && bytes_of(values, bytes.data())) {
        if (!scale) scale = occurring_bytes(bytes);
        if (place_bytes(bytes, *scale)) return of_bytes(std::move(*scale), units, raters, std::move(bytes));
    }
    Index index;
    if (scale) {
        for (const double value : scale->values()) index.find_or_add(value);
    }
    std::vector<std::uint16_t> codes(values.size(), kNoWord);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        const std::uint32_t entry = scale ? index.find(values[i]) : index.find_or_add(values[i]);
        if (entry == Index::kNone || std::isinf(values[i])) return bad_value(i, raters);
        if (entry >= kMost)
            return base::Error("stats.ratings-categories", {{"most", static_cast<std::int64_t>(kMost)}});
        codes[i] = static_cast<std::uint16_t>(entry);
    }
    if (!scale) {
        Places places = in_order(index.values());
        for (auto& code : codes) code = code == kNoWord ? kNoWord : places.code[code];
        scale = std::move(places.scale);
    }
    if (scale->size() > kNoByte) return of_words(std::move(*scale), units, raters, std::move(codes));
    bytes.resize(codes.size());
    std::transform(codes.begin(), codes.end(), bytes.begin(),
                   [](std::uint16_t code) { return code == kNoWord ? kNoByte : static_cast<std::uint8_t>(code); });
    return of_bytes(std::move(*scale), units, raters, std::move(bytes));
}

} // namespace timbang::stats
