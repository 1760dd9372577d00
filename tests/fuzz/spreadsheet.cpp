// Spreadsheets of strangers. The first line of an input says what follows:
//   bytes        a file as it stands
//   xlsx, ods    parts laid over those of a real file, each behind a line `=== name`, packed with sums that fit
//   csv          comma-separated text
//   case, framework    sheets as comma-separated text, each behind a line `=== name`, brought into the small case, its
//   framework
#include <vector>

#include "base/catalogue.h"
#include "base/utf8.h"
#include "content/scenario/source.h"
#include "content/workbook.h"
#include "fuzz/driver.h"
#include "sheets/archive.h"
#include "sheets/csv.h"
#include "sheets/workbook.h"
#include "support/zip_builder.h"

using namespace timbang;
using fuzz::require;

namespace {

const char* const kXlsxParts[] = {
    "[Content_Types].xml", "_rels/.rels",          "xl/workbook.xml",          "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",       "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"};
const char* const kOdsParts[] = {"mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"};

using Parts = std::vector<std::pair<std::string, std::string>>;

template <std::size_t N> Parts parts_of(const char* file, const char* const (&names)[N]) {
    const std::string bytes = fuzz::file_bytes(TIMBANG_TEST_DATA + std::string("/sheets/") + file);
    const auto archive = sheets::Archive::open(bytes, file);
    require(archive.ok(), "the real file can be opened");
    Parts parts;
    for (const char* name : names)
        parts.emplace_back(name, archive->read(name).value_or(""));
    return parts;
}

struct Real {
    Parts xlsx = parts_of("isian.xlsx", kXlsxParts);
    Parts ods = parts_of("isian.ods", kOdsParts);
    base::Catalogue words = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages").value();
};

void look_at(const base::Result<sheets::Workbook>& workbook) {
    if (!workbook) return require(!workbook.error().code.empty(), "a refusal has a code");
    require(workbook->sheets.size() <= sheets::kMostSheets, "no more sheets than the limit");
    std::size_t cells = 0;
    for (const sheets::Sheet& sheet : workbook->sheets) {
        require(sheet.rows() <= sheets::kMostRows, "no more rows than the limit");
        require(!base::invalid_utf8(sheet.name), "a sheet's name is UTF-8");
        for (std::size_t row = 1; row <= sheet.rows(); ++row) {
            require(sheet.columns(row) <= sheets::kMostColumns, "no more columns than the limit");
            for (std::size_t column = 1; column <= sheet.columns(row); ++column) {
                const sheets::Cell& cell = sheet.cell({row, column});
                if (!cell.empty()) ++cells;
                require(!base::invalid_utf8(cell.text), "a cell's text is UTF-8");
                static_cast<void>(sheet.covering({row, column}));
            }
        }
    }
    require(cells <= sheets::kMostCells, "no more cells than the limit");
}

void lay_over(Parts parts, std::string_view rest, const char* file) {
    std::string* part = nullptr;
    while (!rest.empty()) {
        const std::string_view line = fuzz::take_line(rest);
        if (line.substr(0, 4) == "=== ") {
            const std::string_view name = line.substr(4);
            part = nullptr;
            for (auto& [known, text] : parts)
                if (known == name) part = &text;
            if (part == nullptr) part = &parts.emplace_back(name, "").second;
            part->clear();
        } else if (part != nullptr) {
            part->append(line).append("\n");
        }
    }
    test::ZipBuilder zip;
    for (const auto& [name, text] : parts)
        zip.add({name, text});
    look_at(sheets::parse_workbook(zip.bytes(), file));
}

sheets::Workbook book_of(std::string_view rest) {
    sheets::Workbook book;
    std::string name, text;
    const auto flush = [&] {
        auto one = sheets::parse_workbook(text, name + ".csv");
        if (!name.empty() && one && !one->sheets.empty()) {
            one->sheets.front().name = name;
            book.sheets.push_back(std::move(one->sheets.front()));
        }
        text.clear();
    };
    while (!rest.empty()) {
        const std::string_view line = fuzz::take_line(rest);
        if (line.substr(0, 4) == "=== ") {
            flush();
            name = line.substr(4);
        } else {
            text.append(line).append("\n");
        }
    }
    flush();
    return book;
}

void look_at(const base::Result<content::WorkbookChanges>& changes) {
    if (!changes) return;
    for (const content::CellFinding& finding : changes->findings)
        require(!finding.code.empty(), "a finding has a code");
    if (changes->has_errors())
        require(changes->files.empty() && changes->edits.empty(), "with an error nothing changes");
    for (const auto& [path, text] : changes->files)
        require(!base::invalid_utf8(text), "a changed file is UTF-8");
}

/// What comes in from a workbook is written so that it reads back: whatever a cell holds, no file is broken by it.
void bring_in(const base::Catalogue& words, std::string_view text) {
    static constexpr const char* kBroken[] = {"syntax",   "not-utf8",          "yaml-anchor",
                                              "yaml-tag", "several-documents", "duplicate-key"};
    const std::string folder = TIMBANG_TEST_DATA "/content/base/case";
    content::CheckContext context;
    context.framework_folders = {TIMBANG_TEST_DATA "/content/base/frameworks"};
    const auto changes = content::import_case(book_of(text), folder, context, words);
    look_at(changes);
    if (!changes || changes->files.empty()) return;
    auto laid = std::make_shared<content::OverlaySource::Texts>();
    for (const auto& [path, file] : changes->files)
        (*laid)[path] = file;
    const content::CaseFolder where{
        folder, "", std::make_shared<content::OverlaySource>(laid, std::make_shared<content::FolderSource>(folder))};
    for (const base::Finding& finding : content::load_scenario(where, context).findings)
        for (const char* code : kBroken)
            require(finding.code != code, "no file is broken by a cell");
}

void read_csv(std::string_view text) {
    const auto csv = sheets::parse_csv(std::string(text), "x.csv");
    if (!csv) return;
    const sheets::Table& table = csv->table;
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (std::size_t column = 0; column < table.columns(); ++column) {
            require(!base::invalid_utf8(table.text(row, column)), "a cell's text is UTF-8");
            static_cast<void>(table.number(row, column));
        }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Real real; // libFuzzer calls this function alone: there is no other place to keep it
    std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view kind = fuzz::take_line(text);
    if (kind == "bytes")
        look_at(sheets::parse_workbook(std::string(text), "x"));
    else if (kind == "xlsx")
        lay_over(real.xlsx, text, "x.xlsx");
    else if (kind == "ods")
        lay_over(real.ods, text, "x.ods");
    else if (kind == "csv")
        read_csv(text);
    else if (kind == "case")
        bring_in(real.words, text);
    else if (kind == "framework")
        look_at(content::import_framework(book_of(text), TIMBANG_TEST_DATA "/content/base/frameworks/mini.yaml",
                                          real.words));
    return 0;
}
