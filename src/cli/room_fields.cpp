#include "cli/room_fields.h"

#include <algorithm>

#include "base/rng.h"

namespace timbang::cli {
namespace {

using nlohmann::json;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

} // namespace

std::string RoomFields::text(const std::string& field, const std::string& otherwise) {
    const auto found = line_.find(field);
    if (found == line_.end() || found->is_null()) return otherwise;
    if (found->is_string()) return found->get<std::string>();
    break_at(field);
    return otherwise;
}

std::string RoomFields::needed(const std::string& field) {
    std::string value = text(field, "");
    if (value.empty()) break_at(field);
    return value;
}

std::int64_t RoomFields::number(const std::string& field, std::int64_t otherwise) {
    const auto found = line_.find(field);
    if (found == line_.end() || found->is_null()) return otherwise;
    constexpr std::int64_t kMost = 1'000'000'000;
    if (found->is_number_integer()) {
        const auto value = found->get<std::int64_t>();
        if (value >= -kMost && value <= kMost) return value;
    }
    break_at(field);
    return otherwise;
}

domain::SeatIx RoomFields::seat(const std::string& field) {
    const domain::SeatIx found = snapshot_.state->find_seat(needed(field));
    if (found < 0) break_at(field);
    return found;
}

domain::RoomTaskIx RoomFields::task(const std::string& field) {
    const std::string code = text(field, "");
    const domain::Round* const round = snapshot_.state->round();
    if (code.empty() && round != nullptr && round->tasks.size() == 1) return round->tasks.front();
    const domain::RoomTaskIx found = snapshot_.scenario->find_task(code);
    if (found < 0) break_at(field);
    return found;
}

domain::RoomTaskIx RoomFields::task_or_all(const std::string& field) {
    const std::string code = text(field, "all");
    return code == "all" ? -1 : task(field);
}

int RoomFields::case_place(const std::string& field) {
    const std::string id = needed(field);
    for (int place = 0; at(place) < snapshot_.cases.size(); ++place)
        if (snapshot_.cases[at(place)].scenario->id == id) return place;
    break_at(field);
    return -1;
}

domain::PartIx RoomFields::part(const std::string& field) {
    const std::string id = text(field, "");
    const domain::Scenario& scenario = *snapshot_.scenario;
    if (id.empty() && snapshot_.script->step >= 0) {
        const auto& parts = scenario.steps[at(snapshot_.script->step)].parts;
        if (parts.size() == 1) return parts.front();
    }
    const domain::PartIx found = scenario.find_part(id);
    if (found < 0) break_at(field);
    return found;
}

domain::PartAnswer RoomFields::part_answer() {
    domain::PartAnswer answer;
    answer.option = text("option", "");
    answer.category = text("category", "");
    answer.letter = text("letter", "");
    answer.locked = !answer.letter.empty();
    const json lines = line_.value("checklist", json::object());
    if (!lines.is_object()) {
        break_at("checklist");
        return answer;
    }
    for (const auto& [rule, given] : lines.items()) {
        const auto check = given.is_string() ? domain::check_from_id(given.get<std::string>()) : std::nullopt;
        if (check)
            answer.checklist.emplace_back(rule, *check);
        else
            break_at("checklist");
    }
    for (const json& point : line_.value("points", json::array())) {
        if (point.is_string())
            answer.points.push_back(point.get<std::string>());
        else
            break_at("points");
    }
    return answer;
}

domain::Vote RoomFields::vote(domain::VoteKind otherwise) {
    domain::Vote vote;
    const domain::Round* const round = snapshot_.state->round();
    vote.kind = otherwise;
    if (round != nullptr && round->phase != domain::Phase::FirstVote && otherwise == domain::VoteKind::First)
        vote.kind = domain::VoteKind::Second;
    if (line_.contains("kind")) {
        const auto kind = domain::vote_kind_from_id(text("kind", ""));
        if (kind)
            vote.kind = *kind;
        else
            break_at("kind");
    }
    vote.task = task("indicator");
    if (line_.contains("score") && !line_["score"].is_null()) vote.score = static_cast<int>(number("score", 0));
    if (line_.contains("verdict") && !line_["verdict"].is_null()) {
        vote.verdict = domain::verdict_from_id(text("verdict", ""));
        if (!vote.verdict) break_at("verdict");
    }
    vote.confidence = static_cast<domain::Confidence>(std::clamp<std::int64_t>(number("confidence", 2), 0, 9));
    vote.reason = text("reason", "");
    return vote;
}

std::vector<domain::SeatIx> RoomFields::members(const std::string& field, int group) {
    std::vector<domain::SeatIx> found;
    const auto named = line_.find(field);
    if (named == line_.end()) {
        for (int one = 0; at(one) < snapshot_.state->seats.size(); ++one)
            if (snapshot_.state->seats[at(one)].group == group) found.push_back(one);
        return found;
    }
    if (!named->is_array()) break_at(field);
    for (const json& code : named->is_array() ? *named : json::array()) {
        const domain::SeatIx one = code.is_string() ? snapshot_.state->find_seat(code.get<std::string>()) : -1;
        if (one < 0) break_at(field);
        found.push_back(one);
    }
    return found;
}

void RoomFields::shuffle(std::vector<domain::RoomSeat>& seats, int size) {
    domain::Workshop workshop;
    for (const domain::RoomSeat& seat : seats) {
        domain::Participant person;
        person.code = seat.code;
        person.group = seat.group;
        person.speaks = seat.speaks;
        workshop.roster.push_back(std::move(person));
    }
    base::Rng rng(static_cast<std::uint64_t>(number("seed", 1)));
    domain::shuffle_groups(workshop, size, rng);
    for (std::size_t place = 0; place < seats.size(); ++place) {
        seats[place].group = workshop.roster[place].group;
        seats[place].speaks = workshop.roster[place].speaks;
    }
}

std::vector<domain::RoomSeat> RoomFields::seats_changed() {
    std::vector<domain::RoomSeat> seats = snapshot_.state->seats;
    if (const std::int64_t size = number("size", 0); size > 0) shuffle(seats, static_cast<int>(size));
    const json changes = line_.value("seats", json::array());
    if (!changes.is_array() || (changes.empty() && !line_.contains("size"))) break_at("seats");
    for (const json& change : changes.is_array() ? changes : json::array()) {
        if (!change.is_object()) {
            break_at("seats");
            continue;
        }
        RoomFields fields(change, snapshot_);
        const domain::SeatIx place = fields.seat("seat");
        if (place < 0) {
            break_at("seat");
            continue;
        }
        domain::RoomSeat& seat = seats[at(place)];
        seat.group = static_cast<int>(fields.number("group", seat.group));
        if (change.contains("speaks") && change["speaks"].is_boolean()) seat.speaks = change["speaks"].get<bool>();
        const auto way = domain::way_from_id(fields.text("way", domain::way_id(seat.way)));
        const auto presence = domain::presence_from_id(fields.text("presence", domain::presence_id(seat.presence)));
        if (!way) fields.break_at("way");
        if (!presence) fields.break_at("presence");
        if (way) seat.way = *way;
        if (presence) seat.presence = *presence;
        if (!fields.broken().empty()) break_at(fields.broken());
    }
    return seats;
}

} // namespace timbang::cli
