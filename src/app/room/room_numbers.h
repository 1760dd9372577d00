#pragma once

#include <optional>
#include <string>

#include "domain/room.h"

namespace timbang::app {

inline constexpr int kMostPeople = static_cast<int>(domain::kMostSeats);
inline constexpr int kMostVoteMinutes = 24 * 60;

/// A whole number as typed; nothing where it is none, or out of bounds.
[[nodiscard]] std::optional<int> whole_number(const std::string& text, int least, int most);

} // namespace timbang::app
