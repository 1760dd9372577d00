#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace timbang::base {

/// UTC, to the millisecond.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;
/// Where the time comes from; tests hand in their own.
using Clock = std::function<Time()>;

[[nodiscard]] Time system_now();
/// "2026-03-18T10:42:07.123Z"
[[nodiscard]] std::string iso_time(Time time);
[[nodiscard]] std::optional<Time> parse_iso_time(std::string_view text);

} // namespace timbang::base
