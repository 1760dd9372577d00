#include <doctest/doctest.h>

#include <string>

#include "room/protocol_in.h"

using namespace timbang;
using namespace timbang::room;

namespace {

std::string reason(const Heard& heard) {
    const auto* nothing = std::get_if<heard::Nothing>(&heard);
    return nothing != nullptr ? nothing->reason : "";
}

std::string vote_with(const std::string& field) {
    return R"({"t":"vote","id":"a-1","seat":"12","round":3,"indicator":"KS-P2","kind":"first",)" + field + "}";
}

} // namespace

TEST_CASE("a vote is read with everything in it") {
    const Heard heard = read_message(
        R"({"t":"vote","id":"Ab-9","seat":"12","round":3,"indicator":"KS-P2","kind":"second","score":-2,"verdict":"return",)"
        R"("confidence":3,"reason":" two\nlines\u0000 "})");
    const auto* vote = std::get_if<heard::Vote>(&heard);
    REQUIRE(vote != nullptr);
    CHECK(vote->id == "Ab-9");
    CHECK(vote->seat == "12");
    CHECK(vote->round == 3);
    CHECK(vote->indicator == "KS-P2");
    CHECK(vote->kind == domain::VoteKind::Second);
    CHECK(vote->score == -2);
    CHECK(vote->verdict == domain::Verdict::Return);
    CHECK(vote->confidence == 3);
    CHECK(vote->reason == "two lines");
}

TEST_CASE("a group's decision names its members; what is not asked may be left out") {
    const Heard heard = read_message(
        R"({"t":"vote","id":"1","group":4,"round":1,"indicator":"X","kind":"group","members":["07","17"],"score":null})");
    const auto* vote = std::get_if<heard::Vote>(&heard);
    REQUIRE(vote != nullptr);
    CHECK(vote->members == std::vector<std::string>{"07", "17"});
    CHECK_FALSE(vote->score);
    CHECK_FALSE(vote->verdict);
}

TEST_CASE("what is no JSON object is said to be none") {
    for (const char* text :
         {"", " ", "hello", "[]", "1", "null", "\"t\"", "{\"t\":\"ping\"", "{\"t\":\"ping\"}}", "{'t':1}",
          R"({"t":"ping","x":[[[[1]]]]})", "{\"t\":\"ping\",\"x\":1e999}", "\xff\xfe", "{\"t\":\"\xff\"}"})
        CHECK_MESSAGE(reason(read_message(text)) == "not-json", text);
    CHECK(reason(read_message(std::string(100'000, '['))) == "not-json");
    CHECK(reason(read_message(R"({"t":")" + std::string("[[[[[[") + R"("})")) == "not-known");
}

TEST_CASE("fields of another type, too long or unknown make a message not known") {
    for (const char* field :
         {R"("score":"2")", R"("score":2.5)", R"("score":99999999999)", R"("score":18446744073709551615)",
          R"("verdict":"maybe")", R"("verdict":1)", R"("confidence":[])", R"("reason":{})", R"("members":"07")",
          R"("members":[7])", R"("id":"two words")", R"("id":"")", R"("kind":"third")"})
        CHECK_MESSAGE(reason(read_message(vote_with(field))) == "not-known", field);
    for (const char* text : {"{}", R"({"t":7})", R"({"t":"advance"})", R"({"t":"vote"})", R"({"t":"hello","token":7})",
                             R"({"t":"name","ask":7})", R"({"t":"name","yes":true})"})
        CHECK_MESSAGE(reason(read_message(text)) == "not-known", text);
    CHECK(reason(read_message(R"({"t":"hello","protocol":1,"token":")" + std::string(65, 'a') + R"("})")) ==
          "not-known");
    CHECK(reason(read_message(R"({"t":"hello","protocol":1,"token":")" + std::string(64, 'a') + R"("})")).empty());
}

TEST_CASE("fields that are too many are ignored") {
    const Heard heard = read_message(R"({"t":"hello","protocol":1,"later":{"a":[1]},"token":"x"})");
    const auto* hello = std::get_if<heard::Hello>(&heard);
    REQUIRE(hello != nullptr);
    CHECK(hello->token == "x");
}
