#include "cli/room_commands.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "cli/room_fields.h"

namespace timbang::cli {
namespace {

using nlohmann::json;
namespace command = domain::room_command;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// One command with what it needs.
class Command {
public:
    Command(app::RoomSession& session, const json& line, app::OnRoomAnswer done)
        : session_(session), snapshot_(session.snapshot()), fields_(line, *snapshot_), done_(std::move(done)) {}

    void open() {
        const std::string scenario = fields_.text("scenario", "");
        const int place = scenario.empty() ? snapshot_->current : fields_.case_place("scenario");
        const json wanted = fields_.line().value("indicator", json("all"));
        const domain::Scenario* const whole = place < 0 ? nullptr : snapshot_->cases[at(place)].scenario.get();
        std::vector<domain::RoomTaskIx> tasks;
        if (whole != nullptr) {
            if (wanted == "all")
                for (int task = 0; at(task) < whole->tasks.size(); ++task) tasks.push_back(task);
            else
                for (const json& code : wanted.is_array() ? wanted : json::array({wanted}))
                    tasks.push_back(code.is_string() ? whole->find_task(code.get<std::string>()) : -1);
        }
        if (broken()) return;
        session_.go_to_case(place, [session = &session_, tasks, done = done_](const app::RoomAnswer& gone) {
            if (gone.kind != app::RoomAnswer::Kind::Done) return done(gone);
            session->ask(command::OpenRound{tasks}, done);
        });
    }
    void show_reference() {
        const domain::RoomTaskIx task = fields_.task_or_all("indicator");
        if (!broken()) ask(command::ShowReference{task});
    }
    void close() {
        const std::string what = fields_.text("what", "");
        if (what == "vote") return ask(command::CloseVote{});
        if (what == "round") return ask(command::CloseRound{});
        session_.close(std::move(done_));
    }
    void next() {
        if (snapshot_->next) return ask(*snapshot_->next);
        refuse("nothing-next");
    }
    void extend() {
        const std::int64_t seconds = fields_.number("seconds", fields_.number("minutes", 1) * 60);
        constexpr std::int64_t kDay = 24 * 60 * 60;
        if (seconds < -kDay || seconds > kDay) fields_.break_at("seconds");
        if (!broken()) session_.extend_timer(seconds * 1000, std::move(done_));
    }
    void act() {
        const std::string id = fields_.needed("action");
        if (!broken()) ask_script(domain::TakeAction{snapshot_->scenario->find_action(id)});
    }
    void look() {
        const std::string id = fields_.needed("evidence");
        const int page = static_cast<int>(fields_.number("page", 1));
        if (!broken()) ask_script(domain::Open{snapshot_->scenario->find_evidence(id), page});
    }
    void decide_step() {
        domain::DecidePart part;
        part.answer = fields_.part_answer();
        part.part = fields_.part("part");
        if (!broken()) ask_script(part);
    }
    void paper_vote() {
        domain::Vote vote = fields_.vote(domain::VoteKind::First);
        vote.seat = fields_.seat("seat");
        vote.way = domain::WayIn::Paper;
        cast(std::move(vote));
    }
    void group_vote() {
        domain::Vote vote = fields_.vote(domain::VoteKind::Group);
        vote.kind = domain::VoteKind::Group;
        vote.group = static_cast<int>(fields_.number("group", 0));
        vote.members = fields_.members("members", vote.group);
        vote.way = domain::WayIn::Paper;
        cast(std::move(vote));
    }
    void comment() {
        const domain::RoomTaskIx task = fields_.line().contains("indicator") ? fields_.task("indicator") : -1;
        const auto about = domain::comment_about_from_id(fields_.text("about", "reading"));
        if (!about) fields_.break_at("about");
        const std::string text = fields_.needed("text");
        if (!broken()) ask(command::AddComment{task, *about, text});
    }
    void groups() {
        std::vector<domain::RoomSeat> seats = fields_.seats_changed();
        if (!broken()) ask(command::SetSeats{std::move(seats)});
    }
    void free_seat() {
        const domain::SeatIx seat = fields_.seat("seat");
        if (!broken()) ask(command::FreeSeat{seat});
    }
    void add_person() {
        domain::Participant person;
        person.code = fields_.needed("code");
        person.name = fields_.text("name", "");
        person.group = static_cast<int>(fields_.number("group", 0));
        if (fields_.line().contains("way")) {
            person.way = domain::way_from_id(fields_.text("way", ""));
            if (!person.way) fields_.break_at("way");
        }
        if (!broken()) session_.add_person(person, std::move(done_));
    }
    void screen() {
        const auto show = room::screen_from_id(fields_.needed("show"));
        if (!show) fields_.break_at("show");
        const std::string task = fields_.text("indicator", "");
        if (!broken()) session_.show_screen(*show, task, std::move(done_));
    }
    void show_reason() {
        const domain::SeatIx seat = fields_.seat("seat");
        const domain::RoomTaskIx task = fields_.task("indicator");
        const auto kind = domain::vote_kind_from_id(fields_.text("kind", "first"));
        if (!kind) fields_.break_at("kind");
        if (!broken()) session_.show_reason(seat, task, *kind, std::move(done_));
    }
    void go_to_case() {
        const int place = fields_.case_place("scenario");
        if (!broken()) session_.go_to_case(place, std::move(done_));
    }
    void ask(const domain::RoomCommand& wanted) { session_.ask(wanted, std::move(done_)); }
    void ask_script(const domain::Command& wanted) { session_.ask(wanted, std::move(done_)); }
    void pause() { session_.pause_timer(std::move(done_)); }
    void hide_reason() { session_.hide_reason(std::move(done_)); }
    void ask_name() { session_.ask_name(std::move(done_)); }
    void retry() { session_.retry_saving(std::move(done_)); }

    void refuse(const char* id, base::Args args = {}) {
        done_({app::RoomAnswer::Kind::Refused, id, {std::string("room-command.") + id, std::move(args)}, {}});
    }

private:
    void cast(domain::Vote vote) {
        vote.typed = true;
        if (!broken()) ask(command::CastVote{std::move(vote)});
    }
    /// Whether a field stood in the way; then that was told.
    bool broken() {
        if (fields_.broken().empty()) return false;
        refuse("field", {{"field", fields_.broken()}});
        return true;
    }

    app::RoomSession& session_;
    std::shared_ptr<const app::RoomSnapshot> snapshot_;
    RoomFields fields_;
    app::OnRoomAnswer done_;
};

using Do = std::function<void(Command&)>;

std::map<std::string, Do> commands() {
    return {{"open", &Command::open},
            {"show-votes", [](Command& one) { one.ask(command::ShowVotes{}); }},
            {"discuss", [](Command& one) { one.ask(command::BeginDiscussion{}); }},
            {"second-vote", [](Command& one) { one.ask(command::OpenSecondVote{}); }},
            {"show-reference", &Command::show_reference},
            {"close", &Command::close},
            {"reopen", [](Command& one) { one.ask(command::ReopenVote{}); }},
            {"skip", [](Command& one) { one.ask(command::Skip{}); }},
            {"next", &Command::next},
            {"pause", &Command::pause},
            {"resume", [](Command& one) { one.ask(command::ResumeTimer{}); }},
            {"extend", &Command::extend},
            {"act", &Command::act},
            {"look", &Command::look},
            {"next-step", [](Command& one) { one.ask_script(domain::LeaveStep{}); }},
            {"decide-step", &Command::decide_step},
            {"paper-vote", &Command::paper_vote},
            {"group-vote", &Command::group_vote},
            {"comment", &Command::comment},
            {"groups", &Command::groups},
            {"free-seat", &Command::free_seat},
            {"add-person", &Command::add_person},
            {"screen", &Command::screen},
            {"show-reason", &Command::show_reason},
            {"hide-reason", &Command::hide_reason},
            {"ask-name", &Command::ask_name},
            {"case", &Command::go_to_case},
            {"retry", &Command::retry}};
}

} // namespace

void carry_out(app::RoomSession& session, const json& line, app::OnRoomAnswer done) {
    Command one(session, line, std::move(done));
    const auto wanted = line.find("do");
    const std::string name = wanted != line.end() && wanted->is_string() ? wanted->get<std::string>() : "";
    const std::map<std::string, Do> known = commands();
    const auto found = known.find(name);
    if (found == known.end()) return one.refuse("unknown-command", {{"command", name}});
    found->second(one);
}

} // namespace timbang::cli
