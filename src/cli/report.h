#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"

namespace CLI {
class App;
}

namespace timbang::cli {

/// `timbang report`: what a person takes home, as a file.
struct ReportOptions {
    std::string of;                   ///< code of a person, workshop, session or case
    std::string out;
    std::vector<std::string> cases;   ///< further folders in which cases are looked for
    std::string scenario;             ///< of the item report: only this case; "" all
    // of answer sheets
    std::vector<std::string> indicators;
    int sets = 0;                     ///< numbered 01, 02, …; 0: one without a number
    bool checklist = false;
    bool evidence = false;
};

void add_report(CLI::App& app, ReportOptions& options, const std::function<std::string(std::string_view)>& words);
/// False: it is no subcommand of this family.
[[nodiscard]] bool run_report(const CLI::App& app, const Context& context, const ReportOptions& options, int& exit_code);

/// Where the cases of reports are looked for: those asked for, those of the settings, the bundled ones.
[[nodiscard]] std::vector<std::string> report_case_folders(const Context& context, const ReportOptions& options);

} // namespace timbang::cli
