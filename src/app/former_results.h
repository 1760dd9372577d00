#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "store/stored_event.h"

namespace timbang::app {

/// One decision that was compared with one key.
struct KeptResult {
    bool exact = false;
    std::optional<int> reference; ///< its score
    std::optional<int> steps;     ///< between the own score and the reference: + generous, − strict
    friend bool operator==(const KeptResult&, const KeptResult&) = default;
};

/// A result that a corrected reference has replaced by another one.
struct FormerResult {
    std::string indicator; ///< code
    KeptResult before, now;
    base::Time time;       ///< when it was compared again
    std::string reason;    ///< as the record keeps it
};

/// What comparing a session again has changed.
struct FormerResults {
    std::vector<FormerResult> changed; ///< oldest first; a result that stayed the same is not among them
    int exact_before = 0;              ///< decisions, as they were compared first
    int exact_now = 0;
    std::optional<base::Time> time;    ///< of the newest comparison with another key; nothing: there was none
    std::string reason;                ///< of it

    [[nodiscard]] const FormerResult* of(const std::string& indicator) const; ///< the newest, or null
};

/// From the events of a session, in order.
[[nodiscard]] FormerResults former_results(const std::vector<store::StoredEvent>& events);

} // namespace timbang::app
