#include "domain/session_start.h"

namespace timbang::domain {

SessionStarted session_start(const Scenario& scenario, Mode mode, std::uint64_t seed) {
    SessionStarted started;
    started.scenario = scenario.id;
    started.version = scenario.version;
    started.content_hash = scenario.hashes.content;
    started.key_hash = scenario.hashes.key;
    started.framework = scenario.framework->reference();
    started.mode = mode;
    started.seed = seed;
    return started;
}

} // namespace timbang::domain
