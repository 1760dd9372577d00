#include "app/rescore.h"
#include "base/json.h"
#include "room_fixture.h"

using namespace timbang;
using namespace timbang::tests;
namespace command = timbang::domain::room_command;

namespace {

/// A room that was ended after two votes on one indicator, of which one is exact.
struct EndedRoom {
    RoomBench room;
    app::RescoreCount count;

    EndedRoom() {
        room.begin();
        REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
        REQUIRE(room.vote(room.vote_of(0, 6)) == "kept");
        REQUIRE(room.vote(room.vote_of(1, 10)) == "kept");
        REQUIRE(room.ask(command::ShowVotes{}) == "done");
        REQUIRE(room.ask(command::BeginDiscussion{}) == "done");
        REQUIRE(room.ask(command::Skip{}) == "done");
        REQUIRE(room.ask(command::ShowReference{-1}) == "done");
        REQUIRE(room.ask(command::EndRoom{}) == "done");
        REQUIRE(room.count("vote_scored") == 2);
    }
    /// Compares with a key in which the reference is this score.
    void again(int reference, const std::string& key = "new key") {
        SmallCase& small = room.small;
        small.builder.at(small.births).reference.score = reference;
        auto scenario = std::make_shared<domain::Scenario>(*small.build());
        scenario->hashes.key = key;
        again(scenario);
    }
    void again(const std::shared_ptr<const domain::Scenario>& scenario) {
        const app::RescorePorts ports{
            [this](const std::string& id) {
                return base::Result<std::vector<store::StoredEvent>>(room.record->sessions.at(id));
            },
            [this](const std::string& id, std::vector<store::StoredEvent> events) {
                for (auto& event : events) room.record->sessions.at(id).push_back(std::move(event));
                return base::Status();
            },
            [this] { return room.now; }, [this] { return room.rng.next(); }};
        store::SessionRow row;
        row.id = room.record->sessions.begin()->first;
        row.scenario = scenario->id;
        row.framework = scenario->framework->reference();
        row.mode = "room";
        row.state = state;
        row.last_seq = room.events().back().seq;
        count = {};
        REQUIRE(app::rescore(ports, scenario, {row}, "reference corrected", count).ok());
    }
    /// The newest comparison of a seat's vote.
    [[nodiscard]] nlohmann::json newest(const std::string& code) const {
        nlohmann::json found;
        for (const store::StoredEvent& event : room.events()) {
            if (event.type != "vote_scored") continue;
            nlohmann::json payload = base::parse_json(event.payload).value();
            if (payload["person"] == "id-" + code) found = std::move(payload);
        }
        return found;
    }

    store::SessionState state = store::SessionState::Finished;
};

} // namespace

TEST_CASE("after a corrected reference the first votes of a room are compared again, and once") {
    EndedRoom one;
    const std::string first = one.room.session->view()->state->seats[0].code;
    const std::string second = one.room.session->view()->state->seats[1].code;
    CHECK(one.newest(first)["result"]["exact"] == true);
    const nlohmann::json before = one.newest(second);
    one.again(10);
    CHECK(one.count.sessions.size() == 1);
    CHECK(one.count.decisions == 2);
    CHECK(one.count.changed == 2);
    CHECK(one.newest(first)["result"]["exact"] == false);
    CHECK(one.newest(second)["result"]["exact"] == true);
    CHECK(one.newest(second)["key_hash"] == "new key");
    CHECK(one.newest(second)["reason"] == "reference corrected");
    CHECK(one.newest(second)["round"] == before["round"]);
    CHECK(one.newest(second)["vote"] == "first");
    CHECK(one.room.count("vote_scored") == 4);
    std::int64_t seq = 0;
    for (const store::StoredEvent& event : one.room.events()) CHECK(event.seq == ++seq);
    one.again(10);
    CHECK(one.count.decisions == 0);
    CHECK(one.room.count("vote_scored") == 4);
    // Who corrects it back gets the former results again.
    one.again(6, "third key");
    CHECK(one.newest(first)["result"]["exact"] == true);
    CHECK(one.newest(second)["result"] == before["result"]);
}

TEST_CASE("votes on another task and rooms that are not over are left as they are") {
    EndedRoom one;
    auto other = std::make_shared<domain::Scenario>(*one.room.small.build());
    other->hashes.key = "new key";
    other->tasks[0].item_hash = "another page";
    one.again(other);
    CHECK(one.count.other_tasks == 2);
    CHECK(one.count.decisions == 0);
    one.state = store::SessionState::Open;
    one.again(10);
    CHECK(one.count.left == 1);
    CHECK(one.room.count("vote_scored") == 2);
}
