#include <nlohmann/json.hpp>
#include <optional>

#include "base/files.h"
#include "cli/context.h"
#include "cli/play_report.h"
#include "cli/recording.h"
#include "cli/terminal.h"
#include "content/players.h"

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
base::Result<content::Played> play_once(const domain::Scenario& scenario, const PlayOptions& options, const std::string& script,
                                        std::uint64_t seed) {
    const domain::Mode mode = domain::mode_from_id(options.mode).value_or(domain::Mode::Practise);
    if (const auto kind = automatic_player(options.player)) return content::play(scenario, *kind, mode, seed);
    return content::play_script(scenario, script, mode, seed);
}

int tell(const Context& context, const PlayOptions& options, const domain::Scenario& scenario, const domain::State& state,
         const std::vector<domain::Event>& events, std::uint64_t seed) {
    const domain::Comparison comparison = domain::compare(scenario, state);
    if (context.json) {
        const std::string player = automatic_player(options.player) || options.player == "human" ? options.player
                                                                                                : base::file_name(options.player);
        context.out() << play_json(scenario, comparison, state, player, seed, domain::digest(scenario, events), context.lang)
                             .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                      << "\n";
        return kSuccess;
    }
    const domain::FeedbackLevel level = domain::feedback_level_from_id(options.feedback).value_or(domain::FeedbackLevel::Full);
    context.out() << comparison_text(scenario, comparison, state, level, *context.environment.catalogue, context.lang);
    return kSuccess;
}

int play_automatic(const Context& context, const PlayOptions& options, const domain::Scenario& scenario) {
    std::string script;
    if (!automatic_player(options.player)) {
        base::Result<std::string> read = base::read_file(options.player, 4u << 20);
        if (!read) return fail(context, read.error(), base::file_kind(options.player) == base::FileKind::Missing ? kWrongUsage : kFailed);
        script = std::move(*read);
    }
    for (int i = 0; i < options.repeat; ++i) {
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
        base::Result<content::Played> played = play_once(scenario, options, script, seed);
        if (!played) return fail(context, played.error());
        if (options.record) {
            base::Result<Recording> recording = Recording::start(context, scenario, options, played->events);
            if (!recording) return fail(context, recording.error());
            if (!recording->keep(played->events)) return fail(context, recording->error());
        }
        tell(context, options, scenario, played->state, played->events, seed);
    }
    return kSuccess;
}

domain::Event session_start(const Context& context, const PlayOptions& options, const domain::Scenario& scenario) {
    domain::SessionStarted started;
    started.scenario = scenario.id;
    started.version = scenario.version;
    started.content_hash = scenario.hashes.content;
    started.key_hash = scenario.hashes.key;
    started.framework = scenario.framework->reference();
    started.person = options.person;
    started.program_version = context.environment.version;
    started.mode = domain::mode_from_id(options.mode).value_or(domain::Mode::Practise);
    started.seed = options.seed;
    return started;
}

int play_by_hand(const Context& context, const PlayOptions& options, const domain::Scenario& scenario) {
    const domain::Mode mode = domain::mode_from_id(options.mode).value_or(domain::Mode::Practise);
    const domain::FeedbackLevel feedback = domain::feedback_level_from_id(options.feedback).value_or(domain::FeedbackLevel::Full);
    const std::vector<domain::Event> before{session_start(context, options, scenario)};
    std::optional<Recording> recording;
    if (options.record) {
        base::Result<Recording> started = Recording::start(context, scenario, options, before);
        if (!started) return fail(context, started.error());
        recording.emplace(std::move(*started));
        if (!recording->keep(before)) return fail(context, recording->error());
    }
    const Keep keep = [&recording](const std::vector<domain::Event>& events) { return !recording || recording->keep(events); };
    const TerminalResult result = play_in_terminal(context, scenario, mode, feedback, before, keep);
    if (!result.kept) return fail(context, recording->error());
    if (!result.state.over()) {
        context.out() << context.text(options.record ? "terminal.stopped-kept" : "terminal.stopped") << "\n";
        return kSuccess;
    }
    return tell(context, options, scenario, result.state, result.events, options.seed);
}

} // namespace

int run_play(const Context& context, const PlayOptions& options) {
    int exit_code = kSuccess;
    const std::shared_ptr<const domain::Scenario> scenario = open_scenario(context, options.scenario, exit_code);
    if (!scenario) return exit_code;
    return options.player == "human" ? play_by_hand(context, options, *scenario) : play_automatic(context, options, *scenario);
}

} // namespace timbang::cli
