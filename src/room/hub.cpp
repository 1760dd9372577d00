#include "room/hub.h"

#include <algorithm>

#include "base/hash.h"

namespace timbang::room {
namespace {

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

} // namespace

Hub::Hub(HubOptions options, Desk& desk)
    : options_(std::move(options)), desk_(desk), gate_(options_.code, options_.limits),
      self_(std::make_shared<Hub*>(this)) {
    follow();
}

Hub::Client* Hub::find(int id) {
    const auto found = clients_.find(id);
    return found == clients_.end() ? nullptr : &found->second;
}

int Hub::join(Peer& peer) {
    const int id = next_client_++;
    Client& client = clients_[id];
    client.peer = &peer;
    client.budget = options_.limits.burst;
    client.budget_at = options_.steady();
    return id;
}

void Hub::leave(int id) {
    Client* client = find(id);
    if (client == nullptr) return;
    stand_up(*client);
    clients_.erase(id);
}

bool Hub::known(int id) const {
    const auto found = clients_.find(id);
    return found != clients_.end() && found->second.role != Role::Nobody;
}

void Hub::tell(Client& client, std::string message) {
    client.peer->send(std::make_shared<const std::string>(std::move(message)), About::Answer);
}

bool Hub::spend(int id) {
    Client* client = find(id);
    if (client == nullptr) return false;
    const std::int64_t now = options_.steady();
    const double earned = static_cast<double>(now - client->budget_at) * options_.limits.messages_per_second / 1000.0;
    client->budget = std::min<double>(options_.limits.burst, client->budget + std::max(0.0, earned));
    client->budget_at = now;
    if (client->budget < 1) {
        tell(*client, short_message("error", {}, "too-many"));
        client->peer->end(true);
        return false;
    }
    client->budget -= 1;
    return true;
}

void Hub::hear(int id, std::string_view message) {
    Client* client = find(id);
    if (client == nullptr) return;
    std::erase_if(told_, [&](const Told& told) { return told.client == id; });
    const Heard heard = read_message(message);
    std::visit([&](const auto& what) { answer(id, *client, what); }, heard);
}

void Hub::hear_noise(int id, const char* reason) {
    if (Client* client = find(id)) tell(*client, short_message("error", {}, reason));
}

std::vector<domain::SeatIx> Hub::seats_of(std::string_view token) {
    std::vector<domain::SeatIx> seats;
    if (token.empty()) return seats;
    std::erase_if(told_, [&](const Told& told) { return told.token == token; });
    const std::string hash = base::sha256(token);
    for (std::size_t i = 0; i < view_->state->seats.size(); ++i)
        if (view_->state->seats[i].token_hash == hash) seats.push_back(static_cast<domain::SeatIx>(i));
    return seats;
}

std::shared_ptr<const Picture> Hub::picture(const std::string& evidence, int number) {
    const Pages::Sheet* sheet = pages_.find(evidence, number);
    if (sheet == nullptr || !sheet->picture) return nullptr;
    const std::string key = sheet->hash + " " + evidence + " " + std::to_string(number);
    if (const auto known = pictures_.find(key); known != pictures_.end()) return known->second;
    base::Result<Picture> found = desk_.picture(evidence, number);
    const bool fits =
        found && (found->mime == "image/jpeg" || found->mime == "image/png") && found->bytes.size() <= kLargestPicture;
    if (!fits) return nullptr;
    return pictures_[key] = std::make_shared<const Picture>(std::move(found.value()));
}

/// Takes the newest view, and what is derived from its case.
void Hub::follow() {
    view_ = desk_.view();
    connections_.resize(std::max(connections_.size(), view_->state->seats.size()));
    if (case_ != nullptr && case_version_ == view_->case_version) return;
    if (view_->scenario == nullptr) return;
    pages_.follow(*view_);
    case_ = std::make_shared<const std::string>(case_message(*view_, pages_));
    case_version_ = view_->case_version;
}

void Hub::sit(Client& client, std::vector<domain::SeatIx> seats, domain::WayIn way) {
    stand_up(client);
    client.role = Role::Seated;
    client.seats = std::move(seats);
    client.way = way;
    connections_.resize(std::max(connections_.size(), view_->state->seats.size()));
    for (const domain::SeatIx seat : client.seats)
        desk_.connected(seat, ++connections_[at(seat)]);
    dirty_ = true;
}

void Hub::stand_up(Client& client) {
    for (const domain::SeatIx seat : client.seats)
        desk_.connected(seat, --connections_[at(seat)]);
    if (!client.seats.empty()) dirty_ = true;
    client.seats.clear();
    client.you.clear();
    client.role = Role::Nobody;
}

void Hub::drop_seat(domain::SeatIx seat) {
    follow();
    std::erase_if(told_, [&](const Told& told) {
        return std::find(told.seats.begin(), told.seats.end(), seat) != told.seats.end();
    });
    for (auto& [id, client] : clients_) {
        const auto place = std::find(client.seats.begin(), client.seats.end(), seat);
        if (place == client.seats.end()) continue;
        client.seats.erase(place);
        desk_.connected(seat, --connections_[at(seat)]);
        if (client.seats.empty()) {
            stand_up(client);
            tell(client, short_message("freed"));
        }
    }
    dirty_ = true;
}

void Hub::say_goodbye() {
    const auto frame = std::make_shared<const std::string>(short_message("bye"));
    for (auto& [id, client] : clients_) {
        client.peer->send(frame, About::Answer);
        client.peer->end(false);
    }
}

} // namespace timbang::room
