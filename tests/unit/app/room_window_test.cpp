#include <algorithm>
#include <chrono>
#include <thread>

#include "desk_fixture.h"
#include "domain/workshop.h"
#include "support/room_client.h"

using namespace timbang;
using namespace timbang::test;

namespace {

/// The window with a room of its own, on loopback.
struct House : Desk {
    House() { open(); }
    const RoomScreenView& screen() {
        REQUIRE(frame().room);
        return *frame().room;
    }
    const ConsoleView& console() {
        REQUIRE(screen().console);
        return *screen().console;
    }
    void open_room(int people = 4) {
        does(act::Navigate{Screen::Workshop});
        does(screen().list->quick.action);
        REQUIRE(screen().prompt);
        for (const RoomField& field : screen().prompt->fields)
            if (field.text == "30") {
                does(act::EditRoomField{field.id, std::to_string(people)});
                break;
            }
        does(screen().prompt->primary.action);
        REQUIRE(until([&] { return screen().console.has_value(); }));
    }
    [[nodiscard]] std::uint16_t port() {
        const std::string& address = console().address;
        return static_cast<std::uint16_t>(std::stoi(address.substr(address.find(':') + 1)));
    }
    std::string code() {
        std::string digits = console().code;
        std::erase(digits, ' ');
        return digits;
    }
    tests::RoomClient sit(const std::string& seat) {
        tests::RoomClient client(port());
        CHECK(client.upgrade() == 101);
        client.say(R"({"t":"take","code":")" + code() + R"(","seat":")" + seat + "\"}");
        CHECK(client.hear_of("joined"));
        return client;
    }
    /// The cell of a seat in the console.
    std::string word(const std::string& seat) {
        for (const SeatGroup& group : console().groups)
            for (const SeatCell& cell : group.seats)
                if (cell.code == seat) return cell.word;
        return "";
    }
    const Choice* more(const std::string& label) {
        for (const Choice& option : console().more.options)
            if (option.label == label) return &option;
        return nullptr;
    }
    /// A vote on the open indicator, as typed from paper.
    void paper(const std::string& seat, int score) {
        does(act::AskPaperVote{seat});
        REQUIRE(screen().prompt);
        const std::size_t rows = screen().prompt->choices.size();
        for (std::size_t row = 0; row < rows; ++row)
            does(screen().prompt->choices[row].options[row == 0 ? static_cast<std::size_t>(score) : 1].action);
        does(screen().prompt->primary.action);
        REQUIRE_FALSE(screen().prompt);
    }
    std::string stage() {
        for (const RoundStage& one : console().stages)
            if (one.state == RoundStage::State::Now) return one.name;
        return "";
    }
};

} // namespace

TEST_CASE("a room is opened with a case and a number of people, and led through a round") {
    House house;
    house.open_room();
    CHECK(house.console().choose_rows.size() > 2);
    CHECK(house.console().stages.empty());
    CHECK(house.word("01") == "Missing");
    tests::RoomClient phone = house.sit("01");
    CHECK(house.until([&] { return house.word("01") == "Here"; }));

    house.does(house.console().choose_rows[1].open);
    REQUIRE(house.stage() == "First vote");
    house.paper("02", 1);
    CHECK(house.word("02") == "Submitted");
    CHECK(house.console().bars[1].first == 1);
    CHECK(house.console().chart_empty.empty()); // words in its place would hide the bars

    SUBCASE("who is still deciding is asked about before a vote is closed") {
        house.does(act::RoomNext{});
        REQUIRE(house.screen().prompt);
        CHECK(house.stage() == "First vote");
        CHECK(house.screen().prompt->text.find("01") != std::string::npos);
        house.does(house.screen().prompt->cancel.action);
        CHECK(house.stage() == "First vote");
        house.does(act::RoomNext{});
        house.does(house.screen().prompt->primary.action);
        CHECK(house.stage() == "Votes shown");
        house.does(act::RoomNext{});
        CHECK(house.stage() == "Discussion");
        house.does(act::RoomNext{});
        CHECK(house.stage() == "Second vote");
        house.paper("02", 2);
        CHECK(house.console().bars[2].second == 1);
        house.does(act::RoomNext{});
        house.does(house.screen().prompt->primary.action);
        CHECK(house.stage() == "Reference");
        CHECK(house.console().agenda_rows.size() == 1);
        CHECK(house.console().agenda_foot.find("Press") == std::string::npos); // there is nothing to choose from
        house.does(act::RoomNext{});
        CHECK(house.console().stages.empty());
    }
    SUBCASE("what the rules refuse is told") {
        house.does(act::RoomDo{domain::room_command::OpenRound{{1}}});
        REQUIRE_FALSE(house.frame().toasts.empty());
        CHECK(house.frame().toasts.back().text.find("still open") != std::string::npos);
        CHECK(house.stage() == "First vote");
    }
    SUBCASE("a room that the program left goes on with its votes") {
        const std::string code = house.code();
        house.close();
        house.open();
        house.does(act::Navigate{Screen::Workshop});
        REQUIRE(house.screen().list);
        REQUIRE(house.screen().list->rows.size() == 1);
        REQUIRE(house.screen().list->rows[0].go_on);
        house.does(house.screen().list->rows[0].go_on->action);
        REQUIRE(house.until([&] { return house.screen().console.has_value(); }));
        CHECK(house.code() == code);
        CHECK(house.stage() == "First vote");
        CHECK(house.word("02") == "Submitted");
    }
    SUBCASE("the room is ended after a question, and cannot be gone on with") {
        house.does(act::AskEndRoom{});
        REQUIRE(house.screen().prompt);
        house.does(house.screen().prompt->primary.action);
        CHECK(house.until([&] { return house.screen().list.has_value(); }));
        REQUIRE(house.screen().list->rows.size() == 1);
        CHECK_FALSE(house.screen().list->rows[0].go_on);
    }
}

TEST_CASE("when the laptop gets another address the console says so and serves there, with the same code and seats") {
    House house;
    house.open_room();
    const std::string code = house.code();
    tests::RoomClient phone = house.sit("01");
    const auto later = [&](std::vector<std::string> addresses) {
        house.addresses = std::move(addresses);
        house.steady += 10'000;
        house.settle();
    };
    CHECK(house.console().problem.empty());
    CHECK(house.console().join.find(house.console().address) != std::string::npos);
    SUBCASE("no network for a while") {
        later({});
        CHECK(house.console().problem.find("no network") != std::string::npos);
        CHECK_FALSE(house.console().problem_button);
        later({"127.0.0.1"});
        CHECK(house.console().problem.empty());
    }
    SUBCASE("another one: a button") {
        later({"127.0.0.2"});
        REQUIRE(house.console().problem_button);
        CHECK(house.console().problem.find("127.0.0.2") != std::string::npos);
        house.does(house.console().problem_button->action);
        REQUIRE(house.until([&] { return house.console().address.rfind("127.0.0.2:", 0) == 0; }));
        CHECK(house.console().problem.empty());
        CHECK(house.code() == code);
        tests::RoomClient other(house.port(), 0, "127.0.0.2");
        CHECK(other.upgrade() == 101);
        CHECK(house.word("01") == "Here");
    }
    SUBCASE("seats whose devices are gone are freed together, for devices that come by the new address") {
        tests::RoomClient second = house.sit("02");
        phone.close();
        second.close();
        REQUIRE(house.until([&] { return house.word("01") == "Offline" && house.word("02") == "Offline"; }));
        const Choice* const free = house.more("Free the 2 offline seats");
        REQUIRE(free);
        house.does(free->action);
        CHECK(house.until([&] { return house.word("01") == "Missing" && house.word("02") == "Missing"; }));
        tests::RoomClient again = house.sit("01");
        CHECK(house.until([&] { return house.word("01") == "Here"; }));
    }
    SUBCASE("the menu of the console offers it too") {
        later({"127.0.0.1", "127.0.0.2"});
        CHECK(house.console().problem.empty());
        const Choice* const there = house.more("Serve at 127.0.0.2");
        REQUIRE(there);
        house.does(there->action);
        CHECK(house.until([&] { return house.console().address.rfind("127.0.0.2:", 0) == 0; }));
        REQUIRE(house.more("The network changed: serve anew"));
        house.does(house.more("The network changed: serve anew")->action);
        CHECK(house.until([&] { return house.console().address.rfind("127.0.0.1:", 0) == 0; }));
    }
}

TEST_CASE("a planned workshop is kept with its people, groups and cases") {
    House house;
    house.does(act::Navigate{Screen::Workshop});
    house.does(house.screen().list->create.action);
    REQUIRE(house.screen().setup);
    CHECK_FALSE(house.screen().setup->open.enabled);
    house.does(act::EditRoomField{house.screen().setup->title.id, "Three days"});
    house.does(act::AskRoster{});
    house.does(act::EditRoomField{house.screen().prompt->fields[0].id, "01,Rini,Office A\n02,,Office A\n03,,Office B\n04,,Office B\n"});
    REQUIRE(house.screen().prompt->notes.size() == 1);
    CHECK(house.screen().prompt->notes[0] == "4 people read, none twice.");
    house.does(house.screen().prompt->primary.action);
    house.does(act::AskWorkshopCase{});
    house.does(house.screen().prompt->primary.action);
    house.does(act::SetPresence{"04", domain::Presence::Absent});
    house.does(act::SetConsensus{80});
    CHECK(house.screen().setup->open.enabled);
    house.close();

    house.open();
    house.does(act::Navigate{Screen::Workshop});
    REQUIRE(house.screen().list);
    REQUIRE(house.screen().list->rows.size() == 1);
    CHECK(house.screen().list->rows[0].title == "Three days");
    house.does(house.screen().list->rows[0].open);
    REQUIRE(house.screen().setup);
    std::size_t people = 0;
    for (const GroupCard& group : house.screen().setup->groups) people += group.people.size();
    CHECK(people == 4);
    CHECK(house.screen().setup->case_rows.size() == 1);
    const auto& goals = house.screen().setup->consensus;
    CHECK(std::any_of(goals.begin(), goals.end(), [](const Choice& one) { return one.label == "80%" && one.chosen; }));
}

TEST_CASE("words of the workshop that are put together are in the catalogue") {
    const auto texts = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(texts.ok());
    std::vector<std::string> keys{"workshop.sure-1", "workshop.sure-2", "workshop.sure-3"};
    for (const domain::WayIn way : {domain::WayIn::Phone, domain::WayIn::Shared, domain::WayIn::Paper})
        for (const char* prefix : {"workshop.way-", "workshop.way-line-"}) keys.push_back(std::string(prefix) + domain::way_id(way));
    for (int kind = 0; kind <= static_cast<int>(domain::SlotKind::Break); ++kind)
        keys.push_back(std::string("workshop.slot-") + domain::slot_kind_id(static_cast<domain::SlotKind>(kind)));
    for (int phase = 0; phase <= static_cast<int>(domain::Phase::ReferenceShown); ++phase)
        keys.push_back(std::string("workshop.stage-") + domain::phase_id(static_cast<domain::Phase>(phase)));
    for (int problem = 0; problem <= static_cast<int>(domain::PlanProblem::NobodyInGroup); ++problem)
        keys.push_back(std::string("workshop.problem-") + domain::plan_problem_id(static_cast<domain::PlanProblem>(problem)));
    for (const std::string& key : keys) {
        CAPTURE(key);
        CHECK(texts->has(key));
    }
}
