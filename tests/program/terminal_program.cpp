#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::Ran;
using timbang::test::run_timbang;
using timbang::test::TempFolder;

namespace {

const std::string kFirst = "next\nopen register-permohonan 1\n"
                           "check IN-O1 endorsed yes\ncheck IN-O1 data-year yes\ncheck IN-O1 matches yes\n"
                           "check IN-O1 figure-stated yes\ncheck IN-O1 arithmetic yes\ncheck IN-O1 authority yes\n"
                           "verdict IN-O1 accept\nscore IN-O1 4\nsure IN-O1 2\ndecide IN-O1\n";
const std::string kSecond = "next\ncheck IN-P1 endorsed yes\ncheck IN-P1 data-year yes\ncheck IN-P1 matches yes\n"
                            "check IN-P1 figure-stated yes\ncheck IN-P1 arithmetic no\ncheck IN-P1 authority "
                            "yes\nverdict IN-P1 return\nscore IN-P1 6\n"
                            "sure IN-P1 1\ndecide IN-P1\nnext\n";

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

Ran play(const std::string& options, const std::string& input) {
    return run_timbang("play perkenalan-meja-kerja --lang en " + options, input);
}

} // namespace

TEST_CASE("prose is read without the signs of its notation") {
    const Ran ran = play("", "look\nquit\n");
    CHECK(has(ran.out, "Kabupaten Andai Permai"));
    CHECK_FALSE(has(ran.out, "**"));
    CHECK_FALSE(has(ran.out, "# Briefing"));
}

TEST_CASE("what is still missing, and what would do, is said") {
    const Ran ran = play("", "next\nscore IN-O1 7\ncheck IN-O1 endorsed yes\ndecide IN-O1\nquit\n");
    CHECK(has(ran.out, "Its scores: 0, 2, 4, 6, 8, 10"));
    CHECK(has(ran.out, "Not answered yet: data-year, matches, figure-stated, arithmetic, authority"));
}

TEST_CASE("figures are worked out and words are found in the documents on the desk") {
    const Ran ran = play("", "next\nfigure IN-O1 8/12*100\nfind \"MUTU AIR\"\nfind zzz\nfind tertukar\nquit\n");
    CHECK(has(ran.out, "8/12*100 = 66.67"));
    CHECK(has(ran.out, "register-permohonan 1: 11 28 Oktober Mutu air sungai"));
    CHECK(has(ran.out, "\"zzz\" stands in no document on the desk."));
    CHECK(
        has(ran.out,
            "\"tertukar\" stands in no document on the desk.")); // it stands in a document that no action has revealed
}

TEST_CASE("learning, the reference is told with what it rests on as soon as the decision stands") {
    const Ran ran = play("--mode learn", kFirst + "quit\n");
    CHECK(has(ran.out, "Score 4: exact."));
    CHECK(has(ran.out, "Rests on Register of requests for information, page 1: \"8 dari 12 permohonan\""));
    CHECK(has(ran.out, "7 gave 4"));
    CHECK_FALSE(has(play("--mode practise", kFirst + "quit\n").out, "exact."));
}

TEST_CASE("after the end the comparison is told, pages can be read and a disagreement is kept") {
    const TempFolder folder;
    const std::string data = "--data-dir '" + folder.path() + "'";
    const Ran ran = play("--record " + data,
                         kFirst + kSecond + "open informasi-wajib 2\ndisagree IN-P1 the rows\nscore IN-P1 8\nquit\n");
    CHECK(ran.exit_code == 0);
    CHECK(has(ran.out, "2 of 2 exact"));
    CHECK(has(ran.out, "Your habits in this case:"));
    CHECK(has(ran.out.substr(ran.out.find("Your habits")), "HASIL PEMERIKSAAN TAUTAN"));
    CHECK(has(ran.out, "Kept with your decision."));
    CHECK(has(ran.out, "The case is finished; nothing more can be changed."));
    const json sessions = json::parse(run_timbang("records list --json " + data).out)["sessions"];
    REQUIRE(sessions.size() == 1);
    const json shown =
        json::parse(run_timbang("records show " + sessions[0]["id"].get<std::string>() + " --json " + data).out);
    CHECK(shown["events"].back()["type"] == "disagreed");
}

TEST_CASE("a case put down goes on another day where it was") {
    const TempFolder folder;
    const std::string data = "--data-dir '" + folder.path() + "'";
    const Ran none = play("--resume --json " + data, "");
    CHECK(none.exit_code == 3);
    CHECK(json::parse(none.err)["error"]["code"] == "nothing-to-resume");
    CHECK(has(play("--record " + data, kFirst + "quit\n").out, "--resume"));
    const Ran ran = play("--resume " + data, kSecond);
    CHECK(has(ran.out, "You go on where you stopped."));
    CHECK(has(ran.out, "2 of 2 exact"));
    const json sessions = json::parse(run_timbang("records list --json " + data).out)["sessions"];
    REQUIRE(sessions.size() == 1);
    CHECK(sessions[0]["indicators"] == 2);
    CHECK(!sessions[0]["finished"].is_null());
}

TEST_CASE("a case put away tells and keeps nothing of the reference, and cannot be resumed") {
    const TempFolder folder;
    const std::string data = "--data-dir '" + folder.path() + "'";
    const Ran ran = play("--record " + data, kFirst + "abandon\n");
    CHECK(has(ran.out, "The case is put away."));
    CHECK_FALSE(has(ran.out, "exact"));
    const json sessions = json::parse(run_timbang("records list --json " + data).out)["sessions"];
    REQUIRE(sessions.size() == 1);
    const json shown = json::parse(run_timbang("records show " + sessions[0]["id"].get<std::string>() + " --json " + data).out);
    CHECK(shown["events"].back()["type"] == "abandoned");
    CHECK(play("--resume " + data, "").exit_code == 3);
}

TEST_CASE("with --json standard output holds the one object, and what is said goes beside it") {
    const Ran ran = play("--json", kFirst + kSecond);
    const json result = json::parse(ran.out);
    CHECK(result["exact"] == 2);
    CHECK(result["player"] == "human");
    CHECK(has(ran.err, "Case time: 5 of 5 minutes left."));
    const Ran stopped = play("--json", "next\nquit\n");
    CHECK(stopped.out.empty());
    CHECK(stopped.exit_code == 0);
}

TEST_CASE("in a check nothing of the reference is told") {
    const Ran ran = play("--mode check", kFirst + kSecond + "quit\n");
    CHECK(has(ran.out, "The case is finished."));
    CHECK_FALSE(has(ran.out, "exact"));
    CHECK_FALSE(has(ran.out, "Rests on"));
}
