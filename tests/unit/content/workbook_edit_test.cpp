#include <doctest/doctest.h>

#include <algorithm>

#include "support/workbooks.h"

using namespace timbang;
using namespace timbang::content;
using test::EditedBook;

namespace {

const std::string kScenarios = std::string(TIMBANG_SOURCE_DIR) + "/scenarios";

/// A copy of a bundled case with its workbook.
struct CopiedCase {
    explicit CopiedCase(const std::string& name) : path(folder / name) {
        context.framework_folders = {kScenarios + "/frameworks"};
        std::filesystem::copy(kScenarios + "/" + name, path, std::filesystem::copy_options::recursive);
        base::Result<base::Catalogue> loaded =
            base::Catalogue::load(std::string(TIMBANG_SOURCE_DIR) + "/assets/messages");
        REQUIRE(loaded.ok());
        words = std::move(loaded).value();
    }
    EditedBook exported() {
        const base::Result<sheets::OutBook> book = export_case(path, context, words, base::Lang::En);
        REQUIRE(book.ok());
        return EditedBook(*book);
    }
    WorkbookChanges import(const EditedBook& book) {
        const base::Result<WorkbookChanges> changes = import_case(book.book(), path, context, words);
        REQUIRE(changes.ok());
        std::string told;
        for (const CellFinding& finding : changes->findings)
            told += words.text(base::Lang::En, finding.message()) + "\n";
        CHECK_MESSAGE(!changes->has_errors(), told);
        return *changes;
    }
    void write(const WorkbookChanges& changes) {
        for (const auto& [file, text] : changes.files)
            REQUIRE(base::write_file_atomically(path + "/" + file, text).ok());
    }
    std::string file(const std::string& name) {
        base::Result<std::string> text = base::read_file(path + "/" + name);
        REQUIRE(text.ok());
        return *text;
    }
    /// Errors that checking the case finds.
    std::string errors() {
        std::string found;
        for (const base::Finding& finding : check_scenario(path, context).findings)
            if (finding.severity == base::Severity::Error) found += finding.code + " ";
        return found;
    }

    test::TempFolder folder;
    std::string path;
    CheckContext context;
    base::Catalogue words;
};

/// Lines that are in one text and not in the other: "-old", "+new", one below the other.
std::string changed_lines(const std::string& before, const std::string& after) {
    const auto lines = [](const std::string& text) {
        std::vector<std::string> list;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            list.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
        return list;
    };
    std::vector<std::string> a = lines(before), b = lines(after), changed;
    for (const std::string& line : a)
        if (auto found = std::find(b.begin(), b.end(), line); found != b.end())
            b.erase(found);
        else
            changed.push_back("-" + line);
    for (const std::string& line : b)
        changed.push_back("+" + line);
    std::string text;
    for (const std::string& line : changed)
        text += line + "\n";
    return text;
}

} // namespace

TEST_CASE("a changed score changes one line of one file") {
    CopiedCase copy("jumlah-yang-tidak-cocok");
    EditedBook book = copy.exported();
    book.set("References", book.row("References", {"KS-O1"}), "Score", "6");
    const WorkbookChanges changes = copy.import(book);
    REQUIRE(changes.files.size() == 1);
    CHECK(changes.files.begin()->first == "indicators/KS-O1.yaml");
    CHECK(changed_lines(copy.file("indicators/KS-O1.yaml"), changes.files.begin()->second) == "-  score: 8\n"
                                                                                              "+  score: 6\n");
    CHECK(changes.changed == 1);
    std::string replayed = copy.file("indicators/KS-O1.yaml");
    for (const TextEdit& edit : changes.edits)
        replayed.replace(edit.begin, edit.end - edit.begin, edit.text);
    CHECK(replayed == changes.files.begin()->second);
}

TEST_CASE("texts, lists, places and comments: only what differs is written") {
    CopiedCase copy("jumlah-yang-tidak-cocok");
    EditedBook book = copy.exported();
    const std::size_t row = book.row("References", {"KS-O1"});
    CHECK(book.text("References", row, "Rests on").find("persalinan 2 \"6.729\"\n") == 0);
    book.set("References", row, "Rules met", "endorsed, T-2"); // by id and by code
    book.set("References", row, "Reason (English)", "Short.");
    const WorkbookChanges changes = copy.import(book);
    REQUIRE(changes.files.size() == 1);
    const std::string& text = changes.files.begin()->second;
    CHECK(text.find(
              "checklist: {holds: [endorsed, data-year], fails: [arithmetic, authority]}      # matches: left open") !=
          std::string::npos);
    CHECK(text.find("      en: Short.\n") == std::string::npos);
    CHECK(text.find("    en: Short.\n") != std::string::npos);
    CHECK(changed_lines(copy.file("indicators/KS-O1.yaml"), text).find("en: The column of births") !=
          std::string::npos);
}

TEST_CASE("rows that come in between, go and change places do so in the list") {
    CopiedCase copy("jumlah-yang-tidak-cocok");
    EditedBook book = copy.exported();
    const std::size_t first = book.row("Replies", {"KS-O1"});
    std::vector<std::size_t> rows;
    for (std::size_t row = 1; row <= book.sheet("Replies").rows(); ++row)
        if (row != first + 2) rows.push_back(row); // the third reply goes
    std::swap(rows[first], rows[first + 1]);       // the second and the fourth change places
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(first), book.sheet("Replies").rows() + 1);
    book.keep_rows("Replies", rows);
    const std::size_t fresh = first + 1;
    book.set("Replies", fresh, "Indicator", "KS-O1");
    book.set("Replies", fresh, "When", "nilai adalah 10");
    book.set("Replies", fresh, "Type of problem", "arithmetic");
    book.set("Replies", fresh, "Rule", "H-1");
    book.set("Replies", fresh, "Reason (Indonesian)", "Sepuluh: tidak.");
    book.set("Replies", fresh, "Reason (English)", "Ten: no.");
    const WorkbookChanges changes = copy.import(book);
    CHECK(changes.added == 1);
    CHECK(changes.removed == 1);
    REQUIRE(changes.files.size() == 1);
    copy.write(changes);
    const std::string text = copy.file("indicators/KS-O1.yaml");
    CHECK(text.find("when: {score: {is: 10}}") != std::string::npos);
    CHECK(text.find("rule: arithmetic") != std::string::npos);
    CHECK(text.find("when: {score: {below: 6}}") == std::string::npos);
    CHECK(text.find("verdict: accept}") < text.find("score: {is: 6}"));
    const WorkbookChanges again = copy.import(book);
    CHECK(again.files.empty());
}

TEST_CASE("a new document, panelist and indicator make a case that reads") {
    CopiedCase copy("jumlah-yang-tidak-cocok");
    EditedBook book = copy.exported();
    REQUIRE(base::write_file_atomically(copy.path + "/evidence/tambahan-1.md", "# Rekap\n\nJumlah murid 7.120 orang.\n")
                .ok());
    const std::size_t document = book.sheet("Evidence").rows() + 1;
    book.set("Evidence", document, "Id", "tambahan");
    book.set("Evidence", document, "Title (Indonesian)", "Rekap murid");
    book.set("Evidence", document, "Title (English)", "Summary of pupils");
    book.set("Evidence", document, "Kind", "table");
    book.set("Evidence", document, "Pages", "evidence/tambahan-1.md");
    const std::size_t indicator = book.sheet("Indicators").rows() + 1;
    book.set("Indicators", indicator, "Indicator", "PD-O1");
    book.set("Indicators", indicator, "Evidence", "tambahan");
    const std::size_t reference = book.sheet("References").rows() + 1;
    book.set("References", reference, "Indicator", "PD-O1");
    book.set("References", reference, "Verdict", "Kembalikan untuk perbaikan");
    book.set("References", reference, "Score", "10");
    book.set("References", reference, "Rules met", "endorsed");
    book.set("References", reference, "Rules", "arithmetic");
    book.set("References", reference, "Reason (Indonesian)", "Sah.");
    book.set("References", reference, "Reason (English)", "Sound.");
    book.set("References", reference, "Rests on", "tambahan 1 \"7.120\"");
    const std::size_t reply = book.sheet("Replies").rows() + 1;
    book.set("Replies", reply, "Indicator", "PD-O1");
    book.set("Replies", reply, "When", "score below 10 or verdict accept");
    book.set("Replies", reply, "Type of problem", "Aritmetika");
    book.set("Replies", reply, "Rule", "H-1");
    book.set("Replies", reply, "Reason (Indonesian)", "Lihat halaman 1.");
    book.set("Replies", reply, "Reason (English)", "See page 1.");
    const WorkbookChanges changes = copy.import(book);
    CHECK(changes.files.count("scenario.yaml") == 1);
    REQUIRE(changes.files.count("indicators/PD-O1.yaml") == 1);
    copy.write(changes);
    const LoadedScenario loaded = load_scenario(copy.path, copy.context);
    std::string errors;
    for (const base::Finding& finding : loaded.findings)
        if (finding.severity == base::Severity::Error) errors += finding.code + " " + finding.where.file + " ";
    CHECK_MESSAGE(errors.empty(), errors << changes.files.at("indicators/PD-O1.yaml"));
    REQUIRE(loaded.scenario != nullptr);
    CHECK(copy.file("scenario.yaml").find("# answers: not on the desk until an action reveals them") !=
          std::string::npos);
    CHECK(copy.import(copy.exported()).files.empty());
}

TEST_CASE("sheets and columns that are left out change nothing; an indicator that is left out leaves the list") {
    CopiedCase copy("jumlah-yang-tidak-cocok");
    EditedBook book = copy.exported();
    for (const char* name :
         {"Case", "Evidence", "References", "Near answers", "Problems", "Replies", "Panelists", "Panel"})
        book.drop_sheet(name);
    std::vector<std::size_t> rows;
    for (std::size_t row = 1; row <= book.sheet("Indicators").rows(); ++row)
        if (row != 3) rows.push_back(row);
    book.keep_rows("Indicators", rows);
    const WorkbookChanges changes = copy.import(book);
    REQUIRE(changes.files.size() == 1);
    CHECK(changed_lines(copy.file("scenario.yaml"), changes.files.at("scenario.yaml")) ==
          "-  - indicators/KS-P1.yaml\n");
    REQUIRE(changes.findings.size() == 1);
    CHECK(changes.findings[0].code == "indicator-left-out");
    CHECK(changes.removed == 1);
}

TEST_CASE("an indicator that comes back goes on with its file") {
    CopiedCase copy("jumlah-yang-tidak-cocok");
    EditedBook whole = copy.exported();
    EditedBook less = copy.exported();
    std::vector<std::size_t> rows;
    for (std::size_t row = 1; row <= less.sheet("Indicators").rows(); ++row)
        if (row != less.row("Indicators", {"KS-P1"})) rows.push_back(row);
    for (const char* name : {"References", "Near answers", "Problems", "Replies", "Panel"})
        less.drop_sheet(name);
    less.keep_rows("Indicators", rows);
    copy.write(copy.import(less));
    const std::string file = copy.file("indicators/KS-P1.yaml");
    const std::string old_score = whole.text("References", whole.row("References", {"KS-P1"}), "Score");
    const std::string new_score = old_score == "6" ? "8" : "6";
    whole.set("References", whole.row("References", {"KS-P1"}), "Score", new_score);
    const WorkbookChanges back = copy.import(whole);
    REQUIRE(back.files.count("indicators/KS-P1.yaml") == 1);
    CHECK(changed_lines(file, back.files.at("indicators/KS-P1.yaml")) ==
          "-  score: " + old_score + "\n+  score: " + new_score + "\n");
    CHECK(back.edits.size() >= 2);
    copy.write(back);
    CHECK(copy.errors() == "total-differs "); // of the score alone

    SUBCASE("a file of that name that is another's, or unreadable, is left alone") {
        copy.write(copy.import(less));
        for (const char* other : {"code: KS-O9\n", "code: [\n", "\xFF"}) {
            REQUIRE(base::write_file_atomically(copy.path + "/indicators/KS-P1.yaml", other).ok());
            const auto changes = import_case(whole.book(), copy.path, copy.context, copy.words);
            REQUIRE(changes.ok());
            CHECK(changes->has_errors());
            CHECK(changes->files.empty());
            CHECK(std::any_of(changes->findings.begin(), changes->findings.end(),
                              [](const CellFinding& finding) { return finding.code == "indicator-file-other"; }));
        }
    }
}

TEST_CASE("the fields of a case stand one below the other") {
    CopiedCase copy("jumlah-yang-tidak-cocok");
    EditedBook book = copy.exported();
    book.set("Case", book.row("Case", {"Version"}), "Value", "1.0.1");
    book.set("Case", book.row("Case", {"Title (English)"}), "Value", "Another title");
    book.set("Case", book.row("Case", {"Minutes"}), "Value", "50");
    const WorkbookChanges changes = copy.import(book);
    REQUIRE(changes.files.size() == 1);
    CHECK(changed_lines(copy.file("scenario.yaml"), changes.files.at("scenario.yaml")) ==
          "-version: 1.0.0\n"
          "-title: {id: Jumlah yang tidak cocok, en: The total that does not add up}\n"
          "-minutes: 45\n"
          "+version: 1.0.1\n"
          "+title: {id: Jumlah yang tidak cocok, en: Another title}\n"
          "+minutes: 50\n");
}
