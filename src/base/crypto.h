#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace timbang::base {

// Signatures and sealing, made by libsodium. Keys, signatures and hashes are told in lower-case hexadecimal digits.

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

/// What making a key from a passphrase costs (Argon2id, RFC 9106).
struct SealCost {
    unsigned passes = 4;
    std::size_t memory = std::size_t{64} << 20; ///< bytes
};
/// Sealed blocks that ask for more than this are refused: the numbers come from the file.
inline constexpr SealCost kHighestSealCost{16, std::size_t{256} << 20};

/// The bytes under a passphrase: Argon2id makes the key, XChaCha20-Poly1305 encrypts and authenticates. The size of the block
/// is a multiple of `step`, so that it tells little of the size of the bytes. `about` must be the same when it is opened.
/// Code "seal-failed" where there is no memory for it.
[[nodiscard]] Result<std::string> seal_bytes(std::string_view bytes, std::string_view passphrase, std::string_view about,
                                             std::size_t step, SealCost cost = {});
/// Codes: "seal-damaged" for what is no sealed block, "seal-passphrase" for another passphrase or a block that was changed
/// (the two cannot be told apart), "seal-failed".
[[nodiscard]] Result<std::string> open_sealed_bytes(std::string_view block, std::string_view passphrase,
                                                    std::string_view about);

/// Overwrites what must not stay in memory, and empties it.
void wipe(std::string& secret);

} // namespace timbang::base
