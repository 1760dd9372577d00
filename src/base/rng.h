#pragma once

#include <cstdint>

namespace timbang::base {

/// A small deterministic generator (SplitMix64: Steele, Lea, Flood 2014). The same seed gives the same numbers on every
/// machine; not for secrets.
class Rng {
public:
    explicit Rng(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// Evenly from 0 to bound − 1; `bound` must not be 0.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
        std::uint64_t value = next();
        while (value >= limit) value = next();
        return value % bound;
    }

private:
    std::uint64_t state_;
};

} // namespace timbang::base
