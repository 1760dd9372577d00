#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "app/room/room_session.h"
#include "room/host.h"

namespace timbang::app {

/// A room and the network it is reached by, on a thread of their own. What the facilitator asks is posted there.
class HostedRoom {
public:
    struct Options {
        room::HostOptions host;                     ///< `code` and `projector_token` are filled in here
        base::Clock now;
        std::function<std::uint64_t()> random;
        /// The snapshot is another one; from the host's thread, so it should only wake somebody.
        std::function<void()> changed;
    };
    /// Opens a new room (with no `kept`), or goes on with sessions of the record, and begins to serve. Waits for the disk.
    /// `record` outlives the room. Codes: those of `room::Host::open`, `RoomSession::begin` and `RoomSession::resume`.
    [[nodiscard]] static base::Result<std::unique_ptr<HostedRoom>>
    open(Options options, RoomRecord& record, RoomSetup setup, const std::vector<RoomSession::Kept>& kept = {});
    HostedRoom(const HostedRoom&) = delete;
    HostedRoom& operator=(const HostedRoom&) = delete;
    /// Stops serving; what was handed in is written. The room itself stays open in the record unless it was ended.
    ~HostedRoom();

    /// Runs a function on the host's thread; from any thread.
    void post(std::function<void(RoomSession&)> work);
    /// Listens at another address, with the same code and tokens; the answer comes on the host's thread.
    void bind_anew(std::string address, std::uint16_t port, std::function<void(const base::Status&)> done);
    /// How often the snapshot has changed; from any thread.
    [[nodiscard]] std::uint64_t changes() const { return changes_.load(); }

    // Where it can be reached, as people type it; both on the host's thread once `bind_anew` is used.
    [[nodiscard]] std::vector<std::string> addresses() const { return host_->addresses(); }
    [[nodiscard]] std::uint16_t port() const { return host_->port(); }
    [[nodiscard]] const std::string& code() const { return code_; }
    [[nodiscard]] const std::string& projector_token() const { return projector_token_; }

private:
    HostedRoom() = default;
    RoomRecord* record_ = nullptr;
    std::function<void()> tell_changed_;
    std::unique_ptr<RoomSession> session_;
    std::unique_ptr<room::Host> host_;
    std::string code_, projector_token_;
    std::atomic<std::uint64_t> changes_{0};
    std::thread thread_;
};

/// Six digits to join with.
[[nodiscard]] std::string make_room_code(const std::function<std::uint64_t()>& random);

} // namespace timbang::app
