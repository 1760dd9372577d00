#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::Ran;
using timbang::test::run_shell;
using timbang::test::run_timbang;
using timbang::test::TempFolder;

TEST_CASE("the schemas fit the bundled files, and reader and schema refuse the same keys") {
    const TempFolder folder;
    const Ran ran = run_shell("/usr/bin/python3 '" TIMBANG_SOURCE_DIR "/tests/program/schema_agrees.py' '" TIMBANG_BINARY
                              "' '" TIMBANG_SOURCE_DIR "' '" + folder.path() + "'");
    CHECK(ran.err == "");
    CHECK(ran.out == "");
    CHECK(ran.exit_code == 0);
}

TEST_CASE("a schema is JSON Schema draft 07, and says what a key is for in the language asked for") {
    const Ran english = run_timbang("schema --lang en");
    REQUIRE(english.exit_code == 0);
    const json schema = json::parse(english.out);
    CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
    CHECK(schema["additionalProperties"] == false);
    CHECK(schema["definitions"].contains("step"));
    CHECK(schema["properties"]["budget"]["description"].get<std::string>().find("minutes") != std::string::npos);
    const json indonesian = json::parse(run_timbang("schema case --lang id").out);
    CHECK(indonesian["properties"]["budget"]["description"].get<std::string>().find("Menit") != std::string::npos);
    CHECK(run_timbang("schema page").exit_code == 2);
}
