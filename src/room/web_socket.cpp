#include "room/web_socket.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>

namespace timbang::room {
namespace {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

constexpr std::size_t kPiece = 1024; ///< read at once

class WebSocket final : public Line, public Peer, public std::enable_shared_from_this<WebSocket> {
public:
    WebSocket(Switchboard& board, Socket socket, Request request)
        : board_(board), stream_(std::move(socket)), request_(std::move(request)), heard_(board.steady()) {
        stream_.auto_fragment(false);
        stream_.text(true);
        stream_.read_message_max(0); // bounded here, so that one message too long is answered and not the end
        stream_.set_option(websocket::stream_base::decorator(
            [](websocket::response_type& response) { response.set(boost::beast::http::field::server, "timbang"); }));
    }

    void start() {
        stream_.async_accept(request_, [self = shared_from_this()](error_code error) { self->accepted(error); });
    }

    void check(std::int64_t now) override {
        const Limits& limits = board_.limits;
        const bool silent = !known() && now - heard_ > limits.silent_ms;
        if (silent || now - heard_ > limits.idle_ms) return cut();
        if (ending_since_ && now - *ending_since_ > limits.silent_ms) return cut();
        if (!open_ || pinging_ || now - heard_ < limits.idle_ms / 2) return;
        pinging_ = true;
        stream_.async_ping({}, [self = shared_from_this()](error_code) { self->pinging_ = false; });
    }

    bool known() const override { return client_ != 0 && board_.hub->known(client_); }

    void cut() override {
        error_code ignored;
        stream_.next_layer().close(ignored);
    }

    void send(Frame frame, About about) override {
        if (ending_since_) return;
        if (about != About::Answer)
            for (std::size_t i = writing_ ? 1 : 0; i < queue_.size(); ++i)
                if (queue_[i].about == about) {
                    waiting_ += frame->size();
                    waiting_ -= queue_[i].frame->size();
                    queue_[i].frame = std::move(frame);
                    return;
                }
        waiting_ += frame->size();
        queue_.push_back({std::move(frame), about});
        if (waiting_ > board_.limits.waiting) return cut();
        write();
    }

    void end(bool abruptly) override {
        abrupt_ = abrupt_ || abruptly;
        if (ending_since_) return;
        ending_since_ = board_.steady();
        if (!writing_) close();
    }

private:
    struct Waiting {
        Frame frame;
        About about;
    };

    void accepted(error_code error) {
        if (error) return leave();
        request_ = {};
        open_ = true;
        stream_.control_callback([this](websocket::frame_type kind, boost::beast::string_view) {
            heard_now();
            if (kind == websocket::frame_type::ping) (void)board_.hub->spend(client_);
        });
        client_ = board_.hub->join(*this);
        read();
    }

    /// A sign of life. Before somebody has said who they are, only what they say counts.
    void heard_now() {
        if (known()) heard_ = board_.steady();
    }

    void read() {
        stream_.async_read_some(asio::buffer(piece_), [self = shared_from_this()](error_code error, std::size_t size) {
            self->got(error, size);
        });
    }

    void got(error_code error, std::size_t size) {
        if (error) return leave();
        if (!too_long_) message_.append(piece_.data(), size);
        if (message_.size() >
            board_.limits.message) { // what comes behind is passed over, and counted as if it were messages
            too_long_ = true;
            passed_over_ += message_.size();
            message_ = {};
        } else if (too_long_) {
            passed_over_ += size;
        }
        if (passed_over_ > board_.limits.message) {
            passed_over_ = 0;
            if (!ending_since_) (void)board_.hub->spend(client_);
        }
        if (stream_.is_message_done()) whole();
        if (!abrupt_) read();
    }

    void whole() {
        const std::string message = std::exchange(message_, {});
        const bool too_long = std::exchange(too_long_, false);
        if (ending_since_ || !board_.hub->spend(client_)) return;
        if (too_long) return board_.hub->hear_noise(client_, "too-long");
        if (!stream_.got_text()) return board_.hub->hear_noise(client_, "not-json");
        board_.hub->hear(client_, message);
        heard_now();
    }

    void write() {
        if (writing_ || queue_.empty() || !open_) return;
        writing_ = true;
        stream_.async_write(asio::buffer(*queue_.front().frame),
                            [self = shared_from_this()](error_code error, std::size_t) { self->written(error); });
    }

    void written(error_code error) {
        writing_ = false;
        if (error) return cut();
        waiting_ -= queue_.front().frame->size();
        queue_.pop_front();
        if (queue_.empty() && ending_since_) return close();
        write();
    }

    void close() {
        if (abrupt_) return leave();
        stream_.async_close(websocket::close_code::normal, [self = shared_from_this()](error_code) { self->cut(); });
    }

    void leave() {
        open_ = false;
        cut();
        if (client_ != 0) board_.hub->leave(std::exchange(client_, 0));
        board_.remove(this);
    }

    Switchboard& board_;
    websocket::stream<Socket> stream_;
    Request request_;
    std::array<char, kPiece> piece_{};
    std::string message_;
    bool too_long_ = false;
    std::size_t passed_over_ = 0; ///< bytes of messages that were too long
    std::deque<Waiting> queue_;   ///< the first is being written while `writing_`
    std::size_t waiting_ = 0;
    bool writing_ = false;
    bool pinging_ = false;
    bool open_ = false;
    bool abrupt_ = false; ///< nothing more is read
    std::optional<std::int64_t> ending_since_;
    int client_ = 0;
    std::int64_t heard_; ///< a sign of life
};

} // namespace

void start_web_socket(Switchboard& board, Socket socket, Request request) {
    const auto line = std::make_shared<WebSocket>(board, std::move(socket), std::move(request));
    board.add(line);
    line->start();
}

} // namespace timbang::room
