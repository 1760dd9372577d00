#include "domain/room_votes.h"

#include <algorithm>

#include "base/hash.h"

namespace timbang::domain {
namespace {

constexpr std::size_t kKinds = 3;
constexpr SeenIds::Digest kFree = {0, 0};

std::uint64_t word_of(std::string_view hexadecimal) {
    std::uint64_t word = 0;
    for (const char digit : hexadecimal)
        word = word * 16 + static_cast<std::uint64_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    return word;
}

} // namespace

std::size_t SeenIds::place_of(const Digest& digest) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t place = static_cast<std::size_t>(digest[0]) & mask;
    while (table_[place] != kFree && table_[place] != digest)
        place = (place + 1) & mask;
    return place;
}

bool SeenIds::has(const Digest& digest) const {
    return !table_.empty() && table_[place_of(digest)] == digest;
}

void SeenIds::add(const Digest& digest) {
    if (digest == kFree || has(digest)) return;
    if ((count_ + 1) * 2 > table_.size()) {
        const std::vector<Digest> before = std::move(table_);
        table_.assign(std::max<std::size_t>(64, before.size() * 2), kFree);
        for (const Digest& one : before)
            if (one != kFree) table_[place_of(one)] = one;
    }
    table_[place_of(digest)] = digest;
    ++count_;
}

SeenIds::Digest seen_digest(const Vote& vote) {
    const bool by_group = vote.kind == VoteKind::Group;
    const std::string sum = base::sha256((by_group ? "group " : "seat ") +
                                         std::to_string(by_group ? vote.group : vote.seat) + " " + vote.client_id);
    return {word_of(std::string_view(sum).substr(0, 16)), word_of(std::string_view(sum).substr(16, 16))};
}

std::size_t vote_place(const Round& round, RoomTaskIx task, VoteKind kind, int seat_or_group) {
    const auto found = std::find(round.tasks.begin(), round.tasks.end(), task);
    if (found == round.tasks.end() || seat_or_group < 0) return kNoPlace;
    const std::size_t who = static_cast<std::size_t>(seat_or_group);
    return (who * kKinds + static_cast<std::size_t>(kind)) * round.tasks.size() +
           static_cast<std::size_t>(found - round.tasks.begin());
}

void put_vote(Round& round, Vote vote) {
    const int who = vote.kind == VoteKind::Group ? vote.group : vote.seat;
    const std::size_t place = vote_place(round, vote.task, vote.kind, who);
    if (place == kNoPlace) return;
    if (place >= round.places.size()) round.places.resize(place + 1, 0);
    vote.client_id.clear();
    std::int32_t& at = round.places[place];
    if (at > 0) {
        round.votes[static_cast<std::size_t>(at - 1)] = std::move(vote);
        return;
    }
    round.votes.push_back(std::move(vote));
    at = static_cast<std::int32_t>(round.votes.size());
}

RoomSeat sound_seat(RoomSeat seat) {
    if (seat.group < 0 || seat.group > kHighestGroup) seat.group = 0;
    return seat;
}

} // namespace timbang::domain
