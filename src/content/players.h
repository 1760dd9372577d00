#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "base/rng.h"
#include "domain/session.h"

namespace timbang::content {

enum class PlayerKind : std::uint8_t { Reference, Lenient, Strict, Random };

/// One played session: what was asked, what happened, where it ended.
struct Played {
    std::vector<domain::Event> events;
    domain::State state;
    std::size_t commands = 0;          ///< accepted
};

/// Plays a case to its end. Reference follows the key and takes the actions that help; lenient and strict answer as
/// DESIGN section 5 says; random chooses among the legal commands by seed and ends within 10,000 commands by the shortest way
/// out. The first event is the session's start with `person` "" and this seed.
[[nodiscard]] Played play(const domain::Scenario& scenario, PlayerKind player, domain::Mode mode, std::uint64_t seed);

/// Reads one line in the words of the terminal player (`help` lists them) into a command for this state. Errors carry the
/// code "play-word" / "play-id" / … and what is expected.
[[nodiscard]] base::Result<domain::Command> parse_command(const domain::Scenario& scenario, const domain::State& state,
                                                          std::string_view line);

/// Plays the lines of a `.play` file; `#` starts a comment. Stops at the first line that cannot be read or is refused
/// (code "play-line" with the line number and the cause).
[[nodiscard]] base::Result<Played> play_script(const domain::Scenario& scenario, std::string_view text,
                                               domain::Mode mode, std::uint64_t seed);

} // namespace timbang::content
