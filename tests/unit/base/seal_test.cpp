#include <doctest/doctest.h>

#include "base/seal.h"

using namespace timbang;

namespace {

constexpr base::SealCost kQuick{1, std::size_t{8} << 10};

base::SealFor passphrase(const std::string& words) {
    return {words, {}, kQuick};
}
base::SealOpeners said(const std::string& words) {
    return {words, {}, ""};
}
base::SealOpeners owned(const base::SealingKey& key, const std::string& words = "") {
    return {words, key, ""};
}

std::string refusal(const std::string& block, const base::SealOpeners& openers, const std::string& about = "case") {
    const auto opened = base::open_sealed_bytes(block, openers, about);
    return opened ? "opened" : opened.error().code;
}

std::string bytes_of(std::string_view digits) {
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
    return bytes;
}

} // namespace

TEST_CASE("a block under a passphrase opens with it only and tells nothing of its size") {
    for (const std::size_t size : {0U, 1U, 900U, 1024U}) {
        const std::string text(size, 'k');
        const auto block = base::seal_bytes(text, passphrase("rahasia"), "case", 1024);
        REQUIRE(block);
        CHECK(block->size() % 1024 == 0);
        CHECK(block->find("kkkk") == std::string::npos);
        CHECK(base::open_sealed_bytes(*block, said("rahasia"), "case").value() == text);
        CHECK(refusal(*block, said("Rahasia")) == "seal-passphrase");
        CHECK(refusal(*block, said("rahasia"), "other case") == "seal-passphrase");
        CHECK(refusal(*block, {}) == "seal-closed");
        CHECK(refusal(*block, owned(base::make_sealing_key())) == "seal-closed");
        std::string changed = *block;
        changed.back() = static_cast<char>(changed.back() ^ 1);
        CHECK(refusal(changed, said("rahasia")) == "seal-passphrase");
    }
    const std::string first = base::seal_bytes("same", passphrase("p"), "", 64).value();
    CHECK(first != base::seal_bytes("same", passphrase("p"), "", 64).value());
}

TEST_CASE("a block under a passphrase from before there were keys opens as it did") {
    const std::string block = bytes_of("54425345414c310a010000000020000000000000a38dc51603792e174ea5155361c99e8f10e0c8a"
                                       "1930c7ace026076f2e42b9f164b474082"
                                       "3d9bdb44d68e0f0bdb274c5784e005b660bcd78b62f36606deeb1b487fa01184e0eeb37c26dad52"
                                       "98478815bc98dd87ec9507c5031608ce1"
                                       "6ede5e2e7161556e822e2b5792cf2e9a");
    CHECK(base::open_sealed_bytes(block, said("rahasia"), "case").value() == "a case of before");
    CHECK(refusal(block, said("rahasia2")) == "seal-passphrase");
}

TEST_CASE("a block for keys opens with each of them, and with no other") {
    const base::SealingKey siti = base::make_sealing_key(), budi = base::make_sealing_key(),
                           other = base::make_sealing_key();
    const std::string text(900, 'k');
    const std::string block = base::seal_bytes(text, {"", {siti.open, budi.open}}, "case", 1024).value();
    CHECK(block.size() % 1024 == 0);
    for (const base::SealingKey& key : {siti, budi}) {
        CHECK(base::open_sealed_bytes(block, owned(key), "case").value() == text);
        CHECK(base::open_sealed_bytes(block, owned(key, "words that are not asked for"), "case").value() == text);
        CHECK(refusal(block, owned(key), "other case") == "seal-damaged");
        CHECK(block.find(bytes_of(key.open)) == std::string::npos); // it does not tell for whom
    }
    CHECK(refusal(block, owned(other)) == "seal-key");
    CHECK(refusal(block, {}) == "seal-key");
    CHECK(refusal(block, said("rahasia")) == "seal-key");
    CHECK(refusal(block, {"", {}, "keys/sealing"}) == "seal-key-broken");
    CHECK(refusal(block, owned({siti.open, other.secret})) == "seal-key");
    for (std::size_t at = 0; at < block.size(); at += 7) {
        std::string changed = block;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK(refusal(changed, owned(budi)) != "opened");
    }
}

TEST_CASE("a block for keys may have a passphrase to fall back on") {
    const base::SealingKey siti = base::make_sealing_key();
    const std::string block = base::seal_bytes("text", {"rahasia", {siti.open}, kQuick}, "case", 256).value();
    CHECK(base::open_sealed_bytes(block, owned(siti), "case").value() == "text");
    CHECK(base::open_sealed_bytes(block, owned(siti, "not these words"), "case").value() == "text");
    CHECK(base::open_sealed_bytes(block, said("rahasia"), "case").value() == "text");
    CHECK(base::open_sealed_bytes(block, owned(base::make_sealing_key(), "rahasia"), "case").value() == "text");
    CHECK(refusal(block, said("Rahasia")) == "seal-passphrase");
    CHECK(refusal(block, owned(base::make_sealing_key())) == "seal-closed");
    CHECK(refusal(block, said("rahasia"), "other case") == "seal-passphrase");
}

TEST_CASE("a block is for somebody, and for keys that somebody can have") {
    const auto refused = [](const base::SealFor& who) { return base::seal_bytes("text", who, "", 64).error().code; };
    const std::string key = base::make_sealing_key().open;
    CHECK(refused({}) == "seal-keys");
    CHECK(refused({"", std::vector<std::string>(base::kMostSealKeys + 1, key)}) == "seal-keys");
    CHECK(refused({"", {key, "no key"}}) == "seal-key-wrong");
    CHECK(refused({"", {std::string(64, '0')}}) == "seal-key-wrong"); // a point of low order: everybody could open it
    CHECK(base::seal_bytes("text", {"", std::vector<std::string>(base::kMostSealKeys, key)}, "", 64));
}

TEST_CASE("a block that asks for too much work, or is cut, is refused before any work is done") {
    const base::SealingKey key = base::make_sealing_key();
    for (const base::SealFor& who : {passphrase("p"), base::SealFor{"p", {key.open}, kQuick}}) {
        const std::string block = base::seal_bytes("text", who, "", 256).value();
        for (std::size_t size = 0; size < block.size(); ++size)
            CHECK(refusal(block.substr(0, size), said("p"), "") != "opened");
        std::string costly = block;
        costly[8] = static_cast<char>(base::kHighestSealCost.passes + 1);
        CHECK(refusal(costly, said("p"), "") == "seal-damaged");
        costly = block;
        costly[12 + 3] = '\x10'; // 256 MiB and the 8 KiB that were there
        CHECK(refusal(costly, said("p"), "") == "seal-damaged");
        costly[12 + 5] = '\x7F'; // terabytes
        CHECK(refusal(costly, said("p"), "") == "seal-damaged");
        CHECK(refusal(costly, owned(key), "") == "seal-damaged");
    }
    CHECK(refusal(std::string(500, 'x'), said("p")) == "seal-damaged");
    std::string many = base::seal_bytes("text", {"", {key.open}}, "", 8192).value();
    for (const char* count : {"\0\0\0\0", "\x41\0\0\0", "\xFF\xFF\xFF\xFF"}) { // none; more than there may be, or are
        many.replace(60, 4, count, 4);
        CHECK(refusal(many, owned(key), "") == "seal-damaged");
    }
}

TEST_CASE("the line of a key survives being copied, and a slip in it is seen") {
    const std::string open = base::make_sealing_key().open;
    const std::string line = base::sealing_key_line(open);
    CHECK(line.size() == 76);
    CHECK(base::sealing_key_of(line) == open);
    std::string loud = line;
    for (char& c : loud)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    CHECK(base::sealing_key_of("  " + loud + "\r\n") == open);
    for (std::size_t at = 0; at < line.size(); ++at) {
        std::string slip = line;
        slip[at] = slip[at] == '7' ? '8' : '7';
        CHECK(base::sealing_key_of(slip).empty());
        CHECK(base::sealing_key_of(line.substr(0, at)).empty());
    }
    CHECK(base::sealing_key_of(line + "0").empty());
    CHECK(base::sealing_key_line("no key").empty());
    CHECK(base::sealing_key_line(base::make_sealing_key().secret + "00").empty());
}
