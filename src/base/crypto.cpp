#include "base/crypto.h"

#include <array>
#include <cstring>
#include <optional>
#include <vector>

#include <sodium.h>

namespace timbang::base {
namespace {

using Bytes = std::vector<unsigned char>;

// A sealed block: magic, passes and memory (little-endian, 4 and 8 bytes), salt, nonce, ciphertext.
constexpr std::string_view kMagic = "TBSEAL1\n";
constexpr std::size_t kSalt = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kHead = 8 + 4 + 8 + kSalt + kNonce;

bool ready() { return sodium_init() >= 0; }

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
    std::string text(count * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    text.pop_back();
    return text;
}

/// Exactly `count` bytes, or nothing.
std::optional<Bytes> from_hexadecimal(std::string_view text, std::size_t count) {
    if (text.size() != count * 2) return std::nullopt;
    Bytes bytes(count);
    std::size_t size = 0;
    if (sodium_hex2bin(bytes.data(), count, text.data(), text.size(), nullptr, &size, nullptr) != 0 || size != count)
        return std::nullopt;
    return bytes;
}

void put_number(std::string& out, unsigned long long value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

unsigned long long number_at(std::string_view bytes, std::size_t at, int count) {
    unsigned long long value = 0;
    for (int i = count; i-- > 0;) value = value << 8 | raw(bytes)[at + static_cast<std::size_t>(i)];
    return value;
}

/// A key that is wiped at the end of its scope.
class SecretKey {
public:
    SecretKey() = default;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }
    [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }
    /// False where the memory that it asks for is not there.
    [[nodiscard]] bool make(std::string_view passphrase, std::string_view salt, SealCost cost) {
        return crypto_pwhash_argon2id(bytes_.data(), bytes_.size(), passphrase.data(), passphrase.size(), raw(salt),
                                      cost.passes, cost.memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
    }

private:
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> bytes_{};
};

/// What is authenticated besides the ciphertext: what it is about, and the head of the block.
std::string bound(std::string_view about, std::string_view head) {
    std::string text = std::to_string(about.size()) + ":";
    return text.append(about).append(head);
}

} // namespace

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

Result<std::string> seal_bytes(std::string_view bytes, std::string_view passphrase, std::string_view about,
                               std::size_t step, SealCost cost) {
    if (!ready()) return Error("seal-failed");
    std::string block(kMagic);
    put_number(block, cost.passes, 4);
    put_number(block, cost.memory, 8);
    block.resize(kHead);
    randombytes_buf(raw(block) + kHead - kSalt - kNonce, kSalt + kNonce);
    const std::string head = block;
    SecretKey key;
    if (!key.make(passphrase, std::string_view(head).substr(kHead - kSalt - kNonce, kSalt), cost))
        return Error("seal-failed");
    // Padded so that head, text and tag together fill whole steps: one byte 0x80, then zeros (ISO/IEC 7816-4).
    std::string padded(bytes);
    padded.push_back('\x80');
    const std::size_t whole = kHead + padded.size() + kTag;
    padded.resize(padded.size() + (step - whole % step) % step);
    block.resize(kHead + padded.size() + kTag);
    const std::string also = bound(about, head);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(block) + kHead, nullptr, raw(padded), padded.size(), raw(also),
                                               also.size(), nullptr, raw(head) + kHead - kNonce, key.data());
    sodium_memzero(padded.data(), padded.size());
    return block;
}

Result<std::string> open_sealed_bytes(std::string_view block, std::string_view passphrase, std::string_view about) {
    if (!ready()) return Error("seal-failed");
    if (block.size() < kHead + kTag + 1 || !block.starts_with(kMagic)) return Error("seal-damaged");
    const unsigned long long passes = number_at(block, 8, 4);
    const unsigned long long memory = number_at(block, 12, 8);
    if (passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || passes > kHighestSealCost.passes ||
        memory < crypto_pwhash_argon2id_MEMLIMIT_MIN || memory > kHighestSealCost.memory)
        return Error("seal-damaged");
    const std::string_view head = block.substr(0, kHead);
    SecretKey key;
    if (!key.make(passphrase, head.substr(kHead - kSalt - kNonce, kSalt),
                  {static_cast<unsigned>(passes), static_cast<std::size_t>(memory)}))
        return Error("seal-failed");
    const std::string also = bound(about, head);
    std::string text(block.size() - kHead - kTag, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(text), nullptr, nullptr, raw(block) + kHead, block.size() - kHead,
                                                   raw(also), also.size(), raw(head) + kHead - kNonce, key.data()) != 0)
        return Error("seal-passphrase");
    const std::size_t end = text.find_last_not_of('\0');
    if (end == std::string::npos || text[end] != '\x80') return Error("seal-damaged");
    text.resize(end);
    return text;
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

} // namespace timbang::base
