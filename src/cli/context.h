#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "base/result.h"
#include "cli/cli.h"
#include "content/library.h"

namespace timbang::cli {

/// The global options, in force for one run.
struct Context {
    const Environment& environment;
    bool json = false;
    base::Lang lang = base::Lang::En;
    std::string data_folder;
    base::SealOpeners openers{}; ///< of sealed cases

    [[nodiscard]] std::ostream& out() const { return *environment.out; }
    [[nodiscard]] std::ostream& err() const { return *environment.err; }
    [[nodiscard]] std::string text(std::string_view key, const base::Args& args = {}) const {
        return environment.catalogue->text(lang, key, args);
    }
    [[nodiscard]] content::CheckContext check_context() const;
};

/// Tells a failure on standard error (a sentence, or {"error": {code, message}} with `--json`) and returns `exit_code`.
int fail(const Context& context, const base::Error& error, int exit_code = kFailed);

/// Where a case lies: a path, else the name of a bundled case. What is not there is told, and gives nothing.
[[nodiscard]] std::optional<std::string> case_path(const Context& context, const std::string& name);

/// Finds a case as `case_path` does. Loads it; broken cases are told and give nothing.
[[nodiscard]] std::shared_ptr<const domain::Scenario> open_scenario(const Context& context, const std::string& name,
                                                                    int& exit_code);

struct CheckOptions {
    std::vector<std::string> paths;
    std::string format = "text"; ///< text, json, sarif
    bool know_authors = false;   ///< who signed a package is known from now on
};
[[nodiscard]] int run_check(const Context& context, const CheckOptions& options);

struct PlayOptions {
    std::string scenario;
    std::string player = "human";
    std::uint64_t seed = 1;
    int repeat = 1;
    bool record = false;
    bool resume = false; ///< by hand: goes on with the person's open session of this case, and keeps it
    std::string person;
    std::string mode = "practise";
    std::string feedback = "full";
    bool tell_kept = false; ///< with `record`: says on standard error what is durable, event by event
};
[[nodiscard]] int run_play(const Context& context, const PlayOptions& options);

[[nodiscard]] int run_records_list(const Context& context);
[[nodiscard]] int run_records_show(const Context& context, const std::string& session);
/// Compares the finished sessions of a case again after its references were corrected; former results are kept.
[[nodiscard]] int run_records_rescore(const Context& context, const std::string& scenario, const std::string& reason);
[[nodiscard]] int run_records_rebuild(const Context& context);

} // namespace timbang::cli
