#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/report_sources.h"
#include "app/report_write.h"
#include "app/room/workshop_file.h"
#include "base/result.h"
#include "base/seal.h"
#include "report/sheets.h"
#include "report/words.h"

namespace timbang::app {

// What people take home, as a file: the command line and the window write it by the same function.

/// One file that is asked for.
struct TakeHomeOrder {
    action::TakeHome what = action::TakeHome::Record;
    std::string of;                       ///< code of a person; id of a workshop, of a session, of a case whose items are told
    std::string policy;                   ///< of a statement; "" whichever check ended last
    std::string path;
    ReportFormat format = ReportFormat::Pdf;
    std::optional<KeptWorkshop> plan;     ///< of a workshop, as this computer keeps it
    // Of answer sheets; `sheets.pictures` are read here.
    std::shared_ptr<const domain::Scenario> scenario;
    std::string case_folder;              ///< where its pictures lie
    report::SheetOptions sheets;
};

/// Where it is read from.
struct TakeHomeFrom {
    std::string database;                 ///< the file of the record
    ReportSources sources;
    base::SealOpeners openers;            ///< of pictures of sealed cases
    std::vector<std::string> fonts;       ///< as `report::font_folders` gives them
    report::Words words;
    /// Asked between reading, laying out and writing; may be not set.
    std::function<bool()> stopped = {};
};

/// The endings that a kind can be written with: ".pdf, .html".
[[nodiscard]] const char* take_home_endings(action::TakeHome what);
/// By the ending of the name. Code "report-ending" (args path, endings).
[[nodiscard]] base::Result<ReportFormat> take_home_format(action::TakeHome what, const std::string& path);

/// Reads what is asked for and writes it, whole or not at all; takes a while. Codes: those of the reports
/// (`person_report`, `statement_report`, `workshop_report`, `letter_report`), "workshop-unknown", "report-no-days",
/// "report-no-such-indicator" (arg code), those of the record and of writing, "stopped".
base::Status write_take_home(const TakeHomeOrder& order, const TakeHomeFrom& from);

} // namespace timbang::app
