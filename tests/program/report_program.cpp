#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using namespace timbang::test;
using nlohmann::json;

namespace {

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// The words of a PDF as another program reads them.
std::string words_of(const std::string& pdf) {
    const Ran ran = run_shell("pdftotext -layout " + quoted(pdf) + " -");
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    return ran.out;
}

bool has(const std::string& text, const std::string& word) { return text.find(word) != std::string::npos; }

/// A record with a finished session of person 07, which has a letter.
struct Practised {
    TempFolder folder;
    std::string data = " --data-dir " + quoted(folder.path());
    std::string session;
    Practised() {
        const Ran played = run_timbang("play jumlah-yang-tidak-cocok --record --person 07 --json" + data,
                                       file_text(TIMBANG_SOURCE_DIR "/tests/data/plays/jumlah-yang-tidak-cocok.play"));
        REQUIRE(played.exit_code == 0);
        session = json::parse(run_timbang("records list --json" + data).out)["sessions"][0]["id"];
    }
    [[nodiscard]] Ran report(const std::string& what, const std::string& file) const {
        return run_timbang("report " + what + " --out " + quoted(folder.file(file)) + data);
    }
};

} // namespace

TEST_CASE("the personal record is a PDF with real text in both languages, a page of HTML and two kinds of tables") {
    const Practised one;
    for (const char* lang : {"id", "en"}) {
        const std::string options = std::string("person 07 --lang ") + lang;
        REQUIRE(one.report(options, "r.pdf").exit_code == 0);
        const std::string words = words_of(one.folder.file("r.pdf"));
        CHECK(has(words, std::string(lang) == "id" ? "Catatan pribadi" : "Personal record"));
        CHECK(has(words, std::string(lang) == "id" ? "orang tidak diperingkatkan" : "people are not ranked"));
        CHECK(has(words, "KS-O1"));
        CHECK((has(words, "1 / ") || has(words, "1/"))); // pdftotext joins narrow spaces
        const Ran info = run_shell("pdfinfo " + quoted(one.folder.file("r.pdf")));
        CHECK(has(info.out, "A4"));
        CHECK(has(info.out, std::string(lang) == "id" ? "Catatan pribadi" : "Personal record"));
        CHECK(!has(run_shell("pdffonts " + quoted(one.folder.file("r.pdf"))).out, " no "));
    }
    CHECK(one.report("person 07", "r.html").exit_code == 0);
    CHECK(has(file_text(one.folder.file("r.html")), "<!doctype html>"));
    CHECK(one.report("person 07 --lang en", "r.csv").exit_code == 0);
    const std::string csv = file_text(one.folder.file("r.csv"));
    CHECK(has(csv, "person,session,scenario"));
    CHECK(has(csv, ",KS-O1,,,score,,"));
    CHECK(one.report("person 07", "r.xlsx").exit_code == 0);
    CHECK(file_text(one.folder.file("r.xlsx")).substr(0, 2) == "PK");
}

TEST_CASE("the letter is the person's own, without the case's model") {
    const Practised one;
    REQUIRE(one.report("letter " + one.session, "letter.pdf").exit_code == 0);
    const std::string words = words_of(one.folder.file("letter.pdf"));
    CHECK(has(words, "Kabupaten Contoh Jaya"));
    CHECK(has(words, "Terima kasih atas berkasnya"));
    const Ran wrong = one.report("letter 00000000-0000-7000-8000-000000000000", "no.pdf");
    CHECK(wrong.exit_code == 3);
    CHECK(!std::filesystem::exists(one.folder.file("no.pdf")));
}

TEST_CASE("a workshop report tells votes before and after from the record") {
    const TempFolder folder;
    const std::string data = " --data-dir " + quoted(folder.path());
    std::string commands;
    const auto say = [&](const json& command) { commands += command.dump() + "\n"; };
    const auto vote = [&](const char* seat, int score) {
        say({{"do", "paper-vote"}, {"seat", seat}, {"score", score}, {"verdict", "return"}, {"confidence", 2}});
    };
    say({{"do", "open"}, {"indicator", "KS-P2"}});
    vote("01", 4);
    vote("02", 2);
    say({{"do", "show-votes"}});
    say({{"do", "second-vote"}});
    vote("01", 2);
    vote("02", 2);
    say({{"do", "show-reference"}, {"indicator", "all"}});
    say({{"do", "comment"}, {"about", "rule"}, {"text", "=Aturan kurang jelas"}, {"indicator", "KS-P2"}});
    say({{"do", "quit"}});
    const Ran room = run_timbang("room scenarios/jumlah-yang-tidak-cocok --people 3 --bind 127.0.0.1 --port 0 --title Uji" + data, commands);
    REQUIRE(room.exit_code == 0);
    const std::string session = json::parse(run_timbang("records list --json" + data).out)["sessions"][0]["id"];
    const auto report = [&](const std::string& file) {
        return run_timbang("report workshop " + session + " --lang en --out " + quoted(folder.file(file)) + data).exit_code;
    };
    REQUIRE(report("w.pdf") == 0);
    const std::string words = words_of(folder.file("w.pdf"));
    CHECK(has(words, "KS-P2"));
    CHECK(has(words, "2 of 3")); // people there
    CHECK(has(words, "1 of 2 → 2 of 2"));
    CHECK(has(words, "=Aturan kurang jelas"));
    CHECK(report("w.html") == 0);
    REQUIRE(report("w.csv") == 0);
    const std::string csv = file_text(folder.file("w.csv"));
    CHECK(has(csv, "KS-P2,1,first,score,,4,2,different,"));
    CHECK(has(csv, "KS-P2,1,second,score,,2,"));
    CHECK(run_timbang("report workshop nothing --out " + quoted(folder.file("x.pdf")) + data).exit_code == 3);
}

TEST_CASE("the item report gathers what was decided alone and voted first, with comments, and no name") {
    const Practised one; // 07, alone
    for (const char* player : {"strict", "lenient"})
        REQUIRE(run_timbang(std::string("play jumlah-yang-tidak-cocok --record --person 08 --player ") + player + one.data).exit_code == 0);
    std::string commands;
    const auto say = [&](const json& command) { commands += command.dump() + "\n"; };
    say({{"do", "open"}, {"indicator", "KS-P2"}});
    say({{"do", "paper-vote"}, {"seat", "CANARY"}, {"score", 4}, {"verdict", "return"}, {"confidence", 2}});
    say({{"do", "show-votes"}});
    say({{"do", "second-vote"}});
    say({{"do", "paper-vote"}, {"seat", "CANARY"}, {"score", 8}, {"verdict", "return"}, {"confidence", 2}});
    say({{"do", "show-reference"}, {"indicator", "all"}});
    say({{"do", "comment"}, {"about", "rule"}, {"text", "=Aturan kurang jelas"}, {"indicator", "KS-P2"}});
    say({{"do", "quit"}});
    write_text(one.folder.file("roster.csv"), "CANARY;Nama CANARY\n");
    const Ran room = run_timbang("room scenarios/jumlah-yang-tidak-cocok --bind 127.0.0.1 --port 0 --roster " +
                                     quoted(one.folder.file("roster.csv")) + one.data, commands);
    REQUIRE(room.exit_code == 0);
    const Ran told = run_timbang("report items --json --lang en" + one.data);
    REQUIRE(told.exit_code == 0);
    const json items = json::parse(told.out)["items"];
    CHECK(items.size() == 9);
    for (const json& item : items) {
        CAPTURE(item.dump());
        const bool voted = item["indicator"] == "KS-P2";
        CHECK(item["n"] == (voted ? 2 : 1)); // the machines are left out
        CHECK(item["few"] == true);
        CHECK(item["comments"]["rule"].size() == (voted ? 1 : 0));
        if (voted) CHECK(item["scores"] == json{{"2", 1}, {"4", 1}});
    }
    CHECK(json::parse(run_timbang("report items --scenario nothing --json" + one.data).out)["items"].empty());
    for (const char* file : {"i.html", "i.csv"}) {
        REQUIRE(run_timbang("report items --lang en --out " + quoted(one.folder.file(file)) + one.data).exit_code == 0);
        const std::string text = file_text(one.folder.file(file));
        CHECK(has(text, "KS-P2"));
        CHECK(has(text, "From 2 people: too few for a sign."));
        CHECK(!has(text, "CANARY"));
    }
    REQUIRE(one.report("items --lang id", "i.pdf").exit_code == 0);
    CHECK(has(words_of(one.folder.file("i.pdf")), "=Aturan kurang jelas"));
    CHECK(one.report("items", "i.xlsx").exit_code == 0);
    CHECK(file_text(one.folder.file("i.xlsx")).substr(0, 2) == "PK");
    CHECK(run_timbang("report items" + one.data).exit_code == 2);
    CHECK(one.report("items", "i.docx").exit_code == 2);
}

TEST_CASE("answer sheets of every bundled case hold the evidence at hand and no reason of the key") {
    const TempFolder folder;
    for (const std::string& name : bundled_cases()) {
        CAPTURE(name);
        const std::string file = folder.file("s.html");
        REQUIRE(run_timbang("report sheets " + name + " --checklist --evidence --lang id --out " + quoted(file)).exit_code == 0);
        const std::string html = file_text(file);
        CHECK(has(html, "class=\"sheet\""));
        // The first words of each reason of the key stand nowhere.
        int reasons = 0;
        for (const auto& entry : std::filesystem::directory_iterator(TIMBANG_SOURCE_DIR "/scenarios/" + name + "/indicators")) {
            std::istringstream lines(file_text(entry.path().string()));
            for (std::string line; std::getline(lines, line);) {
                const std::size_t at = line.find(" id: ");
                if (at == std::string::npos || line.size() < at + 65 || line.find('{') != std::string::npos) continue;
                ++reasons;
                CHECK(!has(html, line.substr(at + 5, 40)));
            }
        }
        CHECK(reasons > 3);
        REQUIRE(run_timbang("report sheets " + name + " --sets 2 --evidence --out " + quoted(folder.file("s.pdf"))).exit_code == 0);
        CHECK(has(words_of(folder.file("s.pdf")), "02"));
    }
}

TEST_CASE("what cannot be written is told in one sentence, and nothing is left behind") {
    const Practised one;
    CHECK(one.report("person 07", "r.docx").exit_code == 2);
    CHECK(one.report("letter " + one.session, "r.csv").exit_code == 2);
    CHECK(one.report("person nobody", "r.pdf").exit_code == 3);
    CHECK(run_timbang("report person 07 --out " + quoted(one.folder.path() + "/none/r.pdf") + one.data).exit_code == 3);
    const Ran full = run_timbang("report person 07 --json --out /dev/full/r.pdf" + one.data);
    CHECK(full.exit_code == 3);
    CHECK(json::parse(full.err)["error"]["message"].is_string());
    const Ran small = run_shell("ulimit -f 1; cd '" TIMBANG_SOURCE_DIR "'; trap '' XFSZ; '" TIMBANG_BINARY "' report sheets "
                                "jumlah-yang-tidak-cocok --json --out " + quoted(one.folder.file("small.pdf")));
    CHECK(small.exit_code == 3);
    CHECK(!std::filesystem::exists(one.folder.file("small.pdf")));
    for (const auto& entry : std::filesystem::directory_iterator(one.folder.path())) CHECK(entry.path().extension() != ".tmp");
}
