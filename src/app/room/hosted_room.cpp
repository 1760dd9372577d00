#include "app/room/hosted_room.h"

#include <chrono>

#include "base/hash.h"

namespace timbang::app {
namespace {

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Opens the second screen's page; the same after a restart, because it hangs on the id of the workshop, which no client is
/// told.
std::string projector_token_of(const std::string& workshop) {
    constexpr std::size_t kDigits = 32;
    return base::sha256("projector\n" + workshop).substr(0, kDigits);
}

} // namespace

std::string make_room_code(const std::function<std::uint64_t()>& random) {
    constexpr std::uint64_t kCodes = 1'000'000;
    constexpr std::size_t kDigits = 6;
    std::uint64_t value = random();
    while (value >= UINT64_MAX - UINT64_MAX % kCodes) value = random();
    const std::string digits = std::to_string(value % kCodes);
    return std::string(kDigits - digits.size(), '0') + digits;
}

base::Result<std::unique_ptr<HostedRoom>> HostedRoom::open(Options options, RoomRecord& record, RoomSetup setup,
                                                           const std::vector<RoomSession::Kept>& kept) {
    std::unique_ptr<HostedRoom> made(new HostedRoom);
    HostedRoom* const self = made.get();
    self->record_ = &record;
    self->tell_changed_ = std::move(options.changed);
    if (!options.host.steady) options.host.steady = steady_ms;
    RoomPorts ports;
    ports.now = options.now;
    ports.steady = options.host.steady;
    ports.random = std::move(options.random);
    ports.post = [self](std::function<void()> work) { self->host_->post(std::move(work)); };
    ports.changed = [self] {
        ++self->changes_;
        if (self->host_) self->host_->changed();
        if (self->tell_changed_) self->tell_changed_();
    };
    ports.seat_freed = [self](domain::SeatIx seat) { self->host_->drop_seat(seat); };
    made->session_ = std::make_unique<RoomSession>(std::move(ports), record, std::move(setup));
    if (!kept.empty())
        if (base::Status resumed = made->session_->resume(kept); !resumed) return resumed.error();
    made->code_ = made->session_->code();
    made->projector_token_ = projector_token_of(made->session_->workshop());
    options.host.code = made->code_;
    options.host.projector_token = made->projector_token_;
    base::Result<std::unique_ptr<room::Host>> host = room::Host::open(std::move(options.host), *made->session_);
    if (!host) return host.error();
    made->host_ = std::move(*host);
    if (kept.empty())
        if (base::Status begun = made->session_->begin(); !begun) return begun.error();
    made->thread_ = std::thread([host = made->host_.get()] { host->run(); });
    return made;
}

HostedRoom::~HostedRoom() {
    if (!host_) return;
    host_->stop();
    if (thread_.joinable()) thread_.join();
    // Callbacks of the record still post to the host.
    record_->flush();
}

void HostedRoom::post(std::function<void(RoomSession&)> work) {
    host_->post([this, work = std::move(work)] { work(*session_); });
}

void HostedRoom::bind_anew(std::string address, std::uint16_t port, std::function<void(const base::Status&)> done) {
    host_->post([this, address = std::move(address), port, done = std::move(done)] {
        const base::Status bound = host_->bind_anew(address, port);
        if (done) done(bound);
    });
}

} // namespace timbang::app
