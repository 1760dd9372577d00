#include "app/room/votes_again.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <nlohmann/json.hpp>

#include "app/room/room_case.h"
#include "app/room/room_judge.h"
#include "base/json.h"

namespace timbang::app {
namespace {

using Json = nlohmann::json;

std::string text(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What stands in the record of one first vote.
struct KeptVote {
    std::string seat; ///< code
    Json scored;      ///< payload of the newest comparison; null before the first
};
using RoundAndTask = std::pair<int, std::string>;
using KeptVotes = std::map<RoundAndTask, std::map<std::string, KeptVote>>; ///< by person in the end

KeptVotes first_votes(const std::vector<store::StoredEvent>& events) {
    KeptVotes votes;
    for (const store::StoredEvent& event : events) {
        const bool scored = event.type == "vote_scored";
        if (!scored && event.type != "voted") continue;
        auto payload = base::parse_json(event.payload);
        if (!payload || !payload->is_object() ||
            text(*payload, "vote") != domain::vote_kind_id(domain::VoteKind::First))
            continue;
        const auto round = payload->find("round");
        const std::string person = text(*payload, "person");
        if (round == payload->end() || !round->is_number_integer() || person.empty()) continue;
        KeptVote& vote = votes[{round->get<int>(), text(*payload, "indicator")}][person];
        if (scored) vote.scored = std::move(*payload);
        else vote.seat = text(*payload, "seat");
    }
    return votes;
}

/// Goes through the votes on one indicator in one round.
class Again {
public:
    Again(const RoomCase& room, const std::string& reason) : room_(room), reason_(reason) {}

    void judge(const RoundAndTask& where, const std::map<std::string, KeptVote>& votes) {
        const domain::Scenario& scenario = room_.scenario();
        const auto& tasks = room_.rules()->tasks;
        const auto& rounds = room_.kept().room.rounds;
        const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const auto& one) { return one.code == where.second; });
        const auto round = std::find_if(rounds.begin(), rounds.end(), [&](const auto& one) { return one.number == where.first; });
        if (task == tasks.end() || round == rounds.end()) return;
        const auto place = task - tasks.begin();
        const auto judged = judge_first_votes(scenario, room_.kept().script, *round, static_cast<domain::RoomTaskIx>(place));
        for (const auto& [person, vote] : votes) {
            if (!vote.scored.is_object() || text(vote.scored, "key_hash") == scenario.hashes.key) continue;
            const auto before = vote.scored.find("result");
            if (before == vote.scored.end() || !before->is_object() ||
                text(*before, "item_hash") != scenario.tasks[static_cast<std::size_t>(place)].item_hash) {
                ++found.other_tasks;
                continue;
            }
            const auto& seats = room_.kept().room.seats;
            const auto now = std::find_if(judged.begin(), judged.end(), [&](const JudgedVote& one) {
                return seats[static_cast<std::size_t>(one.seat)].code == vote.seat;
            });
            if (now != judged.end()) keep(vote.scored, *before, now->result);
        }
    }

    VotesAgain found;

private:
    void keep(Json payload, const Json& before, const std::string& result) {
        base::Result<Json> now = base::parse_json(result);
        if (!now) return;
        if (*now != before) ++found.changed;
        payload["key_hash"] = room_.scenario().hashes.key;
        payload["result"] = std::move(*now);
        payload["reason"] = reason_;
        found.scored.push_back(base::canonical_json(payload));
    }

    const RoomCase& room_;
    const std::string& reason_;
};

} // namespace

base::Result<VotesAgain> votes_again(const std::shared_ptr<const domain::Scenario>& scenario,
                                     const std::vector<store::StoredEvent>& events, const std::string& reason) {
    // Nothing happens in this room any more: it needs neither clocks nor chance.
    RoomCase room({scenario, {}}, {[] { return base::Time(); }, [] { return std::int64_t{0}; }, nullptr});
    if (base::Status read = room.resume("", events); !read) return read.error();
    Again again(room, reason);
    for (const auto& [where, votes] : first_votes(events)) again.judge(where, votes);
    return std::move(again.found);
}

} // namespace timbang::app
