#pragma once

#include <functional>
#include <string>

#include "base/clock.h"

namespace timbang::base {

/// Sixty-four random bits from the operating system.
[[nodiscard]] std::uint64_t secure_random();
/// A secret of 128 random bits from the operating system, as 32 hexadecimal digits.
[[nodiscard]] std::string make_token();

/// A UUID version 7 (RFC 9562): the time in milliseconds, then random bits; sorts by time. Lower case with hyphens.
[[nodiscard]] std::string make_uuid7(Time now, const std::function<std::uint64_t()>& random);

} // namespace timbang::base
