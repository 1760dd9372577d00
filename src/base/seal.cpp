#include "base/seal.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/hash.h"
#include "base/sodium.h"

namespace timbang::base {
namespace {

using sodium::raw;

// A sealed block: magic, passes and memory (little-endian, 4 and 8 bytes; 0 without a passphrase), salt, nonce; where
// it is for keys also their number (4 bytes), the content's key under the passphrase if there is one, and the content's
// key in a box for each key; then the ciphertext. Under a passphrase alone the key that is made from it is the
// content's key.
constexpr std::string_view kForPassphrase = "TBSEAL1\n", kForKeys = "TBSEAL2\n";
constexpr std::size_t kKey = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kSalt = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kStart = 8 + 4 + 8 + kSalt + kNonce; ///< what every block has before the ciphertext
constexpr std::size_t kLocked = kKey + kTag;               ///< the content's key under the passphrase
constexpr std::size_t kBox = kKey + crypto_box_SEALBYTES;

constexpr std::string_view kLineBegins = "tbk1";
constexpr std::size_t kOpenDigits = crypto_box_PUBLICKEYBYTES * 2, kSlipDigits = 8;

void put_number(std::string& out, unsigned long long value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

unsigned long long number_at(std::string_view bytes, std::size_t at, int count) {
    unsigned long long value = 0;
    for (int i = count; i-- > 0;)
        value = value << 8 | raw(bytes)[at + static_cast<std::size_t>(i)];
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
    [[nodiscard]] unsigned char* data() { return bytes_.data(); }
    [[nodiscard]] std::string_view view() const { return {reinterpret_cast<const char*>(bytes_.data()), kKey}; }
    /// False where the memory that it asks for is not there.
    [[nodiscard]] bool make(std::string_view passphrase, std::string_view salt, SealCost cost) {
        return crypto_pwhash_argon2id(bytes_.data(), kKey, passphrase.data(), passphrase.size(), raw(salt), cost.passes,
                                      cost.memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
    }

private:
    std::array<unsigned char, kKey> bytes_{};
};

/// What is authenticated besides the ciphertext: what it is about, and what stands before it.
std::string bound(std::string_view about, std::string_view head) {
    std::string text = std::to_string(about.size()) + ":";
    return text.append(about).append(head);
}

std::string_view salt_of(std::string_view block) {
    return block.substr(kStart - kNonce - kSalt, kSalt);
}
const unsigned char* nonce_of(std::string_view block) {
    return raw(block) + kStart - kNonce;
}

std::string encrypted(std::string_view bytes, const SecretKey& key, std::string_view about, std::string_view head) {
    const std::string also = bound(about, head);
    std::string out(bytes.size() + kTag, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(out), nullptr, raw(bytes), bytes.size(), raw(also), also.size(),
                                               nullptr, nonce_of(head), key.data());
    return out;
}

/// Room for all but the tag is in `into`.
bool decrypted(std::string_view bytes, const SecretKey& key, std::string_view about, std::string_view head,
               unsigned char* into) {
    const std::string also = bound(about, head);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(into, nullptr, nullptr, raw(bytes), bytes.size(), raw(also),
                                                      also.size(), nonce_of(head), key.data()) == 0;
}

/// Where the parts of a block lie.
struct Layout {
    bool for_keys = false;
    SealCost cost{0, 0}; ///< no passes: no passphrase opens it
    std::string_view locked;
    std::string_view boxes; ///< a whole number of them
    std::string_view head;  ///< all before the ciphertext
};

/// Nothing where it is no block, or asks for more work than it may.
std::optional<Layout> layout_of(std::string_view block) {
    Layout layout;
    layout.for_keys = block.starts_with(kForKeys);
    if (block.size() < kStart + 4 || !(layout.for_keys || block.starts_with(kForPassphrase))) return std::nullopt;
    const unsigned long long passes = number_at(block, 8, 4), memory = number_at(block, 12, 8);
    const bool passphrase = !layout.for_keys || passes != 0 || memory != 0;
    if (passphrase && (passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || passes > kHighestSealCost.passes ||
                       memory < crypto_pwhash_argon2id_MEMLIMIT_MIN || memory > kHighestSealCost.memory))
        return std::nullopt;
    layout.cost = {static_cast<unsigned>(passes), static_cast<std::size_t>(memory)};
    std::size_t size = kStart;
    if (layout.for_keys) {
        const unsigned long long keys = number_at(block, kStart, 4);
        const std::size_t locked = passphrase ? kLocked : 0;
        if (keys == 0 || keys > kMostSealKeys || block.size() < kStart + 4 + locked + keys * kBox) return std::nullopt;
        layout.locked = block.substr(kStart + 4, locked);
        layout.boxes = block.substr(kStart + 4 + locked, keys * kBox);
        size = kStart + 4 + locked + layout.boxes.size();
    }
    if (block.size() < size + kTag + 1) return std::nullopt;
    layout.head = block.substr(0, size);
    return layout;
}

bool unbox(const Layout& layout, const SealingKey& mine, SecretKey& content) {
    const auto open = sodium::from_hexadecimal(mine.open, crypto_box_PUBLICKEYBYTES);
    auto secret = sodium::from_hexadecimal(mine.secret, crypto_box_SECRETKEYBYTES);
    if (!open || !secret) return false;
    bool found = false;
    for (std::size_t at = 0; at < layout.boxes.size() && !found; at += kBox)
        found = crypto_box_seal_open(content.data(), raw(layout.boxes) + at, kBox, open->data(), secret->data()) == 0;
    sodium_memzero(secret->data(), secret->size());
    return found;
}

/// A passphrase's key and, for keys, the boxes, behind the start of the block.
Status write_head(std::string& block, const SealFor& who, std::string_view about, SecretKey& content) {
    SecretKey from_passphrase;
    if (!who.passphrase.empty() && !from_passphrase.make(who.passphrase, salt_of(block), who.cost))
        return Error("seal-failed");
    if (who.keys.empty()) {
        std::copy_n(from_passphrase.data(), kKey, content.data());
        return {};
    }
    randombytes_buf(content.data(), kKey);
    const std::string start = block;
    put_number(block, who.keys.size(), 4);
    if (!who.passphrase.empty()) block += encrypted(content.view(), from_passphrase, about, start);
    for (const std::string& one : who.keys) {
        const auto open = sodium::from_hexadecimal(one, crypto_box_PUBLICKEYBYTES);
        std::string box(kBox, '\0');
        if (!open || crypto_box_seal(raw(box), content.data(), kKey, open->data()) != 0)
            return Error("seal-key-wrong", {{"name", one}});
        block += box;
    }
    return {};
}

/// The content's key.
Status find_key(const Layout& layout, const SealOpeners& openers, std::string_view about, SecretKey& content) {
    if (unbox(layout, openers.key, content)) return {};
    if (layout.cost.passes == 0 || openers.passphrase.empty()) {
        if (layout.for_keys && !openers.broken_key.empty())
            return Error("seal-key-broken", {{"path", openers.broken_key}});
        return Error(layout.cost.passes == 0 ? "seal-key" : "seal-closed");
    }
    SecretKey from_passphrase;
    SecretKey& made = layout.for_keys ? from_passphrase : content;
    if (!made.make(openers.passphrase, salt_of(layout.head), layout.cost)) return Error("seal-failed");
    if (layout.for_keys && !decrypted(layout.locked, made, about, layout.head.substr(0, kStart), content.data()))
        return Error("seal-passphrase");
    return {};
}

std::string slip_digits(std::string_view open) {
    return sha256(std::string(kLineBegins).append(open)).substr(0, kSlipDigits);
}

} // namespace

SealingKey make_sealing_key() {
    if (!sodium::ready()) return {};
    unsigned char open[crypto_box_PUBLICKEYBYTES];
    unsigned char secret[crypto_box_SECRETKEYBYTES];
    crypto_box_keypair(open, secret);
    SealingKey key{sodium::hexadecimal(open, sizeof open), sodium::hexadecimal(secret, sizeof secret)};
    sodium_memzero(secret, sizeof secret);
    return key;
}

std::string sealing_key_line(std::string_view open) {
    if (!sodium::from_hexadecimal(open, crypto_box_PUBLICKEYBYTES)) return "";
    return std::string(kLineBegins).append(open) + slip_digits(open);
}

std::string sealing_key_of(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return "";
    std::string text(line.substr(begin, line.find_last_not_of(" \t\r\n") + 1 - begin));
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (text.size() != kLineBegins.size() + kOpenDigits + kSlipDigits) return "";
    const std::string open = text.substr(kLineBegins.size(), kOpenDigits);
    return sealing_key_line(open) == text ? open : "";
}

Result<std::string> seal_bytes(std::string_view bytes, const SealFor& who, std::string_view about, std::size_t step) {
    if (!sodium::ready()) return Error("seal-failed");
    if (who.keys.size() > kMostSealKeys || (who.keys.empty() && who.passphrase.empty()))
        return Error("seal-keys", {{"limit", static_cast<std::int64_t>(kMostSealKeys)}});
    std::string block(who.keys.empty() ? kForPassphrase : kForKeys);
    put_number(block, who.passphrase.empty() ? 0 : who.cost.passes, 4);
    put_number(block, who.passphrase.empty() ? 0 : who.cost.memory, 8);
    block.resize(kStart);
    randombytes_buf(raw(block) + kStart - kSalt - kNonce, kSalt + kNonce);
    SecretKey key;
    if (Status written = write_head(block, who, about, key); !written) return written.error();
    // Padded so that head, text and tag together fill whole steps: one byte 0x80, then zeros (ISO/IEC 7816-4).
    std::string padded(bytes);
    padded.push_back('\x80');
    const std::size_t whole = block.size() + padded.size() + kTag;
    padded.resize(padded.size() + (step - whole % step) % step);
    block += encrypted(padded, key, about, block);
    sodium_memzero(padded.data(), padded.size());
    return block;
}

Result<std::string> open_sealed_bytes(std::string_view block, const SealOpeners& openers, std::string_view about) {
    if (!sodium::ready()) return Error("seal-failed");
    const std::optional<Layout> layout = layout_of(block);
    if (!layout) return Error("seal-damaged");
    SecretKey key;
    if (Status found = find_key(*layout, openers, about, key); !found) return found.error();
    std::string text(block.size() - layout->head.size() - kTag, '\0');
    if (!decrypted(block.substr(layout->head.size()), key, about, layout->head, raw(text)))
        return Error(layout->for_keys ? "seal-damaged" : "seal-passphrase");
    const std::size_t end = text.find_last_not_of('\0');
    if (end == std::string::npos || text[end] != '\x80') return Error("seal-damaged");
    text.resize(end);
    return text;
}

} // namespace timbang::base
