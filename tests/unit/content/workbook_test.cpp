#include "content/workbook.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/utf8.h"
#include "content/workbook/documents.h"
#include "content/workbook/notation.h"
#include "content/workbook/sheet_reader.h"
#include "support/temp_folder.h"

using namespace timbang;
using namespace timbang::content;

namespace {

const std::string kScenarios = std::string(TIMBANG_SOURCE_DIR) + "/scenarios";

base::Catalogue words() {
    base::Result<base::Catalogue> loaded = base::Catalogue::load(std::string(TIMBANG_SOURCE_DIR) + "/assets/messages");
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
}

CheckContext context() {
    CheckContext made;
    made.framework_folders = {kScenarios + "/frameworks"};
    return made;
}

std::vector<std::string> frameworks() {
    std::vector<std::string> paths;
    for (const std::string& name : base::list_folder(kScenarios + "/frameworks"))
        if (name.ends_with(".yaml")) paths.push_back(kScenarios + "/frameworks/" + name);
    return paths;
}

/// Written as XLSX, or as a folder of CSV where `delimiter` is not 0, and read again.
sheets::Workbook through_file(const sheets::OutBook& book, char delimiter) {
    const test::TempFolder folder;
    const std::string path = folder / (delimiter == 0 ? "a.xlsx" : "csv");
    const base::Status written =
        delimiter == 0 ? sheets::write_xlsx(book, path) : sheets::write_csv_folder(book, path, delimiter);
    REQUIRE_MESSAGE(written.ok(), (written.ok() ? "" : written.error().code));
    base::Result<sheets::Workbook> read = sheets::read_workbook(path);
    REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : read.error().code));
    return std::move(read).value();
}

std::string told(const WorkbookChanges& changes) {
    const base::Catalogue catalogue = words();
    std::string text;
    for (const CellFinding& finding : changes.findings)
        text += finding.code + ": " + catalogue.text(base::Lang::En, finding.message()) + "\n";
    for (const auto& [path, now] : changes.files)
        text += path + "\n";
    return text;
}

[[maybe_unused]] void copy_case(const std::string& name, const std::string& to) {
    std::filesystem::copy(kScenarios + "/" + name, to, std::filesystem::copy_options::recursive);
}

} // namespace

TEST_CASE("exporting a bundled case and importing it changes nothing") {
    const base::Catalogue catalogue = words();
    for (const std::string& folder : find_scenarios(kScenarios)) {
        CAPTURE(folder);
        for (const base::Lang lang : {base::Lang::Id, base::Lang::En}) {
            const base::Result<sheets::OutBook> book = export_case(folder, context(), catalogue, lang);
            if (!book && folder.find("variants") != std::string::npos) continue;
            REQUIRE_MESSAGE(book.ok(), (book.ok() ? "" : book.error().code));
            for (const char delimiter : {'\0', ';', ','}) {
                const base::Result<WorkbookChanges> changes =
                    import_case(through_file(*book, delimiter), folder, context(), catalogue);
                REQUIRE(changes.ok());
                CHECK_MESSAGE(changes->files.empty(), told(*changes));
                CHECK_MESSAGE(changes->findings.empty(), told(*changes));
                CHECK(changes->added + changes->changed + changes->removed == 0);
            }
        }
    }
}

TEST_CASE("exporting a bundled framework and importing it changes nothing") {
    const base::Catalogue catalogue = words();
    for (const std::string& path : frameworks()) {
        CAPTURE(path);
        const base::Result<sheets::OutBook> book = export_framework(path, catalogue, base::Lang::Id);
        REQUIRE(book.ok());
        for (const char delimiter : {'\0', ';'}) {
            const base::Result<WorkbookChanges> changes =
                import_framework(through_file(*book, delimiter), path, catalogue);
            REQUIRE(changes.ok());
            CHECK_MESSAGE(changes->files.empty(), told(*changes));
            CHECK_MESSAGE(changes->findings.empty(), told(*changes));
        }
    }
}

TEST_CASE("a framework made anew from a workbook reads as the one it came from") {
    const base::Catalogue catalogue = words();
    for (const std::string& path : frameworks()) {
        CAPTURE(path);
        const base::Result<sheets::OutBook> book = export_framework(path, catalogue, base::Lang::En);
        REQUIRE(book.ok());
        const test::TempFolder folder;
        const std::string made = folder / base::file_name(path);
        const base::Result<WorkbookChanges> changes = import_framework(through_file(*book, 0), made, catalogue);
        REQUIRE(changes.ok());
        REQUIRE_MESSAGE(changes->files.size() == 1, told(*changes));
        REQUIRE(base::write_file_atomically(made, changes->files.begin()->second).ok());
        const LoadedFramework loaded = load_framework(made);
        std::string findings;
        for (const base::Finding& finding : loaded.findings)
            if (finding.severity == base::Severity::Error)
                findings += finding.code + ":" + std::to_string(finding.where.line) + "\n";
        CHECK_MESSAGE(findings.empty(), findings);
        REQUIRE(loaded.framework != nullptr);
        const LoadedFramework first = load_framework(path);
        REQUIRE(loaded.framework->indicators.size() == first.framework->indicators.size());
        for (std::size_t i = 0; i < first.framework->indicators.size(); ++i) {
            const domain::Indicator& a = first.framework->indicators[i];
            const domain::Indicator& b = loaded.framework->indicators[i];
            CHECK(a.code == b.code);
            CHECK(a.title == b.title);
            CHECK(a.checklist == b.checklist);
            CHECK(a.sdg == b.sdg);
            REQUIRE(a.scale.steps.size() == b.scale.steps.size());
            for (std::size_t k = 0; k < a.scale.steps.size(); ++k) {
                CHECK(a.scale.steps[k].bound.from == b.scale.steps[k].bound.from);
                CHECK(a.scale.steps[k].level == b.scale.steps[k].level);
            }
        }
        const base::Result<sheets::OutBook> again = export_framework(made, catalogue, base::Lang::En);
        REQUIRE(again.ok());
        REQUIRE(again->sheets.size() == book->sheets.size());
        for (std::size_t i = 0; i < book->sheets.size(); ++i) {
            CAPTURE(book->sheets[i].name);
            CHECK(again->sheets[i].rows == book->sheets[i].rows);
        }
    }
}

TEST_CASE("no two columns of a sheet have the same name, and every name, hint and explanation is in the catalogue") {
    const base::Catalogue catalogue = words();
    std::vector<workbook::SheetSpec> all = workbook::case_sheets();
    for (workbook::SheetSpec& sheet : workbook::framework_sheets())
        all.push_back(std::move(sheet));
    for (const workbook::SheetSpec& sheet : all) {
        CAPTURE(std::string(sheet.key));
        CHECK(catalogue.has("workbook.sheet-" + std::string(sheet.key)));
        CHECK(catalogue.has("workbook.about-" + std::string(sheet.key)));
        std::set<std::string> seen;
        for (const workbook::Column& column : sheet.columns) {
            CAPTURE(std::string(column.key));
            const std::string key = "workbook.column-" + std::string(column.key);
            REQUIRE(catalogue.has(key));
            std::set<std::string> names{std::string(column.key)};
            for (const base::Lang lang : {base::Lang::Id, base::Lang::En})
                names.insert(base::fold_case(catalogue.text(lang, key)));
            for (const std::string& name : names)
                CHECK_MESSAGE(seen.insert(name).second, name);
        }
    }
}

TEST_CASE("conditions and places are words that read back") {
    using namespace workbook;
    const auto when = [](std::string_view text) {
        const std::optional<yaml::Value> value = parse_when(text);
        return value ? yaml::flow(*value) : "none";
    };
    CHECK(when("score above 8") == "{score: {above: 8}}");
    CHECK(when("nilai di atas 8 dan penanda asked") == "{all: [{score: {above: 8}}, {set: asked}]}");
    CHECK(when("score at least 4 below 8") == "{score: {at_least: 4, below: 8}}");
    CHECK(when("verdict accept or check any and not set a") ==
          "{any: [{verdict: accept}, {all: [{check: any}, {not: {set: a}}]}]}");
    CHECK(when("(alarm nihil or alarm late) and score is 6") ==
          "{all: [{any: [{alarm: nihil}, {alarm: late}]}, {score: {is: 6}}]}");
    CHECK(when("score of KS-O1 above 2") == "{score: {indicator: KS-O1, above: 2}}");
    CHECK(when("{score: {above: 8}}") == "{score: {above: 8}}");
    for (const char* bad : {"", "score", "score 8", "score above", "verdict", "and", "(verdict accept",
                            "verdict accept)", "not", "8", "{score"})
        CHECK_MESSAGE(when(bad) == "none", bad);
    const auto place = [](std::string_view text, bool typed = false) {
        const std::optional<yaml::Value> value = parse_passage(text, typed);
        return value ? yaml::flow(*value) : "none";
    };
    CHECK(place("persalinan 2 \"6.729\"") == "{in: persalinan, page: 2, quote: \"6.729\"}");
    CHECK(place("persalinan 2 \xE2\x80\x9Ckata \"x\" lain\xE2\x80\x9D each") ==
          "{in: persalinan, page: 2, quote: \"kata \\\"x\\\" lain\", each: true}");
    CHECK(place("foto 1 area 1,2,30,40") == "{in: foto, page: 1, area: [1, 2, 30, 40]}");
    CHECK(place("nihil foto 1", true) == "{type: nihil, in: foto, page: 1}");
    CHECK(place("foto") == "{in: foto}");
    for (const char* bad :
         {"", "\"x\"", "foto x", "foto 1 area 1,2,3", "foto 1 \"", "foto 1 \"\"", "foto 1 \"x\" y", "foto 1 2"})
        CHECK_MESSAGE(place(bad) == "none", bad);
}
