#include "base/hash.h"

#include <new>

#include <sodium.h>

namespace timbang::base {
namespace {

using State = crypto_hash_sha256_state;

std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        text.push_back(kDigits[bytes[i] >> 4]);
        text.push_back(kDigits[bytes[i] & 15]);
    }
    return text;
}

const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

std::string sha256(std::string_view bytes) {
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(sum, unsigned_bytes(bytes), bytes.size());
    return hexadecimal(sum, sizeof sum);
}

Sha256::Sha256() {
    static_assert(sizeof(State) <= sizeof state_ && alignof(State) <= 8);
    crypto_hash_sha256_init(new (state_) State);
}

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(std::launder(reinterpret_cast<State*>(state_)), unsigned_bytes(bytes), bytes.size());
}

std::string Sha256::finish() {
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(std::launder(reinterpret_cast<State*>(state_)), sum);
    return hexadecimal(sum, sizeof sum);
}

} // namespace timbang::base
