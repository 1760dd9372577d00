#include "desk_fixture.h"

using namespace timbang;
using namespace timbang::test;

TEST_CASE("sessions in the record are filtered by case and state, and the filters say so") {
    Desk desk;
    desk.introduce();
    desk.start("jumlah-yang-tidak-cocok");
    desk.does(act::Back{});
    desk.start("perkenalan-meja-kerja");
    desk.does(act::Back{});
    desk.does(act::Navigate{Screen::Records});
    desk.settle();
    const auto records = [&]() -> const RecordsView& { return *desk.frame().records; };
    REQUIRE(records().sessions.size() == 2);
    REQUIRE(records().filters.size() == 2);
    CHECK(records().cards.empty()); // nothing is compared yet: no "0 of 0"
    CHECK(records().exact.title.empty());
    const std::string newest = records().sessions[0].title;
    desk.does(act::SetRecordsFilter{0, 1});
    REQUIRE(records().sessions.size() == 1);
    CHECK(records().sessions[0].title == newest);
    CHECK(records().filters[0].set);
    CHECK(records().filters[0].label == newest);
    CHECK(records().none_title.empty());
    desk.does(act::SetRecordsFilter{1, 2}); // finished: none of them
    CHECK(records().sessions.empty());
    CHECK_FALSE(records().none_title.empty());
    CHECK(records().empty_title.empty());
    REQUIRE(records().none_button);
    desk.does(Action(records().none_button->action));
    CHECK(records().sessions.size() == 2);
}

TEST_CASE("who looked around first is asked for the name only: no case opens over what they look at") {
    Desk desk;
    desk.open();
    const std::string begin = desk.frame().start->start.label;
    desk.does(act::LookAround{});
    desk.does(act::AskWho{});
    REQUIRE(desk.frame().start);
    CHECK(desk.frame().start->start.label != begin);
    desk.does(act::TypeName{"Verifier 07"});
    desk.does(act::BeginAsTyped{});
    CHECK(desk.frame().screen == Screen::Home);
}

TEST_CASE("home says what leads to re-practice, and when the open case was worked on") {
    Desk desk;
    desk.introduce();
    REQUIRE(desk.frame().home);
    const std::string guided = desk.frame().home->hero.title;
    CHECK(desk.frame().home->due.empty_next.find(guided) != std::string::npos);
    desk.start("jumlah-yang-tidak-cocok");
    desk.does(act::Back{});
    desk.settle();
    const HomeView& home = *desk.frame().home;
    CHECK(home.due.empty_next.find(home.hero.title) != std::string::npos);
    CHECK(home.hero.title != guided);
    CHECK(home.hero.time_left.find("today") != std::string::npos);
    desk.now += std::chrono::hours(48);
    desk.does(act::SetSort{0});
    CHECK(desk.frame().home->hero.time_left.find("today") == std::string::npos);
}
