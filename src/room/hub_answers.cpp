#include <algorithm>

#include "base/hash.h"
#include "room/hub.h"

namespace timbang::room {
namespace {

using domain::RoomRefusal;
using domain::SeatIx;
using domain::VoteKind;
using domain::WayIn;

constexpr std::int64_t kArrivesMs = 3000; ///< in which a token that was told is heard of

SeatIx find_seat(const domain::RoomState& state, const std::string& code) {
    return code.empty() ? -1 : state.find_seat(code);
}

std::vector<SeatIx> shared_seats(const domain::RoomState& state, int group) {
    std::vector<SeatIx> seats;
    for (std::size_t i = 0; i < state.seats.size(); ++i)
        if (group != 0 && state.seats[i].group == group && state.seats[i].way == WayIn::Shared)
            seats.push_back(static_cast<SeatIx>(i));
    return seats;
}

bool holds(const std::vector<SeatIx>& seats, SeatIx seat) {
    return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

/// Whether this device may hand in the decision of a group: the group's computer, or the device of somebody who speaks
/// for it.
bool speaks_for(const domain::RoomState& state, const std::vector<SeatIx>& seats, WayIn way, int group) {
    return std::any_of(seats.begin(), seats.end(), [&](SeatIx seat) {
        const domain::RoomSeat& one = state.seats[static_cast<std::size_t>(seat)];
        return one.group == group && (way == WayIn::Shared || one.speaks);
    });
}

/// The vote with places instead of codes, or why it cannot be one.
std::variant<domain::Vote, RoomRefusal> made_of(const heard::Vote& said, const RoomView& view,
                                                const std::vector<SeatIx>& mine, WayIn way) {
    const domain::RoomState& state = *view.state;
    domain::Vote vote;
    vote.kind = said.kind;
    if (said.kind == VoteKind::Group) {
        if (!speaks_for(state, mine, way, said.group)) return RoomRefusal::UnknownSeat;
        vote.group = said.group;
        for (const std::string& member : said.members) {
            vote.members.push_back(find_seat(state, member));
            if (vote.members.back() < 0) return RoomRefusal::UnknownSeat;
        }
    } else {
        vote.seat = find_seat(state, said.seat);
        if (vote.seat < 0 || !holds(mine, vote.seat)) return RoomRefusal::UnknownSeat;
    }
    const auto& tasks = view.rules->tasks;
    const auto task =
        std::find_if(tasks.begin(), tasks.end(), [&](const auto& each) { return each.code == said.indicator; });
    if (task == tasks.end()) return RoomRefusal::UnknownIndicator;
    vote.task = static_cast<domain::RoomTaskIx>(task - tasks.begin());
    if (said.confidence < 1 || said.confidence > 3) return RoomRefusal::BadConfidence;
    vote.score = said.score;
    vote.verdict = said.verdict;
    vote.confidence = static_cast<domain::Confidence>(said.confidence);
    vote.reason = said.reason;
    vote.way = way;
    vote.client_id = said.id;
    return vote;
}

} // namespace

void Hub::answer(int, Client& client, const heard::Nothing& message) {
    tell(client, short_message("error", {}, message.reason));
}

void Hub::answer(int, Client& client, const heard::Ping&) {
    tell(client, short_message("pong"));
}

void Hub::answer(int, Client& client, const heard::Hello& message) {
    if (message.protocol != kProtocol) {
        tell(client, short_message("error", {}, "protocol"));
        return;
    }
    std::vector<SeatIx> seats = seats_of(message.token);
    if (seats.empty()) {
        if (client.role == Role::Seated) stand_up(client);
        if (client.role == Role::Nobody) client.role = Role::Choosing;
        tell(client, short_message("need-code"));
        return;
    }
    const WayIn way =
        seats.size() > 1 ? WayIn::Shared : view_->state->seats[static_cast<std::size_t>(seats.front())].way;
    sit(client, std::move(seats), way);
    welcome(client);
}

void Hub::answer(int id, Client& client, const heard::Code& message) {
    try_code(id, client, message);
}
void Hub::answer(int id, Client& client, const heard::Take& message) {
    try_code(id, client, message);
}

/// A code that was right once is not asked again on the same connection.
void Hub::try_code(int id, Client& client, Heard asked) {
    if (client.role == Role::Seated || client.role == Role::Screen || client.taking) {
        tell(client, short_message("refused", {}, room_refusal_id(RoomRefusal::SeatTaken)));
        return;
    }
    if (client.code_known || (at_gate_.empty() && gate_.open(options_.steady()))) {
        look_at_code(id, client, asked);
        return;
    }
    client.asked = std::move(asked);
    if (!client.waits) at_gate_.push_back(id);
    client.waits = true;
}

void Hub::look_at_code(int id, Client& client, const Heard& asked) {
    const auto* take_message = std::get_if<heard::Take>(&asked);
    const std::string& code = take_message != nullptr ? take_message->code : std::get<heard::Code>(asked).code;
    client.role = Role::Choosing;
    client.code_known = client.code_known && code == options_.code;
    if (!client.code_known && !gate_.fits(code, options_.steady())) {
        tell(client, short_message("wrong-code"));
        return;
    }
    client.code_known = true;
    if (take_message != nullptr) {
        take(id, client, *take_message);
        return;
    }
    follow();
    make_seats();
    client.state_frame = seats_;
    client.peer->send(seats_, About::Seats);
}

void Hub::take(int id, Client& client, const heard::Take& message) {
    follow();
    std::vector<SeatIx> seats;
    const WayIn way = message.group != 0 ? WayIn::Shared : WayIn::Phone;
    if (message.group != 0)
        seats = shared_seats(*view_->state, message.group);
    else if (const SeatIx seat = find_seat(*view_->state, message.seat); seat >= 0)
        seats.push_back(seat);
    if (seats.empty()) {
        tell(client, short_message("refused", {}, room_refusal_id(RoomRefusal::UnknownSeat)));
        return;
    }
    const auto before = std::find_if(told_.begin(), told_.end(),
                                     [&](const Told& told) { return told.seats == seats && told.way == way; });
    if (before != told_.end() && lost(*before)) {
        Told again = std::move(*before);
        told_.erase(before);
        again.client = id;
        tell_token(std::move(again));
        return;
    }
    client.taking = true;
    Told told{options_.token(), seats, way, id, 0};
    std::string hash = base::sha256(told.token);
    desk_.take_seats(std::move(seats), way, std::move(hash),
                     [self = std::weak_ptr(self_), told = std::move(told)](const Answer& answer) {
                         if (const auto hub = self.lock()) (*hub)->taken(told, answer);
                     });
}

/// Whether a token that was told may be told again: nobody has come with it, and its connection is gone or silent.
bool Hub::lost(const Told& told) {
    return find(told.client) == nullptr || options_.steady() - told.at > kArrivesMs;
}

void Hub::taken(Told told, const Answer& answer) {
    dirty_ = true;
    Client* client = find(told.client);
    if (client != nullptr) client->taking = false;
    if (const auto* refusal = std::get_if<RoomRefusal>(&answer)) {
        if (client != nullptr) tell(*client, short_message("refused", {}, room_refusal_id(*refusal)));
        return;
    }
    if (std::holds_alternative<base::Error>(answer)) {
        if (client != nullptr) tell(*client, short_message("failed"));
        return;
    }
    follow();
    tell_token(std::move(told));
}

void Hub::tell_token(Told told) {
    told.at = options_.steady();
    if (Client* client = find(told.client)) {
        tell(*client, joined_message(*view_, told.token, told.seats));
        sit(*client, told.seats, told.way);
        welcome(*client);
    }
    told_.push_back(std::move(told));
}

void Hub::answer(int id, Client& client, const heard::Vote& message) {
    const auto made = made_of(message, *view_, client.seats, client.way);
    if (const auto* refusal = std::get_if<RoomRefusal>(&made)) {
        tell(client, short_message("refused", message.id, room_refusal_id(*refusal)));
        return;
    }
    desk_.vote(message.round, std::get<domain::Vote>(made),
               [self = std::weak_ptr(self_), id, vote = message.id](const Answer& answer) {
                   if (const auto hub = self.lock()) (*hub)->voted(id, vote, answer);
               });
}

void Hub::voted(int id, const std::string& vote, const Answer& answer) {
    dirty_ = true;
    Client* client = find(id);
    if (client == nullptr) return;
    if (const auto* refusal = std::get_if<RoomRefusal>(&answer))
        tell(*client, short_message("refused", vote, room_refusal_id(*refusal)));
    else
        tell(*client, short_message(std::holds_alternative<Kept>(answer) ? "kept" : "failed", vote));
}

void Hub::answer(int, Client& client, const heard::Name& message) {
    follow();
    for (const NameAsk& ask : view_->asks)
        if (ask.id == message.ask && holds(client.seats, ask.seat)) {
            desk_.answer_name(ask.id, ask.seat, message.yes);
            return;
        }
}

void Hub::answer(int, Client& client, const heard::Projector& message) {
    if (options_.projector_token.empty() || base::sha256(message.token) != base::sha256(options_.projector_token)) {
        tell(client, short_message("need-code"));
        return;
    }
    stand_up(client);
    client.role = Role::Screen;
    dirty_ = true;
    welcome(client);
}

} // namespace timbang::room
