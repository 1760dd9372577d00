#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/files.h"
#include "store_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

namespace {

std::unique_ptr<Writer> open_writer(const WriterOptions& options) {
    base::Result<std::unique_ptr<Writer>> writer = Writer::open(options);
    REQUIRE_MESSAGE(writer.ok(), code_of(writer));
    return std::move(*writer);
}

Reader open_reader(const WriterOptions& options) {
    base::Result<Reader> reader = Reader::open(options.path, options.vfs);
    REQUIRE_MESSAGE(reader.ok(), code_of(reader));
    return std::move(*reader);
}

} // namespace

TEST_CASE("events come back as they were written, in order, with their texts") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = maker.session();
    const StoredEvent decided = maker.decided(2, "KS-O1", 8, "Karena jumlahnya “tidak cocok”.\n2 × 3");
    {
        const auto writer = open_writer(options);
        CHECK(append_now(*writer, session, {maker.started("p-1"), decided}).status);
        const Appended more = append_now(*writer, session, {maker.finished(3)});
        CHECK(more.status);
        CHECK(more.last_seq == 3);
        CHECK(more.session == session);
    }
    Reader reader = open_reader(options);
    const auto events = reader.events(session);
    REQUIRE(events);
    REQUIRE(events->size() == 3);
    const StoredEvent& read = (*events)[1];
    CHECK(read.id == decided.id);
    CHECK(read.seq == 2);
    CHECK(read.type == "decided");
    CHECK(read.time == decided.time);
    CHECK(read.payload == decided.payload);
    CHECK(read.payload_hash == decided.payload_hash);
    REQUIRE(read.texts.size() == 1);
    CHECK(read.texts[0].field == "reason");
    CHECK(read.texts[0].text == decided.texts[0].text);
    CHECK((*events)[0].texts.empty());
    CHECK(reader.verify());
    CHECK(code_of(reader.events("none")) == "session-unknown");
}

TEST_CASE("callbacks come in order after the commit, then the wake call") {
    const TempFolder folder;
    WriterOptions options = options_in(folder);
    std::atomic<int> wakes = 0;
    options.wake = [&] { ++wakes; };
    EventMaker maker;
    const std::string session = maker.session();
    const auto writer = open_writer(options);
    Reader reader = open_reader(options);
    std::vector<std::int64_t> acknowledged;
    bool always_there = true;
    writer->append(session, {maker.started("p-1")},
                   [&](const Appended& appended) { acknowledged.push_back(appended.last_seq); });
    for (int seq = 2; seq <= 50; ++seq)
        writer->append(session, {maker.opened(seq)}, [&](const Appended& appended) {
            acknowledged.push_back(appended.last_seq);
            const auto row = reader.session(session); // another connection sees it
            always_there = always_there && row && row->last_seq >= appended.last_seq;
        });
    writer->flush();
    std::vector<std::int64_t> expected(50);
    for (int i = 0; i < 50; ++i) expected[static_cast<std::size_t>(i)] = i + 1;
    CHECK(acknowledged == expected);
    CHECK(always_there);
    CHECK(wakes > 0);
}

TEST_CASE("what was handed in is written before the writer ends") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = maker.session();
    {
        const auto writer = open_writer(options);
        writer->append(session, {maker.started("p-1")}, {});
        for (int seq = 2; seq <= 20; ++seq) writer->append(session, {maker.opened(seq)}, {});
    }
    CHECK(open_reader(options).session(session)->last_seq == 20);
}

TEST_CASE("an event that is there already changes nothing; a stranger in its place is set aside") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = maker.session();
    const StoredEvent started = maker.started("p-1");
    const StoredEvent decided = maker.decided(2, "KS-O1", 8);
    const auto writer = open_writer(options);
    CHECK(append_now(*writer, session, {started, decided}).status);
    CHECK(append_now(*writer, session, {started, decided}).status);

    StoredEvent forged = maker.decided(2, "KS-O1", 10, "forged");
    const StoredEvent rival = forged;
    forged.id = decided.id;
    CHECK(append_now(*writer, session, {forged, rival}).status);
    CHECK(append_now(*writer, session, {forged, rival}).status);

    Reader reader = open_reader(options);
    const auto events = reader.events(session);
    REQUIRE(events->size() == 2);
    CHECK((*events)[1].payload == decided.payload);
    CHECK(reader.decisions_in(session)->at(0).score == 8);
    const auto aside = reader.set_aside();
    REQUIRE(aside->size() == 2);
    CHECK(aside->at(0).reason == "id-taken");
    CHECK(aside->at(0).event.payload == forged.payload);
    CHECK(aside->at(0).event.texts.at(0).text == "forged");
    CHECK(aside->at(1).reason == "place-taken");
    CHECK(aside->at(1).event.id == rival.id);
}

TEST_CASE("the last decision counts, with what the newest comparison says") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = maker.session();
    const auto writer = open_writer(options);
    REQUIRE(append_now(*writer, session,
                       {maker.started("p-1"), maker.decided(2, "KS-O1", 10), maker.decided(3, "KS-S1", 4),
                        maker.decided(4, "KS-O1", 8), maker.scored(5, "KS-O1", false), maker.scored(6, "KS-S1", false),
                        maker.scored(7, "KS-O1", true, "k2"), maker.finished(8)})
                .status);
    Reader reader = open_reader(options);
    const auto decisions = reader.decisions("p-1");
    REQUIRE(decisions->size() == 2);
    CHECK(decisions->at(0).indicator == "KS-S1");
    CHECK(decisions->at(0).exact == false);
    const DecisionRow& last = decisions->at(1);
    CHECK(last.indicator == "KS-O1");
    CHECK(last.score == 8);
    CHECK(last.seq == 4);
    CHECK(last.verdict == "accept");
    CHECK(last.confidence == 3);
    CHECK(last.key_hash == "k2");
    CHECK(last.exact == true);
    CHECK(last.result == R"({"exact":true})");
    const auto row = reader.session(session);
    CHECK(row->decided == 2);
    CHECK(row->scored == 2);
    CHECK(row->exact == 1);
    CHECK(row->state == SessionState::Finished);
    CHECK(row->ended == row->last);
    CHECK(row->scenario == "case-a");
    CHECK(row->version == "2");
    CHECK(row->mode == "practise");
    CHECK(row->framework == "practice-22-2021");
    CHECK(row->key_hash == "k1");
}

TEST_CASE("unknown event types are kept, and their session stays out of the numbers") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = maker.session();
    const auto writer = open_writer(options);
    REQUIRE(append_now(*writer, session,
                       {maker.started("p-1"), maker.decided(2, "KS-O1", 8), maker.make(3, "telepathy", R"({"a":1})")})
                .status);
    Reader reader = open_reader(options);
    CHECK(reader.session(session)->needs_newer);
    CHECK(reader.events(session)->at(2).payload == R"({"a":1})");
    CHECK(reader.decisions("p-1")->empty());
    CHECK(reader.open_sessions("p-1")->empty());
}

TEST_CASE("automatic players are listed and never count") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = maker.session();
    const auto writer = open_writer(options);
    REQUIRE(append_now(*writer, session,
                       {maker.started("p-1", "case-a", "lenient"), maker.decided(2, "KS-O1", 8), maker.finished(3)})
                .status);
    Reader reader = open_reader(options);
    CHECK(reader.sessions()->at(0).player == "lenient");
    CHECK(reader.decisions("p-1")->empty());
    CHECK(reader.last_results("p-1")->empty());
}

TEST_CASE("lists: by id, by person newest first, open ones by last touch, last results by case") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const auto writer = open_writer(options);
    std::vector<std::string> ids;
    for (int i = 0; i < 4; ++i) {
        ids.push_back(maker.session());
        REQUIRE(append_now(*writer, ids.back(), {maker.started(i == 3 ? "p-2" : "p-1", i == 1 ? "case-b" : "case-a")})
                    .status);
    }
    REQUIRE(append_now(*writer, ids[1], {maker.make(2, "abandoned", "{}")}).status);
    REQUIRE(append_now(*writer, ids[0], {maker.opened(2)}).status);
    Reader reader = open_reader(options);
    const auto names = [](const base::Result<std::vector<SessionRow>>& rows) {
        std::vector<std::string> found;
        for (const SessionRow& row : *rows) found.push_back(row.id);
        return found;
    };
    CHECK(names(reader.sessions()) == ids);
    CHECK(names(reader.open_sessions("p-1")) == std::vector{ids[0], ids[2]});
    CHECK(reader.last_results("p-1")->empty());
    REQUIRE(append_now(*writer, ids[2], {maker.decided(2, "KS-O1", 8), maker.finished(3)}).status);
    REQUIRE(append_now(*writer, ids[0], {maker.finished(3)}).status);
    CHECK(reader.last_results("p-1")->at("case-a").id == ids[0]);
    CHECK(code_of(reader.session("none")) == "session-unknown");
}

TEST_CASE("people are added once, renamed, and found again") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    const auto writer = open_writer(options);
    const auto local = writer->ensure_person(kLocalPerson);
    REQUIRE(local);
    CHECK(writer->ensure_person(kLocalPerson)->id == local->id);
    const auto sari = writer->add_person("  DP-07 ", "Sari  Dewi");
    REQUIRE(sari);
    CHECK(code_of(writer->add_person("DP-07", "")) == "person-code-taken");
    CHECK(code_of(writer->add_person(" ", "x")) == "person-code-empty");
    CHECK(code_of(writer->change_person({sari->id, "local", ""})) == "person-code-taken");
    CHECK(code_of(writer->change_person({"nobody", "x", ""})) == "person-unknown");
    Reader reader = open_reader(options);
    CHECK(reader.people().value() == std::vector<Person>{{local->id, "local", ""}, {sari->id, "DP-07", "Sari Dewi"}});
    CHECK(writer->change_person({sari->id, "DP-08", ""}));
    CHECK(reader.person_with_code("DP-08").value() == Person{sari->id, "DP-08", ""});
    CHECK(code_of(reader.person_with_code("DP-07")) == "person-unknown");
}

TEST_CASE("a session that skips a number fails alone; others go on") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string sound = maker.session(), gap = maker.session();
    {
        const auto writer = open_writer(options);
        std::vector<Appended> answers;
        const OnAppended keep = [&](const Appended& appended) { answers.push_back(appended); };
        writer->append(gap, {maker.started("p-1")}, keep);
        writer->append(gap, {maker.opened(2), maker.opened(4)}, keep);
        writer->append(sound, {maker.started("p-1")}, keep);
        writer->append(gap, {maker.opened(5)}, keep);
        writer->flush();
        REQUIRE(answers.size() == 4);
        CHECK(answers[0].status);
        CHECK(chain_of(answers[1].status.error()) == "session-not-saved < session-gap");
        CHECK(answers[2].status);
        CHECK(chain_of(answers[3].status.error()) == "session-not-saved < session-gap");
        CHECK(answers[1].recovery_file == answers[3].recovery_file);
        CHECK(base::file_kind(answers[1].recovery_file) == base::FileKind::File);
    }
    const auto writer = open_writer(options);
    CHECK(writer->recovered().events == 0);
    REQUIRE(writer->recovered().left.size() == 1);
    CHECK(chain_of(writer->recovered().left[0]) == "recovery-incomplete < session-gap");
    CHECK(open_reader(options).session(gap)->last_seq == 1);
}

TEST_CASE("projections made anew equal those made event by event") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    base::Rng rng(11);
    const auto writer = open_writer(options);
    for (int s = 0; s < 20; ++s) {
        const std::string session = maker.session();
        std::vector<StoredEvent> events = {maker.started(s % 2 ? "p-1" : "p-2", "case-a", s % 5 ? "" : "random")};
        for (std::int64_t seq = 2; seq < 30; ++seq) {
            const std::string indicator = "KS-O" + std::to_string(rng.below(4));
            switch (rng.below(4)) {
            case 0: events.push_back(maker.scored(seq, indicator, rng.below(2))); break;
            case 1: events.push_back(rng.below(30) ? maker.opened(seq) : maker.make(seq, "newer", "{}")); break;
            default: events.push_back(maker.decided(seq, indicator, static_cast<int>(rng.below(10)))); break;
            }
        }
        if (rng.below(2)) events.push_back(maker.finished(30));
        REQUIRE(append_now(*writer, session, events).status);
    }
    const auto dump = [&] {
        SQLite::Database database(options.path);
        std::string all;
        for (const char* query :
             {"SELECT * FROM session ORDER BY id", "SELECT * FROM decision ORDER BY session, seq"}) {
            SQLite::Statement statement(database, query);
            while (statement.executeStep())
                for (int i = 0; i < statement.getColumnCount(); ++i) all += statement.getColumn(i).getString() + "|";
        }
        return all;
    };
    const std::string before = dump();
    SQLite::Database(options.path, SQLite::OPEN_READWRITE)
        .exec("UPDATE session SET state='open', last=0; DELETE FROM decision WHERE seq%3=0");
    CHECK(dump() != before);
    REQUIRE(writer->rebuild());
    CHECK(dump() == before);
}
