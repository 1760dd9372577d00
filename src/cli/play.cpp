#include <nlohmann/json.hpp>
#include <optional>

#include "base/files.h"
#include "cli/context.h"
#include "cli/play_report.h"
#include "cli/recording.h"
#include "cli/terminal.h"
#include "content/players.h"
#include "domain/session_start.h"

namespace timbang::cli {

namespace {

std::optional<content::PlayerKind> automatic_player(const std::string& name) {
    if (name == "reference") return content::PlayerKind::Reference;
    if (name == "lenient") return content::PlayerKind::Lenient;
    if (name == "strict") return content::PlayerKind::Strict;
    if (name == "random") return content::PlayerKind::Random;
    return std::nullopt;
}

/// One automatic session, or one from a `.play` file.
base::Result<content::Played> play_once(const domain::Scenario& scenario, const PlayOptions& options,
                                        const std::string& script, std::uint64_t seed) {
    const domain::Mode mode = domain::mode_from_id(options.mode).value_or(domain::Mode::Practise);
    if (const auto kind = automatic_player(options.player)) return content::play(scenario, *kind, mode, seed);
    return content::play_script(scenario, script, mode, seed);
}

int tell(const Context& context, const PlayOptions& options, const domain::Scenario& scenario,
         const domain::State& state, const std::vector<domain::Event>& events, std::uint64_t seed) {
    const domain::Comparison comparison = domain::compare(scenario, state);
    if (context.json) {
        const std::string player = automatic_player(options.player) || options.player == "human"
                                       ? options.player
                                       : base::file_name(options.player);
        context.out() << play_json(scenario, comparison, state, player, seed, domain::digest(scenario, events),
                                   context.lang)
                             .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                      << "\n";
        return kSuccess;
    }
    const domain::FeedbackLevel level =
        domain::feedback_level_from_id(options.feedback).value_or(domain::FeedbackLevel::Full);
    context.out() << comparison_text(scenario, comparison, state, level, *context.environment.catalogue, context.lang);
    return kSuccess;
}

int play_automatic(const Context& context, const PlayOptions& options, const domain::Scenario& scenario) {
    std::string script;
    if (!automatic_player(options.player)) {
        base::Result<std::string> read = base::read_file(options.player, 4u << 20);
        if (!read)
            return fail(context, read.error(),
                        base::file_kind(options.player) == base::FileKind::Missing ? kWrongUsage : kFailed);
        script = std::move(*read);
    }
    for (int i = 0; i < options.repeat; ++i) {
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
        base::Result<content::Played> played = play_once(scenario, options, script, seed);
        if (!played) return fail(context, played.error());
        if (options.record) {
            base::Result<Recording> recording = Recording::start(context, scenario, options);
            if (!recording) return fail(context, recording.error());
            if (!recording->keep(played->events)) return fail(context, recording->error());
        }
        tell(context, options, scenario, played->state, played->events, seed);
    }
    return kSuccess;
}

domain::Event session_start(const Context& context, const PlayOptions& options, const domain::Scenario& scenario) {
    const domain::Mode mode = domain::mode_from_id(options.mode).value_or(domain::Mode::Practise);
    domain::SessionStarted started = domain::session_start(scenario, mode, options.seed);
    started.person = options.person;
    started.program_version = context.environment.version;
    return started;
}

/// The recording of a session by hand: a new one, or one that goes on; none when it is not to be kept.
base::Result<std::optional<Recording>> recording_by_hand(const Context& context, const PlayOptions& options,
                                                         const domain::Scenario& scenario,
                                                         std::vector<domain::Event>& before) {
    if (options.resume) {
        base::Result<Recording> resumed = Recording::resume(context, scenario, options, before);
        if (!resumed) return resumed.error();
        return std::optional(std::move(*resumed));
    }
    before = {session_start(context, options, scenario)};
    if (!options.record) return std::optional<Recording>();
    base::Result<Recording> started = Recording::start(context, scenario, options);
    if (!started) return started.error();
    if (!started->keep(before)) return started->error();
    return std::optional(std::move(*started));
}

int play_by_hand(const Context& context, const PlayOptions& options, const domain::Scenario& scenario) {
    // With --json standard output holds the object alone; what is said to the person goes beside it.
    Environment environment = context.environment;
    if (context.json) environment.out = environment.err;
    const Context spoken{environment, false, context.lang, context.data_folder};
    const domain::FeedbackLevel feedback =
        domain::feedback_level_from_id(options.feedback).value_or(domain::FeedbackLevel::Full);
    std::vector<domain::Event> before;
    base::Result<std::optional<Recording>> recording = recording_by_hand(spoken, options, scenario, before);
    if (!recording) return fail(context, recording.error());
    const Keep keep = [&](const std::vector<domain::Event>& events) {
        return !*recording || (*recording)->keep(events);
    };
    const domain::Mode mode = domain::mode_from_id(options.mode).value_or(domain::Mode::Practise);
    const TerminalResult result =
        play_in_terminal(spoken, scenario, mode, feedback, std::move(before), options.resume, keep);
    if (!result.kept) return fail(context, (*recording)->error());
    if (!result.state.over())
        spoken.out() << context.text(*recording ? "terminal.stopped-kept" : "terminal.stopped") << "\n";
    else if (context.json)
        return tell(context, options, scenario, result.state, result.events, options.seed);
    return kSuccess;
}

} // namespace

int run_play(const Context& context, const PlayOptions& options) {
    int exit_code = kSuccess;
    const std::shared_ptr<const domain::Scenario> scenario = open_scenario(context, options.scenario, exit_code);
    if (!scenario) return exit_code;
    // What is kept travels with exports, and the answers of a pool are the key of a check.
    if (options.record && scenario->purpose == domain::Purpose::Pool)
        return fail(context, base::Error("pool-is-no-case", {{"path", options.scenario}}));
    return options.player == "human" ? play_by_hand(context, options, *scenario)
                                     : play_automatic(context, options, *scenario);
}

} // namespace timbang::cli
