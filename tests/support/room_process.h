#pragma once

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace timbang::test {

/// `timbang room` as a process of its own, driven by JSON lines. What does not come within twenty seconds throws, which fails
/// the test.
class RoomProcess {
public:
    /// Arguments behind "room".
    explicit RoomProcess(std::vector<std::string> arguments) {
        int to[2], from[2];
        if (::pipe2(to, O_CLOEXEC) != 0 || ::pipe2(from, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        arguments.insert(arguments.begin(), {TIMBANG_BINARY, "room"});
        std::vector<char*> words;
        for (std::string& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        id_ = ::fork();
        if (id_ == 0) {
            ::dup2(to[0], 0);
            ::dup2(from[1], 1);
            if (::chdir(TIMBANG_SOURCE_DIR) == 0) ::execv(TIMBANG_BINARY, words.data());
            ::_exit(127);
        }
        ::close(to[0]);
        ::close(from[1]);
        in_ = to[1];
        out_ = from[0];
        room = next().at("room");
    }
    RoomProcess(const RoomProcess&) = delete;
    RoomProcess& operator=(const RoomProcess&) = delete;
    ~RoomProcess() {
        if (id_ > 0) kill();
        ::close(in_);
        ::close(out_);
    }

    nlohmann::json room;    ///< of the first line
    nlohmann::json state;   ///< the last one heard

    [[nodiscard]] std::uint16_t port() const { return room.at("port").get<std::uint16_t>(); }
    [[nodiscard]] std::string code() const { return room.at("code").get<std::string>(); }

    /// Carries a command out; its answer. `state` is the one after it.
    nlohmann::json ask(const nlohmann::json& command) {
        write(command.dump() + "\n");
        for (;;) {
            nlohmann::json line = next();
            if (line.contains("state")) continue;
            (void)next_state();
            return line;
        }
    }
    /// Whether the command was carried out.
    bool done(const nlohmann::json& command) { return ask(command).contains("done"); }
    void write(const std::string& text) {
        if (::write(in_, text.data(), text.size()) < 0) throw std::runtime_error("the room is gone");
    }
    nlohmann::json next_state() {
        for (;;)
            if (nlohmann::json line = next(); line.contains("state")) return state;
    }
    /// The next line, whatever it is.
    nlohmann::json next() {
        std::size_t end = 0;
        while ((end = read_.find('\n')) == std::string::npos) {
            pollfd wait{out_, POLLIN, 0};
            char bytes[65536];
            const ssize_t count = ::poll(&wait, 1, 20'000) > 0 ? ::read(out_, bytes, sizeof bytes) : 0;
            if (count <= 0) throw std::runtime_error("the room says nothing: " + read_);
            read_.append(bytes, static_cast<std::size_t>(count));
        }
        nlohmann::json line = nlohmann::json::parse(read_.substr(0, end));
        read_.erase(0, end + 1);
        if (line.contains("state")) state = line["state"];
        return line;
    }
    void kill() {
        ::kill(id_, SIGKILL);
        wait();
    }
    void interrupt() { ::kill(id_, SIGINT); }
    void close_input() {
        ::close(std::exchange(in_, -1));
    }
    /// Its exit code once it has ended; -1 when it was killed.
    int wait() {
        int status = 0;
        ::waitpid(std::exchange(id_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t id_ = -1;
    int in_ = -1, out_ = -1;
    std::string read_;
};

} // namespace timbang::test
