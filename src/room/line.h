#pragma once

#include <utility> // before Asio in C++20

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "room/http.h"

namespace timbang::room {

using Socket = boost::asio::ip::tcp::socket;

/// A connection, whatever it speaks.
class Line {
public:
    virtual ~Line() = default;
    /// Looks at its times, once in a while; `now` of the steady clock in milliseconds.
    virtual void check(std::int64_t now) = 0;
    /// Whether somebody has said over it who they are. Lines without a name give way when there are too many.
    [[nodiscard]] virtual bool known() const = 0;
    /// Breaks it off.
    virtual void cut() = 0;
};

/// What all lines share. Everything on the host's thread.
struct Switchboard {
    boost::asio::io_context io{1};
    Limits limits;
    std::function<std::int64_t()> steady;
    std::vector<std::string> names;
    Hub* hub = nullptr;
    std::vector<std::shared_ptr<Line>> lines; ///< in the order in which they came

    void add(std::shared_ptr<Line> line) { lines.push_back(std::move(line)); }
    void remove(const Line* line);
};

/// Speaks HTTP on a socket that was accepted, and keeps itself until it ends.
void start_http(Switchboard& board, Socket socket);

} // namespace timbang::room
