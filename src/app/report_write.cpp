#include "app/report_write.h"

#include "base/files.h"
#include "base/utf8.h"
#include "report/html.h"
#include "report/pdf.h"

namespace timbang::app {

std::optional<ReportFormat> report_format(const std::string& path) {
    const std::string name = base::fold_case(base::file_name(path));
    const struct {
        const char* ending;
        ReportFormat format;
    } known[] = {{".pdf", ReportFormat::Pdf}, {".html", ReportFormat::Html}, {".csv", ReportFormat::Csv}, {".xlsx", ReportFormat::Xlsx}};
    for (const auto& one : known)
        if (name.ends_with(one.ending) && name.size() > std::string(one.ending).size()) return one.format;
    return std::nullopt;
}

base::Status write_report(const report::Document& document, ReportFormat format, const std::string& path,
                          const std::vector<std::string>& fonts) {
    if (format == ReportFormat::Html) return base::write_file_atomically(path, report::html_text(document));
    const auto bytes = report::pdf_bytes(document, fonts);
    if (!bytes) return bytes.error();
    return base::write_file_atomically(path, *bytes);
}

base::Status write_table(const sheets::OutBook& book, ReportFormat format, const std::string& path, base::Lang lang) {
    if (format == ReportFormat::Xlsx) return sheets::write_xlsx(book, path);
    const char delimiter = lang == base::Lang::Id ? ';' : ',';
    return base::write_file_atomically(path, sheets::csv_text(book.sheets.front(), delimiter));
}

} // namespace timbang::app
