#include <doctest/doctest.h>

#include "support/room_table.h"

using namespace timbang;
using namespace timbang::tests;

namespace {

/// A desk whose key, hidden evidence and replies are made of one word. It hands the references over long before they
/// are shown, as no desk should.
FakeDesk desk_with_key(const std::string& word, int score) {
    FakeDesk desk(6, 3);
    for (SeatIx seat = 0; seat < 3; ++seat)
        desk.rules.seats[static_cast<std::size_t>(seat)].way = WayIn::Shared;
    desk.state = initial_room(desk.rules);
    for (int task = 0; task < 2; ++task) {
        room::ShownReference reference;
        reference.task = task;
        reference.verdict = score > 5 ? Verdict::Accept : Verdict::Reject;
        reference.score = score;
        reference.why = words("why " + word);
        reference.rules = {score > 5 ? "data-year" : "endorsed"};
        reference.panel = {{score, 5}};
        reference.rests_on = {{"report", 1, word, {0, 4}}, {"answer", 1, word, {0, 4}}};
        reference.seats.resize(6, {words("reply " + word), score > 5 ? "wrong-year" : "sum-off"});
        desk.shown.references.push_back(reference);
    }
    return desk;
}

struct Heard {
    std::string before; ///< the reference of an indicator was shown
    std::string after;
};

/// Everything that a phone, a group's computer, the second screen and somebody without a seat are sent in one round.
Heard everything(const std::string& word, int score) {
    RoomTable table(desk_with_key(word, score));
    PaperPeer phone, shared, screen, stranger;
    const int one = table.sit(phone, "04"), group = table.sit_group(shared, 1), wall = table.come(screen);
    table.hub->hear(table.come(stranger), R"({"t":"hello","protocol":1})");
    table.hub->hear(wall, R"({"t":"projector","token":"screen"})");
    REQUIRE(table.lead(room_command::OpenRound{{0, 1}}));
    table.vote(one, "04", 6, "first", "my reading");
    table.vote(group, "02", 2);
    table.push();
    for (const room::Screen what : {room::Screen::Votes, room::Screen::Reference, room::Screen::Waiting}) {
        table.desk.shown.screen = what;
        table.desk.shown.screen_task = "HA-O1";
        table.desk.touch();
        table.hub->changed();
        table.push();
    }
    REQUIRE(table.lead(room_command::ShowVotes{}));
    REQUIRE(table.lead(room_command::BeginDiscussion{}));
    REQUIRE(table.lead(room_command::OpenSecondVote{}));
    table.vote(one, "04", 4, "second");
    table.hub->hear(one, R"({"t":"advance"})");
    table.hub->hear(one, R"({"t":"show-reference"})");
    table.push();
    REQUIRE(table.lead(room_command::CloseVote{}));
    const auto all = [&] { return phone.all() + shared.all() + screen.all() + stranger.all(); };
    Heard heard{all(), ""};
    REQUIRE(table.lead(room_command::ShowReference{0}));
    heard.after = all();
    return heard;
}

} // namespace

TEST_CASE("two cases that differ only in the key give the same bytes until a reference is shown") {
    const Heard one = everything("canary", 8), two = everything("plover", 0);
    CHECK(one.before == two.before);
    CHECK(one.before.find("canary") == std::string::npos);
    CHECK(one.after.find("canary") != std::string::npos);
    CHECK(one.after != two.after);
}

TEST_CASE("a round that is given up shows no reference, nor does the next") {
    RoomTable table(desk_with_key("canary", 8));
    PaperPeer phone;
    table.sit(phone, "04");
    REQUIRE(table.lead(room_command::OpenRound{{0}}));
    REQUIRE(table.lead(room_command::CloseRound{}));
    REQUIRE(table.lead(room_command::OpenRound{{1}}));
    CHECK(phone.all().find("canary") == std::string::npos);
}
