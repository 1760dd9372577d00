// Records of two laptops on the command line: export, merge, same-person, forget.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::file_text;
using timbang::test::Ran;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;

namespace {

/// Two laptops, each with a session of somebody.
struct Laptops {
    TempFolder folder;

    Laptops() {
        play("first", "DP-01");
        play("second", "DP-02");
    }
    [[nodiscard]] Ran ran(const std::string& laptop, const std::string& arguments) const {
        return run_timbang(arguments + " --lang en --data-dir " + folder.file(laptop));
    }
    void play(const std::string& laptop, const std::string& person) const {
        REQUIRE(ran(laptop, "play jumlah-yang-tidak-cocok --player reference --record --json --person " + person).exit_code == 0);
    }
    [[nodiscard]] std::string exported(const std::string& laptop, const std::string& more = "") const {
        const std::string file = folder.file(laptop + ".records");
        const Ran done = ran(laptop, "records export " + file + more);
        CAPTURE(done.err);
        REQUIRE(done.exit_code == 0);
        return file;
    }
    [[nodiscard]] json sessions(const std::string& laptop) const {
        return json::parse(ran(laptop, "records list --json").out)["sessions"];
    }
};

} // namespace

TEST_CASE("the sessions of another laptop are taken in once, however often the file is merged") {
    const Laptops laptops;
    const std::string file = laptops.exported("first", " --site Meja-1");
    const Ran merged = laptops.ran("second", "records merge --json " + file);
    CHECK(merged.exit_code == 0);
    const json told = json::parse(merged.out);
    CHECK(told["sessions"] == 1);
    CHECK(told["files"][0]["site"]["name"] == "Meja-1");
    CHECK(told["files"][0]["new_site"] == true);
    CHECK(json::parse(laptops.ran("second", "records merge --json " + file + " " + file).out)["events"] == 0);
    CHECK(laptops.sessions("second").size() == 2);
    CHECK(laptops.ran("second", "records merge " + file).out.find("0 new sessions and 0 new people taken in.") != std::string::npos);
}

TEST_CASE("a damaged file is refused in one sentence and the others are taken in all the same") {
    const Laptops laptops;
    const std::string file = laptops.exported("first");
    const std::string bad = laptops.folder.file("bad.records");
    write_text(bad, file_text(file).substr(0, 900));
    const Ran merged = laptops.ran("second", "records merge " + bad + " " + file);
    CHECK(merged.exit_code == 3);
    CHECK(merged.err.find("is damaged or incomplete. Nothing of it has been used") != std::string::npos);
    CHECK(laptops.sessions("second").size() == 2);
}

TEST_CASE("somebody who was forgotten is not brought back by an old export") {
    const Laptops laptops;
    const std::string file = laptops.exported("first");
    REQUIRE(laptops.ran("second", "records merge " + file).exit_code == 0);
    const Ran gone = laptops.ran("second", "records forget --person DP-01 --decisions");
    CHECK(gone.exit_code == 0);
    CHECK(gone.out.find("out of reach") != std::string::npos);
    CHECK(laptops.ran("second", "records merge " + file).exit_code == 0);
    CHECK(laptops.sessions("second").size() == 1);
    CHECK(laptops.ran("second", "records forget --person DP-01").exit_code == 3);
}

TEST_CASE("two codes are said to be one person, and that is taken back") {
    const Laptops laptops;
    REQUIRE(laptops.ran("second", "records merge " + laptops.exported("first")).exit_code == 0);
    CHECK(laptops.ran("second", "records same-person DP-01 DP-02").exit_code == 0);
    CHECK(laptops.ran("second", "records not-same-person DP-01 DP-02").exit_code == 0);
    CHECK(laptops.ran("second", "records same-person DP-01 DP-99").exit_code == 3);
    CHECK(laptops.ran("second", "records same-person DP-01").exit_code == 2);
}
