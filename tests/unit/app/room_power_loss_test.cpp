#include <fstream>
#include <map>
#include <mutex>

#include "room_fixture.h"
#include "store/records.h"
#include "support/forgetful_vfs.h"
#include "support/temp_folder.h"

using namespace timbang;
using namespace timbang::tests;
namespace command = timbang::domain::room_command;

namespace {

constexpr int kPeople = 4;

/// What was said to be kept.
struct Told {
    std::map<domain::SeatIx, std::string> seats;                ///< token of each seat
    std::map<domain::SeatIx, std::vector<domain::Vote>> votes;  ///< in the order they were acknowledged
    std::vector<domain::Vote> handed_in;
    std::string session;
    bool opened = false;
};

store::WriterOptions options_on(const test::ForgetfulVfs& vfs, const test::TempFolder& folder) {
    store::WriterOptions options;
    options.path = "/records.db";
    options.vfs = vfs.name();
    options.recovery_folder = folder / "blocked/recovery"; // a file stands in the way: nothing can be rescued there
    options.busy_ms = 0;
    return options;
}

/// A room on a writer's own thread; what it posts is run here.
class Room {
public:
    Room(store::Writer& writer, std::uint64_t seed) : writer_(writer), record_(app::room_record(writer)), rng_(seed) {
        app::RoomPorts ports;
        ports.now = base::system_now;
        ports.steady = [] { return std::int64_t{0}; };
        ports.random = [this] { return rng_.next(); };
        ports.post = [this](std::function<void()> work) {
            const std::lock_guard lock(mutex_);
            inbox_.push_back(std::move(work));
        };
        RoomBench bench;
        session = std::make_unique<app::RoomSession>(std::move(ports), *record_, bench.setup());
    }
    void settle() {
        writer_.flush();
        for (;;) {
            std::function<void()> work;
            {
                const std::lock_guard lock(mutex_);
                if (inbox_.empty()) return;
                work = std::move(inbox_.front());
                inbox_.pop_front();
            }
            work();
        }
    }
    std::unique_ptr<app::RoomSession> session;

private:
    store::Writer& writer_;
    std::unique_ptr<app::RoomRecord> record_;
    base::Rng rng_;
    std::mutex mutex_;
    std::deque<std::function<void()>> inbox_;
};

/// People sit down and vote again and again, until the power goes.
Told practise(const store::WriterOptions& options, std::uint64_t seed) {
    Told told;
    base::Result<std::unique_ptr<store::Writer>> writer = store::Writer::open(options);
    if (!writer) return told;
    Room room(**writer, seed);
    base::Rng rng(seed);
    if (!room.session->begin()) return told;
    told.session = room.session->snapshot()->cases[0].session;
    for (domain::SeatIx seat = 0; seat < kPeople; ++seat) {
        const std::string token = "token-" + std::to_string(seat);
        room.session->take_seats({seat}, domain::WayIn::Phone, token, [&told, seat, token](const room::Answer& answer) {
            if (std::holds_alternative<room::Kept>(answer)) told.seats[seat] = token;
        });
        if (rng.below(2)) room.settle();
    }
    room.session->ask(command::OpenRound{{0}}, [&told](const app::RoomAnswer& answer) {
        told.opened = answer.kind == app::RoomAnswer::Kind::Done;
    });
    RoomBench bench;
    for (int i = 0; i < 30; ++i) {
        const auto seat = static_cast<domain::SeatIx>(rng.below(kPeople));
        // The same vote again under another id would change nothing and leave no trace.
        const std::string reason = std::to_string(i) + std::string(rng.below(300), 'r');
        const domain::Vote vote = bench.vote_of(seat, 2 * static_cast<int>(rng.below(6)), reason);
        told.handed_in.push_back(vote);
        room.session->vote(1, vote, [&told, vote](const room::Answer& answer) {
            if (std::holds_alternative<room::Kept>(answer)) told.votes[vote.seat].push_back(vote);
        });
        if (rng.below(3) == 0) room.settle();
    }
    room.settle();
    return told;
}

/// Opens the record after the power came back, and takes the room up again.
void check_kept(const store::WriterOptions& options, const Told& told) {
    base::Result<std::unique_ptr<store::Writer>> writer = store::Writer::open(options);
    REQUIRE(writer.ok());
    if (told.seats.empty()) return;
    std::vector<store::StoredEvent> events;
    {
        base::Result<store::Reader> reader = store::Reader::open(options.path, options.vfs);
        REQUIRE(reader.ok());
        auto read = reader->events(told.session);
        REQUIRE(read.ok());
        events = std::move(*read);
    }
    Room room(**writer, 99);
    REQUIRE(room.session->resume({{told.session, events}}).ok());
    const domain::RoomState& state = *room.session->view()->state;
    for (const auto& [seat, token] : told.seats) CHECK(state.seats[static_cast<std::size_t>(seat)].token_hash == token);
    if (told.opened) REQUIRE(state.round() != nullptr);
    for (const auto& [seat, votes] : told.votes) {
        for (const domain::Vote& vote : votes) CHECK(state.was_taken(vote));
        // What stands is the last one acknowledged, or one handed in after it.
        const domain::Vote* const stands = state.vote_of(*state.round(), 0, domain::VoteKind::First, seat);
        REQUIRE(stands != nullptr);
        bool after = false, right = false;
        for (const domain::Vote& vote : told.handed_in) {
            after = after || vote.client_id == votes.back().client_id;
            right = right || (after && vote.seat == seat && vote.score == stands->score && vote.reason == stands->reason);
        }
        CHECK(right);
    }
    // And it goes on.
    room.session->ask(command::AddSeat{"late", 0, domain::WayIn::Paper}, {});
    room.settle();
    CHECK(room.session->view()->state->seats.size() == kPeople + 1);
}

} // namespace

TEST_CASE("a power loss at any moment of a vote loses no vote that was acknowledged, and no seat") {
    int votes = 0, cut_while_voting = 0;
    for (const bool shared_memory : {true, false})
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            CAPTURE(seed);
            test::TempFolder folder;
            test::ForgetfulVfs vfs(seed, shared_memory);
            std::ofstream(folder / "blocked") << "x";
            base::Rng rng(seed * 77);
            vfs.lose_power_at(60 + static_cast<long>(rng.below(500)));
            const Told told = practise(options_on(vfs, folder), seed);
            vfs.restore_power();
            check_kept(options_on(vfs, folder), told);
            int kept = 0;
            for (const auto& [seat, list] : told.votes) kept += static_cast<int>(list.size());
            votes += kept;
            cut_while_voting += kept > 0 && kept < 30;
        }
    CHECK(votes > 200);
    CHECK(cut_while_voting > 20);
}
