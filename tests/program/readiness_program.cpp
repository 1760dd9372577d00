// The readiness check on the command line, with the bundled policy and pool. A check tells its counts and nothing else:
// neither the record nor what leaves it says how a single indicator went.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/program.h"

using nlohmann::json;
using timbang::test::file_text;
using timbang::test::Ran;
using timbang::test::run_shell;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;

namespace {

bool has(const std::string& text, const std::string& word) {
    return text.find(word) != std::string::npos;
}

/// A laptop whose facilitator knows the passphrase of the practice pool, which stands in the guide.
struct Laptop {
    TempFolder folder;
    std::string data = " --lang en --data-dir " + folder.file("data");
    std::string pass = " --passphrase-file " + folder.file("pass");

    Laptop() { write_text(folder.file("pass"), "timbang-latihan-2026\n"); }

    [[nodiscard]] Ran ran(const std::string& arguments, const std::string& input = "") const {
        return run_timbang(arguments + data, input);
    }
    [[nodiscard]] Ran start(const std::string& more, const std::string& input = "") const {
        return ran("readiness start ready-to-verify" + more, input);
    }
    /// The lines of an export of everything.
    [[nodiscard]] std::string exported() const {
        const std::string file = folder.file("all.records");
        REQUIRE(ran("records export " + file).exit_code == 0);
        const Ran lines = run_shell("zstd -dc " + file);
        REQUIRE(lines.exit_code == 0);
        return lines.out;
    }
};

/// The codes of the drawn indicators, as the terminal lists them.
std::vector<std::string> drawn_in(const std::string& shown) {
    std::vector<std::string> codes;
    static const std::regex kLine("\n  ([A-Z]{2}-[SPO][0-9]\\.[12]): ");
    for (std::sregex_iterator at(shown.begin(), shown.end(), kLine), end; at != end; ++at)
        if (std::find(codes.begin(), codes.end(), (*at)[1]) == codes.end()) codes.push_back((*at)[1]);
    return codes;
}

/// What is answered to one indicator; without its checklist, `decide` lists the rules that are open.
std::string answers(const std::string& code) {
    return "verdict " + code + " accept\nscore " + code + " 10\nsure " + code + " 3\nreason " + code +
           " catatan\ndecide " + code + "\n";
}

/// 08 takes a whole check by hand: pauses once, then accepts everything with ten points. What the second sitting said.
Ran accept_all(const Laptop& laptop, std::vector<std::string>& codes) {
    const Ran begun = laptop.start(" --person 08" + laptop.pass);
    CHECK(begun.exit_code == 1);
    CHECK(has(begun.out, "The check is not finished."));
    codes = drawn_in(begun.out);
    REQUIRE(codes.size() == 20);
    std::string commands;
    for (const std::string& code : codes)
        commands += answers(code);
    const Ran asked = laptop.start(" --person 08" + laptop.pass, commands);
    CHECK(drawn_in(asked.out) == codes); // the same draw goes on
    static const std::regex kOpen("Not answered yet: ([^\n]*)");
    std::sregex_iterator open(asked.out.begin(), asked.out.end(), kOpen);
    commands.clear();
    for (const std::string& code : codes) {
        REQUIRE(open != std::sregex_iterator());
        std::istringstream rules((*open++)[1]);
        for (std::string rule; rules >> rule;) {
            if (rule.back() == ',') rule.pop_back();
            commands += "check " + code + " " + rule + " yes\n";
        }
        commands += answers(code);
    }
    return laptop.start(" --person 08 --json" + laptop.pass, commands + "next\n");
}

} // namespace

TEST_CASE("whoever follows the key is ready, whoever is lenient is not yet, with reasons and readings") {
    const Laptop laptop;
    const Ran ready = laptop.start(" --person 07 --player reference --seed 3 --json" + laptop.pass);
    CHECK(ready.exit_code == 0);
    const json told = json::parse(ready.out);
    CHECK(told["ready"] == true);
    CHECK(told["open"] == 0);
    CHECK(told["lines"][0] == json{{"line", "exact"}, {"met", true}, {"had", 20}, {"of", 20}, {"needed", 16}});
    CHECK(told["valid_until"].is_string());
    const Ran lenient = laptop.start(" --person 07 --player lenient --seed 3 --json" + laptop.pass);
    CHECK(lenient.exit_code == 1);
    const json not_yet = json::parse(lenient.out);
    CHECK(not_yet["ready"] == false);
    CHECK(not_yet["valid_until"].is_null());
    for (const json& line : not_yet["lines"]) {
        CHECK(line["met"] == false);
        CHECK(std::filesystem::exists(TIMBANG_SOURCE_DIR "/scenarios/lessons/" + line["reading"].get<std::string>() +
                                      ".yaml"));
    }
    const Ran words = laptop.start(" --person 07 --player lenient --seed 3" + laptop.pass);
    CHECK(has(words.out, "Not yet."));
    CHECK(has(words.out, "points generous on average"));
    CHECK(has(words.out, "How a single indicator went is not told."));
}

TEST_CASE("an automatic player's try leaves nothing behind: what the key answers would stand in the record") {
    const Laptop laptop;
    REQUIRE(laptop.start(" --person 07 --player reference --seed 3" + laptop.pass).exit_code == 0);
    const Ran nobody = laptop.ran("readiness status --person 07");
    CHECK(nobody.exit_code == 1);
    CHECK(nobody.out.find("Nobody with the code 07") != std::string::npos);
    REQUIRE(laptop.ran("play perkenalan-meja-kerja --record --player reference").exit_code ==
            0); // so that there is a record
    CHECK(json::parse(laptop.ran("records list --json").out)["sessions"].size() == 1);
    CHECK(!has(laptop.exported(), "uji-kesiapan-latihan"));
}

TEST_CASE(
    "the opened pool is no case to keep a session of, nor one for a room: its answers would travel with every export") {
    const Laptop laptop;
    const std::string pool = "scenarios/policies/practice-pool.timbang" + laptop.pass;
    for (const std::string& asked : {"play --record --player reference " + pool, "play --record --person 07 " + pool,
                                     "room --people 2 --bind 127.0.0.1 --port 0 " + pool}) {
        CAPTURE(asked);
        const Ran refused = laptop.ran(asked, "quit\n");
        CHECK(refused.exit_code == 3);
        CHECK(has(refused.err, "opens in a check only"));
    }
    CHECK(laptop.ran("play --player reference " + pool).exit_code == 0); // whoever sealed it may try it
    REQUIRE(laptop.ran("play perkenalan-meja-kerja --record --player reference").exit_code ==
            0); // so that there is a record
    CHECK(!has(laptop.exported(), "uji-kesiapan-latihan"));
}

TEST_CASE("without the passphrase nothing is begun, and one sentence says what to do") {
    const Laptop laptop;
    write_text(laptop.folder.file("wrong"), "timbang-latihan-2025\n");
    const std::pair<std::string, std::string> kWays[] = {
        {"", "--passphrase-file"},
        {" --passphrase-file " + laptop.folder.file("wrong"), "does not fit"},
        {" --passphrase-file " + laptop.folder.file("none"), "is not there"}};
    for (const auto& [way, says] : kWays) {
        CAPTURE(way);
        const Ran refused = laptop.start(" --person 07" + way);
        CHECK(refused.exit_code == 3);
        CHECK(refused.out.empty());
        CHECK(has(refused.err, says));
        CHECK(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
        const Ran told = laptop.start(" --person 07 --json" + way);
        CHECK(told.exit_code == 3);
        CHECK(json::parse(told.err)["error"]["message"].is_string());
    }
    const Ran status = laptop.ran("readiness status --person 07 --json");
    CHECK(status.exit_code == 1);
    CHECK(json::parse(status.out)["tries"] == 0);
    const Ran policy = laptop.ran("readiness start nothing --person 07" + laptop.pass);
    CHECK(policy.exit_code == 3);
    CHECK(std::count(policy.err.begin(), policy.err.end(), '\n') == 1);
}

TEST_CASE("after a check by hand the record, its export and every report hold the counts and no single result") {
    const Laptop laptop;
    std::vector<std::string> codes;
    const Ran ended = accept_all(laptop, codes);
    CHECK(ended.exit_code == 1);
    const json told = json::parse(ended.out);
    REQUIRE(told["ready"] == false);
    const int exact = told["lines"][0]["had"];
    CHECK(exact > 0);
    CHECK(exact < 20);
    const std::string on_the_way = ended.err.substr(ended.err.find("Done."));
    for (const char* word : {"exact", "reference", "generous", "strict", "Not yet."})
        CHECK(!has(on_the_way, word));
    const json status = json::parse(laptop.ran("readiness status --person 08 --json").out);
    CHECK(status["standing"] == "cooling-off");
    CHECK(status["tries_left"] == 2);
    CHECK(laptop.start(" --person 08" + laptop.pass).exit_code != 0); // cooling off

    int decided = 0, counts = 0;
    std::istringstream lines(laptop.exported());
    for (std::string text; std::getline(lines, text);) {
        CAPTURE(text);
        CHECK(!has(text, "\"reference\""));
        CHECK(!has(text, "\"why\""));
        CHECK(!has(text, "item_hash"));
        const json line = json::parse(text);
        if (!line.is_array()) continue;
        const std::string type = line[1];
        CHECK(type != "scored");
        decided += type == "decided";
        if (type == "decided") CHECK(line[3]["score"] == 10); // what was answered, all the same
        if (type != "readiness_ended") continue;
        ++counts;
        CHECK(line[3]["drawn"].size() == 20); // seen from now on
        const std::string kept = line[3]["counts"].dump();
        for (const std::string& code : codes)
            CHECK(!has(kept, code));
        CHECK(line[3]["counts"]["exact"] == exact);
    }
    CHECK(decided == 20);
    CHECK(counts == 1);

    const json session = json::parse(laptop.ran("records list --json").out)["sessions"][0];
    CHECK(session["exact"] == 0);
    const Ran shown = laptop.ran("records show " + session["id"].get<std::string>());
    CHECK(!has(shown.out, "scored"));
    CHECK(json::parse(laptop.ran("report items --json").out)["items"].empty());
    for (const char* what : {"person 08", "statement 08"}) {
        const std::string file = laptop.folder.file("r.html");
        REQUIRE(laptop.ran(std::string("report ") + what + " --out " + file).exit_code == 0);
        for (const std::string& code : codes)
            CHECK(!has(file_text(file), code.substr(0, 5)));
    }
    REQUIRE(laptop.ran("report person 08 --out " + laptop.folder.file("r.csv")).exit_code == 0);
    CHECK(!has(file_text(laptop.folder.file("r.csv")), "check"));
}
