#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::file_text;
using timbang::test::Ran;
using timbang::test::run_shell;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;

namespace {

constexpr const char* kName = "jumlah-yang-tidak-cocok";

/// Runs in a data folder of its own.
Ran ran(const TempFolder& folder, const std::string& arguments, const std::string& person = "data") {
    return run_timbang(arguments + " --lang en --data-dir " + folder.file(person));
}

std::string packed(const TempFolder& folder, const std::string& more = "") {
    const std::string file = folder.file("kasus.timbang");
    const Ran made = ran(folder, std::string("pack ") + kName + " --out " + file + more);
    CAPTURE(made.err);
    REQUIRE(made.exit_code == 0);
    return file;
}

} // namespace

TEST_CASE("a case is packed, checked, played and unpacked, and stays the same") {
    const TempFolder folder;
    const std::string file = packed(folder);
    const std::string first = file_text(file);
    CHECK(ran(folder, std::string("pack ") + kName + " --out " + file).exit_code == 3);
    CHECK(ran(folder, std::string("pack ") + kName + " --replace --json --out " + file).exit_code == 0);
    CHECK(file_text(file) == first);

    const json checked = json::parse(ran(folder, "check --json " + file).out);
    CHECK(checked["checked"] == 1);
    CHECK(checked["scenarios"][0]["playable"] == true);
    CHECK(checked["scenarios"][0]["id"] == kName);
    CHECK(checked["scenarios"][0]["signatures"].empty());
    CHECK(json::parse(ran(folder, "check --json " + folder.path()).out)["checked"] == 1);

    const std::string play = " --player reference --json";
    CHECK(ran(folder, "play " + file + play).out == ran(folder, std::string("play ") + kName + play).out);

    const json unpacked = json::parse(ran(folder, "unpack " + file + " --json --out " + folder.file("out")).out);
    CHECK(unpacked["id"] == kName);
    CHECK(run_shell("diff -r " + folder.file("out") + " " TIMBANG_SOURCE_DIR "/scenarios/" + kName).exit_code == 0);
    CHECK(ran(folder, "unpack " + file + " --out " + folder.file("out")).exit_code == 3);
    CHECK(ran(folder, "unpack " + file + " --replace --out " + folder.file("out")).exit_code == 0);
}

TEST_CASE("what is no sound package is told with a code and leaves nothing behind") {
    const TempFolder folder;
    const std::string file = packed(folder);
    const std::string bytes = file_text(file);
    write_text(file, bytes.substr(0, bytes.size() / 2));
    const Ran refused = ran(folder, "unpack " + file + " --json --out " + folder.file("out"));
    CHECK(refused.exit_code == 3);
    CHECK(json::parse(refused.err)["error"]["code"] == "package-damaged");
    CHECK_FALSE(std::filesystem::exists(folder.file("out")));
    const Ran checked = ran(folder, "check --json " + file);
    CHECK(checked.exit_code == 1);
    const json report = json::parse(checked.out);
    CHECK(report["findings"][0]["code"] == "package-damaged");
    CHECK(report["findings"][0]["file"] == file);
    CHECK(report["scenarios"][0]["playable"] == false);
    const Ran played = ran(folder, "play --json --player reference " + file);
    CHECK(played.exit_code == 3);
    CHECK(json::parse(played.err)["error"]["code"] == "package-damaged");
    write_text(folder.file("notes.txt"), "x");
    CHECK(ran(folder, "unpack " + folder.file("notes.txt")).exit_code == 3);
    CHECK(ran(folder, "unpack " + folder.file("nowhere.timbang")).exit_code == 3);
}

TEST_CASE("who reads the report of check as a document reads its failures as one") {
    const TempFolder folder;
    for (const char* machine : {"--json", "--format json", "--format sarif"}) {
        CAPTURE(machine);
        const Ran refused = ran(folder, "check " + folder.file("nowhere") + " " + machine);
        CHECK(refused.exit_code == 3);
        CHECK(refused.out == "");
        REQUIRE(json::accept(refused.err));
        CHECK(json::parse(refused.err)["error"]["code"] == "no-such-case");
    }
    CHECK_FALSE(json::accept(ran(folder, "check " + folder.file("nowhere")).err));
}

TEST_CASE("an author who cannot be kept as known is told, also when another package comes after") {
    const TempFolder folder;
    const std::string signed_one = packed(folder, " --sign 'Siti Rahma'");
    const std::string plain = folder.file("tanpa.timbang");
    REQUIRE(ran(folder, std::string("pack ") + kName + " --out " + plain).exit_code == 0);
    write_text(folder.file("other/keys"), "no folder");
    const Ran refused = ran(folder, "check --know-author --json " + signed_one + " " + plain, "other");
    CHECK(refused.exit_code == 3);
    CHECK(json::parse(refused.err).contains("error"));
}

TEST_CASE("authors are new until somebody says that they are known") {
    const TempFolder folder;
    const std::string file = packed(folder, " --sign 'Siti Rahma'");
    const auto status = [&](const std::string& person, const std::string& more = "") {
        const json report = json::parse(ran(folder, "check --json " + file + more, person).out);
        return report["scenarios"][0]["signatures"][0]["status"].get<std::string>();
    };
    CHECK(status("data") == "own");
    CHECK(status("other") == "new");
    CHECK(ran(folder, "check " + file, "other").out.find("Siti Rahma") != std::string::npos);
    CHECK(status("other", " --know-author") == "known");
    CHECK(status("other") == "known");
    for (const char* format : {"json", "sarif"}) { // nothing stands before the document
        const std::string person = std::string("reads-") + format;
        const Ran told = ran(folder, "check " + file + " --know-author --format " + format, person);
        CHECK(json::accept(told.out));
        CHECK(status(person) == "known");
    }
    const std::string key = file_text(folder.file("data/keys/own"));
    const Ran again = ran(folder, std::string("pack ") + kName + " --replace --sign 'Siti Rahma' --out " + file, "third");
    CHECK(again.exit_code == 0);
    CHECK(status("other") == "namesake"); // the same name under another key
    CHECK(file_text(folder.file("data/keys/own")) == key);
}

TEST_CASE("a sealed case opens with its passphrase only, and only in memory") {
    const TempFolder folder;
    const std::string plain = packed(folder);
    const std::string file = folder.file("sealed.timbang");
    write_text(folder.file("pass"), "kata sandi pelatih\n");
    write_text(folder.file("wrong"), "kata sandi lain\n");
    write_text(folder.file("empty"), "\n");
    CHECK(ran(folder, "seal " + plain + " --out " + file).exit_code == 2);
    CHECK(ran(folder, "seal " + plain + " --out " + file + " --passphrase-file " + folder.file("empty")).exit_code == 3);
    const Ran sealed = ran(folder, "seal " + plain + " --json --out " + file + " --passphrase-file " + folder.file("pass"));
    REQUIRE(sealed.exit_code == 0);
    CHECK(json::parse(sealed.out)["sealed"] == true);

    const Ran checked = ran(folder, "check --json " + file);
    CHECK(checked.exit_code == 0);
    const json report = json::parse(checked.out);
    CHECK(report["scenarios"][0]["playable"] == false);
    CHECK(report["scenarios"][0]["id"] == kName);
    CHECK(report["findings"].empty());
    const Ran closed = ran(folder, "play --json --player reference " + file);
    CHECK(closed.exit_code == 1);
    CHECK(json::parse(closed.out)["playable"] == false);

    const std::string open = " --passphrase-file " + folder.file("pass");
    CHECK(json::parse(ran(folder, "check --json " + file + open).out)["scenarios"][0]["playable"] == true);
    const std::string play = "play --player reference --json ";
    CHECK(ran(folder, play + file + open).out == ran(folder, play + kName).out);
    const Ran wrong = ran(folder, play + file + " --passphrase-file " + folder.file("wrong"));
    CHECK(wrong.exit_code == 3);
    CHECK(json::parse(wrong.err)["error"]["code"] == "seal-passphrase");
    CHECK(ran(folder, "unpack " + file + open + " --out " + folder.file("out")).exit_code == 3);
    CHECK_FALSE(std::filesystem::exists(folder.file("out")));
    CHECK(ran(folder, "seal " + file + open + " --out " + folder.file("twice.timbang")).exit_code == 3);
}

TEST_CASE("a case is sealed for the keys of facilitators, who need no passphrase") {
    const TempFolder folder;
    const std::string plain = packed(folder);
    const auto key_of = [&](const std::string& person) {
        const Ran shown = ran(folder, "seal --my-key", person);
        CHECK(shown.exit_code == 0);
        return shown.out.substr(0, shown.out.find('\n'));
    };
    const std::string siti = key_of("siti"), budi = key_of("budi");
    CHECK(siti.size() == 76);
    CHECK(key_of("siti") == siti);
    const json shown = json::parse(ran(folder, "seal --my-key --json", "siti").out);
    CHECK(shown["key"] == siti);
    CHECK(shown["made"] == false);

    const std::string file = folder.file("sealed.timbang");
    const std::string seal = "seal " + plain + " --json --out " + file;
    const Ran sealed = ran(folder, seal + " --to " + siti + "," + budi, "author");
    REQUIRE(sealed.exit_code == 0);
    CHECK(json::parse(sealed.out)["sealed_for_keys"] == 2);
    CHECK_FALSE(std::filesystem::exists(folder.file("author/keys")));
    const std::string play = "play --player reference --json ";
    const std::string open = ran(folder, play + kName).out;
    for (const char* person : {"siti", "budi"}) {
        CHECK(ran(folder, play + file, person).out == open);
        CHECK(json::parse(ran(folder, "check --json " + file, person).out)["scenarios"][0]["playable"] == true);
        CHECK(ran(folder, "explore --runs 1 " + file, person).exit_code == 0);
        // What can be read is not written to a disk by the way.
        CHECK(ran(folder, "unpack " + file + " --out " + folder.file("out"), person).exit_code == 3);
        CHECK(ran(folder, "pack " + file + " --out " + folder.file("out"), person).exit_code == 3);
        CHECK(ran(folder, "seal " + file + " --to " + siti + " --out " + folder.file("out"), person).exit_code == 3);
        CHECK(ran(folder, "export " + file + " --out " + folder.file("out"), person).exit_code == 3);
        CHECK_FALSE(std::filesystem::exists(folder.file("out")));
    }
    const Ran closed = ran(folder, play + file, "author");
    CHECK(closed.exit_code == 1);
    CHECK(json::parse(closed.out)["playable"] == false);
    CHECK(ran(folder, "check " + file, "author").exit_code == 0);
    write_text(folder.file("pass"), "kata sandi pelatih\n");
    const std::string words = " --passphrase-file " + folder.file("pass");
    CHECK(json::parse(ran(folder, play + file + words, "author").err)["error"]["code"] == "seal-key");
    write_text(folder.file("siti/keys/sealing"), "damaged");
    CHECK(json::parse(ran(folder, play + file, "siti").err)["error"]["code"] == "seal-key-broken");
    CHECK(ran(folder, play + kName, "siti").out == open);

    REQUIRE(ran(folder, seal + " --replace --to " + budi + words).exit_code == 0);
    CHECK(ran(folder, play + file, "budi").out == open);
    CHECK(ran(folder, play + file + words).out == open);
}

TEST_CASE("a slip in a key, or nobody to seal for, is told before anything is written") {
    const TempFolder folder;
    std::string key = ran(folder, "seal --my-key").out;
    key.pop_back();
    key[20] = key[20] == 'a' ? 'b' : 'a';
    const std::string seal = std::string("seal ") + kName + " --json --out " + folder.file("out");
    const Ran slip = ran(folder, seal + " --to " + key);
    CHECK(slip.exit_code == 2);
    CHECK(json::parse(slip.err)["error"]["code"] == "seal-key-wrong");
    CHECK(ran(folder, seal + " --to ''").exit_code == 2);
    CHECK(ran(folder, seal).exit_code == 2);
    CHECK(ran(folder, "seal").exit_code == 2);
    CHECK_FALSE(std::filesystem::exists(folder.file("out")));
}
