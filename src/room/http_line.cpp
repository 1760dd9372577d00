#include "room/web_socket.h"

#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <optional>

namespace timbang::room {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

constexpr std::size_t kBehindHead = 4096; ///< room for the next request in one go

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

class HttpLine final : public Line, public std::enable_shared_from_this<HttpLine> {
public:
    HttpLine(Switchboard& board, Socket socket)
        : board_(board), socket_(std::move(socket)), buffer_(board.limits.head + kBehindHead), since_(board.steady()) {}

    void read() {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(board_.limits.head));
        http::async_read_header(socket_, buffer_, *parser_,
                                [self = shared_from_this()](error_code error, std::size_t) { self->heard(error); });
    }

    void check(std::int64_t now) override {
        if (now - since_ > board_.limits.silent_ms) cut();
    }

    bool known() const override { return false; }

    void cut() override {
        error_code ignored;
        socket_.close(ignored);
    }

private:
    void heard(error_code error) {
        const bool unreadable = error && error.category() == make_error_code(http::error::bad_target).category() &&
                                error != http::error::end_of_stream && error != http::error::partial_message;
        if (unreadable) return refuse(error == http::error::header_limit ? 431 : 400);
        if (error) return leave();
        const Request& request = parser_->get();
        ask_.method = view(request.method_string());
        ask_.target = view(request.target());
        host_ = std::string(view(request[http::field::host]));
        ask_.host = request.count(http::field::host) == 1 ? std::string_view(host_) : std::string_view();
        ask_.origin = view(request[http::field::origin]);
        ask_.authorization = view(request[http::field::authorization]);
        ask_.accept_encoding = view(request[http::field::accept_encoding]);
        ask_.if_none_match = view(request[http::field::if_none_match]);
        ask_.websocket = boost::beast::websocket::is_upgrade(request);
        ask_.body = parser_->chunked() || parser_->content_length().value_or(0) != 0;
        answer(request.keep_alive() && !ask_.body);
    }

    void answer(bool keep_alive) {
        error_code error;
        const auto here = socket_.local_endpoint(error);
        if (error) return leave();
        auto address = here.address();
        if (address.is_v6() && address.to_v6().is_v4_mapped())
            address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
        const std::string shown = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
        HttpAnswer answer = answer_http(ask_, {shown, here.port(), address.is_loopback(), board_.names}, *board_.hub);
        if (answer.websocket) {
            start_web_socket(board_, std::move(socket_), parser_->release());
            return leave();
        }
        write(std::move(answer), keep_alive);
    }

    void refuse(int status) {
        HttpAnswer answer;
        answer.status = status;
        answer.fields = "Content-Type: text/plain\r\nCache-Control: no-store\r\n";
        host_.clear();
        write(std::move(answer), false);
    }

    void write(HttpAnswer answer, bool keep_alive) {
        answer_ = std::move(answer);
        head_ = http_head(answer_, host_, keep_alive);
        const bool body = ask_.method != "HEAD" && answer_.status != 304;
        const std::array<asio::const_buffer, 2> parts = {
            asio::buffer(head_), body ? asio::buffer(answer_.body.data(), answer_.body.size()) : asio::const_buffer()};
        asio::async_write(socket_, parts, [self = shared_from_this(), keep_alive](error_code error, std::size_t) {
            self->since_ = self->board_.steady();
            self->answer_ = {};
            if (error || !keep_alive) return self->hang_up(error);
            self->read();
        });
    }

    /// Ends the connection; the other side is told first that nothing more comes, so that it reads the answer.
    void hang_up(error_code error) {
        if (!error) socket_.shutdown(Socket::shutdown_send, error);
        leave();
    }

    void leave() {
        cut();
        board_.remove(this);
    }

    Switchboard& board_;
    Socket socket_;
    boost::beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::empty_body>> parser_;
    HttpAsk ask_;
    std::string host_;
    HttpAnswer answer_;
    std::string head_;
    std::int64_t since_; ///< the last answer was sent
};

} // namespace

void Switchboard::remove(const Line* line) {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& each) { return each.get() == line; });
    if (found != lines.end()) lines.erase(found);
}

void start_http(Switchboard& board, Socket socket) {
    const auto line = std::make_shared<HttpLine>(board, std::move(socket));
    board.add(line);
    line->read();
}

} // namespace timbang::room
