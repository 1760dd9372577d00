#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace timbang::bench {

/// Ratings that any program in any language can make anew: exact integers, so that results can be compared digit by
/// digit. mix is the finaliser of SplitMix64. Rater r, unit i of I units: base = seed·2³² + 4(r·I + i); the rating is
/// the truth where u(base + 1) < 0.6, else a category of its own; it is missing where u(base) < 0.2.
struct Recipe {
    std::size_t raters = 0, units = 0;
    bool gaps = true;
    std::uint64_t categories = 5;

    static constexpr std::uint64_t kSeed = 20240607;
    static std::uint64_t mix(std::uint64_t z) {
        z += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    static double share(std::uint64_t z) { return static_cast<double>(mix(z) >> 11) * 0x1p-53; }

    /// 0-based category.
    [[nodiscard]] std::uint64_t truth(std::size_t unit) const { return mix(kSeed + unit) % categories; }
    /// 0-based category, or -1.
    [[nodiscard]] int rating(std::size_t rater, std::size_t unit) const {
        const std::uint64_t base = (kSeed << 32) + 4 * (static_cast<std::uint64_t>(rater) * units + unit);
        if (gaps && share(base) < 0.2) return -1;
        return static_cast<int>(share(base + 1) < 0.6 ? truth(unit) : mix(base + 2) % categories);
    }
};

/// The ratings unit by unit: one-byte codes with 255 for missing.
inline std::vector<std::uint8_t> codes_of(const Recipe& recipe) {
    std::vector<std::uint8_t> codes(recipe.raters * recipe.units);
    for (std::size_t unit = 0; unit < recipe.units; ++unit)
        for (std::size_t rater = 0; rater < recipe.raters; ++rater) {
            const int rating = recipe.rating(rater, unit);
            codes[unit * recipe.raters + rater] = rating < 0 ? 255 : static_cast<std::uint8_t>(rating);
        }
    return codes;
}

/// The same as numbers from 1 on, NaN for missing.
inline std::vector<double> values_of(const std::vector<std::uint8_t>& codes) {
    std::vector<double> values(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i)
        values[i] = codes[i] == 255 ? std::numeric_limits<double>::quiet_NaN() : codes[i] + 1.0;
    return values;
}

} // namespace timbang::bench
