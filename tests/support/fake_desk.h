#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "room/desk.h"
#include "support/scenario_builder.h"

namespace timbang::tests {

/// A desk that keeps nothing: it steps the room's rules and answers at once, or when it is told to. Used on one thread.
class FakeDesk final : public room::Desk {
public:
    enum class Writing { AtOnce, Held, Failing };

    RoomRules rules;
    RoomState state;
    std::shared_ptr<PublicScenario> scenario = std::make_shared<PublicScenario>();
    room::RoomView shown; ///< what stands besides the state
    std::map<std::pair<std::string, int>, room::Picture> pictures;
    std::map<int, int> connections;          ///< the last that was told, by seat
    std::vector<std::pair<int, bool>> names; ///< asks and their answers
    Writing writing = Writing::AtOnce;
    std::vector<room::OnAnswer> held; ///< answers of what was taken in
    std::function<void()> on_held;    ///< called when one has come, if set
    int votes_asked = 0;

    /// `seats` people in groups of `group_size` on the cases's first indicators HA-O1 and HB-P1.
    explicit FakeDesk(int seats = 30, int group_size = 5) {
        SmallCase small;
        const auto whole = small.build();
        scenario->id = whole->id;
        scenario->title = whole->title;
        scenario->framework = std::const_pointer_cast<Framework>(whole->framework);
        scenario->district.name = "Contoh Raya";
        for (const Evidence& evidence : whole->evidence) {
            if (evidence.hidden) continue;
            scenario->evidence.push_back({evidence.id, evidence.title, evidence.kind, {}});
            for (const EvidencePage& page : evidence.pages)
                scenario->evidence.back().pages.push_back(page.page);
        }
        scenario->tasks = {{"HA-O1", {"report"}}, {"HB-P1", {"table"}}};
        rules.tasks = {{"HA-O1", true, {0, 2, 4, 6, 8, 10}}, {"HB-P1", true, {0, 2, 4, 6, 8, 10}}};
        for (int i = 0; i < seats; ++i) {
            RoomSeat seat;
            seat.code = (i < 9 ? "0" : "") + std::to_string(i + 1);
            seat.group = i / group_size + 1;
            seat.speaks = i % group_size == 0;
            rules.seats.push_back(std::move(seat));
        }
        state = initial_room(rules);
        shown.title = words("Workshop");
        shown.wifi = "Timbang-Latihan";
    }

    /// A command of the facilitator; whether it was accepted. `changed` is the caller's.
    bool lead(const RoomCommand& command) {
        made_.reset();
        return std::holds_alternative<std::vector<RoomEvent>>(step(rules, state, command));
    }
    void touch() { made_.reset(); }
    void release() {
        for (const room::OnAnswer& done : std::exchange(held, {}))
            done(room::Kept{});
    }

    std::shared_ptr<const room::RoomView> view() override {
        if (made_) return made_;
        auto made = std::make_shared<room::RoomView>(shown);
        made->scenario = scenario;
        made->rules = std::make_shared<RoomRules>(rules);
        made->state = std::make_shared<RoomState>(state);
        made->timer_left_ms = state.timer.left_ms;
        made_ = made;
        return made_;
    }
    void take_seats(std::vector<SeatIx> seats, WayIn way, std::string token_hash, room::OnAnswer done) override {
        RoomState after = state;
        for (const SeatIx seat : seats) {
            const RoomOutcome outcome = step(rules, after, room_command::TakeSeat{seat, way, token_hash});
            if (const auto* refusal = std::get_if<RoomRefusal>(&outcome)) return done(*refusal);
        }
        finish(std::move(after), std::move(done));
    }
    void vote(int round, Vote vote, room::OnAnswer done) override {
        ++votes_asked;
        const bool stale = state.round() == nullptr || state.round()->number != round;
        if (stale && !state.was_taken(vote)) return done(RoomRefusal::NoVoteOpen);
        made_.reset();
        if (writing == Writing::Failing) return done(base::Error("disk-full"));
        const RoomOutcome outcome = step(rules, state, room_command::CastVote{std::move(vote)});
        if (const auto* refusal = std::get_if<RoomRefusal>(&outcome)) return done(*refusal);
        keep(std::move(done));
    }
    void answer_name(int ask, SeatIx, bool yes) override { names.emplace_back(ask, yes); }
    void connected(SeatIx seat, int count) override { connections[seat] = count; }
    base::Result<room::Picture> picture(const std::string& evidence, int page) override {
        const auto found = pictures.find({evidence, page});
        if (found == pictures.end()) return base::Error("no-picture");
        return found->second;
    }

private:
    void finish(RoomState after, room::OnAnswer done) {
        made_.reset();
        if (writing == Writing::Failing) return done(base::Error("disk-full"));
        state = std::move(after);
        keep(std::move(done));
    }
    void keep(room::OnAnswer done) {
        if (writing != Writing::Held) return done(room::Kept{});
        held.push_back(std::move(done));
        if (on_held) on_held();
    }

    std::shared_ptr<const room::RoomView> made_;
};

} // namespace timbang::tests
