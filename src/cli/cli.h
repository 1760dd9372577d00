#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/clock.h"
#include "base/seal.h"

namespace timbang::cli {

/// What the command line is given from outside. Streams, clock and folders come in, so that tests need none of their
/// own.
struct Environment {
    std::string version;
    std::string share_folder; ///< with `scenarios/` and `assets/`
    std::string data_folder;  ///< of this person, unless `--data-dir` names another
    base::Lang lang = base::Lang::En;
    const base::Catalogue* catalogue = nullptr;
    std::istream* in = nullptr;
    std::ostream* out = nullptr;
    std::ostream* err = nullptr;
    bool in_is_terminal = false;
    bool err_is_terminal = false; ///< long work tells its progress on a line that is written over
    base::Clock clock;
    std::function<int(base::Time)> utc_offset; ///< minutes to the time on the wall; not set: UTC
    std::function<bool(char32_t)> has_glyph;
};

/// Exit codes of every command.
enum ExitCode : int { kSuccess = 0, kAnswerIsNo = 1, kWrongUsage = 2, kFailed = 3 };

/// What the command line asks for: `window` when no subcommand was given, else the exit code of what was done.
struct Outcome {
    int exit_code = kSuccess;
    bool window = false;
    std::string scenario; ///< case to open in the window, or ""
    base::SealOpeners openers; ///< of sealed cases
    std::string data_folder;
    base::Lang lang = base::Lang::En;
    bool lang_given = false;
    bool json = false; ///< failures are told as an object
    /// For benches and tests of the window: leave after the first frame, or once nothing more is under way.
    enum class Leave { Never, FirstFrame, Settled };
    Leave leave = Leave::Never;
};

/// Tells a failure on `err`: a sentence with what to do next, or {"error": {code, message}} with `json`. Returns
/// `exit_code`.
int tell_failure(std::ostream& err, const base::Catalogue& catalogue, base::Lang lang, bool json,
                 const base::Error& error, int exit_code = kFailed);

/// Reads the arguments (without the program's name) and carries out a subcommand. Never throws; failures are told on
/// `err` in one sentence with what to do next, as an object with `--json`.
[[nodiscard]] Outcome run(const std::vector<std::string>& arguments, const Environment& environment);

} // namespace timbang::cli
