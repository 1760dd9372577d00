#include "cli/explore.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/clock.h"
#include "base/files.h"
#include "base/interrupt.h"

namespace timbang::cli {

namespace {

/// A line on standard error that is written over; silent where nobody looks at a screen.
class ProgressLine {
public:
    explicit ProgressLine(const Context& context) : context_(context) {}

    void tell(const content::ExploreProgress& progress) {
        if (!context_.environment.err_is_terminal) return;
        const base::Time now = context_.environment.clock();
        if (shown_ && now - last_ < std::chrono::milliseconds(100)) return;
        last_ = now;
        shown_ = true;
        const char* keys[] = {"explore.progress-script", "explore.progress-guided", "explore.progress-players"};
        context_.err() << "\r\033[K"
                       << context_.text(keys[static_cast<int>(progress.phase)],
                                        {{"done", static_cast<std::int64_t>(progress.done)},
                                         {"total", static_cast<std::int64_t>(progress.total)}})
                       << std::flush;
    }
    void clear() {
        if (shown_) context_.err() << "\r\033[K" << std::flush;
    }

private:
    const Context& context_;
    base::Time last_{};
    bool shown_ = false;
};

content::Exploration look(const Context& context, const domain::Scenario& scenario, const ExploreOptions& options) {
    content::ExploreOptions asked;
    asked.runs = options.runs;
    asked.seed = options.seed;
    base::Interrupt interrupt;
    std::atomic<bool> stop{false};
    ProgressLine line(context);
    content::ExploreWatch watch;
    watch.stop = &stop;
    watch.progress = [&](const content::ExploreProgress& progress) {
        line.tell(progress);
        if (interrupt.asked()) stop = true;
    };
    content::Exploration found = content::explore(scenario, asked, watch);
    line.clear();
    return found;
}

/// Writes the way to each dead end into a file of its own, named after the step.
base::Status write_paths(const Context& context, const std::string& folder, ExploreReport& report) {
    if (const base::Status made = base::make_folders(folder); !made) return made;
    for (std::size_t i = 0; i < report.found.dead_ends.size(); ++i) {
        const content::DeadEnd& end = report.found.dead_ends[i];
        const std::string& step = report.scenario.steps[static_cast<std::size_t>(end.step)].id;
        const std::string file = base::join_path(folder, "dead-end-" + std::to_string(i + 1) + "-" + step + ".play");
        const std::string comment = context.text(
            "explore.play-comment", {{"scenario", report.scenario.id}, {"version", report.scenario.version}});
        if (const base::Status kept = base::write_file_atomically(file, "# " + comment + "\n" + end.play); !kept)
            return kept;
        report.files[i] = file;
    }
    return {};
}

} // namespace

int run_explore(const Context& context, const ExploreOptions& options) {
    int exit_code = kSuccess;
    const auto scenario = open_scenario(context, options.scenario, exit_code);
    if (!scenario) return exit_code;
    const content::Exploration found = look(context, *scenario, options);
    ExploreReport report{*scenario, found, options.scenario, options.seed, {}};
    report.files.resize(found.dead_ends.size());
    if (!options.paths.empty())
        if (const base::Status kept = write_paths(context, options.paths, report); !kept)
            return fail(context, kept.error());
    if (context.json)
        context.out() << explore_json(report, context).dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
                      << "\n";
    else
        context.out() << explore_text(report, context);
    const auto findings = content::explore_findings(*scenario, found);
    const bool errors = std::any_of(findings.begin(), findings.end(), [](const content::ExploreFinding& finding) {
        return finding.severity == base::Severity::Error;
    });
    return errors ? kAnswerIsNo : kSuccess;
}

} // namespace timbang::cli
