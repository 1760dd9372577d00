#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/ports.h"
#include "app/room/hosted_room.h"
#include "app/tasks.h"

namespace timbang::app {

/// A running room as the window has it: asks go to the host's thread, answers and snapshots come back through `Tasks`, that is
/// between frames. Snapshots come as fast as they are taken in, never faster.
class RoomService {
public:
    struct Options {
        std::string bind;
        std::uint16_t port = 8080;              ///< any that is free where it is taken, or 0
        std::vector<std::string> names;         ///< further names it may be called by
        base::Clock now;
        std::function<std::int64_t()> steady;
        std::function<std::uint64_t()> random;
    };
    using OnSnapshot = std::function<void(std::shared_ptr<const RoomSnapshot>)>;

    /// Opens a room, or goes on with what was kept, and begins to serve. Waits for the disk: not on the thread of the window.
    /// `tasks` outlives the service. Codes: "no-record", those of `HostedRoom::open`.
    [[nodiscard]] static base::Result<std::unique_ptr<RoomService>>
    open(Options options, std::shared_ptr<Record> record, Tasks& tasks, RoomSetup setup,
         const std::vector<RoomSession::Kept>& kept);
    RoomService(const RoomService&) = delete;
    RoomService& operator=(const RoomService&) = delete;
    /// Stops serving; what was handed in is written. Answers that are on their way are dropped.
    ~RoomService();

    // The rest happens on the thread of the window.

    /// From now on snapshots are handed to `taken`.
    void adopt(OnSnapshot taken);
    using What = std::function<void(RoomSession&, OnRoomAnswer)>;
    void ask(What what, OnRoomAnswer told);
    /// Listens at another address, with the same code and tokens.
    void bind_anew(const std::string& address, std::uint16_t port,
                   std::function<void(const base::Status&, std::vector<std::string> addresses)> told);
    /// Whether an answer or a snapshot is on its way.
    [[nodiscard]] bool busy() const;
    [[nodiscard]] const std::vector<std::string>& addresses() const { return addresses_; }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] const std::string& code() const { return room_->code(); }
    [[nodiscard]] const std::string& projector_token() const { return room_->projector_token(); }

private:
    struct Link;
    RoomService() = default;
    void look();
    void taken(std::shared_ptr<const RoomSnapshot> snapshot);

    std::shared_ptr<Record> record_;
    std::unique_ptr<RoomRecord> writing_;
    std::shared_ptr<Link> link_;
    std::unique_ptr<HostedRoom> room_;
    std::vector<std::string> addresses_;                    ///< as the host's thread told them last, like the port
    std::uint16_t port_ = 0;
    OnSnapshot taken_;
    int pending_ = 0;
    bool looking_ = false, again_ = false;
};

} // namespace timbang::app
