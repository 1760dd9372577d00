#include <doctest/doctest.h>

#include "base/crypto.h"

using namespace timbang;

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
