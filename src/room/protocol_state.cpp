#include <algorithm>

#include "domain/room_tally.h"
#include "room/state_parts.h"

namespace timbang::room {
namespace {

using domain::Presence;
using domain::Round;
using domain::VoteKind;

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

bool shown(const Round& round, domain::RoomTaskIx task) {
    return std::find(round.shown.begin(), round.shown.end(), task) != round.shown.end();
}

const std::string& code_of(const RoomView& view, domain::RoomTaskIx task) {
    return view.rules->tasks[at(task)].code;
}

/// Who has voted on everything, of those who are expected to: people, or groups where groups decide.
struct Progress {
    int votes = 0;
    int of = 0;
};

Progress progress_of_groups(const Scene& scene, const RoundVotes& votes) {
    Progress made;
    std::vector<int> groups;
    for (const domain::RoomSeat& seat : scene.view.state->seats) {
        const bool known = std::find(groups.begin(), groups.end(), seat.group) != groups.end();
        if (known || seat.group == 0 || seat.presence == Presence::Absent) continue;
        groups.push_back(seat.group);
        ++made.of;
        made.votes += votes.complete(votes.of_group(seat.group), VoteKind::Group) ? 1 : 0;
    }
    return made;
}

Progress progress(const Scene& scene, const RoundVotes& votes) {
    const VoteKind kind = votes.kind(*scene.view.rules);
    if (kind == VoteKind::Group) return progress_of_groups(scene, votes);
    Progress made;
    const auto& seats = scene.view.state->seats;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const bool complete = votes.complete(votes.of_seat(static_cast<int>(i)), kind);
        const bool connected = i < scene.connections.size() && scene.connections[i] > 0;
        made.votes += complete ? 1 : 0;
        made.of += complete || connected || seats[i].presence == Presence::Expected ? 1 : 0;
    }
    return made;
}

void write_round(JsonText& out, const Scene& scene, const RoundVotes& votes) {
    const Round* round = votes.round();
    out.key("round");
    if (round == nullptr) {
        out.null();
        return;
    }
    const Progress made = progress(scene, votes);
    out.open().number("number", round->number);
    out.text("phase", phase_id(round->phase)).truth("voting", round->voting);
    out.key("indicators").open_list();
    for (const domain::RoomTaskIx task : round->tasks)
        out.text(code_of(scene.view, task));
    out.close_list().number("votes", made.votes).number("of", made.of);
    out.truth("group_second", scene.view.rules->group_second).close();
}

void write_timer(JsonText& out, const Scene& scene) {
    const domain::Timer& timer = scene.view.state->timer;
    out.key("timer");
    if (!timer.set) {
        out.null();
        return;
    }
    const std::int64_t passed = timer.running ? scene.now - scene.view.timer_at : 0;
    out.open().number("left_ms", scene.view.timer_left_ms - passed).truth("running", timer.running).close();
}

void write_tally(JsonText& out, const RoomView& view, const Round& round, domain::RoomTaskIx task, VoteKind kind) {
    const domain::Tally counts = domain::tally(*view.rules, *view.state, round, task, kind);
    out.open().text("indicator", code_of(view, task)).text("kind", vote_kind_id(kind)).number("votes", counts.votes);
    if (tells_counts(view, round, task)) {
        write_scores(out, counts);
        out.key("verdicts").open_list();
        for (const int count : counts.verdicts)
            out.number(count);
        out.close_list();
    }
    if (counts.lowest) out.number("lowest", *counts.lowest);
    if (counts.highest) out.number("highest", *counts.highest);
    if (counts.low) out.number("low", *counts.low);
    if (counts.high) out.number("high", *counts.high);
    out.truth("consensus", counts.consensus(view.rules->consensus)).close();
}

void write_tallies(JsonText& out, const RoomView& view, const Round& round) {
    for (const domain::RoomTaskIx task : round.tasks) {
        if (!round.votes_shown) continue;
        write_tally(out, view, round, task, VoteKind::First);
        if (shown(round, task))
            write_tally(out, view, round, task, VoteKind::Second); // a group's decision alone counts for its members
    }
}

void write_rests_on(JsonText& out, const RoomView& view, const ShownReference& reference) {
    const auto revealed = [&](const std::string& id) {
        return std::any_of(view.scenario->evidence.begin(), view.scenario->evidence.end(),
                           [&](const domain::PublicEvidence& evidence) { return evidence.id == id; });
    };
    out.key("rests_on").open_list();
    for (const ShownReference::Passage& passage : reference.rests_on) {
        if (!revealed(passage.evidence)) continue; // a quote of what is still hidden would reveal it
        out.open().text("evidence", passage.evidence).number("page", passage.page).text("quote", passage.quote);
        out.key("range").open_list().number(passage.range.begin).number(passage.range.end).close_list().close();
    }
    out.close_list();
}

void write_reference(JsonText& out, const RoomView& view, const ShownReference& reference) {
    out.open().text("indicator", code_of(view, reference.task)).text("verdict", verdict_id(reference.verdict));
    if (reference.score) out.number("score", *reference.score);
    out.both("why", reference.why).key("rules").open_list();
    for (const std::string& id : reference.rules) {
        const domain::Rule* rule = view.scenario->framework ? view.scenario->framework->rule(id) : nullptr;
        const domain::Text name = rule != nullptr ? rule->name : domain::Text{id, id};
        out.open().text("code", rule != nullptr ? rule->code : "").both("name", name).close();
    }
    out.close_list().key("panel").open_list();
    for (const auto& [score, count] : reference.panel)
        out.open_list().number(score).number(count).close_list();
    out.close_list();
    write_rests_on(out, view, reference);
    out.close();
}

} // namespace

void write_scores(JsonText& out, const domain::Tally& counts) {
    out.key("scores").open_list();
    for (const auto& [score, count] : counts.scores)
        out.open_list().number(score).number(count).close_list();
    out.close_list();
}

bool tells_counts(const RoomView& view, const Round& round, domain::RoomTaskIx task) {
    return view.rules->show == domain::ShowVotes::Bars || shown(round, task);
}

void write_state(JsonText& out, const Scene& scene, const RoundVotes& votes, Shown what) {
    const RoomView& view = scene.view;
    const Attendance there = attendance(scene);
    out.both("title", view.title).number("people", there.people).number("here", there.here);
    out.truth("over", view.state->over);
    write_round(out, scene, votes);
    write_timer(out, scene);
    const Round* round = votes.round();
    out.key("tallies").open_list();
    if (round != nullptr && what.tallies) write_tallies(out, view, *round);
    out.close_list().key("references").open_list();
    for (const ShownReference& reference : view.references)
        if (round != nullptr && what.references && shown(*round, reference.task)) write_reference(out, view, reference);
    out.close_list();
}

std::string state_message(const Scene& scene, const RoundVotes& votes) {
    JsonText out;
    out.open().text("t", "state");
    write_state(out, scene, votes, {});
    return out.close().take();
}

} // namespace timbang::room
