#pragma once

#include <string>
#include <string_view>

namespace timbang::base {

/// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The same for bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    /// Ends the sum; nothing may be added after it.
    [[nodiscard]] std::string finish();

private:
    alignas(8) unsigned char state_[128];
};

} // namespace timbang::base
