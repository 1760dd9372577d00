#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/room.h"

namespace timbang::room {

// What clients say (README.md), read strictly: a field of another type than it should have makes the whole message not
// known, fields that are too many are ignored. Whether a seat or an indicator is there is not asked here.

namespace heard {
struct Hello {
    int protocol = 0;
    std::string token;
};
struct Code {
    std::string code;
};
struct Take {
    std::string code;
    std::string seat;
    int group = 0;
}; ///< a seat, or a group
struct Vote {
    std::string id, seat, indicator;
    int group = 0;
    int round = 0;
    domain::VoteKind kind = domain::VoteKind::First;
    std::optional<int> score;
    std::optional<domain::Verdict> verdict;
    int confidence = 0;
    std::vector<std::string> members;
    std::string reason; ///< one line: white space folded, no control characters
};
struct Name {
    int ask = 0;
    bool yes = false;
};
struct Projector {
    std::string token;
};
struct Ping {};
/// Why a message was not understood: "not-json", "not-known".
struct Nothing {
    const char* reason = "not-known";
};
} // namespace heard
using Heard = std::variant<heard::Nothing, heard::Hello, heard::Code, heard::Take, heard::Vote, heard::Name,
                           heard::Projector, heard::Ping>;

[[nodiscard]] Heard read_message(std::string_view text);

inline constexpr int kProtocol = 1;

} // namespace timbang::room
