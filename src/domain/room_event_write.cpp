#include <nlohmann/json.hpp>

#include "domain/room_event.h"
#include "domain/room_votes.h"

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

Json seat_fields(const RoomSeat& seat) {
    return {{"seat", seat.code},
            {"group", seat.group},
            {"way", way_id(seat.way)},
            {"speaks", seat.speaks},
            {"presence", presence_id(seat.presence)}};
}

Json seats_json(const std::vector<RoomSeat>& seats) {
    Json list = Json::array();
    for (const RoomSeat& seat : seats)
        list.push_back(seat_fields(seat));
    return list;
}

/// Writes the payload of each event with the codes of one room.
class Writer {
public:
    Writer(const RoomRules& rules, const RoomState& state, const std::vector<std::string>& person_ids)
        : rules_(rules), state_(state), person_ids_(person_ids) {}

    Json operator()(const room_event::SeatTaken& event) const {
        return {{"seat", seat(event.seat)},
                {"person", person(event.seat)},
                {"way", way_id(event.way)},
                {"token_hash", event.token_hash}};
    }
    Json operator()(const room_event::SeatFreed& event) const { return {{"seat", seat(event.seat)}}; }
    Json operator()(const room_event::SeatAdded& event) const { return seat_fields(event.seat); }
    Json operator()(const room_event::SeatsSet& event) const {
        Json list = seats_json(event.seats);
        return {{"seats", std::move(list)}};
    }
    Json operator()(const room_event::RoundOpened& event) const {
        Json codes = Json::array();
        for (const RoomTaskIx one : event.tasks)
            codes.push_back(task(one));
        return {{"round", event.round}, {"indicators", std::move(codes)}, {"consensus", event.consensus}};
    }
    Json operator()(const room_event::Voted& event) const {
        const Vote& vote = event.vote;
        Json json = {{"round", event.round},
                     {"indicator", task(vote.task)},
                     {"vote", vote_kind_id(vote.kind)},
                     {"score", nullptr},
                     {"verdict", nullptr},
                     {"confidence", vote.confidence},
                     {"reason", nullptr},
                     {"way", way_id(vote.way)},
                     {"client_id", vote.client_id},
                     {"typed_by", vote.typed ? "facilitator" : ""}};
        if (vote.score) json["score"] = *vote.score;
        if (vote.verdict) json["verdict"] = verdict_id(*vote.verdict);
        if (vote.kind != VoteKind::Group) {
            json["seat"] = seat(vote.seat);
            json["person"] = person(vote.seat);
            return json;
        }
        json["group"] = vote.group;
        json["members"] = Json::array();
        json["people"] = Json::array();
        for (const SeatIx one : vote.members) {
            json["members"].push_back(seat(one));
            json["people"].push_back(person(one));
        }
        return json;
    }
    Json operator()(const room_event::VoteClosed& event) const {
        return {{"round", event.round}, {"vote", vote_kind_id(event.kind)}};
    }
    Json operator()(const room_event::VoteReopened& event) const {
        return {{"round", event.round}, {"vote", vote_kind_id(event.kind)}};
    }
    Json operator()(const room_event::VotesShown& event) const { return round(event.round); }
    Json operator()(const room_event::DiscussionBegun& event) const { return round(event.round); }
    Json operator()(const room_event::SecondVoteOpened& event) const { return round(event.round); }
    Json operator()(const room_event::SecondVotePassedOver& event) const { return round(event.round); }
    Json operator()(const room_event::ReferenceShown& event) const {
        return {{"round", event.round}, {"indicator", task(event.task)}};
    }
    Json operator()(const room_event::RoundClosed& event) const { return round(event.round); }
    Json operator()(const room_event::TimerSet& event) const {
        return {{"set", event.timer.set}, {"running", event.timer.running}, {"left_ms", event.timer.left_ms}};
    }
    Json operator()(const room_event::Commented& event) const {
        return {{"round", event.comment.round},
                {"indicator", task(event.comment.task)},
                {"about", comment_about_id(event.comment.about)},
                {"text", nullptr}};
    }
    Json operator()(const room_event::RoomEnded&) const { return Json::object(); }

private:
    [[nodiscard]] static Json round(int number) { return {{"round", number}}; }
    [[nodiscard]] Json seat(SeatIx seat) const {
        return in_list(seat, state_.seats.size()) ? Json(state_.seats[static_cast<std::size_t>(seat)].code) : Json();
    }
    [[nodiscard]] Json task(RoomTaskIx task) const {
        return in_list(task, rules_.tasks.size()) ? Json(rules_.tasks[static_cast<std::size_t>(task)].code) : Json();
    }
    /// "" where the person is not known.
    [[nodiscard]] std::string person(SeatIx seat) const {
        return in_list(seat, person_ids_.size()) ? person_ids_[static_cast<std::size_t>(seat)] : std::string();
    }

    const RoomRules& rules_;
    const RoomState& state_;
    const std::vector<std::string>& person_ids_;
};

} // namespace

Json to_json(const RoomStarted& started) {
    Json tasks = Json::array();
    for (const RoomTask& task : started.rules.tasks)
        tasks.push_back({{"indicator", task.code}, {"verdict", task.asks_verdict}, {"scores", task.scores}});
    Json seats = seats_json(started.rules.seats);
    return {{"scenario", started.scenario},
            {"version", started.version},
            {"content_hash", started.content_hash},
            {"key_hash", started.key_hash},
            {"framework", started.framework},
            {"program_version", started.program_version},
            {"mode", "room"},
            {"person", ""},
            {"player", ""},
            {"continues", ""},
            {"workshop", started.workshop},
            {"title", started.title},
            {"code", started.code},
            {"tasks", std::move(tasks)},
            {"seats", std::move(seats)},
            {"consensus", started.rules.consensus},
            {"show", show_votes_id(started.rules.show)},
            {"vote_seconds", started.rules.vote_seconds},
            {"group_second", started.rules.group_second}};
}

Json to_json(const RoomRules& rules, const RoomState& state, const RoomEvent& event,
             const std::vector<std::string>& person_ids) {
    return std::visit(Writer(rules, state, person_ids), event);
}

std::vector<FreeText> free_texts(const RoomEvent& event) {
    std::vector<FreeText> texts;
    if (const auto* const voted = std::get_if<room_event::Voted>(&event); voted && !voted->vote.reason.empty())
        texts.push_back({"reason", voted->vote.reason});
    if (const auto* const comment = std::get_if<room_event::Commented>(&event);
        comment && !comment->comment.text.empty())
        texts.push_back({"text", comment->comment.text});
    return texts;
}

} // namespace timbang::domain
