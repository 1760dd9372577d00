#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/scenario.h"
#include "store/stored_event.h"

namespace timbang::app {

/// The first votes of a room beside a key that was corrected since.
struct VotesAgain {
    std::vector<std::string> scored; ///< canonical payloads of `vote_scored`, for those that another key was compared with
    std::int64_t changed = 0;        ///< of them, with another result now
    std::int64_t other_tasks = 0;    ///< votes on another task than the case asks now
};

/// Compares the first votes whose reference was shown once more, where the newest comparison was with another key.
/// `events` are those of the room's session. Codes: those of `RoomCase::resume`.
[[nodiscard]] base::Result<VotesAgain> votes_again(const std::shared_ptr<const domain::Scenario>& scenario,
                                                   const std::vector<store::StoredEvent>& events,
                                                   const std::string& reason);

} // namespace timbang::app
