#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace timbang::cli {

struct Context;

/// Cases and frameworks as spreadsheets: export, import.
struct WorkbookOptions {
    std::string
        source; ///< of `export`: a case (folder or bundled name) or a framework's file; of `import`: the spreadsheet
    std::string out;  ///< of `export`: .xlsx or a folder for CSV; of `import`: a framework's file
    std::string into; ///< of `import`: a folder with a case
};

void add_workbook(CLI::App& app, WorkbookOptions& options, const std::function<std::string(std::string_view)>& words);
/// Carries out the one that was asked for; false when none of them was.
[[nodiscard]] bool run_workbook(const CLI::App& app, const Context& context, const WorkbookOptions& options,
                                int& exit_code);

} // namespace timbang::cli
