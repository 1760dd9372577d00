#include "cli/room_open.h"

#include <algorithm>
#include <chrono>
#include <set>

#include <fmt/format.h>

#include "app/room/open_rooms.h"
#include "app/room/roster.h"
#include "base/ids.h"
#include "base/rng.h"
#include "store/records.h"

namespace timbang::cli {
namespace {

constexpr int kGroupSize = 5;

bool add_people(const Context& context, const RoomOptions& options, domain::Workshop& workshop,
                const std::function<std::uint64_t()>& random, int& exit_code) {
    const auto size_of = [&](std::size_t people) {
        if (options.groups <= 0) return kGroupSize;
        return static_cast<int>((people + static_cast<std::size_t>(options.groups) - 1) /
                                static_cast<std::size_t>(options.groups));
    };
    if (options.roster.empty()) {
        const domain::Workshop plain =
            domain::plain_workshop(options.people, size_of(static_cast<std::size_t>(options.people)));
        workshop.roster = plain.roster;
        workshop.groups = plain.groups;
        return true;
    }
    base::Result<std::vector<domain::Participant>> people = app::read_roster(options.roster);
    if (!people) {
        exit_code = fail(context, people.error());
        return false;
    }
    workshop.roster = std::move(*people);
    const bool grouped = std::any_of(workshop.roster.begin(), workshop.roster.end(),
                                     [](const domain::Participant& person) { return person.group > 0; });
    if (options.groups > 0 || !grouped) {
        base::Rng rng(random());
        domain::shuffle_groups(workshop, std::max(1, size_of(workshop.roster.size())), rng);
    }
    return true;
}

} // namespace

std::optional<app::RoomSetup> room_setup(const Context& context, const RoomOptions& options,
                                         const std::function<std::uint64_t()>& random, int& exit_code) {
    app::RoomSetup setup;
    content::CaseFiles files(context.openers);
    std::set<std::string> ids;
    for (const std::string& name : options.scenarios) {
        app::CaseForRoom one;
        one.scenario = open_scenario(context, name, exit_code);
        if (!one.scenario) return std::nullopt;
        if (one.scenario->purpose == domain::Purpose::Pool) {
            exit_code = fail(context, base::Error("pool-is-no-case", {{"path", name}}));
            return std::nullopt;
        }
        if (!ids.insert(one.scenario->id).second) {
            exit_code = fail(context, base::Error("room-case-twice", {{"scenario", one.scenario->title}}), kWrongUsage);
            return std::nullopt;
        }
        const std::optional<std::string> path = case_path(context, name);
        if (path)
            one.pictures = app::room_pictures(*one.scenario, content::case_folder(*path, context.openers).folder,
                                              files);
        setup.cases.push_back(std::move(one));
    }
    domain::Workshop& workshop = setup.workshop;
    if (!add_people(context, options, workshop, random, exit_code)) return std::nullopt;
    workshop.title = options.title;
    workshop.wifi = options.wifi;
    workshop.consensus =
        options.consensus > 0 ? options.consensus : setup.cases.front().scenario->framework->aggregation.consensus;
    workshop.show = options.spread ? domain::ShowVotes::Spread : domain::ShowVotes::Bars;
    workshop.vote_minutes = options.minutes;
    workshop.group_second = options.group_second;
    setup.program_version = context.environment.version;
    setup.code = app::make_room_code(random);
    return setup;
}

base::Result<std::vector<app::RoomSession::Kept>> open_room_sessions(const std::string& records,
                                                                     const app::RoomSetup& setup) {
    base::Result<store::Reader> reader = store::Reader::open(records);
    if (!reader) return reader.error();
    base::Result<std::vector<store::SessionRow>> rows = reader->sessions();
    if (!rows) return rows.error();
    const auto given = [&](const std::string& id) {
        return std::any_of(setup.cases.begin(), setup.cases.end(),
                           [&](const app::CaseForRoom& one) { return one.scenario->id == id; });
    };
    std::erase_if(*rows, [&](const store::SessionRow& row) { return !given(row.scenario); });
    std::vector<app::OpenRoom> rooms =
        app::open_rooms(*rows, [&](const std::string& session) { return reader->events(session); });
    if (rooms.empty()) return base::Error("no-room-to-resume");
    return std::move(rooms.front().sessions);
}

RoomChance room_chance(const Context& context, const RoomOptions& options) {
    RoomChance chance;
    // Also with fixed ids: states are pushed by it.
    chance.steady = [] {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    };
    if (!options.fixed) {
        chance.now = context.environment.clock ? context.environment.clock : base::Clock(base::system_now);
        chance.random = base::secure_random;
        return chance;
    }
    const auto ids = std::make_shared<base::Rng>(*options.fixed);
    const auto tokens = std::make_shared<base::Rng>(~*options.fixed);
    chance.now = [] { return *base::parse_iso_time("2026-01-02T03:04:05.000Z"); };
    chance.random = [ids] { return ids->next(); };
    chance.token = [tokens] { return fmt::format("{:016x}{:016x}", tokens->next(), tokens->next()); };
    return chance;
}

} // namespace timbang::cli
