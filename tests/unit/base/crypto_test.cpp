#include <doctest/doctest.h>

#include "base/crypto.h"

using namespace timbang;

namespace {

constexpr base::SealCost kQuick{1, std::size_t{8} << 10};

} // namespace

TEST_CASE("a signature fits the bytes and the key that it was made with, and no others") {
    const base::SigningKey key = base::make_signing_key();
    const base::SigningKey other = base::make_signing_key();
    const std::string signature = base::sign("bytes", key.secret);
    CHECK(signature.size() == 128);
    CHECK(base::signature_fits("bytes", signature, key.open));
    CHECK_FALSE(base::signature_fits("Bytes", signature, key.open));
    CHECK_FALSE(base::signature_fits("bytes", signature, other.open));
    std::string changed = signature;
    changed[5] = changed[5] == '0' ? '1' : '0';
    CHECK_FALSE(base::signature_fits("bytes", changed, key.open));
    for (const char* bad : {"", "zz", "00"}) {
        CHECK_FALSE(base::signature_fits("bytes", bad, key.open));
        CHECK_FALSE(base::signature_fits("bytes", signature, bad));
        CHECK(base::sign("bytes", bad).empty());
    }
}

TEST_CASE("RFC 8032, test 2: a known signature fits") {
    CHECK(base::signature_fits(
        "\x72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d"
        "291612bb0c00",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
}

TEST_CASE("a sealed block opens with its passphrase only and tells nothing of its size") {
    for (const std::size_t size : {0U, 1U, 900U, 1024U}) {
        const std::string text(size, 'k');
        const auto block = base::seal_bytes(text, "rahasia", "case", 1024, kQuick);
        REQUIRE(block);
        CHECK(block->size() % 1024 == 0);
        CHECK(block->find("kkkk") == std::string::npos);
        CHECK(base::open_sealed_bytes(*block, "rahasia", "case").value() == text);
        CHECK(base::open_sealed_bytes(*block, "Rahasia", "case").error().code == "seal-passphrase");
        CHECK(base::open_sealed_bytes(*block, "rahasia", "other case").error().code == "seal-passphrase");
        std::string changed = *block;
        changed.back() = static_cast<char>(changed.back() ^ 1);
        CHECK(base::open_sealed_bytes(changed, "rahasia", "case").error().code == "seal-passphrase");
    }
    const std::string first = base::seal_bytes("same", "p", "", 64, kQuick).value();
    CHECK(first != base::seal_bytes("same", "p", "", 64, kQuick).value());
}

TEST_CASE("a block that asks for too much work, or is cut, is refused before any work is done") {
    const std::string block = base::seal_bytes("text", "p", "", 256, kQuick).value();
    for (std::size_t size = 0; size < 90; ++size) CHECK_FALSE(base::open_sealed_bytes(block.substr(0, size), "p", ""));
    std::string costly = block;
    costly[9] = '\x7F'; // passes
    CHECK(base::open_sealed_bytes(costly, "p", "").error().code == "seal-damaged");
    costly = block;
    costly[17] = '\x7F'; // memory
    CHECK(base::open_sealed_bytes(costly, "p", "").error().code == "seal-damaged");
    CHECK(base::open_sealed_bytes(std::string(500, 'x'), "p", "").error().code == "seal-damaged");
}
