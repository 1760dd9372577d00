#include <utility> // before Asio in C++20

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <memory>
#include <unistd.h>

#include "bench/room_server.h"

namespace timbang::bench {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// What the documentation of Beast shows, with a callback for each step.
class Session : public std::enable_shared_from_this<Session> {
public:
    explicit Session(tcp::socket socket) : stream_(std::move(socket)) {}
    void start() {
        stream_.auto_fragment(false);
        stream_.text(true);
        stream_.async_accept([self = shared_from_this()](error_code error) {
            if (!error) self->read();
        });
    }

private:
    void read() {
        stream_.async_read(buffer_, [self = shared_from_this()](error_code error, std::size_t) {
            if (!error) self->write();
        });
    }
    void write() {
        stream_.async_write(buffer_.data(), [self = shared_from_this()](error_code error, std::size_t) {
            self->buffer_.consume(self->buffer_.size());
            if (!error) self->read();
        });
    }
    boost::beast::websocket::stream<tcp::socket> stream_;
    boost::beast::flat_buffer buffer_;
};

void accept(tcp::acceptor& acceptor) {
    acceptor.async_accept([&acceptor](error_code error, tcp::socket socket) {
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        if (!error) std::make_shared<Session>(std::move(socket))->start();
        accept(acceptor);
    });
}

} // namespace

void run_echo(int port_to) {
    asio::io_context io(1);
    tcp::acceptor acceptor(io, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    const std::uint16_t port = acceptor.local_endpoint().port();
    if (::write(port_to, &port, sizeof port) != sizeof port) ::_exit(1);
    accept(acceptor);
    io.run();
    ::_exit(0);
}

} // namespace timbang::bench
