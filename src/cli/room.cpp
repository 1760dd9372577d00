#include "cli/room.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <istream>
#include <mutex>
#include <thread>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/ids.h"
#include "base/interrupt.h"
#include "base/json.h"
#include "cli/room_commands.h"
#include "cli/room_json.h"
#include "cli/room_open.h"

namespace timbang::cli {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;


constexpr auto kStatePause = 250ms; // between two states
constexpr auto kLook = 250ms;       // how often Ctrl-C is looked for

/// What the threads of input and host leave for the one that prints.
struct Desk {
    std::mutex mutex;
    std::condition_variable news;
    std::deque<std::string> lines;
    bool input_over = false;
    bool changed = true;
    std::optional<app::RoomAnswer> answer;
    std::shared_ptr<const app::RoomSnapshot> snapshot;
};

void read_input(std::istream& in, const std::shared_ptr<Desk>& desk) {
    std::string line;
    while (std::getline(in, line)) {
        const std::lock_guard lock(desk->mutex);
        desk->lines.push_back(std::move(line));
        desk->news.notify_all();
    }
    const std::lock_guard lock(desk->mutex);
    desk->input_over = true;
    desk->news.notify_all();
}

/// Serves the facilitator on standard input and output.
class RoomConsole {
public:
    RoomConsole(const Context& context, app::HostedRoom& room, std::shared_ptr<Desk> desk,
                std::function<std::int64_t()> steady, base::Interrupt& interrupt)
        : context_(context), room_(room), desk_(std::move(desk)), steady_(std::move(steady)), interrupt_(interrupt) {}

    int run() {
        tell_room();
        tell_state();
        while (!over_) {
            std::unique_lock lock(desk_->mutex);
            const auto until = desk_->changed ? std::min(told_ + kStatePause, Clock::now() + kLook) : Clock::now() + kLook;
            desk_->news.wait_until(lock, until, [&] {
                return !desk_->lines.empty() || desk_->input_over || (desk_->changed && Clock::now() >= until);
            });
            if (interrupt_.asked()) return exit_code_; // the room stays open
            if (!desk_->lines.empty()) {
                const std::string line = std::move(desk_->lines.front());
                desk_->lines.pop_front();
                lock.unlock();
                carry_out_line(line);
            } else if (desk_->input_over) {
                lock.unlock();
                quit(nullptr);
            } else if (desk_->changed && Clock::now() - told_ >= kStatePause) {
                lock.unlock();
                tell_state();
            }
        }
        return exit_code_;
    }

private:
    using Clock = std::chrono::steady_clock;

    void print(const json& line) {
        context_.out() << line.dump(-1, ' ', false, json::error_handler_t::replace) << "\n" << std::flush;
    }

    [[nodiscard]] std::shared_ptr<const app::RoomSnapshot> snapshot() {
        {
            const std::lock_guard lock(desk_->mutex);
            desk_->snapshot = nullptr;
            desk_->changed = false;
        }
        room_.post([desk = desk_](app::RoomSession& session) {
            auto made = session.snapshot();
            const std::lock_guard lock(desk->mutex);
            desk->snapshot = std::move(made);
            desk->news.notify_all();
        });
        std::unique_lock lock(desk_->mutex);
        desk_->news.wait(lock, [&] { return desk_->snapshot != nullptr; });
        return desk_->snapshot;
    }

    /// The first line, once the room stands in the record.
    void tell_room() {
        auto now = snapshot();
        while (now->writing) {
            {
                std::unique_lock lock(desk_->mutex);
                desk_->news.wait(lock, [&] { return desk_->changed; });
            }
            now = snapshot();
        }
        const std::vector<std::string> addresses = room_.addresses();
        const std::string first = "http://" + (addresses.empty() ? std::string() : addresses.front());
        print({{"room",
                {{"addresses", addresses},
                 {"port", room_.port()},
                 {"code", room_.code()},
                 {"page", first + "/"},
                 {"projector", first + "/projector#" + room_.projector_token()},
                 {"projector_token", room_.projector_token()},
                 {"workshop", now->workshop},
                 {"session", now->cases[static_cast<std::size_t>(now->current)].session}}}});
    }

    void tell_state() {
        const auto now = snapshot();
        std::int64_t left = now->timer_left_ms;
        if (now->state->timer.running) left -= steady_() - now->timer_at;
        print({{"state", room_json(*now, left, *context_.environment.catalogue, context_.lang)}});
        told_ = Clock::now();
    }

    void carry_out_line(const std::string& text) {
        const base::Result<json> line = base::parse_json(text);
        if (!line || !line->is_object()) {
            if (text.find_first_not_of(" \t\r") == std::string::npos) return;
            return tell(json::object(), refused("not-json"));
        }
        const auto named = line->find("do");
        const std::string name = named != line->end() && named->is_string() ? named->get<std::string>() : "";
        if (name == "quit") return quit(&*line);
        if (name == "leave") {
            over_ = true;
            return print(head(*line, "done"));
        }
        if (name == "bind") return bind(*line);
        if (name == "state") return tell(*line, {});
        tell(*line, ask([line = *line](app::RoomSession& session, app::OnRoomAnswer done) {
                 carry_out(session, line, std::move(done));
             }));
    }

    /// Waits for the answer: commands go one after the other.
    app::RoomAnswer ask(const std::function<void(app::RoomSession&, app::OnRoomAnswer)>& what) {
        {
            const std::lock_guard lock(desk_->mutex);
            desk_->answer.reset();
        }
        room_.post([desk = desk_, what](app::RoomSession& session) {
            what(session, [desk](const app::RoomAnswer& answer) {
                const std::lock_guard lock(desk->mutex);
                desk->answer = answer;
                desk->news.notify_all();
            });
        });
        std::unique_lock lock(desk_->mutex);
        desk_->news.wait(lock, [&] { return desk_->answer.has_value(); });
        return *desk_->answer;
    }

    void quit(const json* line) {
        const app::RoomAnswer answer = ask([](app::RoomSession& session, app::OnRoomAnswer done) {
            if (session.over()) return done({});
            session.ask(domain::room_command::EndRoom{}, std::move(done));
        });
        if (answer.kind == app::RoomAnswer::Kind::Failed) exit_code_ = kFailed;
        tell(line ? *line : json{{"do", "quit"}}, answer);
        over_ = true;
    }

    void bind(const json& line) {
        const auto address = line.find("address");
        const auto port = line.find("port");
        if (address == line.end() || !address->is_string()) return tell(line, refused("field", "address"));
        if (port != line.end() && (!port->is_number_unsigned() || port->get<std::uint64_t>() > 65535))
            return tell(line, refused("field", "port"));
        std::vector<std::string> addresses;
        const std::uint16_t wanted = port == line.end() ? room_.port() : port->get<std::uint16_t>();
        const app::RoomAnswer answer = ask([&](app::RoomSession&, const app::OnRoomAnswer& done) {
            room_.bind_anew(address->get<std::string>(), wanted, [&addresses, &room = room_, done](const base::Status& bound) {
                addresses = room.addresses();
                if (bound) return done({});
                done({app::RoomAnswer::Kind::Failed, bound.error().code, {}, bound.error()});
            });
        });
        json told = line;
        told["addresses"] = addresses;
        tell(told, answer);
    }

    [[nodiscard]] static app::RoomAnswer refused(const char* id, const std::string& field = "") {
        return {app::RoomAnswer::Kind::Refused, id, {std::string("room-command.") + id, {{"field", field}}}, {}};
    }

    /// {"done": name} with the command's own "id" and the addresses of `bind`.
    [[nodiscard]] static json head(const json& line, const char* kind) {
        const auto named = line.find("do");
        json made;
        made[kind] = named != line.end() && named->is_string() ? *named : json("");
        if (line.contains("id")) made["id"] = line["id"];
        if (line.contains("addresses")) made["addresses"] = line["addresses"];
        return made;
    }

    void tell(const json& line, const app::RoomAnswer& answer) {
        using Kind = app::RoomAnswer::Kind;
        const char* const kind =
            answer.kind == Kind::Done ? "done" : answer.kind == Kind::Refused ? "refused" : "failed";
        json told = head(line, kind);
        if (answer.kind != Kind::Done) {
            const base::Catalogue& words = *context_.environment.catalogue;
            const std::string message = answer.kind == Kind::Refused ? words.text(context_.lang, answer.why)
                                                                     : words.text(context_.lang, answer.error);
            told[kind] = {{"do", told[kind]}, {"code", answer.code}, {"message", message}};
        }
        print(told);
        tell_state();
    }

    const Context& context_;
    app::HostedRoom& room_;
    std::shared_ptr<Desk> desk_;
    std::function<std::int64_t()> steady_;
    base::Interrupt& interrupt_;
    Clock::time_point told_{};
    bool over_ = false;
    int exit_code_ = kSuccess;
};

base::Result<std::unique_ptr<store::Writer>> open_records(const Context& context) {
    store::WriterOptions options;
    options.path = base::join_path(context.data_folder, "records.db");
    options.recovery_folder = base::join_path(context.data_folder, "recovery");
    options.now = context.environment.clock;
    return store::Writer::open(options);
}

} // namespace

int run_room(const Context& context, const RoomOptions& options) {
    base::Interrupt interrupt;
    const RoomChance chance = room_chance(context, options);
    int exit_code = kSuccess;
    std::optional<app::RoomSetup> setup = room_setup(context, options, chance.random, exit_code);
    if (!setup) return exit_code;
    setup->workshop.id = base::make_uuid7(chance.now(), chance.random);
    base::Result<std::unique_ptr<store::Writer>> writer = open_records(context);
    if (!writer) return fail(context, writer.error());
    std::vector<app::RoomSession::Kept> kept;
    if (options.resume) {
        base::Result<std::vector<app::RoomSession::Kept>> found =
            open_room_sessions(base::join_path(context.data_folder, "records.db"), *setup);
        if (!found) return fail(context, found.error());
        kept = std::move(*found);
    }
    const std::unique_ptr<app::RoomRecord> record = app::room_record(**writer);
    const auto desk = std::make_shared<Desk>();
    app::HostedRoom::Options hosted;
    hosted.host.bind = options.bind;
    hosted.host.port = static_cast<std::uint16_t>(options.port);
    hosted.host.names = options.names;
    hosted.host.steady = chance.steady;
    hosted.host.token = chance.token;
    hosted.now = chance.now;
    hosted.random = chance.random;
    hosted.changed = [desk] {
        const std::lock_guard lock(desk->mutex);
        desk->changed = true;
        desk->news.notify_all();
    };
    base::Result<std::unique_ptr<app::HostedRoom>> room =
        app::HostedRoom::open(std::move(hosted), *record, std::move(*setup), kept);
    if (!room) return fail(context, room.error());
    // A tied input would flush the output from its own thread.
    context.environment.in->tie(nullptr);
    // It waits in a read that nothing ends when the room is left by Ctrl-C; what it holds it shares.
    std::thread(read_input, std::ref(*context.environment.in), desk).detach();
    return RoomConsole(context, **room, desk, chance.steady, interrupt).run();
}

} // namespace timbang::cli
