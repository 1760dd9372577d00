#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "room/host.h"

namespace timbang::room {

/// Where codes are tried. Thirty phones share one address, so nobody is told apart: after a few wrong codes of all
/// together every code, right or wrong, waits for its turn, one at a time and further apart the more wrong ones came.
/// Who has a seat already is not touched by this. One wrong code is forgotten every ten seconds.
class Gate {
public:
    Gate(std::string code, const Limits& limits)
        : code_(std::move(code)), tries_(limits.code_tries), pause_ms_(limits.code_pause_ms) {}

    /// Whether a code may be looked at now, `now` on the steady clock in milliseconds.
    [[nodiscard]] bool open(std::int64_t now);
    /// Looks at a code, and closes the gate for a while where there have been too many wrong ones.
    [[nodiscard]] bool fits(std::string_view code, std::int64_t now);

private:
    void forget(std::int64_t now);

    std::string code_;
    int tries_;
    std::int64_t pause_ms_;
    int wrong_ = 0;
    std::int64_t forgot_ = 0; ///< when a wrong code was last forgotten
    std::int64_t next_ = 0;   ///< when the gate opens again
};

} // namespace timbang::room
