#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "room/desk.h"
#include "room/gate.h"
#include "room/pages.h"
#include "room/protocol_in.h"
#include "room/protocol_out.h"

namespace timbang::room {

/// What a frame is about: one that waits to be sent gives way to a newer one about the same thing.
enum class About : std::uint8_t { Answer, Case, State, You, Screen, Seats };
using Frame = std::shared_ptr<const std::string>;

/// A client's line, as the hub sees it. Neither call comes back into the hub before it returns.
class Peer {
public:
    virtual ~Peer() = default;
    virtual void send(Frame frame, About about) = 0;
    /// Ends the connection once what waits has been sent; abruptly without listening any more.
    virtual void end(bool abruptly) = 0;
};

struct HubOptions {
    std::string code;
    std::string projector_token;
    Limits limits;
    std::function<std::int64_t()> steady;
    std::function<std::string()> token;
    std::function<std::string()> address; ///< for the second screen
};

/// The room behind the sockets: who is connected, who holds which seat, what was said and what is told. Knows no
/// network.
class Hub {
public:
    Hub(HubOptions options, Desk& desk);

    /// A client has come; it is named by the number from now on. `peer` outlives `leave`.
    int join(Peer& peer);
    void leave(int client);
    void hear(int client, std::string_view message);
    /// Something came that is no message: "too-long", "not-json".
    void hear_noise(int client, const char* reason);
    /// A client's turn in its budget of messages; false when it has used it up and was told so.
    bool spend(int client);

    void changed() { dirty_ = true; }
    /// Looks at codes whose turn has come, and begins to tell everybody what is new when that is due. Some clients at a
    /// time: true when it wants to be called again soon for the next ones.
    [[nodiscard]] bool tick();
    void drop_seat(domain::SeatIx seat);
    /// Tells everybody that the room is over, and ends the connections.
    void say_goodbye();
    /// Seats that hold this token, which has arrived with its device then; none for one that is not known.
    [[nodiscard]] std::vector<domain::SeatIx> seats_of(std::string_view token);
    /// Whether this client has said who it is.
    [[nodiscard]] bool known(int client) const;
    [[nodiscard]] const Pages& pages() const { return pages_; }
    /// A page that is a picture, asked of the desk once; null where there is none.
    [[nodiscard]] std::shared_ptr<const Picture> picture(const std::string& evidence, int number);

private:
    enum class Role : std::uint8_t { Nobody, Choosing, Seated, Screen };
    struct Client {
        Peer* peer = nullptr;
        Role role = Role::Nobody;
        std::vector<domain::SeatIx> seats;
        domain::WayIn way = domain::WayIn::Phone;
        bool code_known = false;
        bool waits = false;            ///< for its turn at the gate,
        Heard asked;                   ///< with this
        bool taking = false;           ///< a seat is being written for it
        Frame case_frame, state_frame; ///< the last it was sent
        std::string you;
        double budget = 0;
        std::int64_t budget_at = 0;
    };

    /// A token that was told and not heard of since: the message may have got lost with its connection.
    struct Told {
        std::string token;
        std::vector<domain::SeatIx> seats;
        domain::WayIn way = domain::WayIn::Phone;
        int client = 0;
        std::int64_t at = 0;
    };

    void answer(int id, Client& client, const heard::Nothing& message);
    void answer(int id, Client& client, const heard::Hello& message);
    void answer(int id, Client& client, const heard::Code& message);
    void answer(int id, Client& client, const heard::Take& message);
    void answer(int id, Client& client, const heard::Vote& message);
    void answer(int id, Client& client, const heard::Name& message);
    void answer(int id, Client& client, const heard::Projector& message);
    void answer(int id, Client& client, const heard::Ping& message);

    void try_code(int id, Client& client, Heard asked);
    void look_at_code(int id, Client& client, const Heard& asked);
    void take(int id, Client& client, const heard::Take& message);
    void taken(Told told, const Answer& answer);
    void tell_token(Told told);
    [[nodiscard]] bool lost(const Told& told);
    void make_seats();
    void sit(Client& client, std::vector<domain::SeatIx> seats, domain::WayIn way);
    void stand_up(Client& client);
    void welcome(Client& client);
    void voted(int id, const std::string& vote, const Answer& answer);

    void try_codes();
    void push();
    [[nodiscard]] bool push_on();
    void push_to(Client& client, const RoundVotes& votes);
    [[nodiscard]] Scene scene() const;
    void follow();
    /// Those of `view_`, sorted once for each view.
    [[nodiscard]] const RoundVotes& votes();
    void tell(Client& client, std::string message);
    [[nodiscard]] Client* find(int id);

    HubOptions options_;
    Desk& desk_;
    Gate gate_;
    std::map<int, Client> clients_;
    int next_client_ = 1;
    std::deque<int> at_gate_;
    std::vector<Told> told_;
    std::vector<int> connections_; ///< by seat
    std::shared_ptr<const RoomView> view_;
    Pages pages_;
    std::map<std::string, std::shared_ptr<const Picture>> pictures_; ///< by hash of the page, evidence and number
    bool dirty_ = true;
    std::int64_t pushed_ = 0;
    bool pushed_once_ = false;
    int push_from_ = 0; ///< the client that the push under way goes on with; 0 none is under way
    std::shared_ptr<const RoomView> votes_view_;
    std::unique_ptr<RoundVotes> votes_; ///< of that view
    std::string state_now_;             ///< the last state, with the timer as it was set
    Frame case_, state_, seats_;
    std::int64_t seats_made_ = 0;
    std::uint64_t case_version_ = 0;
    std::shared_ptr<Hub*> self_; ///< answers that come after the hub find nothing
};

} // namespace timbang::room
