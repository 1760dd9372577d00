#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/event.h"

namespace timbang::store {

/// An event as the record keeps it. Events of a session are numbered from 1 without gaps; replay order is `seq`.
struct StoredEvent {
    std::string id;                         ///< UUIDv7
    std::int64_t seq = 0;
    std::string type;                       ///< "decided"; may be one that this program does not know
    base::Time time;
    std::string payload;                    ///< canonical JSON without free texts
    std::string payload_hash;               ///< SHA-256 of type, a newline and the payload
    std::vector<domain::FreeText> texts;    ///< kept as rows of their own, not covered by the hash
};

/// SHA-256 (hexadecimal) over `type`, a newline and the canonical payload.
[[nodiscard]] std::string payload_hash(std::string_view type, std::string_view payload);

/// Makes an event ready for the record. `payload` is canonical JSON.
[[nodiscard]] StoredEvent make_stored(std::string type, std::string payload, std::vector<domain::FreeText> texts,
                                      std::int64_t seq, base::Time now, const std::function<std::uint64_t()>& random);
[[nodiscard]] StoredEvent make_stored(const domain::Scenario& scenario, const domain::Event& event, std::int64_t seq,
                                      base::Time now, const std::function<std::uint64_t()>& random);

/// Reads an event back for its scenario. Codes: "event-unknown" (a newer type), "event-broken", and "event-damaged" when the
/// payload does not fit its hash.
[[nodiscard]] base::Result<domain::Event> read_stored(const domain::Scenario& scenario, const StoredEvent& event);

} // namespace timbang::store
