#include "base/files.h"
#include "sheets/archive.h"
#include "sheets/collect.h"
#include "sheets/csv.h"
#include "sheets/workbook.h"

namespace timbang::sheets {

namespace {

/// Old Excel files and encrypted new ones are compound files (MS-CFB).
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// "EncryptedPackage", the stream of an encrypted workbook, in UTF-16.
constexpr std::string_view kEncryptedPackage{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};

std::string sheet_name(const std::string& path) {
    const std::string name = base::file_name(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

/// A text that a spreadsheet would take for a formula is written with an apostrophe before it (`csv_cell`).
std::string without_guard(std::string_view text) {
    const bool guarded =
        text.size() > 1 && text[0] == '\'' && std::string_view("=+-@'\t\r\n").find(text[1]) != std::string_view::npos;
    return tidy_cell(guarded ? text.substr(1) : text);
}

base::Error at_file(std::string_view code, const std::string& path) {
    return base::Error(std::string(code), {{"path", path}});
}

base::Error too_many(const Workbook& book, const std::string& path) {
    return base::Error("sheet-too-many-cells", {{"path", path},
                                                {"sheet", book.sheets.empty() ? "" : book.sheets.back().name},
                                                {"rows", std::int64_t{kMostRows}},
                                                {"columns", std::int64_t{kMostColumns}},
                                                {"cells", std::int64_t{kMostCells}},
                                                {"merges", std::int64_t{kMostMerges}}});
}

base::Status add_csv(std::string content, const std::string& path, Workbook& book, Collect& collect) {
    base::Result<Csv> csv = parse_csv(std::move(content), path);
    if (!csv) return csv.error();
    if (!collect.begin_sheet(sheet_name(path))) return too_many(book, path);
    if (book.delimiter == 0) book.delimiter = csv->delimiter;
    for (std::size_t row = 0; row < csv->table.rows(); ++row)
        for (std::size_t column = 0; column < csv->table.columns(); ++column) {
            Cell cell;
            cell.text = without_guard(csv->table.text(row, column));
            cell.kind = cell.text.empty() ? CellKind::Empty : CellKind::Text;
            if (!collect.put(csv->table.place(row, column), cell)) return too_many(book, path);
        }
    return {};
}

base::Result<Workbook> parse_archive(std::string_view content, const std::string& path) {
    base::Result<Archive> archive = Archive::open(content, path);
    if (!archive) return archive.error();
    Workbook book;
    Collect collect(book);
    std::string_view wrong = "sheet-not-spreadsheet";
    if (archive->has("[Content_Types].xml"))
        wrong = read_xlsx(*archive, collect);
    else if (archive->has("content.xml") || archive->has("META-INF/manifest.xml"))
        wrong = read_ods(*archive, collect);
    if (collect.too_many()) return too_many(book, path);
    if (!wrong.empty()) return at_file(wrong, path);
    book.macros = archive->has("xl/vbaProject.bin") || archive->has_below("Basic/") || archive->has_below("Scripts/");
    return book;
}

base::Result<Workbook> read_folder(const std::string& path) {
    Workbook book;
    Collect collect(book);
    for (const std::string& name : base::list_folder(path)) {
        if (!name.ends_with(".csv") && !name.ends_with(".CSV")) continue;
        const std::string file = base::join_path(path, name);
        base::Result<std::string> content = base::read_file(file, kLargestWorkbook);
        if (!content) return content.error();
        const base::Status added = add_csv(std::move(content).value(), file, book, collect);
        if (!added.ok() && added.error().code != "sheet-empty") return added.error();
    }
    if (book.sheets.empty()) return at_file("sheet-no-files", path);
    return book;
}

} // namespace

base::Result<Workbook> parse_workbook(std::string content, const std::string& path) {
    if (content.size() > kLargestWorkbook)
        return base::Error("file-too-large", {{"path", path}, {"limit", std::int64_t{kLargestWorkbook}}});
    const std::string_view bytes = content;
    if (bytes.starts_with(kCompound)) {
        const bool encrypted = bytes.find(kEncryptedPackage) != std::string_view::npos;
        return at_file(encrypted ? "sheet-encrypted" : "sheet-old-xls", path);
    }
    if (bytes.starts_with("PK")) return parse_archive(bytes, path);
    const std::size_t begin = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const bool markup = begin != std::string_view::npos && bytes[begin] == '<';
    if (markup || bytes.starts_with("%PDF") || bytes.starts_with("\x09\x08"))
        return at_file("sheet-not-spreadsheet", path);
    Workbook book;
    Collect collect(book);
    const base::Status added = add_csv(std::move(content), path, book, collect);
    if (!added.ok()) return added.error();
    return book;
}

base::Result<Workbook> read_workbook(const std::string& path) {
    if (base::file_kind(path) == base::FileKind::Folder) return read_folder(path);
    base::Result<std::string> content = base::read_file(path, kLargestWorkbook);
    if (!content) return content.error();
    return parse_workbook(std::move(content).value(), path);
}

} // namespace timbang::sheets
