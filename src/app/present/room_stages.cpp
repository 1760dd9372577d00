#include <algorithm>

#include "app/present/room_parts.h"

namespace timbang::app {
namespace {

namespace command = domain::room_command;
using domain::Phase;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// People who have voted on everything in a vote of this kind, and how many could.
struct Progress { int votes = 0, of = 0; };
Progress progress_of(const ConsoleParts& parts, bool second) {
    Progress progress;
    const domain::RoomState& state = *parts.room.state;
    const bool by_group = second && parts.room.rules->group_second;
    const domain::VoteKind kind = !second ? domain::VoteKind::First : by_group ? domain::VoteKind::Group : domain::VoteKind::Second;
    for (int seat = 0; at(seat) < state.seats.size(); ++seat) {
        const int who = by_group ? state.seats[at(seat)].group : seat;
        const bool voted = std::all_of(parts.round->tasks.begin(), parts.round->tasks.end(), [&](domain::RoomTaskIx task) {
            return state.vote_of(*parts.round, task, kind, who) != nullptr;
        });
        progress.votes += voted;
        progress.of += voted || state.seats[at(seat)].presence == domain::Presence::Expected;
    }
    return progress;
}

class Stages {
public:
    explicit Stages(const ConsoleParts& parts) : parts_(parts), words_(parts.words) {}

    [[nodiscard]] std::vector<RoundStage> all() const {
        const Phase now = parts_.round->phase;
        std::vector<RoundStage> stages;
        for (int i = 0; i <= static_cast<int>(Phase::ReferenceShown); ++i) {
            const auto phase = static_cast<Phase>(i);
            RoundStage stage;
            stage.name = words_(std::string("workshop.stage-") + domain::phase_id(phase));
            using State = RoundStage::State;
            stage.state = phase < now ? State::Done : phase == now ? State::Now : State::ToCome;
            if (stage.state == State::ToCome) stage.note = i == static_cast<int>(now) + 1 ? words_("workshop.stage-next") : "";
            else stage.note = note(phase, stage.state == State::Now);
            stages.push_back(std::move(stage));
        }
        return stages;
    }

private:
    [[nodiscard]] std::optional<base::Time> began(Phase phase) const {
        const auto& times = parts_.running.times.began;
        const auto found = times.find(static_cast<int>(phase));
        return found == times.end() ? std::nullopt : std::optional(found->second);
    }
    /// Since when, or how long it took.
    [[nodiscard]] std::string duration(Phase phase, bool now) const {
        const auto from = began(phase);
        if (!from) return "";
        if (now) return words_("workshop.since", {{"time", words_.clock(*from)}});
        const auto& times = parts_.running.times.began;
        const auto next = times.upper_bound(static_cast<int>(phase));
        if (next == times.end()) return "";
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(next->second - *from).count();
        return words_("workshop.minutes", {{"n", std::int64_t{minutes}}});
    }
    [[nodiscard]] std::string note(Phase phase, bool now) const {
        const bool second = phase == Phase::SecondVote;
        switch (phase) {
        case Phase::FirstVote:
        case Phase::SecondVote: {
            const Progress progress = progress_of(parts_, second);
            if (!now && progress.votes == 0) return words_("workshop.passed-over");
            if (!now) return words_("workshop.votes", {{"n", std::int64_t{progress.votes}}});
            const std::string of = words_("workshop.of", {{"n", std::int64_t{progress.votes}}, {"of", std::int64_t{progress.of}}});
            return parts_.round->voting ? of : words_("workshop.closed-at", {{"votes", of}});
        }
        case Phase::VotesShown:
        case Phase::ReferenceShown: {
            const auto from = began(phase);
            return from ? words_.clock(*from) : "";
        }
        case Phase::Discussion: return duration(phase, now);
        case Phase::Briefing: break;
        }
        return "";
    }

    const ConsoleParts& parts_;
    const Words& words_;
};

std::string next_label(const ConsoleParts& parts) {
    const Words& words = parts.words;
    const domain::RoomCommand& next = *parts.room.next;
    const bool voting = parts.round != nullptr && parts.round->voting;
    if (std::holds_alternative<command::ShowVotes>(next))
        return words(voting ? "workshop.next-close-show" : "workshop.next-show-votes");
    if (std::holds_alternative<command::BeginDiscussion>(next)) return words("workshop.next-discuss");
    if (std::holds_alternative<command::OpenSecondVote>(next)) return words("workshop.next-second");
    if (std::holds_alternative<command::CloseRound>(next)) return words("workshop.next-close-round");
    const auto* const shown = std::get_if<command::ShowReference>(&next);
    if (shown == nullptr) return words("workshop.next");
    if (voting) return words("workshop.next-close-reference");
    if (shown->task >= 0 && parts.round->tasks.size() > 1)
        return words("workshop.next-reference-of", {{"code", parts.room.rules->tasks[at(shown->task)].code}});
    return words("workshop.next-reference");
}

void fill_choices(const ConsoleParts& parts, ConsoleView& view) {
    const Words& words = parts.words;
    const domain::RoomState& state = *parts.room.state;
    view.choose_title = words("workshop.choose-title");
    int open = 0;
    std::vector<AgendaRow> rows;
    for (int task = 0; at(task) < parts.room.rules->tasks.size(); ++task) {
        AgendaRow row;
        row.title = parts.title(task);
        const domain::Round* const last = last_round_of(state, task);
        const bool shown = reference_was_shown(state, task);
        open += !shown;
        const std::string& code = parts.room.rules->tasks[at(task)].code;
        const char* const key = last == nullptr ? "workshop.choose-new" : shown ? "workshop.choose-shown" : "workshop.choose-again";
        row.line = words(key, {{"code", code}, {"round", std::int64_t{last == nullptr ? 0 : last->number}}});
        if (!shown) row.open = action::OpenRoomIndicator{code};
        rows.push_back(std::move(row));
    }
    AgendaRow whole;
    whole.title = words("workshop.whole-case");
    whole.line = words("workshop.whole-case-line", {{"n", std::int64_t{open}}});
    if (open > 0) whole.open = action::OpenRoomIndicator{""};
    view.choose_rows.push_back(std::move(whole));
    for (AgendaRow& row : rows) view.choose_rows.push_back(std::move(row));
    for (std::size_t i = 0; i < view.choose_rows.size(); ++i) view.choose_rows[i].rank = i == 0 ? "" : std::to_string(i);
}

} // namespace

void fill_stages(const ConsoleParts& parts, ConsoleView& view) {
    if (parts.round == nullptr) {
        fill_choices(parts, view);
        return;
    }
    view.stages = Stages(parts).all();
    if (parts.room.next)
        view.next = Button{next_label(parts), "PgDn", "", !parts.room.failure, view.problem, action::RoomNext{}};
}

} // namespace timbang::app
