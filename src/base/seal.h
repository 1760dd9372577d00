#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace timbang::base {

// Sealed blocks, made by libsodium: bytes that only the owners of some keys, or who knows a passphrase, can read.

/// An X25519 key pair (RFC 7748) that blocks are sealed for. Told in lower-case hexadecimal digits.
struct SealingKey {
    std::string open;   ///< 32 bytes, 64 digits: may be known to everybody
    std::string secret; ///< 32 bytes, 64 digits: stays with its owner
};
/// Empty where the operating system gives no random numbers.
[[nodiscard]] SealingKey make_sealing_key();

/// The open half as one line to send to somebody: "tbk1", its 64 digits, and 8 more that show a slip. "" for what is no
/// key.
[[nodiscard]] std::string sealing_key_line(std::string_view open);
/// The open half of such a line; capital letters and blanks around it do no harm. "" for anything else, also for one
/// with a wrong digit.
[[nodiscard]] std::string sealing_key_of(std::string_view line);

/// What making a key from a passphrase costs (Argon2id, RFC 9106).
struct SealCost {
    unsigned passes = 4;
    std::size_t memory = std::size_t{64} << 20; ///< bytes
};
/// Sealed blocks that ask for more than this are refused: the numbers come from the file.
inline constexpr SealCost kHighestSealCost{16, std::size_t{256} << 20};
/// A block is for no more keys than this.
inline constexpr std::size_t kMostSealKeys = 64;

/// Who may open a block: the owners of keys, or who knows the passphrase ("" none). One of them at least.
struct SealFor {
    std::string passphrase;
    std::vector<std::string> keys; ///< open halves
    SealCost cost{};
};

/// What is at hand to open blocks: a key, which is tried first, and a passphrase. Either may be empty.
struct SealOpeners {
    std::string passphrase;
    SealingKey key;
    std::string broken_key; ///< path of a key that is kept here and cannot be read, or ""
    [[nodiscard]] bool none() const { return passphrase.empty() && key.secret.empty() && broken_key.empty(); }
};

/// The bytes under a passphrase (Argon2id makes the key), or under a random key that is there once for each owner of a
/// key (X25519, libsodium's crypto_box_seal: it does not tell whose) and, if asked, under a passphrase.
/// XChaCha20-Poly1305 encrypts and authenticates. The size of the block is a multiple of `step`, so that it tells
/// little of the size of the bytes. `about` must be the same when it is opened. Codes "seal-failed" where there is no
/// memory for it, "seal-key-wrong" (arg name) for a key that nobody can have, "seal-keys" (arg limit) for too many
/// keys, or nobody who may open it.
[[nodiscard]] Result<std::string> seal_bytes(std::string_view bytes, const SealFor& who, std::string_view about,
                                             std::size_t step);
/// Codes: "seal-damaged" for what is no sealed block, "seal-passphrase" for another passphrase or a block that was
/// changed (the two cannot be told apart), "seal-closed" when a passphrase would open it and none is at hand,
/// "seal-key" when it is for keys only and the one at hand is not among them, "seal-key-broken" (arg path) when the own
/// key might open it, "seal-failed".
[[nodiscard]] Result<std::string> open_sealed_bytes(std::string_view block, const SealOpeners& openers,
                                                    std::string_view about);

} // namespace timbang::base
