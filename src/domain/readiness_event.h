#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/clock.h"
#include "base/result.h"

namespace timbang::domain {

/// The pool that a try drew from, as the record names it.
struct PoolName {
    std::string id;
    std::string version;
    std::string content_hash;
    friend bool operator==(const PoolName&, const PoolName&) = default;
};

/// All that is kept of how a try went.
struct ReadinessCounts {
    int drawn = 0;
    int decided = 0;
    int exact = 0;                ///< score (verdict where no score is asked) equal to the reference; near does not count
    int scored = 0;               ///< with both scores
    int points = 0;               ///< sum of given − reference over those
    struct Found {
        std::string type;
        int found = 0, of = 0;
        friend bool operator==(const Found&, const Found&) = default;
    };
    std::vector<Found> critical;  ///< in the policy's order
    friend bool operator==(const ReadinessCounts&, const ReadinessCounts&) = default;
};

// What happened in a check besides the commands of the session. `step` knows nothing of them.

/// A try began: `readiness_started`, the second event of its session.
struct ReadinessStarted {
    std::string policy, version;
    PoolName pool;
    bool recheck = false;
    int number = 1;               ///< which try it is, from 1
    std::vector<std::string> drawn; ///< codes of the pool, in the order they are asked
    friend bool operator==(const ReadinessStarted&, const ReadinessStarted&) = default;
};

/// A try ended: `readiness_ended`, written together with `finished`.
struct ReadinessEnded {
    std::string policy, version;
    PoolName pool;
    bool recheck = false;
    int number = 1;
    std::vector<std::string> drawn;
    ReadinessCounts counts;
    bool ready = false;           ///< "outcome": "ready" or "not-yet"
    std::optional<base::Time> valid_until; ///< of a full check that was passed
    friend bool operator==(const ReadinessEnded&, const ReadinessEnded&) = default;
};

inline constexpr const char* kReadinessStarted = "readiness_started";
inline constexpr const char* kReadinessEnded = "readiness_ended";
[[nodiscard]] inline bool is_readiness_event(std::string_view type) {
    return type == kReadinessStarted || type == kReadinessEnded;
}
// Their payloads name nothing of the pool but codes, so that a record is read where the pool is sealed.
[[nodiscard]] nlohmann::json to_json(const ReadinessStarted& event);
[[nodiscard]] nlohmann::json to_json(const ReadinessEnded& event);
/// Code "event-broken".
[[nodiscard]] base::Result<ReadinessStarted> readiness_started_from_json(const nlohmann::json& payload);
[[nodiscard]] base::Result<ReadinessEnded> readiness_ended_from_json(const nlohmann::json& payload);

} // namespace timbang::domain
