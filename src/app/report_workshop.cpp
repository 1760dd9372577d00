#include "app/report_workshop.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "app/report_person.h"
#include "base/json.h"
#include "domain/room_event.h"

namespace timbang::app {
namespace {

/// One session of a room as the record keeps it.
struct KeptRoom {
    store::SessionRow row;
    domain::RoomStarted started;
    std::vector<store::StoredEvent> events;
};

base::Error unknown(const std::string& id) {
    return base::Error("workshop-unknown", {{"id", id}});
}

/// The sessions of one workshop, in the order they were begun.
base::Result<std::vector<KeptRoom>> rooms_of(store::Reader& reader, const std::string& id) {
    const auto sessions = reader.sessions();
    if (!sessions) return sessions.error();
    std::vector<KeptRoom> all;
    std::string workshop = id;
    for (const store::SessionRow& row : *sessions) {
        if (row.mode != "room" || row.needs_newer) continue;
        auto events = reader.events(row.id);
        if (!events) return events.error();
        if (events->empty()) continue;
        const auto payload = base::parse_json(events->front().payload);
        if (!payload) continue;
        auto started = domain::room_started_from_json(*payload);
        if (!started) continue;
        if (row.id == id && !started->workshop.empty()) workshop = started->workshop;
        all.push_back({row, std::move(*started), std::move(*events)});
    }
    std::vector<KeptRoom> rooms;
    for (KeptRoom& one : all)
        if (one.row.id == id || (!workshop.empty() && one.started.workshop == workshop)) rooms.push_back(std::move(one));
    if (rooms.empty()) return unknown(id);
    return rooms;
}

/// Takes in the events of the room; those of the case's script are left out. `there` gets the codes of who took a seat.
domain::RoomState replayed(const KeptRoom& room, std::set<std::string>& there) {
    const domain::RoomRules& rules = room.started.rules;
    domain::RoomState state = domain::initial_room(rules);
    const auto came = [&](domain::SeatIx seat) {
        if (seat >= 0 && static_cast<std::size_t>(seat) < state.seats.size()) there.insert(state.seats[static_cast<std::size_t>(seat)].code);
    };
    for (const store::StoredEvent& stored : room.events) {
        const auto payload = base::parse_json(stored.payload);
        if (!payload) continue;
        const auto event = domain::room_event_from_json(rules, state, stored.type, *payload, stored.texts);
        if (!event) continue;
        domain::apply(rules, state, *event);
        if (const auto* taken = std::get_if<domain::room_event::SeatTaken>(&*event)) came(taken->seat);
        if (const auto* voted = std::get_if<domain::room_event::Voted>(&*event)) {
            came(voted->vote.seat);
            for (const domain::SeatIx member : voted->vote.members) came(member);
        }
    }
    return state;
}

/// Who was expected or came, by group and code.
std::vector<report::AttendanceLine> attendance(const std::vector<report::RoomCaseInput>& cases, const std::set<std::string>& there,
                                               const std::map<std::string, std::string>& names, const domain::Workshop* plan) {
    std::map<std::string, report::AttendanceLine> lines;
    for (const report::RoomCaseInput& one : cases)
        for (const domain::RoomSeat& seat : one.state.seats) {
            report::AttendanceLine& line = lines[seat.code];
            line.code = seat.code;
            line.group = seat.group;
            line.there = there.count(seat.code) > 0;
        }
    std::vector<report::AttendanceLine> list;
    for (auto& [code, line] : lines) {
        const domain::Participant* known = plan ? plan->person(code) : nullptr;
        const auto name = names.find(code);
        if (known) {
            line.name = known->name;
            line.office = known->office;
        }
        if (line.name.empty() && name != names.end()) line.name = name->second;
        list.push_back(std::move(line));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.group < b.group; });
    return list;
}

} // namespace

base::Result<report::WorkshopInput> workshop_report(store::Reader& reader, const std::string& id,
                                                    const std::optional<KeptWorkshop>& plan, const ReportSources& sources) {
    const auto rooms = rooms_of(reader, id);
    if (!rooms) return rooms.error();
    const auto people = reader.people();
    if (!people) return people.error();
    std::map<std::string, std::string> names;
    for (const store::Person& person : *people) names[person.code] = person.name;
    report::WorkshopInput input;
    input.now = sources.now;
    input.ended = true;
    std::set<std::string> there;
    for (const KeptRoom& room : *rooms) {
        report::RoomCaseInput one;
        one.scenario_id = room.started.scenario;
        one.rules = room.started.rules;
        one.state = replayed(room, there);
        one.began = room.row.started;
        one.last = room.row.last;
        one.scenario = sources.scenario ? sources.scenario(room.started.scenario) : nullptr;
        // Another key is another reference: what was shown in the room is not this one.
        if (one.scenario && one.scenario->hashes.key != room.started.key_hash) one.scenario = nullptr;
        if (!room.started.title.empty()) input.title = room.started.title;
        input.ended = input.ended && room.row.state == store::SessionState::Finished;
        input.cases.push_back(std::move(one));
    }
    if (plan && !plan->plan.title.empty()) input.title = plan->plan.title;
    input.people = attendance(input.cases, there, names, plan ? &plan->plan : nullptr);
    return input;
}

base::Result<std::vector<report::PartLine>> workshop_lines(store::Reader& reader, const std::string& id) {
    const auto rooms = rooms_of(reader, id);
    if (!rooms) return rooms.error();
    std::vector<report::PartLine> lines;
    for (const KeptRoom& room : *rooms) {
        const auto votes = reader.votes_in(room.row.id);
        if (!votes) return votes.error();
        for (const store::VoteRow& vote : *votes) {
            report::PartLine line;
            line.person = vote.person_code;
            line.session = vote.session;
            line.scenario = room.started.scenario;
            line.version = room.started.version;
            line.framework = room.started.framework;
            line.mode = "room";
            line.time = base::iso_time(vote.time);
            line.indicator = vote.indicator;
            line.vote = vote.kind;
            line.round = vote.round;
            store::DecisionRow given;
            given.score = vote.score;
            given.verdict = vote.verdict;
            given.confidence = vote.confidence;
            add_parts(line, vote.result, given, lines);
        }
    }
    return lines;
}

std::optional<KeptWorkshop> kept_workshop(const std::string& folder, const std::string& id) {
    for (KeptWorkshop& one : find_workshops(folder).kept)
        if (one.plan.id == id) return std::move(one);
    return std::nullopt;
}

} // namespace timbang::app
