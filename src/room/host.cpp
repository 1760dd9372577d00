#include "room/line.h"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <optional>

#include "base/ids.h"
#include "base/network.h"

namespace timbang::room {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds kTick{50};
constexpr std::chrono::milliseconds kGoodbye{500}; ///< for what is still to be sent when the host stops
constexpr std::int64_t kCheckMs = 1000;            ///< between two looks at every line's times
constexpr int kSendBuffer = 128 * 1024;            ///< bytes that the system keeps for a slow reader; more waits here
constexpr int kOtherFiles = 64;                    ///< open besides connections

std::int64_t system_steady() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

base::Error listen_error(const char* code, const std::string& address, std::uint16_t port) {
    std::string own = "127.0.0.1";
    for (const std::string& one : base::network_addresses())
        own = one + ", " + own;
    return base::Error(code, {{"address", address}, {"port", std::to_string(port)}, {"own", own}});
}

base::Error open_error(const error_code& error, const std::string& address, std::uint16_t port) {
    const char* code = error == asio::error::address_in_use                  ? "port-taken"
                       : error == asio::error::access_denied                 ? "port-taken"
                       : error == boost::system::errc::address_not_available ? "address-unknown"
                                                                             : "network-failed";
    return listen_error(code, address, port);
}

} // namespace

struct Host::Inner {
    HostOptions options;
    Desk& desk;
    Switchboard board;
    std::optional<Hub> hub;
    tcp::acceptor acceptor{board.io};
    asio::steady_timer ticking{board.io};
    asio::steady_timer leaving{board.io};
    std::int64_t checked = 0;
    bool work_posted = false;
    bool stopping = false;
    bool resting = false; ///< accepting failed, as without files left; tried again with the next tick

    Inner(HostOptions given, Desk& its_desk) : options(std::move(given)), desk(its_desk) {
        if (!options.steady) options.steady = system_steady;
        if (!options.token) options.token = base::make_token;
        board.limits = options.limits;
        board.steady = options.steady;
        board.names = options.names;
        hub.emplace(HubOptions{options.code, options.projector_token, options.limits, options.steady, options.token,
                               [this] { return addresses().front(); }},
                    desk);
        board.hub = &*hub;
        checked = options.steady();
    }

    base::Result<tcp::acceptor> listen(const std::string& address, std::uint16_t port) {
        error_code error;
        const auto ip = asio::ip::make_address(address, error);
        if (error) return listen_error("address-unknown", address, port);
        const tcp::endpoint end(ip, port);
        tcp::acceptor made(board.io);
        made.open(end.protocol(), error);
        if (!error) made.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error && ip.is_v6()) made.set_option(asio::ip::v6_only(false), error);
        if (!error) made.bind(end, error);
        if (!error) made.listen(asio::socket_base::max_listen_connections, error);
        if (error) return open_error(error, address, port);
        return made;
    }

    void accept() {
        acceptor.async_accept([this](error_code error, Socket socket) {
            if (error == asio::error::operation_aborted || stopping) return;
            if (error && error != asio::error::connection_aborted) {
                resting = true;
                return;
            }
            if (!error) welcome(std::move(socket));
            accept();
        });
    }

    void welcome(Socket socket) {
        if (board.lines.size() >= static_cast<std::size_t>(options.limits.connections)) {
            const auto nameless =
                std::find_if(board.lines.begin(), board.lines.end(), [](const auto& line) { return !line->known(); });
            if (nameless == board.lines.end()) return;
            const std::shared_ptr<Line> line = *nameless;
            board.lines.erase(nameless);
            line->cut();
        }
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        socket.set_option(asio::socket_base::send_buffer_size(kSendBuffer), ignored);
        start_http(board, std::move(socket));
    }

    void tick() {
        ticking.expires_after(kTick);
        ticking.async_wait([this](error_code error) {
            if (error) return;
            if (stopping && board.lines.empty()) return board.io.stop();
            if (std::exchange(resting, false) && !stopping) accept();
            work();
            const std::int64_t now = options.steady();
            if (now - checked >= kCheckMs) {
                checked = now;
                const std::vector<std::shared_ptr<Line>> lines = board.lines;
                for (const auto& line : lines)
                    line->check(now);
            }
            tick();
        });
    }

    /// Between two pieces of a push whatever has come in meanwhile is heard, so that an answer does not wait for a
    /// thousand states to be sent.
    void work() {
        if (hub->tick()) work_soon();
    }

    void work_soon() {
        if (std::exchange(work_posted, true)) return;
        asio::post(board.io, [this] {
            work_posted = false;
            work();
        });
    }

    void changed() {
        hub->changed();
        work_soon();
    }

    void stop() {
        if (std::exchange(stopping, true)) return;
        error_code ignored;
        acceptor.close(ignored);
        hub->say_goodbye();
        leaving.expires_after(kGoodbye);
        leaving.async_wait([this](error_code) { board.io.stop(); });
    }

    base::Status bind_anew(const std::string& address, std::uint16_t port) {
        error_code ignored;
        const tcp::endpoint before = acceptor.local_endpoint(ignored);
        base::Result<tcp::acceptor> made = listen(address, port);
        const bool in_own_way = !made && made.error().code == "port-taken" && port == before.port();
        if (in_own_way) { // our own listener at the same port
            acceptor.close(ignored);
            made = listen(address, port);
            if (!made) {
                base::Result<tcp::acceptor> old = listen(before.address().to_string(), before.port());
                if (old) {
                    acceptor = std::move(old.value());
                    accept();
                }
            }
        }
        if (!made) return made.error();
        acceptor.close(ignored);
        acceptor = std::move(made.value());
        options.bind = address;
        hub->changed();
        accept();
        return {};
    }

    std::vector<std::string> addresses() {
        error_code ignored;
        const tcp::endpoint end = acceptor.local_endpoint(ignored);
        const std::string port = end.port() == 80 ? "" : ":" + std::to_string(end.port());
        std::vector<std::string> list;
        if (end.address().is_unspecified())
            list = base::network_addresses();
        else
            list.push_back(end.address().is_v6() ? "[" + options.bind + "]" : options.bind);
        if (list.empty()) list.emplace_back("127.0.0.1");
        for (std::string& address : list)
            address += port;
        return list;
    }
};

Host::Host(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}

Host::~Host() {
    inner_->board.lines.clear();
}

base::Result<std::unique_ptr<Host>> Host::open(HostOptions options, Desk& desk) {
    base::allow_open_files(options.limits.connections + kOtherFiles);
    auto inner = std::make_unique<Inner>(std::move(options), desk);
    base::Result<tcp::acceptor> made = inner->listen(inner->options.bind, inner->options.port);
    if (!made) return made.error();
    inner->acceptor = std::move(made.value());
    return std::unique_ptr<Host>(new Host(std::move(inner)));
}

void Host::run() {
    inner_->accept();
    inner_->tick();
    inner_->board.io.run();
    const std::vector<std::shared_ptr<Line>> lines = std::exchange(inner_->board.lines, {});
    for (const auto& line : lines)
        line->cut();
}

void Host::stop() {
    asio::post(inner_->board.io, [inner = inner_.get()] { inner->stop(); });
}

void Host::post(std::function<void()> work) {
    asio::post(inner_->board.io, std::move(work));
}

void Host::changed() {
    inner_->changed();
}

base::Status Host::bind_anew(const std::string& address, std::uint16_t port) {
    return inner_->bind_anew(address, port);
}

void Host::drop_seat(domain::SeatIx seat) {
    inner_->hub->drop_seat(seat);
}

std::uint16_t Host::port() const {
    error_code ignored;
    return inner_->acceptor.local_endpoint(ignored).port();
}

std::vector<std::string> Host::addresses() const {
    return inner_->addresses();
}

} // namespace timbang::room
