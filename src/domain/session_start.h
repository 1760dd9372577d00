#pragma once

#include "domain/event.h"
#include "domain/scenario.h"

namespace timbang::domain {

/// How a session of this case begins: what it is about, and with which hashes. Who works and with which program, the caller
/// adds.
[[nodiscard]] SessionStarted session_start(const Scenario& scenario, Mode mode, std::uint64_t seed);

} // namespace timbang::domain
