#pragma once

#include <string>
#include <string_view>

namespace timbang::base {

// Signatures, made by libsodium. Keys and signatures are told in lower-case hexadecimal digits. Sealing: base/seal.h.

/// An Ed25519 key pair (RFC 8032).
struct SigningKey {
    std::string open;   ///< 32 bytes, 64 digits: may be known to everybody
    std::string secret; ///< 64 bytes, 128 digits: stays with its owner
};
/// Empty where the operating system gives no random numbers.
[[nodiscard]] SigningKey make_signing_key();

/// A detached signature, 128 digits; "" where `secret` is no key.
[[nodiscard]] std::string sign(std::string_view bytes, std::string_view secret);
/// Whether the signature was made for exactly these bytes by the owner of the key. False for anything malformed.
[[nodiscard]] bool signature_fits(std::string_view bytes, std::string_view signature, std::string_view open_key);

/// Overwrites what must not stay in memory, and empties it.
void wipe(std::string& secret);

} // namespace timbang::base
