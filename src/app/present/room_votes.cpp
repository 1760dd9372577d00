#include <algorithm>
#include <map>

#include "app/present/room_parts.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

domain::VoteKind later_kind(const ConsoleParts& parts) {
    return parts.room.rules->group_second ? domain::VoteKind::Group : domain::VoteKind::Second;
}

std::string percent(const insight::AgainstReference& against) {
    return std::to_string((against.on * 100 + against.of / 2) / against.of) + "%";
}

void fill_bars(const ConsoleParts& parts, const domain::Tally& first, const domain::Tally& second, ConsoleView& view) {
    const domain::RoomTask& asked = parts.room.rules->tasks[at(parts.task)];
    const domain::Reference& reference = parts.whole(parts.task).reference;
    const std::string below = parts.words("workshop.reference-bar");
    if (asked.scores.empty()) {
        for (int verdict = 0; verdict < domain::kVerdictCount; ++verdict) {
            const auto id = static_cast<domain::Verdict>(verdict);
            VoteBar bar;
            bar.label = answer_words(parts.words, id, std::nullopt);
            bar.first = first.verdicts[verdict];
            bar.second = second.verdicts[verdict];
            bar.reference = parts.reference_open && reference.verdict == id;
            if (bar.reference) bar.below = below;
            view.bars.push_back(std::move(bar));
        }
        return;
    }
    const auto count = [](const domain::Tally& tally, int score) {
        const auto found = std::find_if(tally.scores.begin(), tally.scores.end(), [&](const auto& one) { return one.first == score; });
        return found == tally.scores.end() ? 0 : found->second;
    };
    for (const int score : asked.scores) {
        VoteBar bar;
        bar.label = std::to_string(score);
        bar.first = count(first, score);
        bar.second = count(second, score);
        bar.reference = parts.reference_open && reference.score == score;
        if (bar.reference) bar.below = below;
        view.bars.push_back(std::move(bar));
    }
}

void fill_numbers(const ConsoleParts& parts, const domain::Tally& first, const domain::Tally& second, ConsoleView& view) {
    const Words& words = parts.words;
    const insight::RoomItem* const item = parts.item();
    if (item == nullptr) return;
    const insight::RoomLine& line = item->room;
    if (parts.reference_open && line.first_against.of > 0) {
        const std::string from = percent(line.first_against);
        const std::string value = line.second_against.of > 0
                                      ? words("workshop.from-to", {{"from", from}, {"to", percent(line.second_against)}})
                                      : from;
        view.numbers.push_back({value, words("workshop.on-reference", {{"n", std::int64_t{line.second_against.of > 0 ? line.second_against.of : line.first_against.of}}})});
    } else {
        view.numbers.push_back({words("workshop.votes", {{"n", std::int64_t{first.votes}}}), words("workshop.first-votes")});
    }
    const domain::Tally& last = second.votes > 0 ? second : first;
    const domain::Round* const round = last_round_of(*parts.room.state, parts.task);
    view.numbers.push_back(
        {words("workshop.of", {{"n", std::int64_t{last.on_one_score}}, {"of", std::int64_t{last.votes}}}),
         words("workshop.on-one-score", {{"goal", std::int64_t{round == nullptr ? 75 : round->consensus}}})});
    const domain::Moves& moves = line.moves;
    const std::string moved = words("workshop.moved", {{"n", std::int64_t{moves.moved}}});
    if (parts.reference_open)
        view.numbers.push_back({moved, words("workshop.moved-closer", {{"closer", std::int64_t{moves.closer}}, {"further", std::int64_t{moves.further}}})});
    else
        view.numbers.push_back({moved, words("workshop.moved-ways", {{"up", std::int64_t{moves.up}}, {"down", std::int64_t{moves.down}}})});
}

} // namespace

void fill_votes(const ConsoleParts& parts, ConsoleView& view) {
    const Words& words = parts.words;
    const domain::RoomState& state = *parts.room.state;
    const domain::Round* const round = parts.task < 0 ? nullptr : last_round_of(state, parts.task);
    view.chart = parts.task < 0 ? words("workshop.chart") : words("workshop.chart-of", {{"title", parts.title(parts.task)}});
    view.chart_empty = words("workshop.chart-empty");
    if (round == nullptr) return;
    const domain::Tally first = domain::tally(*parts.room.rules, state, *round, parts.task, domain::VoteKind::First);
    const domain::Tally second = domain::tally(*parts.room.rules, state, *round, parts.task, later_kind(parts));
    view.first_legend = words("workshop.legend-first", {{"n", std::int64_t{first.votes}}});
    view.second_legend = words(round->phase == domain::Phase::SecondVote && round->voting ? "workshop.legend-second-so-far" : "workshop.legend-second",
                               {{"n", std::int64_t{second.votes}}});
    fill_bars(parts, first, second, view);
    if (first.votes + second.votes > 0) view.chart_empty.clear();
    const auto there = std::count_if(state.seats.begin(), state.seats.end(),
                                     [](const domain::RoomSeat& seat) { return seat.presence != domain::Presence::Absent; });
    view.most = std::max({1, static_cast<int>(there), first.votes, second.votes});
    fill_numbers(parts, first, second, view);
}

namespace {

/// A reason, and how many others wrote the same.
struct Reason {
    const domain::Vote* vote = nullptr;
    int others = 0;
};

std::vector<Reason> reasons_of(const ConsoleParts& parts, const domain::Round& round) {
    std::map<std::pair<int, std::string>, Reason> found; // by score (verdict where none is asked) and text
    for (const domain::Vote& vote : round.votes) {
        if (vote.task != parts.task || vote.reason.empty() || vote.seat < 0) continue;
        const int answer = vote.score.value_or(vote.verdict ? static_cast<int>(*vote.verdict) : 0);
        Reason& one = found[{answer, vote.reason}];
        if (one.vote == nullptr) one.vote = &vote;
        else if (one.vote->seat != vote.seat) ++one.others;
    }
    std::vector<Reason> list;
    for (auto& [key, one] : found) list.push_back(one);
    std::stable_sort(list.begin(), list.end(), [](const Reason& a, const Reason& b) { return a.others > b.others; });
    return list;
}

Button show_button(const ConsoleParts& parts, const domain::Round& round, const domain::Vote& vote) {
    const Words& words = parts.words;
    const std::string& seat = parts.room.state->seats[at(vote.seat)].code;
    const std::string& code = parts.room.rules->tasks[at(vote.task)].code;
    const auto& shown = parts.room.reason;
    const action::ShowReasonOnScreen show{seat, false, code, vote.kind};
    if (shown && shown->seat == vote.seat && shown->task == vote.task && shown->kind == vote.kind) {
        const domain::RoomSeat& one = parts.room.state->seats[at(vote.seat)];
        const bool device = !one.token_hash.empty() && one.way == domain::WayIn::Phone;
        if (!shown->shown.name.empty() || shown->asked || !device)
            return {words("workshop.hide"), "", "eye-off", true, "", action::ShowReasonOnScreen{},
                    shown->asked && shown->shown.name.empty() ? words("workshop.name-asked") : shown->shown.name};
        return {words("workshop.ask-name"), "", "account-circle", true, "", action::ShowReasonOnScreen{seat, true, code, vote.kind},
                words("workshop.ask-name-tip")};
    }
    const bool may = parts.round == &round && (vote.kind == domain::VoteKind::First ? round.votes_shown
                                                                                   : round.second_over || !round.shown.empty());
    return {words("workshop.show"), "", "projector", may, words("workshop.show-later"), show};
}

} // namespace

void fill_reasons(const ConsoleParts& parts, ConsoleView& view) {
    constexpr std::size_t kMost = 12;
    const Words& words = parts.words;
    view.reasons = words("workshop.reasons");
    view.reasons_note = words("workshop.reasons-note");
    view.reasons_empty = words("workshop.reasons-empty");
    const domain::Round* const round = parts.task < 0 ? nullptr : last_round_of(*parts.room.state, parts.task);
    if (round == nullptr) return;
    for (const Reason& one : reasons_of(parts, *round)) {
        if (view.reason_rows.size() == kMost) break;
        ReasonRow row;
        row.score = one.vote->score ? std::to_string(*one.vote->score) : "";
        row.text = words("workshop.quote", {{"text", one.vote->reason}});
        const int group = parts.room.state->seats[at(one.vote->seat)].group;
        row.line = words(one.vote->kind == domain::VoteKind::First ? "workshop.reason-first" : "workshop.reason-second",
                         {{"group", std::int64_t{group}}, {"sure", sure_word(words, one.vote->confidence)}});
        if (one.others > 0) row.line += " " + words("workshop.reason-others", {{"n", std::int64_t{one.others}}});
        row.show = show_button(parts, *round, *one.vote);
        view.reason_rows.push_back(std::move(row));
    }
}

} // namespace timbang::app
