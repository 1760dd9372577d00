#include "base/crypto.h"

#include "base/sodium.h"

namespace timbang::base {

using sodium::from_hexadecimal, sodium::hexadecimal, sodium::raw, sodium::ready;

SigningKey make_signing_key() {
    if (!ready()) return {};
    unsigned char open[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    crypto_sign_keypair(open, secret);
    SigningKey key{hexadecimal(open, sizeof open), hexadecimal(secret, sizeof secret)};
    sodium_memzero(secret, sizeof secret);
    return key;
}

std::string sign(std::string_view bytes, std::string_view secret) {
    auto key = from_hexadecimal(secret, crypto_sign_SECRETKEYBYTES);
    if (!key || !ready()) return "";
    unsigned char signature[crypto_sign_BYTES];
    crypto_sign_detached(signature, nullptr, raw(bytes), bytes.size(), key->data());
    sodium_memzero(key->data(), key->size());
    return hexadecimal(signature, sizeof signature);
}

bool signature_fits(std::string_view bytes, std::string_view signature, std::string_view open_key) {
    const auto made = from_hexadecimal(signature, crypto_sign_BYTES);
    const auto key = from_hexadecimal(open_key, crypto_sign_PUBLICKEYBYTES);
    return made && key && ready() && crypto_sign_verify_detached(made->data(), raw(bytes), bytes.size(), key->data()) == 0;
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

} // namespace timbang::base
