#include "room/hub.h"

namespace timbang::room {
namespace {

constexpr int kAtOnce = 32;             ///< clients that are told before others are heard again
constexpr std::int64_t kSeatsMs = 2000; ///< between two lists of seats, which are long in a large room

} // namespace

Scene Hub::scene() const {
    return {*view_, connections_, options_.steady()};
}

void Hub::try_codes() {
    while (!at_gate_.empty() && gate_.open(options_.steady())) {
        const int id = at_gate_.front();
        at_gate_.pop_front();
        Client* client = find(id);
        if (client == nullptr || !client->waits) continue;
        client->waits = false;
        const Heard asked = std::exchange(client->asked, {});
        look_at_code(id, *client, asked);
    }
}

const RoundVotes& Hub::votes() {
    if (votes_ == nullptr || votes_view_ != view_) votes_ = std::make_unique<RoundVotes>(*view_->state);
    votes_view_ = view_;
    return *votes_;
}

bool Hub::tick() {
    try_codes();
    if (push_from_ != 0) return push_on();
    if (!dirty_ || (pushed_once_ && options_.steady() - pushed_ < options_.limits.push_ms)) return false;
    push();
    return push_on();
}

/// Everything that somebody needs who has just come; what changes follows with the next push.
void Hub::welcome(Client& client) {
    follow();
    if (state_ == nullptr) state_ = std::make_shared<const std::string>(state_message(scene(), votes()));
    push_to(client, votes());
}

void Hub::push() {
    dirty_ = false;
    pushed_ = options_.steady();
    pushed_once_ = true;
    follow();
    Scene now = scene();
    const std::int64_t moment = now.now;
    now.now = view_->timer_at; // a timer that runs on is no news
    if (std::string state = state_message(now, votes()); state != state_now_ || state_ == nullptr) {
        state_now_ = std::move(state);
        now.now = moment;
        state_ = std::make_shared<const std::string>(state_message(now, votes()));
    }
    if (pushed_ - seats_made_ >= kSeatsMs) make_seats();
    push_from_ = 1;
}

/// The next clients of the push under way; whether there are more.
bool Hub::push_on() {
    const RoundVotes& all = votes();
    auto next = clients_.lower_bound(push_from_);
    for (int count = 0; next != clients_.end() && count < kAtOnce; ++next, ++count)
        push_to(next->second, all);
    push_from_ = next == clients_.end() ? 0 : next->first;
    return push_from_ != 0;
}

void Hub::make_seats() {
    seats_made_ = options_.steady();
    std::vector<domain::SeatIx> open;
    for (const Told& told : told_)
        if (lost(told)) open.insert(open.end(), told.seats.begin(), told.seats.end());
    std::string seats = seats_message(*view_, open);
    if (seats_ == nullptr || seats != *seats_) seats_ = std::make_shared<const std::string>(std::move(seats));
}

void Hub::push_to(Client& client, const RoundVotes& votes) {
    if (client.role == Role::Choosing && client.code_known && seats_ != nullptr && client.state_frame != seats_) {
        client.state_frame = seats_;
        client.peer->send(seats_, About::Seats);
    }
    if (client.role == Role::Screen) {
        const JoinLines join{view_->wifi, options_.address(), options_.code};
        std::string screen = screen_message(scene(), votes, join);
        if (screen != client.you) client.peer->send(std::make_shared<const std::string>(screen), About::Screen);
        client.you = std::move(screen);
    }
    if (client.role != Role::Seated) return;
    if (case_ != nullptr && client.case_frame != case_) {
        client.case_frame = case_;
        client.peer->send(case_, About::Case);
    }
    if (client.state_frame != state_) {
        client.state_frame = state_;
        client.peer->send(state_, About::State);
    }
    std::string you = you_message(*view_, votes, client.seats, client.way);
    if (you == client.you) return;
    client.peer->send(std::make_shared<const std::string>(you), About::You);
    client.you = std::move(you);
}

} // namespace timbang::room
