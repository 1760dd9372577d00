#include "cli/cli.h"

#include <CLI/CLI.hpp>

#include "cli/authoring.h"
#include "cli/context.h"
#include "cli/explore.h"
#include "cli/join.h"
#include "cli/package.h"
#include "cli/readiness.h"
#include "cli/report.h"
#include "cli/room.h"
#include "cli/stats.h"
#include "cli/usage.h"
#include "cli/workbook.h"
#include "store/keys.h"

namespace timbang::cli {

namespace {

struct Parsed {
    bool json = false;
    std::string lang;
    std::string data_folder;
    std::string scenario;
    std::string frames;
    std::string passphrase_file;
    PackageOptions package;
    CheckOptions check;
    PlayOptions play;
    ExploreOptions explore;
    std::string session;
    std::string reason;
    StatsOptions stats;
    WorkbookOptions workbook;
    AuthoringOptions authoring;
    RoomOptions room;
    ReportOptions report;
    ReadinessOptions readiness;
    JoinOptions join;
};

/// Looks words of the help up.
using HelpWords = std::function<std::string(std::string_view key)>;

void add_global_options(CLI::App& app, Parsed& parsed, const std::string& version, const HelpWords& words) {
    app.fallthrough();
    app.set_version_flag("--version", "timbang " + version, words("cli.help-version"));
    app.add_flag("--json", parsed.json, words("cli.help-json"));
    app.add_option("--lang", parsed.lang, words("cli.help-lang"))->check(CLI::IsMember({"id", "en"}));
    app.add_option("--data-dir", parsed.data_folder, words("cli.help-data-dir"));
    app.add_option("--frames", parsed.frames, "")->group("")->check(CLI::IsMember({"1", "settled"}));
    app.add_option("--passphrase-file", parsed.passphrase_file, words("cli.help-passphrase-file"));
    app.add_option("scenario", parsed.scenario, words("cli.help-scenario"));
}

void add_check(CLI::App& app, Parsed& parsed, const HelpWords& words) {
    CLI::App* check = app.add_subcommand("check", words("cli.help-check"));
    check->add_option("path", parsed.check.paths, words("cli.help-path"))->required();
    check->add_option("--format", parsed.check.format, words("cli.help-format"))
        ->check(CLI::IsMember({"text", "json", "sarif"}));
    check->add_flag("--know-author", parsed.check.know_authors, words("cli.help-know-author"));
}

void add_play(CLI::App& app, Parsed& parsed, const HelpWords& words) {
    CLI::App* play = app.add_subcommand("play", words("cli.help-play"));
    play->add_option("scenario", parsed.play.scenario, words("cli.help-case-or-package"))->required();
    play->add_option("--player", parsed.play.player, words("cli.help-player"));
    play->add_option("--seed", parsed.play.seed, words("cli.help-seed"));
    play->add_option("--repeat", parsed.play.repeat, words("cli.help-repeat"))->check(CLI::Range(1, 1000000));
    play->add_option("--mode", parsed.play.mode, words("cli.help-mode"))
        ->check(CLI::IsMember({"learn", "practise", "check"}));
    play->add_option("--feedback", parsed.play.feedback, words("cli.help-feedback"))
        ->check(CLI::IsMember({"none", "count", "where", "full"}));
    play->add_flag("--tell-kept", parsed.play.tell_kept, words("cli.help-tell-kept"));
    play->add_flag("--record", parsed.play.record, words("cli.help-record"));
    play->add_flag("--resume", parsed.play.resume, words("cli.help-resume"));
    play->add_option("--person", parsed.play.person, words("cli.help-person"));
}

void add_explore(CLI::App& app, Parsed& parsed, const HelpWords& words) {
    CLI::App* explore = app.add_subcommand("explore", words("cli.help-explore"));
    explore->add_option("scenario", parsed.explore.scenario, words("cli.help-case-or-package"))->required();
    explore->add_option("--runs", parsed.explore.runs, words("cli.help-explore-runs"))->check(CLI::Range(0, 1000000));
    explore->add_option("--seed", parsed.explore.seed, words("cli.help-seed"));
    explore->add_option("--paths", parsed.explore.paths, words("cli.help-explore-paths"));
}

void add_records(CLI::App& app, Parsed& parsed, const HelpWords& words) {
    CLI::App* records = app.add_subcommand("records", words("cli.help-records"));
    records->require_subcommand(1);
    records->add_subcommand("list", words("cli.help-records-list"));
    CLI::App* show = records->add_subcommand("show", words("cli.help-records-show"));
    show->add_option("session", parsed.session, words("cli.help-session"))->required();
    CLI::App* rescore = records->add_subcommand("rescore", words("cli.help-records-rescore"));
    rescore->add_option("case", parsed.session, words("cli.help-case-or-package"))->required();
    rescore->add_option("--reason", parsed.reason, words("cli.help-reason"));
    records->add_subcommand("rebuild", words("cli.help-records-rebuild"));
    add_join(*records, parsed.join, words);
}

int carry_out(const CLI::App& app, const Parsed& parsed, const Context& context) {
    if (app.got_subcommand("check")) {
        CheckOptions options = parsed.check;
        if (parsed.json) options.format = "json";
        Context machine = context;
        machine.json = options.format != "text"; // whatever reads the report reads failures too
        return run_check(machine, options);
    }
    if (int exit_code = kSuccess; run_packages(app, context, parsed.package, exit_code)) return exit_code;
    if (app.got_subcommand("play")) return run_play(context, parsed.play);
    if (app.got_subcommand("explore")) return run_explore(context, parsed.explore);
    if (app.got_subcommand("stats")) return run_stats(context, parsed.stats);
    if (app.got_subcommand("readiness")) return run_readiness(app, context, parsed.readiness);
    if (app.got_subcommand("room")) return run_room(context, parsed.room);
    if (int exit_code = kSuccess; run_authoring(app, context, parsed.authoring, exit_code)) return exit_code;
    if (int exit_code = kSuccess; run_report(app, context, parsed.report, exit_code)) return exit_code;
    if (int exit_code = kSuccess; run_workbook(app, context, parsed.workbook, exit_code)) return exit_code;
    const CLI::App* records = app.get_subcommand("records");
    if (records->got_subcommand("show")) return run_records_show(context, parsed.session);
    if (records->got_subcommand("rescore")) return run_records_rescore(context, parsed.session, parsed.reason);
    if (records->got_subcommand("rebuild")) return run_records_rebuild(context);
    if (int exit_code = kSuccess; run_join(*records, context, parsed.join, exit_code)) return exit_code;
    return run_records_list(context);
}

} // namespace

Outcome run(const std::vector<std::string>& arguments, const Environment& environment) {
    Parsed parsed;
    Context context{environment, false, asked_language(arguments, environment.lang), environment.data_folder};
    const HelpWords words = [&](std::string_view key) { return context.text(key); };
    CLI::App app{words("cli.help-title"), "timbang"};
    word_help(app, context);
    add_global_options(app, parsed, environment.version, words);
    add_check(app, parsed, words);
    add_play(app, parsed, words);
    add_explore(app, parsed, words);
    add_records(app, parsed, words);
    add_authoring(app, parsed.authoring, words);
    add_workbook(app, parsed.workbook, words);
    add_packages(app, parsed.package, words);
    add_stats(app, parsed.stats, words);
    add_room(app, parsed.room, words);
    add_report(app, parsed.report, words);
    add_readiness(app, parsed.readiness, words);
    word_groups(app, context);

    Outcome outcome;
    outcome.lang = environment.lang;
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(reversed);
    } catch (const CLI::Success& success) {
        app.exit(success, *environment.out, *environment.err);
        return outcome;
    } catch (const CLI::ParseError& error) {
        outcome.exit_code = kWrongUsage;
        for (const std::string& argument : arguments)
            context.json |= argument == "--json";
        fail(context, usage_error(error, context), kWrongUsage);
        return outcome;
    }
    context.json = outcome.json = parsed.json;
    outcome.lang_given = !parsed.lang.empty();
    if (outcome.lang_given) context.lang = parsed.lang == "id" ? base::Lang::Id : base::Lang::En;
    if (!parsed.data_folder.empty()) context.data_folder = parsed.data_folder;
    context.openers = store::own_openers(keys_folder(context));
    if (!parsed.passphrase_file.empty()) {
        base::Result<std::string> passphrase = read_passphrase(parsed.passphrase_file);
        if (!passphrase) {
            outcome.exit_code = fail(context, passphrase.error());
            return outcome;
        }
        context.openers.passphrase = std::move(*passphrase);
    }
    outcome.openers = context.openers;
    outcome.lang = context.lang;
    outcome.data_folder = context.data_folder;
    outcome.window = app.get_subcommands().empty();
    if (outcome.window && !parsed.scenario.empty()) {
        const std::optional<std::string> path = case_path(context, parsed.scenario);
        if (!path) {
            outcome.window = false;
            outcome.exit_code = kFailed;
            return outcome;
        }
        outcome.scenario = *path;
    }
    if (parsed.frames == "1") outcome.leave = Outcome::Leave::FirstFrame;
    if (parsed.frames == "settled") outcome.leave = Outcome::Leave::Settled;
    if (!outcome.window) outcome.exit_code = carry_out(app, parsed, context);
    return outcome;
}

} // namespace timbang::cli
