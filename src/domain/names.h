#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace timbang::domain {

/// The value of an enumeration whose ids stand in the order of its values; nothing for an id that is not among them.
template <class Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> from_id(const std::array<const char*, N>& ids, std::string_view id) {
    for (std::size_t i = 0; i < N; ++i)
        if (id == ids[i]) return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace timbang::domain
