#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sodium.h>

// What the files that call libsodium share. Of this module only.

namespace timbang::base::sodium {

using Bytes = std::vector<unsigned char>;

/// Whether the library can be used; to be asked before anything else.
inline bool ready() {
    return sodium_init() >= 0;
}

inline const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

inline std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
    std::string text(count * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    text.pop_back();
    return text;
}

/// Exactly `count` bytes, or nothing.
inline std::optional<Bytes> from_hexadecimal(std::string_view text, std::size_t count) {
    if (text.size() != count * 2) return std::nullopt;
    Bytes bytes(count);
    std::size_t size = 0;
    if (sodium_hex2bin(bytes.data(), count, text.data(), text.size(), nullptr, &size, nullptr) != 0 || size != count)
        return std::nullopt;
    return bytes;
}

} // namespace timbang::base::sodium
