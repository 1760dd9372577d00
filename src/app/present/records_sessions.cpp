#include "app/present/records_sessions.h"

#include <algorithm>

#include "app/present/words.h"

namespace timbang::app {
namespace {

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

constexpr struct {
    store::SessionState state;
    const char* word;
} kStates[] = {{store::SessionState::Open, "records.in-progress"},
               {store::SessionState::Finished, "home.finished"},
               {store::SessionState::Abandoned, "records.put-away"}};

class Sessions {
public:
    Sessions(const Model& model, RecordsView& view) : model_(model), words_(model), view_(view) {}

    void add() {
        view_.sessions_title = words_("records.sessions");
        const char* columns[] = {"records.column-case",    "records.column-when",  "records.column-mode",
                                 "records.column-decided", "records.column-exact", "records.column-state"};
        for (int i = 0; i < 6; ++i)
            view_.session_columns[i] = words_(columns[i]);
        const std::vector<std::string> cases = cases_of_sessions();
        const auto [of_case, of_state] = add_filters(cases);
        for (const store::SessionRow& session : model_.sessions) {
            if (of_case > 0 && session.scenario != cases[static_cast<std::size_t>(of_case - 1)]) continue;
            if (of_state > 0 && session.state != kStates[of_state - 1].state) continue;
            view_.sessions.push_back(session_row(session));
        }
        add_compare_again();
        const std::size_t shown = view_.sessions.size(), all = model_.sessions.size();
        view_.sessions_count = shown == all
                                   ? words_("records.sessions-count", {{"n", whole(all)}})
                                   : words_("records.sessions-shown", {{"n", whole(shown)}, {"of", whole(all)}});
        if (shown > 0) return;
        view_.none_title = words_("records.none");
        view_.none_button =
            Button{words_("records.none-button"), "", "close", true, "", action::SetRecordsFilter{-1, 0}};
    }

private:
    void add_compare_again() {
        const bool any = std::any_of(model_.sessions.begin(), model_.sessions.end(), [](const auto& session) {
            return session.state == store::SessionState::Finished && !session.imported;
        });
        if (!any) return;
        const bool free = !model_.comparing_again && !model_.library.scanning();
        view_.compare_again = Button{words_("records.compare-again"), "", "compare", free,
                                     words_("records.compare-again-wait"), action::CompareAgain{}};
        view_.compare_again_text = words_("records.compare-again-text");
    }

    /// What a corrected reference has changed in a session; "" nothing.
    [[nodiscard]] std::string former_note(const store::SessionRow& session) const {
        const auto found = model_.former.find(session.id);
        if (found == model_.former.end()) return "";
        const FormerResults& former = found->second;
        const bool same = former.exact_before == former.exact_now;
        return words_(!same                    ? "records.was-exact-of"
                      : former.changed.empty() ? "records.was-same"
                                               : "records.was-changed",
                      {{"before", std::int64_t{former.exact_before}},
                       {"now", std::int64_t{former.exact_now}},
                       {"n", whole(former.changed.size())},
                       {"date", words_.date(*former.time)},
                       {"reason", former.reason}});
    }

    /// Ids of the cases that there are sessions of, the newest first.
    [[nodiscard]] std::vector<std::string> cases_of_sessions() const {
        std::vector<std::string> ids;
        for (const store::SessionRow& session : model_.sessions)
            if (std::find(ids.begin(), ids.end(), session.scenario) == ids.end()) ids.push_back(session.scenario);
        return ids;
    }

    [[nodiscard]] std::string title_of(const std::string& scenario) const {
        const LibraryEntry* entry = model_.library.with_id(scenario);
        return entry ? words_.of(entry->card.title) : scenario;
    }

    /// Makes a menu of these options behind "all"; returns the one that is chosen, 0 for all.
    int add_filter(const char* label, int filter, const std::vector<std::string>& options) {
        const int asked = model_.records_filters[static_cast<std::size_t>(filter)];
        const int chosen = asked <= static_cast<int>(options.size()) ? asked : 0;
        Menu menu;
        menu.set = chosen > 0;
        menu.clear = action::SetRecordsFilter{filter, 0};
        menu.label = menu.set ? options[static_cast<std::size_t>(chosen - 1)]
                              : words_(label, {{"value", base::Key{"home.all"}}});
        for (int i = 0; i <= static_cast<int>(options.size()); ++i)
            menu.options.push_back({i == 0 ? words_("home.all") : options[static_cast<std::size_t>(i - 1)], "", "",
                                    Tint::Accent, chosen == i, action::SetRecordsFilter{filter, i}});
        view_.filters.push_back(std::move(menu));
        return chosen;
    }

    /// What of case and state is chosen.
    std::pair<int, int> add_filters(const std::vector<std::string>& cases) {
        std::vector<std::string> titles, states;
        for (const std::string& id : cases)
            titles.push_back(title_of(id));
        for (const auto& one : kStates)
            states.push_back(words_(one.word));
        const int of_case = add_filter("records.filter-case", 0, titles);
        return {of_case, add_filter("records.filter-state", 1, states)};
    }

    /// A try of the readiness check: how it came out stands on its own screen, and nothing tells of single indicators.
    [[nodiscard]] SessionRow check_row(const store::SessionRow& session, const insight::ReadinessTry& one) const {
        const content::LoadedPolicy* loaded = model_.readiness.find(one.begun.policy);
        SessionRow row;
        row.title = words_(one.begun.recheck ? "readiness.session-recheck" : "readiness.session",
                           {{"title", loaded == nullptr ? base::Arg(one.begun.policy) : base::Arg(loaded->policy->title)},
                            {"n", std::int64_t{one.begun.number}}});
        const base::Time worked = session.ended.value_or(session.last);
        row.when = words_("records.when", {{"date", words_.date(worked)}, {"time", words_.clock(worked)}});
        row.mode = words_("records.mode-check");
        row.decided = words_("records.k-of-n", {{"k", std::int64_t{session.decided}}, {"n", whole(one.begun.drawn.size())}});
        row.exact = "–";
        const bool open = session.state == store::SessionState::Open;
        const bool ready = one.result && one.result->ready;
        row.state = words_(open ? "records.in-progress" : ready ? "readiness.chip-ready" : one.result ? "readiness.chip-not-yet" : "records.put-away");
        row.state_icon = open ? "play" : ready ? "check-circle" : one.result ? "repeat" : "";
        if (ready) row.state_tint = Tint::Ok;
        row.enabled = loaded != nullptr;
        if (loaded != nullptr) row.open = action::OpenReadiness{one.begun.policy};
        else row.why_not = words_("readiness.policy-gone", {{"id", one.begun.policy}});
        return row;
    }

    [[nodiscard]] SessionRow session_row(const store::SessionRow& session) const {
        if (const insight::ReadinessTry* one = model_.readiness.try_with(session.id)) return check_row(session, *one);
        const LibraryEntry* entry = model_.library.with_id(session.scenario);
        SessionRow row;
        row.title = title_of(session.scenario);
        // What is compared again later is no work of the person.
        const base::Time worked = session.ended.value_or(session.last);
        row.when = words_("records.when", {{"date", words_.date(worked)}, {"time", words_.clock(worked)}});
        row.note = former_note(session);
        row.mode = words_("records.mode-" + session.mode);
        row.decided = entry ? words_("records.k-of-n", {{"k", std::int64_t{session.decided}},
                                                        {"n", whole(entry->card.indicators.size())}})
                            : words_.number(session.decided);
        row.exact =
            session.scored > 0
                ? words_("home.result", {{"exact", std::int64_t{session.exact}}, {"of", std::int64_t{session.scored}}})
                : "–";
        switch (session.state) {
        case store::SessionState::Open:
            row.state = words_("records.in-progress");
            row.state_icon = "play";
            row.open = action::ContinueSession{session.id};
            break;
        case store::SessionState::Finished:
            row.state = words_("home.finished");
            row.state_icon = "check-circle";
            row.state_tint = Tint::Ok;
            row.open = action::OpenDebrief{session.id};
            break;
        case store::SessionState::Abandoned:
            row.state = words_("records.put-away");
            row.enabled = false;
            break;
        }
        if (session.needs_newer || !entry || (session.imported && session.state == store::SessionState::Open)) {
            row.enabled = false;
            row.open = NoAction{};
            row.why_not = words_(session.needs_newer ? "records.needs-newer"
                                 : !entry            ? "records.case-gone"
                                                     : "records.imported");
            if (session.needs_newer) row.state = row.why_not;
        }
        return row;
    }

    const Model& model_;
    Words words_;
    RecordsView& view_;
};

} // namespace

void add_sessions(const Model& model, RecordsView& view) {
    Sessions(model, view).add();
}

} // namespace timbang::app
