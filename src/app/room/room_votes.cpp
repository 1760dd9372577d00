// What is typed in for the room: votes from paper, and the steps of the case.
#include <algorithm>
#include <cstdlib>
#include <memory>

#include "app/controller.h"
#include "app/room/room_controller.h"
#include "app/room/room_prompt.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Asks one after the other; the first that is refused ends it.
void ask_all(RoomSession& session, std::shared_ptr<const std::vector<domain::Command>> commands, std::size_t next,
             const OnRoomAnswer& done) {
    if (next == commands->size()) return done({});
    session.ask((*commands)[next], [&session, commands, next, done](const RoomAnswer& answer) {
        if (answer.kind != RoomAnswer::Kind::Done) return done(answer);
        ask_all(session, commands, next + 1, done);
    });
}

} // namespace

bool RoomController::answer_vote() {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return true;
    RoomPromptState& prompt = *state().prompt;
    const VoteRows rows = vote_rows(*snapshot, prompt);
    domain::Vote vote;
    vote.kind = rows.kind;
    vote.task = rows.task;
    vote.way = domain::WayIn::Paper;
    vote.typed = true;
    const std::string who = prompt.text(kFieldSeat);
    if (rows.by_group) {
        vote.group = std::atoi(who.c_str());
        for (int seat = 0; at(seat) < snapshot->state->seats.size(); ++seat) {
            const domain::RoomSeat& one = snapshot->state->seats[at(seat)];
            if (one.group == vote.group && one.presence != domain::Presence::Absent) vote.members.push_back(seat);
        }
        if (vote.members.empty()) return problem("workshop.no-such-group", kFieldSeat);
    } else {
        vote.seat = snapshot->state->find_seat(who);
        if (vote.seat < 0) return problem("rejection.room-unknown-seat", kFieldSeat);
    }
    if (rows.task < 0) return problem("rejection.room-incomplete-vote");
    const auto picked = [&](int row) { return row < 0 ? -1 : prompt.choice(at(row)); };
    if (rows.score_row >= 0) {
        if (picked(rows.score_row) < 0) return problem("rejection.room-incomplete-vote");
        vote.score = snapshot->rules->tasks[at(rows.task)].scores[at(picked(rows.score_row))];
    }
    if (rows.verdict_row >= 0) {
        if (picked(rows.verdict_row) < 0) return problem("rejection.room-incomplete-vote");
        vote.verdict = static_cast<domain::Verdict>(picked(rows.verdict_row));
    }
    if (picked(rows.sureness_row) < 0) return problem("rejection.room-incomplete-vote");
    vote.confidence = static_cast<domain::Confidence>(picked(rows.sureness_row) + 1);
    vote.reason = prompt.text(kFieldReason);
    command(domain::room_command::CastVote{std::move(vote)});
    return true;
}

bool RoomController::answer_script(int answer) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return true;
    const domain::Scenario& scenario = *snapshot->scenario;
    const domain::State& script = *snapshot->script;
    const auto commands = std::make_shared<std::vector<domain::Command>>();
    if (answer > 0) {
        const auto actions = script_actions(scenario, script);
        if (at(answer - 1) >= actions.size()) return true;
        commands->push_back(domain::TakeAction{actions[at(answer - 1)]});
    } else {
        const auto rows = script_rows(scenario, script);
        std::map<domain::PartIx, domain::PartAnswer> parts;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int chosen = state().prompt->choice(i);
            if (chosen < 0) return problem("workshop.step-open");
            const domain::StepPart& part = scenario.parts[at(rows[i].part)];
            domain::PartAnswer& given = parts[rows[i].part];
            if (!rows[i].rule.empty()) given.checklist.emplace_back(rows[i].rule, static_cast<domain::Check>(chosen));
            else if (part.kind == domain::PartKind::Category) given.category = scenario.framework->categories[at(chosen)].id;
            else given.option = part.options[at(chosen)].id;
        }
        for (auto& [part, given] : parts) commands->push_back(domain::DecidePart{part, std::move(given)});
        commands->push_back(domain::LeaveStep{});
    }
    ask_room([commands](RoomSession& session, OnRoomAnswer done) { ask_all(session, commands, 0, done); });
    return true;
}

} // namespace timbang::app
