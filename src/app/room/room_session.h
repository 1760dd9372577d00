#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/room/room_case.h"
#include "app/room/room_record.h"
#include "app/room/room_snapshot.h"
#include "base/message.h"
#include "domain/workshop.h"
#include "room/desk.h"

namespace timbang::app {

/// What a room needs from outside. Every call of the session comes from one thread, the host's.
struct RoomPorts {
    base::Clock now;
    std::function<std::int64_t()> steady;                   ///< ms of a clock that never goes back
    std::function<std::uint64_t()> random;
    std::function<void(std::function<void()>)> post;        ///< onto the host's thread; from any thread
    std::function<void()> changed;                          ///< the view or the snapshot is another one
    std::function<void(domain::SeatIx)> seat_freed;
};

/// How something that the facilitator asked for ended.
struct RoomAnswer {
    enum class Kind : std::uint8_t { Done, Refused, Failed };
    Kind kind = Kind::Done;
    std::string code;                                       ///< "no-round"; of a failure the error's
    base::Message why;                                      ///< of a refusal
    base::Error error;                                      ///< of a failure
};
using OnRoomAnswer = std::function<void(const RoomAnswer&)>;

/// What is told to open a room.
struct RoomSetup {
    domain::Workshop workshop;                              ///< its roster, groups and how rounds go; its cases are `cases`
    std::string code;                                       ///< six digits
    std::string program_version;
    std::vector<CaseForRoom> cases;                         ///< one at least
};

/// A running room: cases, rounds and seats behind the network. Each case is one session of the record; seats and their
/// devices go along from case to case. Nothing is acknowledged, and nothing is shown, before it is durable. When writing
/// fails, everything is refused until `retry_saving` succeeds; what was not written stands in the recovery file.
class RoomSession final : public room::Desk {
public:
    /// `record` outlives the session.
    RoomSession(RoomPorts ports, RoomRecord& record, RoomSetup setup);
    ~RoomSession() override;

    /// Begins with the first case. Waits for the disk where people are new. Codes of the record.
    base::Status begin();
    /// One session of the record that is taken up again.
    struct Kept {
        std::string session;
        std::vector<store::StoredEvent> events;
    };
    /// Goes on where these sessions, one for each case that was begun, ended: same code, same seats, same devices. The case
    /// that was worked on last is the present one. Codes: as `RoomCase::resume`, "room-case-missing" (arg scenario).
    base::Status resume(const std::vector<Kept>& sessions);

    // For the network.
    [[nodiscard]] std::shared_ptr<const room::RoomView> view() override;
    void take_seats(std::vector<domain::SeatIx> seats, domain::WayIn way, std::string token_hash,
                    room::OnAnswer done) override;
    void vote(int round, domain::Vote vote, room::OnAnswer done) override;
    void answer_name(int ask, domain::SeatIx seat, bool yes) override;
    void connected(domain::SeatIx seat, int connections) override;
    [[nodiscard]] base::Result<room::Picture> picture(const std::string& evidence, int page) override;

    // For the facilitator. `done` is called once, after what was asked is durable.
    void ask(const domain::RoomCommand& command, OnRoomAnswer done);
    /// Of the case's script: an action, the next step, a part of the step.
    void ask(const domain::Command& command, OnRoomAnswer done);
    void pause_timer(OnRoomAnswer done);
    void extend_timer(std::int64_t by_ms, OnRoomAnswer done);
    /// Closes the open vote, else the round.
    void close(OnRoomAnswer done);
    /// Somebody who was not on the list; waits for the disk.
    void add_person(const domain::Participant& person, OnRoomAnswer done);
    /// Goes on with another case; place in `cases`. Refused while a round is open.
    void go_to_case(int place, OnRoomAnswer done);
    void show_screen(room::Screen screen, const std::string& task, OnRoomAnswer done);
    /// A reason on the second screen, without a name; not before votes of its kind are shown.
    void show_reason(domain::SeatIx seat, domain::RoomTaskIx task, domain::VoteKind kind, OnRoomAnswer done);
    void hide_reason(OnRoomAnswer done);
    /// Asks the device of the person whose reason is shown for the name.
    void ask_name(OnRoomAnswer done);
    void retry_saving(OnRoomAnswer done);

    [[nodiscard]] std::shared_ptr<const RoomSnapshot> snapshot();
    [[nodiscard]] const std::string& code() const { return setup_.code; }
    /// Its id, the same after a restart; no client is told.
    [[nodiscard]] const std::string& workshop() const { return setup_.workshop.id; }
    /// Whether the room was ended.
    [[nodiscard]] bool over() const;

private:
    using OnWritten = std::function<void(const base::Status&)>;
    struct Waiting {
        int place = 0;                                      ///< of the case
        RoomBatch batch;
        std::vector<OnWritten> done;
        bool failed = false;
    };
    [[nodiscard]] RoomCase& now() { return *cases_[static_cast<std::size_t>(current_)]; }
    [[nodiscard]] const RoomCase& now() const { return *cases_[static_cast<std::size_t>(current_)]; }
    base::Status begin_case(int place, const std::vector<domain::RoomSeat>& seats, OnWritten done);
    base::Status know_people(RoomCase& one, const std::vector<domain::RoomSeat>& seats);
    static void carry_seats(RoomCase& to, const std::vector<domain::RoomSeat>& seats, RoomBatch& batch);
    void hand_in(int place, RoomBatch batch, OnWritten done);
    void written(const store::Appended& appended);
    void settle(const Waiting& kept);
    void follow_screen(const domain::RoomEvent& event);
    void tell_changed();
    [[nodiscard]] std::int64_t timer_left() const;
    /// Rounds of the other cases. A round's number among all of them is never used twice, so that a vote which a phone
    /// kept through its sleep is not taken for one on the same indicator of another case.
    [[nodiscard]] int rounds_before() const;
    [[nodiscard]] std::shared_ptr<const domain::RoomState> told_state() const;
    [[nodiscard]] bool may_tell_reason(domain::VoteKind kind) const;
    [[nodiscard]] std::string name_of(domain::SeatIx seat) const;
    [[nodiscard]] store::OnAppended when_appended();

    RoomPorts ports_;
    RoomRecord& record_;
    RoomSetup setup_;
    std::vector<std::unique_ptr<RoomCase>> cases_;
    int current_ = 0;
    std::uint64_t versions_before_ = 0;                     ///< of cases that were left: `case_version` only rises
    std::map<std::string, std::string> person_ids_, names_; ///< by code of the seat
    std::deque<Waiting> waiting_;
    std::optional<base::Error> failure_;
    std::string recovery_file_;
    std::vector<int> connections_;
    room::Screen screen_ = room::Screen::Join;
    std::string screen_task_;
    std::optional<RoomSnapshot::Reason> reason_;
    std::vector<room::NameAsk> asks_;
    int next_ask_ = 1;
    std::shared_ptr<const room::RoomView> view_;
    std::shared_ptr<const RoomSnapshot> snapshot_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace timbang::app
