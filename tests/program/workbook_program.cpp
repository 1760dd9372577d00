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

const std::string kScenarios = TIMBANG_SOURCE_DIR "/scenarios/";
const std::string kSheets = TIMBANG_TEST_DATA "/sheets/";

std::string copied(const TempFolder& folder) {
    const std::string path = folder.path() + "/kasus";
    REQUIRE(run_shell("cp -r '" + kScenarios + "jumlah-yang-tidak-cocok' '" + path + "'").exit_code == 0);
    return path;
}

bool same(const std::string& a, const std::string& b) {
    return run_shell("diff -r '" + a + "' '" + b + "'").exit_code == 0;
}

} // namespace

TEST_CASE("a case goes out as XLSX and as CSV and comes back unchanged") {
    const TempFolder folder;
    const std::string path = copied(folder);
    for (const std::string out : {"a.xlsx", "csv"}) {
        const std::string book = folder.path() + "/" + out;
        REQUIRE(run_timbang("export jumlah-yang-tidak-cocok --lang id --out '" + book + "'").exit_code == 0);
        const Ran ran = run_timbang("import '" + book + "' --lang en --into '" + path + "'");
        CHECK(ran.exit_code == 0);
        CHECK(ran.out.find("already says the same") != std::string::npos);
        CHECK(same(path, kScenarios + "jumlah-yang-tidak-cocok"));
    }
}

TEST_CASE("what was filled in is written; what cannot stand in a cell keeps everything as it is") {
    const TempFolder folder;
    const std::string path = copied(folder);
    const Ran bad = run_timbang("import '" + kSheets + "kasus-salah.xlsx' --json --into '" + path + "'");
    CHECK(bad.exit_code == 1);
    const json told = json::parse(bad.out);
    CHECK(told["files"].empty());
    CHECK(told["findings"][0]["cell"] == "C2");
    CHECK(told["findings"][0]["sheet"] == "Acuan");
    CHECK(told["findings"][0]["code"] == "cell-date");
    CHECK(same(path, kScenarios + "jumlah-yang-tidak-cocok"));
    const Ran good = run_timbang("import '" + kSheets + "kasus-diisi.ods' --into '" + path + "/scenario.yaml' --json");
    CHECK(good.exit_code == 0);
    CHECK(json::parse(good.out)["files"] == json::array({"indicators/KS-O1.yaml"}));
    CHECK(file_text(path + "/indicators/KS-O1.yaml").find("near:") != std::string::npos);
}

TEST_CASE("a framework goes out and comes in as a file of its own that check reads") {
    const TempFolder folder;
    const std::string book = folder.path() + "/k.xlsx", made = folder.path() + "/baru.yaml";
    REQUIRE(run_timbang("export '" + kScenarios + "frameworks/practice-22-2021.yaml' --out '" + book + "'").exit_code ==
            0);
    REQUIRE(run_timbang("import '" + book + "' --out '" + made + "'").exit_code == 0);
    const Ran checked = run_timbang("check '" + made + "' --json");
    CHECK(checked.exit_code == 0);
    const std::string first = file_text(made);
    CHECK(run_timbang("import '" + book + "' --out '" + made + "'").exit_code == 0);
    CHECK(file_text(made) == first);
}

TEST_CASE("wrong words and files of another kind are told, and the exit code says which it was") {
    const TempFolder folder;
    CHECK(run_timbang("import '" + kSheets + "kasus-diisi.ods'").exit_code == 2);
    CHECK(run_timbang("import '" + kSheets + "kasus-diisi.ods' --out '" + folder.path() + "/a.xlsx'").exit_code == 2);
    CHECK(run_timbang("export jumlah-yang-tidak-cocok --out '" + folder.path() + "/a.ods'").exit_code == 2);
    const Ran old = run_timbang("import '" + kSheets + "isian.xls' --lang en --out '" + folder.path() + "/a.yaml'");
    CHECK(old.exit_code == 3);
    CHECK(old.err.find("old Excel file") != std::string::npos);
    CHECK(run_timbang("import '" + kSheets + "kasus-diisi.ods' --into '" + folder.path() + "/none'").exit_code == 3);
    // A file that is no package is not called one.
    const std::string notes = folder.file("notes.txt"), package = folder.file("kasus.timbang");
    write_text(notes, "x");
    REQUIRE(run_timbang("pack jumlah-yang-tidak-cocok --out '" + package + "'").exit_code == 0);
    const auto code = [](const std::string& arguments) {
        const Ran ran = run_timbang(arguments + " --json");
        CHECK(ran.exit_code == 3);
        return json::parse(ran.err)["error"]["code"].get<std::string>();
    };
    const std::string out = "' --out '" + folder.file("a.xlsx") + "'";
    const std::string into = "import '" + kSheets + "kasus-diisi.ods' --into '";
    CHECK(code("export '" + notes + out) == "no-such-case");
    CHECK(code("export '" + package + out) == "workbook-in-package");
    CHECK(code(into + notes + "'") == "no-such-case");
    CHECK(code(into + package + "'") == "workbook-in-package");
    CHECK(run_timbang("export no-such-case --out '" + folder.path() + "/a.xlsx'").exit_code == 3);
}
