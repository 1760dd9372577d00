#include <algorithm>
#include <cstdio>

#include "app/present/room_parts.h"
#include "base/files.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }
std::int64_t count(std::size_t n) { return static_cast<std::int64_t>(n); }

Choice choice(std::string label, Action action, bool chosen = false, IconName icon = "") {
    Choice made;
    made.label = std::move(label);
    made.icon = icon;
    made.chosen = chosen;
    made.action = std::move(action);
    return made;
}

class Setup {
public:
    Setup(const Model& model, const KeptWorkshop& kept)
        : model_(model), state_(model.workshop), kept_(kept), plan_(kept.plan), words_(model),
          problems_(domain::plan_problems(kept.plan)) {}

    WorkshopSetup make() {
        head();
        agenda();
        people();
        cases();
        view_.take_home = take_home_menu(model_, kept_);
        rounds();
        ways();
        network();
        return std::move(view_);
    }

private:
    [[nodiscard]] const domain::PlanFinding* found(domain::PlanProblem problem, const std::string& about = "") const {
        for (const domain::PlanFinding& one : problems_)
            if (one.problem == problem && (about.empty() || one.about == about)) return &one;
        return nullptr;
    }
    [[nodiscard]] std::string problem_words(const domain::PlanFinding& one) const {
        return words_(std::string("workshop.problem-") + domain::plan_problem_id(one.problem), {{"about", one.about}});
    }
    [[nodiscard]] Button button(const char* key, IconName icon, Action action) const {
        return {words_(key), "", icon, true, "", std::move(action)};
    }
    [[nodiscard]] const LibraryEntry* entry_of(const domain::WorkshopCase& one) const {
        const LibraryEntry* const known = model_.library.with_id(one.scenario);
        return known != nullptr ? known : model_.library.entry(one.scenario);
    }

    void head() {
        view_.back = {words_("app.back"), "", "undo-variant", true, "", action::CloseWorkshop{}};
        view_.title = room_field(words_, kFieldTitle, "workshop.title", plan_.title);
        const std::string saved = kept_.saved == base::Time{} ? "" : words_("workshop.saved", {{"time", words_.clock(kept_.saved)}});
        view_.line = joined({plan_.programme.empty() ? "" : words_("workshop.made-from", {{"programme", programme_name()}}), saved}, " ");
        const auto expected = std::count_if(plan_.roster.begin(), plan_.roster.end(), [](const domain::Participant& one) {
            return one.presence == domain::Presence::Expected;
        });
        view_.facts.push_back({words_("workshop.listed", {{"n", count(plan_.roster.size())}, {"expected", std::int64_t{expected}}}),
                               plan_.roster.empty() ? "alert-circle" : "check-circle", plan_.roster.empty() ? Tint::Return : Tint::Ok});
        const bool ready = !plan_.cases.empty() &&
                           std::all_of(plan_.cases.begin(), plan_.cases.end(), [&](const auto& one) { return readable(one); });
        view_.facts.push_back({words_(ready ? "workshop.cases-ready" : "workshop.cases-open", {{"n", count(plan_.cases.size())}}),
                               ready ? "check-circle" : "alert-circle", ready ? Tint::Ok : Tint::Return});
        view_.open = {words_("workshop.open-room"), "", "", true, "", action::OpenRoom{}};
        if (!state_.opening.empty() || state_.running) {
            view_.open.enabled = false;
            view_.open.why_not = words_("workshop.one-room");
        }
        for (const domain::PlanProblem problem : {domain::PlanProblem::NobodyListed, domain::PlanProblem::NoCase,
                                                  domain::PlanProblem::CodeTwice, domain::PlanProblem::CodeEmpty})
            if (const auto* const one = found(problem); one != nullptr && view_.open.enabled) {
                view_.open.enabled = false;
                view_.open.why_not = problem_words(*one);
            }
    }
    /// Its title where it can still be read.
    [[nodiscard]] std::string programme_name() const {
        for (const auto& one : state_.programmes)
            if (one->id == plan_.programme) return words_.of(one->title);
        return plan_.programme;
    }
    [[nodiscard]] bool readable(const domain::WorkshopCase& one) const {
        const LibraryEntry* const entry = entry_of(one);
        return entry != nullptr && !entry->trouble && entry->card.broken.empty();
    }

    void agenda() {
        view_.agenda = words_("workshop.agenda-of-days");
        view_.agenda_empty = words_("workshop.agenda-of-days-empty");
        std::size_t slots = 0;
        int minutes = 0;
        for (int d = 0; at(d) < plan_.days.size(); ++d) {
            const domain::Day& day = plan_.days[at(d)];
            DayColumn column;
            column.title = day.title.empty() ? words_("workshop.day", {{"n", std::int64_t{d + 1}}}) : words_.of(day.title);
            column.date = day.date;
            for (int s = 0; at(s) < day.slots.size(); ++s) column.slots.push_back(slot(d, s));
            slots += day.slots.size();
            for (const domain::Slot& one : day.slots) minutes += one.minutes;
            view_.days.push_back(std::move(column));
        }
        view_.agenda_note = words_("workshop.slots", {{"n", count(slots)}, {"hours", std::int64_t{minutes / 60}}, {"minutes", std::int64_t{minutes % 60}}});
        view_.add_slot = button("workshop.slot", "plus", action::AskSlot{std::max(0, static_cast<int>(plan_.days.size()) - 1), -1});
    }
    [[nodiscard]] SlotRow slot(int d, int s) const {
        const domain::Slot& one = plan_.days[at(d)].slots[at(s)];
        SlotRow row;
        char text[16];
        std::snprintf(text, sizeof text, words_.lang() == base::Lang::Id ? "%02d.%02d" : "%02d:%02d", one.start / 60 % 24, one.start % 60);
        row.time = text;
        name_slot(model_, one, row);
        row.minutes = words_("workshop.min", {{"n", std::int64_t{one.minutes}}});
        row.accent = one.kind == domain::SlotKind::Case;
        row.selected = state_.day == d && state_.slot == s;
        row.overlap = found(domain::PlanProblem::SlotsOverlap, std::to_string(d + 1) + "/" + std::to_string(s + 1)) != nullptr;
        row.select = action::SelectSlot{d, s};
        row.edit = action::AskSlot{d, s};
        row.remove = action::RemoveSlot{d, s};
        row.up = action::MoveSlot{d, s, -1};
        row.down = action::MoveSlot{d, s, 1};
        return row;
    }

    void people() {
        view_.people = words_("workshop.people-and-groups");
        view_.people_buttons = {button("workshop.paste-list", "content-paste", action::AskRoster{}),
                                button("workshop.csv", "file-delimited", action::AskRosterFile{}),
                                button("workshop.person", "plus", action::AskParticipant{})};
        view_.groups_of = words_("workshop.groups-of");
        view_.group_size = room_field(words_, kFieldGroupSize, "", state_.group_size_text);
        view_.shuffle = button("workshop.shuffle", "shuffle", action::ShuffleGroups{});
        view_.shuffle.enabled = !plan_.roster.empty();
        if (plan_.roster.empty()) {
            view_.shuffle.why_not = view_.people_empty = words_("workshop.people-empty");
            return;
        }
        for (const domain::Group& group : plan_.groups) view_.groups.push_back(card(group.number));
        const auto alone = [](const domain::Participant& one) { return one.group == 0; };
        if (std::any_of(plan_.roster.begin(), plan_.roster.end(), alone)) view_.groups.push_back(card(0));
        view_.people_status = state_.people_said;
        view_.people_tint = state_.people_tint;
        if (const auto* const twice = found(domain::PlanProblem::CodeTwice)) {
            view_.people_status = problem_words(*twice);
            view_.people_tint = Tint::Return;
        }
        view_.people_note = words_("workshop.people-note");
    }
    [[nodiscard]] GroupCard card(int number) const {
        GroupCard made;
        made.number = number;
        made.title = number == 0 ? words_("workshop.no-group") : words_("workshop.group", {{"n", std::int64_t{number}}});
        for (const domain::Participant& one : plan_.roster)
            if (one.group == number) made.people.push_back(seat(one));
        made.count = words_("workshop.people-count", {{"n", count(made.people.size())}});
        const auto group = std::find_if(plan_.groups.begin(), plan_.groups.end(), [&](const auto& one) { return one.number == number; });
        if (group == plan_.groups.end()) return made;
        made.way.label = way_word(words_, group->way);
        for (const domain::WayIn way : {domain::WayIn::Phone, domain::WayIn::Shared, domain::WayIn::Paper})
            made.way.options.push_back(choice(way_word(words_, way), action::SetGroupWay{number, way}, way == group->way, way_icon(way)));
        return made;
    }
    [[nodiscard]] SeatRow seat(const domain::Participant& one) const {
        SeatRow row;
        row.code = one.code;
        row.line = joined({one.name, one.office});
        if (one.presence == domain::Presence::Absent) {
            row.note = words_("workshop.seat-absent");
            row.note_icon = "account-off";
        } else if (one.presence == domain::Presence::Late) {
            row.note = one.late_until.empty() ? words_("workshop.seat-late") : words_("workshop.late-until", {{"time", one.late_until}});
            row.note_icon = "timer-sand";
            row.note_tint = Tint::Return;
        } else if (one.speaks) {
            row.note = words_("workshop.speaks");
        } else if (one.way) {
            row.note = way_word(words_, *one.way);
            row.note_icon = way_icon(*one.way);
        }
        row.selected = one.code == state_.person;
        row.select = action::SelectParticipant{one.code};
        row.more = seat_menu(one);
        return row;
    }
    [[nodiscard]] Menu seat_menu(const domain::Participant& one) const {
        using domain::Presence;
        Menu menu;
        menu.label = one.code;
        const auto add = [&](const char* key, IconName icon, Action action) {
            menu.options.push_back(choice(words_(key), std::move(action), false, icon));
        };
        add("workshop.edit", "pencil", action::AskParticipant{one.code});
        if (!one.speaks && one.group > 0) add("workshop.make-speaker", "account-circle", action::SetSpeaker{one.code});
        if (one.presence != Presence::Expected) add("workshop.is-there", "check", action::SetPresence{one.code, Presence::Expected});
        if (one.presence != Presence::Late) add("workshop.is-late", "timer-sand", action::SetPresence{one.code, Presence::Late});
        if (one.presence != Presence::Absent) add("workshop.is-absent", "account-off", action::SetPresence{one.code, Presence::Absent});
        for (const domain::WayIn way : {domain::WayIn::Phone, domain::WayIn::Shared, domain::WayIn::Paper})
            if (plan_.way_of(one) != way)
                menu.options.push_back(choice(words_("workshop.votes-by", {{"way", way_word(words_, way)}}), action::SetParticipantWay{one.code, way}, false, way_icon(way)));
        if (one.way) add("workshop.as-group", "account-multiple", action::SetParticipantWay{one.code, std::nullopt});
        for (int group = 1; at(group) <= plan_.groups.size() + 1; ++group)
            if (group != one.group)
                menu.options.push_back(choice(words_("workshop.move-to", {{"group", std::int64_t{group}}}), action::MoveParticipant{one.code, group}, false, "shuffle"));
        add("workshop.remove", "delete", action::RemoveParticipant{one.code});
        return menu;
    }

    void cases() {
        view_.cases = words_("workshop.cases");
        view_.add_case = button("workshop.case", "plus", action::AskWorkshopCase{});
        view_.cases_empty = words_("workshop.cases-empty");
        for (int place = 0; at(place) < plan_.cases.size(); ++place) {
            const domain::WorkshopCase& one = plan_.cases[at(place)];
            const LibraryEntry* const entry = entry_of(one);
            CaseRow row;
            row.number = std::to_string(place + 1);
            row.title = entry == nullptr ? base::file_name(one.scenario) : words_.of(entry->card.title);
            row.line = one.indicators.empty() ? words_("workshop.all-indicators", {{"n", count(entry == nullptr ? 0 : entry->card.indicators.size())}})
                                              : joined(one.indicators);
            if (entry != nullptr) row.minutes = words_("workshop.min", {{"n", std::int64_t{entry->card.minutes}}});
            row.icon = readable(one) ? "check-circle" : "alert-circle";
            row.tint = readable(one) ? Tint::Ok : Tint::Return;
            row.tip = words_(readable(one) ? "workshop.case-reads" : "workshop.case-does-not-read");
            if (entry == nullptr && !model_.library.scanning())
                row.line = row.tip = words_("workshop.case-not-there", {{"case", base::file_name(one.scenario)}});
            row.select = action::AskWorkshopCase{place};
            row.remove = button("workshop.remove", "delete", action::RemoveWorkshopCase{place});
            view_.case_rows.push_back(std::move(row));
        }
    }

    void rounds() {
        view_.rounds = words_("workshop.rounds");
        view_.rounds_note = words_("workshop.rounds-note");
        view_.consensus_label = words_("workshop.consensus");
        for (const int percent : {60, 67, 75, 80})
            view_.consensus.push_back(choice(std::to_string(percent) + "%", action::SetConsensus{percent}, plan_.consensus == percent));
        view_.show_label = words_("workshop.after-first");
        using domain::ShowVotes;
        view_.show = {choice(words_("workshop.show-bars"), action::SetShowVotes{ShowVotes::Bars}, plan_.show == ShowVotes::Bars),
                      choice(words_("workshop.show-spread"), action::SetShowVotes{ShowVotes::Spread}, plan_.show == ShowVotes::Spread)};
        view_.second_label = words_("workshop.second-by");
        view_.second = {choice(words_("workshop.second-each"), action::SetGroupSecond{false}, !plan_.group_second),
                        choice(words_("workshop.second-group"), action::SetGroupSecond{true}, plan_.group_second)};
        view_.timer_label = words_("workshop.timer");
        view_.timer_note = words_("workshop.timer-note");
        view_.timer = room_field(words_, kFieldTimer, "", state_.timer_text);
        if (std::to_string(plan_.vote_minutes) != state_.timer_text) view_.timer.problem = words_("workshop.bad-minutes");
    }

    void ways() {
        view_.ways = words_("workshop.ways");
        view_.ways_note = words_("workshop.ways-note");
        for (const domain::WayIn way : {domain::WayIn::Phone, domain::WayIn::Shared, domain::WayIn::Paper}) {
            const auto people = std::count_if(plan_.roster.begin(), plan_.roster.end(), [&](const domain::Participant& one) {
                return plan_.way_of(one) == way && one.presence != domain::Presence::Absent;
            });
            view_.way_rows.push_back({way_icon(way), way_word(words_, way), words_(std::string("workshop.way-line-") + domain::way_id(way)),
                                      words_("workshop.people-count", {{"n", std::int64_t{people}}})});
        }
    }

    void network() {
        const std::vector<std::string> own = model_.ports.addresses();
        view_.network = words_("workshop.network");
        view_.network_state = own.empty() ? Chip{words_("workshop.no-network"), "lan-disconnect", Tint::Return}
                                          : Chip{words_("workshop.network-found"), "check", Tint::Ok};
        view_.wifi = room_field(words_, kFieldWifi, "workshop.wifi", plan_.wifi);
        view_.wifi.hint = words_("workshop.wifi-hint");
        view_.address_label = words_("workshop.address");
        view_.address.label = plan_.address.empty() ? words_("workshop.any-address") : plan_.address;
        view_.address.options.push_back(choice(words_("workshop.any-address"), action::SetRoomAddress{""}, plan_.address.empty()));
        for (const std::string& address : own)
            view_.address.options.push_back(choice(address, action::SetRoomAddress{address}, plan_.address == address));
        view_.warning = words_("workshop.warning");
    }

    const Model& model_;
    const WorkshopState& state_;
    const KeptWorkshop& kept_;
    const domain::Workshop& plan_;
    Words words_;
    std::vector<domain::PlanFinding> problems_;
    WorkshopSetup view_;
};

} // namespace

WorkshopSetup present_workshop_setup(const Model& model, const KeptWorkshop& kept) { return Setup(model, kept).make(); }

} // namespace timbang::app
