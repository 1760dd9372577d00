#include <doctest/doctest.h>

#include "support/workbooks.h"

using namespace timbang;
using namespace timbang::content;

namespace {

const std::string kScenarios = std::string(TIMBANG_SOURCE_DIR) + "/scenarios";
const std::string kCase = kScenarios + "/jumlah-yang-tidak-cocok";

base::Catalogue words() {
    base::Result<base::Catalogue> loaded = base::Catalogue::load(std::string(TIMBANG_SOURCE_DIR) + "/assets/messages");
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
}

sheets::Workbook saved(const std::string& name) {
    base::Result<sheets::Workbook> book = sheets::read_workbook(std::string(TIMBANG_TEST_DATA) + "/sheets/" + name);
    REQUIRE(book.ok());
    return std::move(book).value();
}

WorkbookChanges changes_of(const std::string& name) {
    CheckContext context;
    context.framework_folders = {kScenarios + "/frameworks"};
    base::Result<WorkbookChanges> changes = import_case(saved(name), kCase, context, words());
    REQUIRE(changes.ok());
    return std::move(changes).value();
}

} // namespace

TEST_CASE("a case that was filled in with LibreOffice comes in, from ODS and from XLSX") {
    const base::Result<std::string> before = base::read_file(kCase + "/indicators/KS-O1.yaml");
    REQUIRE(before.ok());
    for (const char* name : {"kasus-diisi.ods", "kasus-diisi.xlsx"}) {
        CAPTURE(std::string(name));
        const WorkbookChanges changes = changes_of(name);
        CHECK(changes.added == 1);
        CHECK(changes.changed == 1);
        CHECK(changes.removed == 0);
        REQUIRE(changes.findings.size() == 1);
        CHECK(changes.findings[0].code == "formulas-read");
        REQUIRE(changes.files.size() == 1);
        std::string expected = *before;
        const auto swap = [&](const std::string& from, const std::string& to) {
            const std::size_t at = expected.find(from);
            REQUIRE(at != std::string::npos);
            expected.replace(at, from.size(), to);
        };
        swap("  score: 8\n  figure", "  score: 6\n  figure");
        const std::size_t reason = expected.find("    en: The column of births");
        const std::size_t end = expected.find('\n', reason);
        expected.replace(reason, end - reason, "    en: The column adds up to 6,279; with a \"quote\".");
        swap("problems:\n", "near:\n  - verdict: accept\n    score: 8\n    why:\n      id: Dapat dipertahankan.\n"
                            "      en: Defensible.\nproblems:\n");
        CHECK(changes.files.at("indicators/KS-O1.yaml") == expected);
    }
}

TEST_CASE("what goes wrong in LibreOffice is told by its cell, and nothing is changed") {
    for (const char* name : {"kasus-salah.ods", "kasus-salah.xlsx"}) {
        CAPTURE(std::string(name));
        const WorkbookChanges changes = changes_of(name);
        std::string told;
        for (const CellFinding& finding : changes.findings)
            told += finding.code + " " + finding.sheet + " " + sheets::cell_name({finding.row, finding.column}) + " " +
                    finding.value + "\n";
        CHECK(told.starts_with("cell-date Acuan C2 2025-03-08\ncell-not-whole Acuan C3 8.5\ncell-percent Acuan C4 0.9\n"
                               "cell-error-value Acuan C5 #DIV/0!\ncell-merged Panel A3 "));
        CHECK(changes.files.empty());
        CHECK(changes.edits.empty());
    }
}

TEST_CASE("bands that were filled in with LibreOffice change the bands alone") {
    const std::string path = kScenarios + "/frameworks/kkpham-2013.yaml";
    const base::Result<std::string> before = base::read_file(path);
    REQUIRE(before.ok());
    for (const char* name : {"kerangka-diisi.ods", "kerangka-diisi.xlsx"}) {
        const base::Result<WorkbookChanges> changes = import_framework(saved(name), path, words());
        REQUIRE(changes.ok());
        CHECK(changes->findings.empty());
        std::string expected = *before;
        expected.replace(expected.find("from: 5.1, to: 6}"), 9, "from: 5.2");
        expected.replace(expected.find("from: 6.1, to: 7}"), 9, "from: 6.25");
        REQUIRE(changes->files.size() == 1);
        CHECK(changes->files.at("kkpham-2013.yaml") == expected);
    }
}
