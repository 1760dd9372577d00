#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/scenario.h"
#include "store/records.h"

namespace timbang::app {

/// What comparing sessions again reads and writes.
struct RescorePorts {
    std::function<base::Result<std::vector<store::StoredEvent>>(const std::string& session)> events;
    /// Returns when they are durable, or why they could not be written.
    std::function<base::Status(const std::string& session, std::vector<store::StoredEvent> events)> append;
    base::Clock now;
    std::function<std::uint64_t()> random;
};

/// What was done, over all sessions that were looked at.
struct RescoreCount {
    std::int64_t decisions = 0;   ///< also first votes of rooms
    std::int64_t changed = 0;     ///< of them, with another result now
    std::int64_t other_tasks = 0; ///< decisions left as they are: another task was answered
    std::int64_t left = 0;        ///< sessions left as they are: imported, open, or of a case too different
    std::set<std::string> sessions; ///< that got new results
};

/// Compares the finished sessions of this case, of people and of rooms, once more with its present key, and appends the new
/// results with this reason; the former ones stay. `rows` may hold sessions of other cases. Codes of writing; then `count` tells what was done before.
base::Status rescore(const RescorePorts& ports, const std::shared_ptr<const domain::Scenario>& scenario,
                     const std::vector<store::SessionRow>& rows, const std::string& reason, RescoreCount& count);

} // namespace timbang::app
