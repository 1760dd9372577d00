#pragma once

#include "room/line.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

namespace timbang::room {

using Request = boost::beast::http::request<boost::beast::http::empty_body>;

/// Goes on as a WebSocket with a request that was found good.
void start_web_socket(Switchboard& board, Socket socket, Request request);

} // namespace timbang::room
