#include "app/room/room_service.h"

#include <atomic>
#include <utility>

namespace timbang::app {

/// What the host's thread and the window share. `service` is touched on the thread of the window only.
struct RoomService::Link {
    explicit Link(Tasks& to) : tasks(to) {}
    Tasks& tasks;
    std::atomic<bool> news{false};
    RoomService* service = nullptr;
};

base::Result<std::unique_ptr<RoomService>> RoomService::open(Options options, std::shared_ptr<Record> record,
                                                             Tasks& tasks, RoomSetup setup,
                                                             const std::vector<RoomSession::Kept>& kept) {
    std::unique_ptr<RoomService> made(new RoomService);
    if (record) made->writing_ = record->for_rooms();
    if (!made->writing_) return base::Error("no-record");
    made->record_ = std::move(record);
    made->link_ = std::make_shared<Link>(tasks);
    HostedRoom::Options hosted;
    hosted.host.bind = options.bind;
    hosted.host.port = options.port;
    hosted.host.names = std::move(options.names);
    hosted.host.steady = options.steady;
    hosted.now = options.now;
    hosted.random = options.random;
    hosted.changed = [link = made->link_] {
        if (link->news.exchange(true)) return;
        link->tasks.post([link] {
            link->news = false;
            if (link->service != nullptr) link->service->look();
        });
    };
    const bool may_move = options.port != 0;
    auto room = HostedRoom::open(hosted, *made->writing_, may_move ? setup : std::move(setup), kept);
    if (!room && may_move && room.error().code == "port-taken") {
        hosted.host.port = 0;
        room = HostedRoom::open(std::move(hosted), *made->writing_, std::move(setup), kept);
    }
    if (!room) return room.error();
    made->room_ = std::move(*room);
    made->addresses_ = made->room_->addresses();
    made->port_ = made->room_->port();
    return made;
}

RoomService::~RoomService() {
    if (link_) link_->service = nullptr;
}

void RoomService::adopt(OnSnapshot taken) {
    taken_ = std::move(taken);
    link_->service = this;
    look();
}

void RoomService::look() {
    if (looking_) {
        again_ = true;
        return;
    }
    looking_ = true;
    room_->post([link = link_](RoomSession& session) {
        link->tasks.post([link, made = session.snapshot()] {
            if (link->service != nullptr) link->service->taken(made);
        });
    });
}

void RoomService::taken(std::shared_ptr<const RoomSnapshot> snapshot) {
    looking_ = false;
    if (std::exchange(again_, false)) look();
    if (taken_) taken_(std::move(snapshot));
}

void RoomService::ask(What what, OnRoomAnswer told) {
    ++pending_;
    room_->post([link = link_, what = std::move(what), told = std::move(told)](RoomSession& session) {
        what(session, [link, told](const RoomAnswer& answer) {
            link->tasks.post([link, told, answer] {
                if (link->service == nullptr) return;
                --link->service->pending_;
                if (told) told(answer);
            });
        });
    });
}

void RoomService::bind_anew(const std::string& address, std::uint16_t port,
                            std::function<void(const base::Status&, std::vector<std::string>)> told) {
    ++pending_;
    // Addresses are asked on the host's thread once it listens anew.
    room_->bind_anew(address, port, [link = link_, room = room_.get(), told = std::move(told)](const base::Status& bound) {
        link->tasks.post([link, told, bound, addresses = room->addresses(), port = room->port()] {
            if (link->service == nullptr) return;
            --link->service->pending_;
            link->service->addresses_ = addresses;
            link->service->port_ = port;
            if (told) told(bound, addresses);
        });
    });
}

bool RoomService::busy() const { return pending_ > 0 || looking_ || link_->news; }

} // namespace timbang::app
