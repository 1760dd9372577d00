#include <CLI/CLI.hpp>

#include "cli/room.h"

namespace timbang::cli {

void add_room(CLI::App& app, RoomOptions& options, const std::function<std::string(std::string_view)>& words) {
    constexpr int kMostPorts = 65535, kMostPeople = 1000, kMostMinutes = 24 * 60;
    CLI::App* room = app.add_subcommand("room", words("cli.help-room"));
    room->add_option("scenario", options.scenarios, words("cli.help-case-or-package"))->required();
    room->add_option("--port", options.port, words("cli.help-room-port"))->check(CLI::Range(0, kMostPorts));
    room->add_option("--bind", options.bind, words("cli.help-room-bind"));
    room->add_option("--name", options.names, words("cli.help-room-name"))->allow_extra_args(false);
    room->add_option("--title", options.title, words("cli.help-room-title"));
    room->add_option("--wifi", options.wifi, words("cli.help-room-wifi"));
    room->add_option("--roster", options.roster, words("cli.help-room-roster"));
    room->add_option("--people", options.people, words("cli.help-room-people"))->check(CLI::Range(1, kMostPeople));
    room->add_option("--groups", options.groups, words("cli.help-room-groups"))->check(CLI::Range(1, kMostPeople));
    room->add_option("--consensus", options.consensus, words("cli.help-room-consensus"))->check(CLI::Range(1, 100));
    room->add_option("--minutes", options.minutes, words("cli.help-room-minutes"))->check(CLI::Range(0, kMostMinutes));
    room->add_flag("--spread", options.spread, words("cli.help-room-spread"));
    room->add_flag("--group-second", options.group_second, words("cli.help-room-group-second"));
    room->add_flag("--resume", options.resume, words("cli.help-room-resume"));
    room->add_option("--fixed", options.fixed, "")->group("");
}

} // namespace timbang::cli
