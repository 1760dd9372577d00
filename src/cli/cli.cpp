#include "cli/cli.h"

#include <CLI/CLI.hpp>

#include "cli/context.h"

namespace timbang::cli {

namespace {

struct Parsed {
    bool json = false;
    std::string lang;
    std::string data_folder;
    std::string scenario;
    std::string frames;
    CheckOptions check;
    PlayOptions play;
    std::string session;
};

void add_global_options(CLI::App& app, Parsed& parsed, const std::string& version) {
    app.fallthrough();
    app.set_version_flag("--version", "timbang " + version);
    app.add_flag("--json", parsed.json, "Machine-readable output");
    app.add_option("--lang", parsed.lang, "Language of the output")->check(CLI::IsMember({"id", "en"}));
    app.add_option("--data-dir", parsed.data_folder, "Folder of the records and settings");
    app.add_option("--frames", parsed.frames, "")->group("")->check(CLI::IsMember({"1", "settled"}));
    app.add_option("scenario", parsed.scenario, "Case to open in the window");
}

CLI::App* add_check(CLI::App& app, Parsed& parsed) {
    CLI::App* check = app.add_subcommand("check", "Check cases, packages or folders of them");
    check->add_option("path", parsed.check.paths, "Case, package or folder")->required();
    check->add_option("--format", parsed.check.format, "text, json or sarif")->check(CLI::IsMember({"text", "json", "sarif"}));
    return check;
}

CLI::App* add_play(CLI::App& app, Parsed& parsed) {
    CLI::App* play = app.add_subcommand("play", "Play a case in the terminal, or automatically");
    play->add_option("scenario", parsed.play.scenario, "Case")->required();
    play->add_option("--player", parsed.play.player, "human, reference, lenient, strict, random or a .play file");
    play->add_option("--seed", parsed.play.seed, "Seed of the random player");
    play->add_option("--repeat", parsed.play.repeat, "How often; each time with the next seed")->check(CLI::Range(1, 1000000));
    play->add_option("--mode", parsed.play.mode, "learn, practise or check")->check(CLI::IsMember({"learn", "practise", "check"}));
    play->add_option("--feedback", parsed.play.feedback, "none, count, where or full")
        ->check(CLI::IsMember({"none", "count", "where", "full"}));
    play->add_flag("--tell-kept", parsed.play.tell_kept, "With --record: say on standard error what is durable, event by event");
    play->add_flag("--record", parsed.play.record, "Keep the session in the records");
    play->add_option("--person", parsed.play.person, "Code of the person (with --record)");
    return play;
}

int carry_out(const CLI::App& app, const Parsed& parsed, const Context& context) {
    if (app.got_subcommand("check")) {
        CheckOptions options = parsed.check;
        if (parsed.json) options.format = "json";
        return run_check(context, options);
    }
    if (app.got_subcommand("play")) return run_play(context, parsed.play);
    const CLI::App* records = app.get_subcommand("records");
    if (records->got_subcommand("show")) return run_records_show(context, parsed.session);
    if (records->got_subcommand("rebuild")) return run_records_rebuild(context);
    return run_records_list(context);
}

} // namespace

Outcome run(const std::vector<std::string>& arguments, const Environment& environment) {
    Parsed parsed;
    CLI::App app{"Timbang: practise weighing evidence", "timbang"};
    add_global_options(app, parsed, environment.version);
    add_check(app, parsed);
    add_play(app, parsed);
    CLI::App* records = app.add_subcommand("records", "What is kept of past sessions");
    records->require_subcommand(1);
    records->add_subcommand("list", "List the sessions");
    records->add_subcommand("show", "Show one session")->add_option("session", parsed.session, "Id of the session")->required();
    records->add_subcommand("rebuild", "Make the tables again from the events");

    Outcome outcome;
    outcome.lang = environment.lang;
    Context context{environment, false, environment.lang, environment.data_folder};
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(reversed);
    } catch (const CLI::Success& success) {
        app.exit(success, *environment.out, *environment.err);
        return outcome;
    } catch (const CLI::ParseError& error) {
        outcome.exit_code = kWrongUsage;
        for (const std::string& argument : arguments) context.json |= argument == "--json";
        fail(context, base::Error("wrong-usage", {{"detail", std::string(error.what())}}), kWrongUsage);
        return outcome;
    }
    context.json = parsed.json;
    outcome.lang_given = !parsed.lang.empty();
    if (outcome.lang_given) context.lang = parsed.lang == "id" ? base::Lang::Id : base::Lang::En;
    if (!parsed.data_folder.empty()) context.data_folder = parsed.data_folder;
    outcome.lang = context.lang;
    outcome.data_folder = context.data_folder;
    outcome.window = app.get_subcommands().empty();
    outcome.scenario = parsed.scenario;
    if (parsed.frames == "1") outcome.leave = Outcome::Leave::FirstFrame;
    if (parsed.frames == "settled") outcome.leave = Outcome::Leave::Settled;
    if (!outcome.window) outcome.exit_code = carry_out(app, parsed, context);
    return outcome;
}

} // namespace timbang::cli
