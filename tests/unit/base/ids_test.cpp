#include <doctest/doctest.h>

#include "base/clock.h"
#include "base/hash.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/rng.h"

#include <nlohmann/json.hpp>

using namespace timbang::base;

TEST_CASE("ids of version 7 carry the time and sort by it") {
    // The value of RFC 9562, appendix A.6.
    const Time time{std::chrono::milliseconds{0x017F22E279B0}};
    int call = 0;
    const auto random = [&]() -> std::uint64_t { return call++ == 0 ? 0xCC3 : 0x18C4DC0C0C07398F; };
    CHECK(make_uuid7(time, random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    Rng rng(1);
    const auto next = [&] { return rng.next(); };
    std::string before;
    for (int i = 0; i < 100; ++i) {
        const std::string id = make_uuid7(Time{std::chrono::milliseconds{1'700'000'000'000 + i}}, next);
        CHECK(before < id);
        CHECK(id.size() == 36);
        CHECK(id[14] == '7');
        CHECK(std::string("89ab").find(id[19]) != std::string::npos);
        before = id;
    }
}

TEST_CASE("random bits differ") { CHECK(secure_random() != secure_random()); }

TEST_CASE("SHA-256 gives the published values, also in pieces") {
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4 example
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 sum;
    const std::string text(1000, 'a');
    for (std::size_t at = 0; at < text.size(); at += 77) sum.add(std::string_view(text).substr(at, 77));
    CHECK(sum.finish() == sha256(text));
}

TEST_CASE("times are written and read in one form") {
    const Time time = Time{std::chrono::milliseconds{1'773'830'527'123}};
    CHECK(iso_time(time) == "2026-03-18T10:42:07.123Z");
    CHECK(parse_iso_time("2026-03-18T10:42:07.123Z") == time);
    CHECK(parse_iso_time("2026-03-18T10:42:07Z") == time - std::chrono::milliseconds{123});
    CHECK(parse_iso_time(iso_time(Time{std::chrono::milliseconds{-1}})) == Time{std::chrono::milliseconds{-1}});
    for (const char* text : {"", "2026-02-30T00:00:00Z", "2026-03-18 10:42:07Z", "2026-03-18T24:00:00Z",
                             "2026-03-18T10:42:07.12Z", "2026-03-18T10:42:07+07", "2026-03-1aT10:42:07Z"})
        CHECK_MESSAGE(!parse_iso_time(text), text);
}

TEST_CASE("canonical JSON does not depend on the order of keys") {
    const auto a = parse_json(R"({"b": [1, 2.5], "a": "é\u0001"})");
    const auto b = parse_json("{\"a\":\"é\\u0001\",\n\"b\":[1,2.5]}");
    REQUIRE(a);
    REQUIRE(b);
    CHECK(canonical_json(*a) == "{\"a\":\"é\\u0001\",\"b\":[1,2.5]}");
    CHECK(canonical_json(*a) == canonical_json(*b));
    CHECK(canonical_json(nlohmann::json("\xff")) == "\"\uFFFD\"");
    CHECK(parse_json("{").error().code == "json-broken");
    CHECK(parse_json("").error().code == "json-broken");
    CHECK(parse_json("[1e999999]").error().code == "json-broken");
}
