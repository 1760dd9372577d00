#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "room/json_text.h"

using timbang::room::JsonText;

TEST_CASE("commas, nesting and numbers are those of JSON") {
    JsonText out;
    out.open().number("a", -7).key("b").open_list().open().close().null().truth(false).close_list();
    out.both("c", {"satu", "one"}).texts("d", {}).close();
    CHECK(out.take() == R"({"a":-7,"b":[{},null,false],"c":{"en":"one","id":"satu"},"d":[]})");
}

TEST_CASE("any text comes back as it was, and bytes that are no UTF-8 as a sign") {
    std::string all;
    for (int c = 0; c < 128; ++c)
        all.push_back(static_cast<char>(c));
    all += "é 漢 😀 </script>";
    CHECK(nlohmann::json::parse(JsonText().text(all).take()).get<std::string>() == all);
    for (const char* broken : {"\xff", "a\xc3", "\xed\xa0\x80", "\xc0\xaf", "\xf8\x88\x80\x80\x80"}) {
        const auto back = nlohmann::json::parse(JsonText().text(broken).take()).get<std::string>();
        CHECK(back.find("\xEF\xBF\xBD") != std::string::npos);
    }
}
