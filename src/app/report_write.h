#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "report/document.h"
#include "sheets/write.h"

namespace timbang::app {

enum class ReportFormat : std::uint8_t { Pdf, Html, Csv, Xlsx };
/// By the ending of the name, in small or capital letters.
[[nodiscard]] std::optional<ReportFormat> report_format(const std::string& path);

/// Writes a document as PDF or HTML, whole or not at all. `fonts`: as `report::font_folders` gives them. Codes: those of
/// `report::pdf_bytes`, "file-unwritable", "disk-full".
base::Status write_report(const report::Document& document, ReportFormat format, const std::string& path,
                          const std::vector<std::string>& fonts);
/// Writes the first sheet as CSV (with semicolons in Indonesian, as spreadsheets there expect), or all as XLSX.
base::Status write_table(const sheets::OutBook& book, ReportFormat format, const std::string& path, base::Lang lang);

} // namespace timbang::app
