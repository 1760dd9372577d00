#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "app/room/room_session.h"
#include "base/rng.h"
#include "support/scenario_builder.h"

namespace timbang::tests {

/// A record in memory: what is handed in waits until the test lets it be written, or fail.
class FakeRoomRecord final : public app::RoomRecord {
public:
    std::map<std::string, std::vector<store::StoredEvent>> sessions; ///< what is durable
    std::vector<std::string> known;
    bool failing = false;

    base::Result<store::Person> person(const std::string& code, const std::string& name) override {
        known.push_back(code);
        return store::Person{"id-" + code, code, name};
    }
    void append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) override {
        waiting_.push_back({std::move(session), std::move(events), std::move(done)});
    }
    void retry(std::string session, store::OnAppended done) override {
        if (!failing)
            for (auto& event : aside_[session]) sessions[session].push_back(std::move(event));
        if (!failing) aside_.erase(session);
        done({session, 0, failing ? failure() : base::Status(), ""});
    }
    void flush() override {}

    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
    /// Writes what was handed in, one commit for each append.
    void write() {
        while (!waiting_.empty()) {
            Waiting one = std::move(waiting_.front());
            waiting_.pop_front();
            auto& to = failing || aside_.contains(one.session) ? aside_[one.session] : sessions[one.session];
            const bool failed = &to != &sessions[one.session];
            for (auto& event : one.events) to.push_back(std::move(event));
            one.done({one.session, 0, failed ? failure() : base::Status(), failed ? "/recovery/file" : ""});
        }
    }

private:
    struct Waiting {
        std::string session;
        std::vector<store::StoredEvent> events;
        store::OnAppended done;
    };
    static base::Status failure() { return base::Error("session-not-saved", {{"path", std::string("/recovery/file")}}); }
    std::deque<Waiting> waiting_;
    std::map<std::string, std::vector<store::StoredEvent>> aside_;
};

/// A room over the small case, whose script is at the step that asks for both indicators.
struct RoomBench {
    SmallCase small;
    std::shared_ptr<FakeRoomRecord> record = std::make_shared<FakeRoomRecord>();
    std::deque<std::function<void()>> inbox;
    std::int64_t steady = 1000;
    base::Time now = *base::parse_iso_time("2026-11-18T02:00:00.000Z");
    base::Rng rng{5};
    int changes = 0;
    int ids = 0;
    std::vector<domain::SeatIx> freed;
    std::unique_ptr<app::RoomSession> session;

    RoomBench() {
        small.builder.scenario.start = small.desk;
        small.builder.at(small.births).replies = {ScenarioBuilder::reply(score_above(6), "too kind by far")};
        small.builder.at(small.births).panel = {{"a", Verdict::Return, 6, {}}, {"b", Verdict::Return, 4, {}}};
        small.builder.at(small.births).reference.rests_on = {small.builder.passage(small.report, 1, "2023"),
                                                             small.builder.passage(small.answer, 1, "35")};
    }

    [[nodiscard]] app::RoomSetup setup() {
        app::RoomSetup made;
        made.workshop = domain::plain_workshop(4, 2);
        made.workshop.id = "workshop-1";
        made.workshop.roster[1].name = "Rini";
        made.code = "482917";
        made.program_version = "test";
        made.cases.push_back({small.build(), {}});
        return made;
    }
    void open(app::RoomSetup made) {
        app::RoomPorts ports;
        ports.now = [this] { return now += std::chrono::milliseconds(1); };
        ports.steady = [this] { return steady; };
        ports.random = [this] { return rng.next(); };
        ports.post = [this](std::function<void()> work) { inbox.push_back(std::move(work)); };
        ports.changed = [this] { ++changes; };
        ports.seat_freed = [this](domain::SeatIx seat) { freed.push_back(seat); };
        session = std::make_unique<app::RoomSession>(std::move(ports), *record, std::move(made));
    }
    void begin() { begin(setup()); }
    void begin(app::RoomSetup made) {
        open(std::move(made));
        REQUIRE(session->begin().ok());
        settle();
    }
    /// What the disk and the host's thread do by themselves.
    void settle() {
        do {
            record->write();
            run();
        } while (record->waiting() > 0 || !inbox.empty());
    }
    void run() {
        while (!inbox.empty()) {
            const auto work = std::move(inbox.front());
            inbox.pop_front();
            work();
        }
    }

    /// "done", "refused:CODE", "failed:CODE"; "" as long as nothing was answered.
    template <class Command> std::string ask(const Command& command) {
        return ask_with([&](app::OnRoomAnswer done) { session->ask(command, std::move(done)); });
    }
    std::string ask_with(const std::function<void(app::OnRoomAnswer)>& what) {
        const auto answer = std::make_shared<std::string>();
        what([answer](const app::RoomAnswer& one) {
            const char* const kinds[] = {"done", "refused:", "failed:"};
            *answer = kinds[static_cast<int>(one.kind)] + one.code;
        });
        settle();
        return *answer;
    }
    [[nodiscard]] domain::Vote vote_of(domain::SeatIx seat, int score, const std::string& reason = "",
                                       domain::VoteKind kind = domain::VoteKind::First) {
        domain::Vote vote;
        vote.task = 0;
        vote.kind = kind;
        vote.seat = seat;
        vote.score = score;
        vote.verdict = Verdict::Return;
        vote.confidence = 2;
        vote.reason = reason;
        vote.client_id = "id-" + std::to_string(++ids);
        return vote;
    }
    /// "kept", a refusal's id, "failed", or "" as long as nothing was answered.
    std::shared_ptr<std::string> hand_in(domain::Vote vote, int round = 1) {
        auto answer = std::make_shared<std::string>();
        session->vote(round, std::move(vote), [answer](const room::Answer& one) {
            if (std::holds_alternative<room::Kept>(one)) *answer = "kept";
            if (const auto* refusal = std::get_if<domain::RoomRefusal>(&one)) *answer = domain::room_refusal_id(*refusal);
            if (std::holds_alternative<base::Error>(one)) *answer = "failed";
        });
        return answer;
    }
    std::string vote(domain::Vote one, int round = 1) {
        const auto answer = hand_in(std::move(one), round);
        settle();
        return *answer;
    }
    std::string take(std::vector<domain::SeatIx> seats, const std::string& token) {
        auto answer = std::make_shared<std::string>();
        session->take_seats(std::move(seats), domain::WayIn::Phone, token, [answer](const room::Answer& one) {
            if (std::holds_alternative<room::Kept>(one)) *answer = "kept";
            if (const auto* refusal = std::get_if<domain::RoomRefusal>(&one)) *answer = domain::room_refusal_id(*refusal);
        });
        settle();
        return *answer;
    }
    [[nodiscard]] std::vector<app::RoomSession::Kept> kept() const {
        std::vector<app::RoomSession::Kept> made;
        for (const auto& [id, events] : record->sessions) made.push_back({id, events});
        return made;
    }
    [[nodiscard]] const std::vector<store::StoredEvent>& events() const { return record->sessions.begin()->second; }
    [[nodiscard]] int count(const std::string& type) const {
        int found = 0;
        for (const auto& event : events()) found += event.type == type;
        return found;
    }
    /// All that the network may be given, as text.
    [[nodiscard]] std::string public_words() const {
        const auto view = session->view();
        std::string words = domain::to_json(*view->scenario).dump();
        for (const auto& reference : view->references) words += reference.why.en;
        return words;
    }
};

} // namespace timbang::tests
