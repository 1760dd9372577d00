#include "desk_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

/// A finished room, as another part of the program leaves it in the record.
void add_room(Desk& desk) {
    const std::string payload =
        R"({"content_hash":"c","continues":"","framework":"practice-22-2021","key_hash":"k","mode":"room","person":"",)"
        R"("player":"","program_version":"test","scenario":"jumlah-yang-tidak-cocok","version":"1"})";
    std::vector<store::StoredEvent> events;
    for (const auto& [type, text] : std::vector<std::pair<std::string, std::string>>{
             {"session_started", payload},
             {"voted", R"({"confidence":2,"indicator":"KS-O1","person":"p-1","round":1,"score":6,"vote":"first"})"},
             {"decided", R"({"checklist":{},"indicator":"KS-O1","score":6})"},
             {"room_ended", "{}"}}) {
        store::StoredEvent event;
        event.id = "room-" + std::to_string(events.size());
        event.seq = static_cast<std::int64_t>(events.size()) + 1;
        event.type = type;
        event.time = desk.now;
        event.payload = text;
        event.payload_hash = store::payload_hash(type, text);
        events.push_back(std::move(event));
    }
    desk.record->append("room-session", std::move(events), [](const store::Appended& done) { CHECK(done.status); });
    desk.record->flush();
}

} // namespace

TEST_CASE("a room is nobody's session: neither a person's record nor who looks around shows it") {
    Desk desk;
    desk.open();
    add_room(desk);
    SUBCASE("looking around") { desk.does(act::LookAround{}); }
    SUBCASE("as somebody") { desk.introduce(); }
    desk.does(act::Navigate{Screen::Records});
    desk.settle();
    REQUIRE(desk.record->sessions()->size() == 1);
    REQUIRE(desk.frame().records);
    CHECK(desk.frame().records->sessions.empty());
    CHECK(desk.frame().records->cards.empty());
}
