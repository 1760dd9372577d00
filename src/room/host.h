#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "room/desk.h"

namespace timbang::room {

/// Bounds of what a client may do; each has its answer in `src/room/README.md`.
struct Limits {
    int connections = 3000;
    int silent_ms = 10'000;             ///< a connection that has said nothing is closed
    int idle_ms = 60'000;               ///< without an answer to a ping it is closed
    std::size_t message = 8 * 1024;     ///< bytes of one message from a client
    std::size_t head = 8 * 1024;        ///< bytes of a request's head; requests have no body
    int messages_per_second = 20;       ///< of one connection, on the average; `burst` at once
    int burst = 60;
    std::size_t waiting = 1 << 20;      ///< bytes not yet sent to a client; a slower one is closed and comes back
    int code_tries = 10;                ///< wrong codes of all together before answers are slowed,
    int code_pause_ms = 1000;           ///< by this much each, doubled up to 16 times
    int push_ms = 250;                  ///< between two states
};

struct HostOptions {
    std::string bind = "0.0.0.0";
    std::uint16_t port = 8080;          ///< 0: any that is free
    std::vector<std::string> names;     ///< further host names it may be called by, without a port
    std::string code;                   ///< six digits
    std::string projector_token;        ///< opens the page of the second screen
    Limits limits;
    /// Milliseconds of a clock that never goes back; not set: the system's.
    std::function<std::int64_t()> steady;
    /// 16 random bytes as 32 hexadecimal digits; not set: libsodium's.
    std::function<std::string()> token;
};

/// HTTP and WebSocket for a room, on one thread: the page for everyone, the second screen's page, and the protocol of
/// `src/room/README.md`. Nothing that comes in advances the room.
class Host {
public:
    /// Binds and listens; nothing is served before `run`. Codes: "port-taken", "address-unknown", "network-failed"; args
    /// address, port, own (addresses of this computer). `desk` outlives the host.
    [[nodiscard]] static base::Result<std::unique_ptr<Host>> open(HostOptions options, Desk& desk);
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    ~Host();

    /// Serves on the calling thread until `stop`.
    void run();
    /// From any thread; connections are told and closed.
    void stop();
    /// Runs a function on the host's thread; from any thread.
    void post(std::function<void()> work);
    /// The view has changed: clients get it with the next push. On the host's thread.
    void changed();
    /// Listens at another address as well as it can, with the same code and tokens; open connections stay until they
    /// break. On the host's thread. Codes as `open`; on failure it goes on as it was.
    base::Status bind_anew(const std::string& address, std::uint16_t port);
    /// A seat was freed: its device is told and its connection's rights end. On the host's thread.
    void drop_seat(domain::SeatIx seat);

    [[nodiscard]] std::uint16_t port() const;
    /// Where it can be reached, as people type it: "192.168.10.1:8080"; loopback only where nothing else is there.
    [[nodiscard]] std::vector<std::string> addresses() const;

private:
    struct Inner;
    explicit Host(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// The modules of a QR code with error correction M, row by row; the caller leaves four empty modules around it. Code
/// "too-long".
struct QrCode { int size = 0; std::vector<bool> dark; };
[[nodiscard]] base::Result<QrCode> qr_code(const std::string& text);

} // namespace timbang::room
