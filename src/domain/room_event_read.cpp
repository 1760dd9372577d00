#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "domain/room_event.h"

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

/// Reads the fields of one payload and remembers the first that is not as it should be.
class Fields {
public:
    explicit Fields(const Json& json) : json_(json) {}

    [[nodiscard]] const std::string& broken() const { return broken_; }
    void fail(const char* name) {
        if (broken_.empty()) broken_ = name;
    }
    const Json* find(const char* name) const {
        if (!json_.is_object()) return nullptr;
        const auto it = json_.find(name);
        return it == json_.end() ? nullptr : &*it;
    }
    [[nodiscard]] bool given(const char* name) const {
        const Json* const value = find(name);
        return value && !value->is_null();
    }
    std::string text(const char* name) {
        const Json* const value = find(name);
        if (value && value->is_string()) return value->get<std::string>();
        return fail(name), std::string();
    }
    bool flag(const char* name) {
        const Json* const value = find(name);
        if (value && value->is_boolean()) return value->get<bool>();
        return fail(name), false;
    }
    template <class T> T number(const char* name) {
        const Json* const value = find(name);
        const std::optional<T> number = value ? whole<T>(*value) : std::nullopt;
        if (!number) fail(name);
        return number.value_or(T{});
    }
    template <class T> std::vector<T> numbers(const char* name) {
        std::vector<T> values;
        for (const Json& one : list(name)) {
            const std::optional<T> value = whole<T>(one);
            if (!value) return fail(name), values;
            values.push_back(*value);
        }
        return values;
    }
    /// An enumerator by its word.
    template <class Find> auto word(const char* name, const Find& find) {
        const auto found = find(text(name));
        if (!found) fail(name);
        return found.value_or(typename decltype(find(std::string()))::value_type{});
    }
    const Json& list(const char* name) {
        const Json* const value = find(name);
        if (value && value->is_array()) return *value;
        fail(name);
        return none_;
    }

private:
    template <class T> static std::optional<T> whole(const Json& value) {
        if (value.is_number_unsigned() && std::in_range<T>(value.get<std::uint64_t>())) return value.get<T>();
        if (!value.is_number_unsigned() && value.is_number_integer() && std::in_range<T>(value.get<std::int64_t>()))
            return value.get<T>();
        return std::nullopt;
    }
    const Json& json_;
    const Json none_ = Json::array();
    std::string broken_;
};

RoomSeat read_seat(Fields& in) {
    RoomSeat seat;
    seat.code = in.text("seat");
    seat.group = in.number<int>("group");
    seat.way = in.word("way", way_from_id);
    seat.speaks = in.flag("speaks");
    seat.presence = in.word("presence", presence_from_id);
    return seat;
}

std::vector<RoomSeat> read_seats(Fields& in) {
    std::vector<RoomSeat> seats;
    for (const Json& one : in.list("seats")) {
        Fields fields(one);
        seats.push_back(read_seat(fields));
        if (!fields.broken().empty()) in.fail("seats");
    }
    return seats;
}

RoomTaskIx find_task(const RoomRules& rules, std::string_view code) {
    const auto found =
        std::find_if(rules.tasks.begin(), rules.tasks.end(), [&](const RoomTask& task) { return task.code == code; });
    return found == rules.tasks.end() ? -1 : static_cast<RoomTaskIx>(found - rules.tasks.begin());
}

/// Reads each event with the places of one room.
class Reader {
public:
    Reader(const RoomRules& rules, const RoomState& state, const Json& json, const std::vector<FreeText>& texts)
        : rules_(rules), state_(state), texts_(texts), in_(json) {}

    [[nodiscard]] const std::string& broken() const { return in_.broken(); }

    std::optional<RoomEvent> event(std::string_view type) {
        using namespace room_event;
        if (type == "seat_taken") return SeatTaken{seat("seat"), in_.word("way", way_from_id), in_.text("token_hash")};
        if (type == "seat_freed") return SeatFreed{seat("seat")};
        if (type == "seat_added") return SeatAdded{read_seat(in_)};
        if (type == "seats_set") return SeatsSet{read_seats(in_)};
        if (type == "voted") return Voted{round(), vote()};
        if (type == "timer_set")
            return TimerSet{{in_.flag("set"), in_.flag("running"), in_.number<std::int64_t>("left_ms")}};
        if (type == "comment") return comment();
        if (type == "room_ended") return RoomEnded{};
        return event_of_round(type);
    }

private:
    std::optional<RoomEvent> event_of_round(std::string_view type) {
        using namespace room_event;
        if (type == "round_opened") return RoundOpened{round(), tasks(), in_.number<int>("consensus")};
        if (type == "vote_closed") return VoteClosed{round(), in_.word("vote", vote_kind_from_id)};
        if (type == "vote_reopened") return VoteReopened{round(), in_.word("vote", vote_kind_from_id)};
        if (type == "votes_shown") return room_event::VotesShown{round()};
        if (type == "discussion_begun") return DiscussionBegun{round()};
        if (type == "second_vote_opened") return SecondVoteOpened{round()};
        if (type == "second_vote_passed_over") return SecondVotePassedOver{round()};
        if (type == "reference_shown") return room_event::ReferenceShown{round(), task()};
        if (type == "round_closed") return RoundClosed{round()};
        return std::nullopt;
    }

    int round() { return in_.number<int>("round"); }
    RoomTaskIx task() {
        const RoomTaskIx task = find_task(rules_, in_.text("indicator"));
        if (task < 0) in_.fail("indicator");
        return task;
    }
    std::vector<RoomTaskIx> tasks() {
        std::vector<RoomTaskIx> tasks;
        for (const Json& one : in_.list("indicators")) {
            tasks.push_back(one.is_string() ? find_task(rules_, one.get_ref<const std::string&>()) : -1);
            if (tasks.back() < 0) in_.fail("indicators");
        }
        return tasks;
    }
    SeatIx seat(const char* name) {
        const SeatIx seat = state_.find_seat(in_.text(name));
        if (seat < 0) in_.fail(name);
        return seat;
    }
    std::string free_text(const char* name) const {
        for (const FreeText& one : texts_)
            if (one.field == name) return one.text;
        return {};
    }
    room_event::Commented comment() {
        Comment comment;
        comment.round = round();
        if (in_.given("indicator")) comment.task = task();
        comment.about = in_.word("about", comment_about_from_id);
        comment.text = free_text("text");
        return {std::move(comment)};
    }
    Vote vote() {
        Vote vote;
        vote.task = task();
        vote.kind = in_.word("vote", vote_kind_from_id);
        if (in_.given("score")) vote.score = in_.number<int>("score");
        if (in_.given("verdict")) vote.verdict = in_.word("verdict", verdict_from_id);
        vote.confidence = in_.number<Confidence>("confidence");
        vote.reason = free_text("reason");
        vote.way = in_.word("way", way_from_id);
        vote.typed = !in_.text("typed_by").empty();
        vote.client_id = in_.text("client_id");
        if (vote.kind != VoteKind::Group) {
            vote.seat = seat("seat");
            return vote;
        }
        vote.group = in_.number<int>("group");
        for (const Json& one : in_.list("members")) {
            vote.members.push_back(one.is_string() ? state_.find_seat(one.get_ref<const std::string&>()) : -1);
            if (vote.members.back() < 0) in_.fail("members");
        }
        return vote;
    }

    const RoomRules& rules_;
    const RoomState& state_;
    const std::vector<FreeText>& texts_;
    Fields in_;
};

base::Error broken_error(std::string_view type, const std::string& field) {
    return base::Error("event-broken", {{"type", std::string(type)}, {"field", field}});
}

} // namespace

base::Result<RoomStarted> room_started_from_json(const Json& payload) {
    Fields in(payload);
    RoomStarted started;
    if (in.text("mode") != "room") in.fail("mode");
    started.scenario = in.text("scenario");
    started.version = in.text("version");
    started.content_hash = in.text("content_hash");
    started.key_hash = in.text("key_hash");
    started.framework = in.text("framework");
    started.program_version = in.text("program_version");
    started.workshop = in.text("workshop");
    started.title = in.text("title");
    started.code = in.text("code");
    for (const Json& one : in.list("tasks")) {
        Fields task(one);
        started.rules.tasks.push_back({task.text("indicator"), task.flag("verdict"), task.numbers<int>("scores")});
        if (!task.broken().empty()) in.fail("tasks");
    }
    started.rules.seats = read_seats(in);
    started.rules.consensus = in.number<int>("consensus");
    started.rules.show = in.word("show", show_votes_from_id);
    started.rules.vote_seconds = in.number<int>("vote_seconds");
    started.rules.group_second = in.flag("group_second");
    if (!in.broken().empty()) return broken_error("session_started", in.broken());
    return started;
}

base::Result<RoomEvent> room_event_from_json(const RoomRules& rules, const RoomState& state, std::string_view type,
                                             const Json& payload, const std::vector<FreeText>& texts) {
    Reader reader(rules, state, payload, texts);
    std::optional<RoomEvent> event = reader.event(type);
    if (!event) return base::Error("event-unknown", {{"type", std::string(type)}});
    if (!reader.broken().empty()) return broken_error(type, reader.broken());
    return std::move(*event);
}

} // namespace timbang::domain
