#include "base/ids.h"

#include <sodium.h>

namespace timbang::base {

std::uint64_t secure_random() {
    std::uint64_t value = 0;
    randombytes_buf(&value, sizeof value);
    return value;
}

std::string make_token() {
    unsigned char bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    char text[2 * sizeof bytes + 1];
    return sodium_bin2hex(text, sizeof text, bytes, sizeof bytes);
}

std::string make_uuid7(Time now, const std::function<std::uint64_t()>& random) {
    const auto millis = static_cast<std::uint64_t>(now.time_since_epoch().count()) & 0xFFFFFFFFFFFFu;
    const std::uint64_t high = (millis << 16) | 0x7000u | (random() & 0x0FFFu);
    const std::uint64_t low = (random() & 0x3FFFFFFFFFFFFFFFu) | 0x8000000000000000u;
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) text.push_back('-');
        const std::uint64_t half = i < 16 ? high : low;
        text.push_back(kDigits[(half >> (60 - 4 * (i % 16))) & 15u]);
    }
    return text;
}

} // namespace timbang::base
