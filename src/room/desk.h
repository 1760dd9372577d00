#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "domain/public_scenario.h"
#include "domain/room.h"

namespace timbang::room {

/// A reference that the facilitator has shown, with what each seat is told about its own votes.
struct ShownReference {
    struct Passage { std::string evidence; int page = 0; std::string quote; domain::TextRange range; };
    struct OfSeat {
        domain::Text why;                       ///< the reply that fits the first vote; may be empty
        std::string type;                       ///< problem or judgement type it speaks of, "" none
    };
    domain::RoomTaskIx task = -1;
    domain::Verdict verdict = domain::Verdict::Accept;
    std::optional<int> score;
    domain::Text why;
    std::vector<std::string> rules;             ///< ids
    std::vector<std::pair<int, int>> panel;     ///< score and how many of the panel gave it
    std::vector<Passage> rests_on;
    std::vector<OfSeat> seats;                  ///< by seat
};

/// What the second screen shows; led from the console.
enum class Screen : std::uint8_t { Join, Waiting, Votes, Reference };
[[nodiscard]] const char* screen_id(Screen screen); ///< "join", "waiting", "votes", "reference"
[[nodiscard]] std::optional<Screen> screen_from_id(std::string_view id);

/// A reason that is read out from the second screen. `name` is there only when the person's own device said yes.
struct ShownReason { std::string text; std::string name; };

/// "May your name be shown with this?", asked of one device.
struct NameAsk { int id = 0; domain::SeatIx seat = -1; std::string reason; };

/// Everything that `room` knows of a running room: nothing of the key but references that were shown. Immutable.
struct RoomView {
    domain::Text title;                         ///< of the workshop; may be empty
    std::string wifi;                           ///< name to show, may be empty
    std::shared_ptr<const domain::PublicScenario> scenario;
    std::uint64_t case_version = 0;             ///< rises whenever `scenario` changes
    std::shared_ptr<const domain::RoomRules> rules;
    std::shared_ptr<const domain::RoomState> state;
    std::int64_t timer_left_ms = 0;             ///< at `timer_at`
    std::int64_t timer_at = 0;                  ///< of the steady clock, ms
    std::vector<ShownReference> references;
    Screen screen = Screen::Join;
    std::string screen_task;                    ///< code of the indicator the second screen is about, or ""
    std::optional<ShownReason> screen_reason;
    std::vector<NameAsk> asks;
};

/// How something that was asked of the desk ended: kept (durable), refused by the rules, or not written.
struct Kept {};
using Answer = std::variant<Kept, domain::RoomRefusal, base::Error>;
/// Called on the host's thread, once; for what is kept only after it is durable.
using OnAnswer = std::function<void(const Answer&)>;

/// A page that is a picture, as it goes out: JPEG or PNG of at most 200 kB.
struct Picture { std::string bytes; std::string mime; };
inline constexpr std::size_t kLargestPicture = 200 * 1000;

/// Who runs the session behind the network. Every call comes from the host's thread.
class Desk {
public:
    virtual ~Desk() = default;
    /// The newest; asked for often, so it is made anew only when something has changed.
    [[nodiscard]] virtual std::shared_ptr<const RoomView> view() = 0;
    /// A device takes a seat, or the seats of a group on a shared computer. `token_hash`: SHA-256, hexadecimal.
    virtual void take_seats(std::vector<domain::SeatIx> seats, domain::WayIn way, std::string token_hash, OnAnswer done) = 0;
    /// `round` is the one that the client saw: a vote is refused in any other (NoVoteOpen), unless it was taken in already. The
    /// same vote sent again is answered only when the first is durable.
    virtual void vote(int round, domain::Vote vote, OnAnswer done) = 0;
    virtual void answer_name(int ask, domain::SeatIx seat, bool yes) = 0;
    /// How many connections a seat has now; told on every change.
    virtual void connected(domain::SeatIx seat, int connections) = 0;
    /// Code "no-picture".
    [[nodiscard]] virtual base::Result<Picture> picture(const std::string& evidence, int page) = 0;
};

} // namespace timbang::room
