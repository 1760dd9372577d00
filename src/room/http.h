#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "room/hub.h"

namespace timbang::room {

/// A request's line and the fields that count; empty where absent.
struct HttpAsk {
    std::string_view method, target, host, origin, authorization, accept_encoding, if_none_match;
    bool websocket = false; ///< asks for an upgrade to a WebSocket
    bool body = false;      ///< announces one
    bool http11 = true;
};

/// Under which names a connection was reached.
struct Served {
    std::string address; ///< the end of the connection that is ours: "192.168.10.1"
    std::uint16_t port = 0;
    bool loopback = false;
    const std::vector<std::string>& names;
};

struct HttpAnswer {
    int status = 200;
    std::string fields; ///< header fields besides the ones that every answer has, each with its line end
    std::shared_ptr<const std::string> owned;
    std::string_view body;  ///< stays as long as `owned`
    bool websocket = false; ///< go on as a WebSocket; nothing else is set
};

/// Whether `host` is an address that is served, or a name that was given, with our port. A page elsewhere that was made
/// to point here by its name (DNS rebinding) is not.
[[nodiscard]] bool host_served(std::string_view host, const Served& served);

/// What a request gets. Never reads files: paths are looked up among the embedded files and revealed pages.
[[nodiscard]] HttpAnswer answer_http(const HttpAsk& ask, const Served& served, Hub& hub);

/// The head that goes before the answer's body.
[[nodiscard]] std::string http_head(const HttpAnswer& answer, std::string_view host, bool keep_alive);

} // namespace timbang::room
