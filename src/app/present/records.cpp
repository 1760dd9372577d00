#include <algorithm>
#include <set>

#include "app/present/compared.h"
#include "app/present/present.h"
#include "insight/mastery.h"
#include "insight/progress.h"

namespace timbang::app {
namespace {

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

base::Rational tenths(double value) {
    return {static_cast<std::int64_t>(value * 1000 + (value < 0 ? -0.5 : 0.5)), 1000};
}

constexpr struct {
    store::SessionState state;
    const char* word;
} kStates[] = {{store::SessionState::Open, "records.in-progress"},
               {store::SessionState::Finished, "home.finished"},
               {store::SessionState::Abandoned, "records.put-away"}};

class Presenter {
public:
    explicit Presenter(const Model& model) : model_(model), words_(model), rows_(model.decisions) {}

    RecordsView view() {
        const store::Person* person = model_.person();
        view_.name = person ? (person->name.empty() ? person->code : person->name) : words_("records.nobody");
        add_line();
        add_menu();
        view_.ready = present_ready(model_);
        add_sessions();
        if (model_.sessions.empty()) {
            view_.empty_title = words_("records.empty");
            view_.empty_text = words_(person ? "records.empty-text" : "records.empty-nobody");
            view_.empty_button =
                person ? Button{words_("records.empty-button"), "", "", true, "", action::Navigate{Screen::Home}}
                       : Button{words_("home.who"), "", "", true, "", action::AskWho{}};
            return std::move(view_);
        }
        view_.next = present_next(model_, rows_);
        view_.note = words_("records.note");
        if (rows_.empty()) return std::move(view_); // "0 of 0" tells nothing: the line at the top says it
        add_cards();
        add_charts();
        add_tallies();
        view_.habits =
            present_habits(model_, rows_,
                           words_(rows_.size() < insight::kFew ? "records.habits-from-few" : "records.habits-from",
                                  {{"n", whole(rows_.size())}, {"cases", whole(cases())}}));
        return std::move(view_);
    }

private:
    [[nodiscard]] std::size_t cases() const {
        std::set<std::string> ids;
        for (const insight::DecisionRow& row : rows_)
            ids.insert(row.scenario);
        return ids.size();
    }

    void add_line() {
        if (rows_.empty()) {
            view_.line = words_("records.line-empty");
            return;
        }
        view_.line = words_(
            "records.line",
            {{"n", whole(rows_.size())}, {"cases", whole(cases())}, {"since", words_.month(rows_.front().time)}});
    }

    void add_cards() {
        int exact = 0, within = 0, scored = 0, found = 0, met = 0, sure = 0, different = 0;
        for (const insight::DecisionRow& row : rows_) {
            exact += row.exact;
            scored += row.score && row.reference;
            within += row.score && row.reference && std::abs(row.steps) <= 1;
            sure += row.sure;
            different += row.sure && !row.exact && !row.near;
            for (const auto& [family, was_found] : row.problems) {
                ++met;
                found += was_found;
            }
        }
        const auto number = [&](int n) { return words_.number(n); };
        const auto of = [&](int n) { return words_("debrief.of", {{"n", std::int64_t{n}}}); };
        view_.cards.push_back(
            {number(exact), of(static_cast<int>(rows_.size())), words_("debrief.card-exact"),
             words_("debrief.within-one", {{"n", std::int64_t{within}}, {"of", std::int64_t{scored}}}), Tint::Neutral});
        view_.cards.push_back(
            {number(found), of(met), words_("records.card-found"), words_("records.card-found-text"), Tint::Neutral});
        view_.cards.push_back({number(different), of(sure), words_("debrief.card-sure"),
                               words_("debrief.sure-same", {{"n", std::int64_t{sure - different}}}),
                               different > 0 ? Tint::Reject : Tint::Neutral});
    }

    void add_charts() {
        const auto offset = model_.ports.utc_offset ? model_.ports.utc_offset(model_.now()) : 0;
        const auto months = insight::by_month(rows_, offset);
        ChartView& exact = view_.exact;
        exact = {words_("records.exact"),
                 words_("records.bars"),
                 words_(insight::course_of_exact(rows_).sentence),
                 0,
                 1,
                 {{0, "0%"}, {0.5F, "50%"}, {1, "100%"}},
                 {},
                 ""};
        // The newest workshop; the personal record on paper has all of them.
        if (const auto spans = insight::workshops(rows_); !spans.empty())
            exact.sentence += " " + words_("progress.workshop-of",
                                           {{"date", words_.date(spans.back().from)},
                                            {"text", words_(insight::around_workshop(rows_, spans.back()).sentence)}});
        ChartView& direction = view_.direction;
        direction = {
            words_("records.direction"), words_("records.bars"), words_(insight::course_of_direction(rows_).sentence), -4, 4, {}, {}, ""};
        direction.labels = {{-4, "−4"}, {0, "0"}, {4, "+4"}};
        if (const domain::ReadinessPolicy* policy = goal_policy())
            exact.goal = AxisLabel{static_cast<float>(policy->exact_share) / 100,
                                   words_("readiness.goal", {{"n", std::int64_t{policy->exact_share}}})};
        direction.above = words_("records.more-generous");
        direction.below = words_("records.more-strict");
        for (const insight::Month& month : months) {
            const std::string label = words_.short_month(month.month);
            const auto& share = month.exact;
            exact.points.push_back(
                {label, words_("records.k-of-n", {{"k", std::int64_t{share.k}}, {"n", std::int64_t{share.n}}}),
                 static_cast<float>(share.low), static_cast<float>(share.k) / static_cast<float>(share.n),
                 static_cast<float>(share.high)});
            if (month.points.n == 0) continue;
            const auto bounded = [](double value) { return static_cast<float>(std::clamp(value, -4.0, 4.0)); };
            const double mean = month.points.mean;
            direction.points.push_back({label, words_.signed_tenths(tenths(mean)),
                                        bounded(month.points.low.value_or(mean)), bounded(mean),
                                        bounded(month.points.high.value_or(mean))});
        }
        if (exact.points.empty()) exact.empty = words_("records.no-decisions");
        if (direction.points.empty()) direction.empty = words_("records.no-decisions");
    }

    [[nodiscard]] const domain::ReadinessPolicy* goal_policy() const {
        return model_.readiness.policies.empty() ? nullptr : model_.readiness.policies.front().policy.get();
    }

    void add_tallies() {
        view_.by_right = {words_("records.by-right"), words_("records.by-right-note"), {}, ""};
        for (const insight::Mastery& right : insight::mastery_by_right(rows_, known_rights())) {
            const std::size_t slash = right.id.rfind('/');
            const domain::Framework* pack = model_.library.framework(right.id.substr(0, slash));
            const domain::Criterion* criterion = pack ? pack->criterion(right.id.substr(slash + 1)) : nullptr;
            TallyRow row;
            row.name = criterion ? words_.right(criterion->short_name) : right.id.substr(slash + 1);
            row.filled = static_cast<int>(right.level);
            row.cells = 3;
            row.count = words_.number(right.decisions);
            row.level = words_(right.level_word);
            row.tooltip = words_(right.sentence);
            view_.by_right.rows.push_back(std::move(row));
        }
        view_.by_problem = {words_("records.by-problem"), words_("records.by-problem-note"), {}, ""};
        for (const insight::Count& count : insight::by_family(rows_))
            view_.by_problem.rows.push_back(tally(words_("habit.name-" + count.id), count));
        if (view_.by_right.rows.empty()) view_.by_right.empty = words_("records.no-decisions");
        if (view_.by_problem.rows.empty()) view_.by_problem.empty = words_("records.no-problems");
    }

    /// What else can be done with the record, and work on it that goes on.
    void add_menu() {
        if (!model_.ports.record) return;
        const std::string person = model_.person() ? model_.person()->id : "";
        const auto add = [&](const char* key, Action action) {
            view_.more.options.push_back({words_(key), "", "", Tint::Accent, false, std::move(action)});
        };
        view_.more.label = words_("join.menu");
        if (!person.empty() && !model_.sessions.empty()) {
            view_.take_home.push_back({words_("join.take-pdf"), "", "file-pdf", true, "", action::AskTakeHome{action::TakeHome::Record, ""}});
            view_.take_home.push_back({words_("join.take-rows"), "", "download", true, "", action::AskTakeHome{action::TakeHome::Rows, ""}});
        }
        add("join.menu-export", action::AskExportRecords{});
        add("join.menu-merge", action::AskMergeRecords{});
        if (!person.empty()) add("join.menu-same", action::AskSamePerson{person});
        if (!person.empty()) add("join.menu-forget", action::AskForget{person});
        if (!model_.records_work) return;
        const RecordsWork& work = *model_.records_work;
        const char* keys[] = {"join.exporting", "join.merging", "join.forgetting", "", "join.writing"};
        view_.work = RecordWork{words_(keys[static_cast<int>(work.ask)], {{"done", work.done}, {"total", std::max(work.total, std::int64_t{0})}}),
                                work.total > 0 ? static_cast<float>(work.done) / static_cast<float>(work.total) : -1,
                                Button{words_("app.stop"), "", "close", true, "", action::StopRecordWork{}}};
    }

    /// The rights of the rule packs that something was decided in: those not met yet are listed too.
    [[nodiscard]] std::vector<std::string> known_rights() const {
        std::vector<std::string> known;
        std::set<std::string> packs;
        for (const insight::DecisionRow& row : rows_)
            if (packs.insert(row.framework).second)
                if (const domain::Framework* pack = model_.library.framework(row.framework))
                    for (const domain::Criterion& criterion : pack->criteria)
                        known.push_back(row.framework + "/" + criterion.id);
        return known;
    }

    [[nodiscard]] TallyRow tally(std::string name, const insight::Count& count) const {
        // More than ten cells would not be counted by eye: then each stands for a tenth.
        const int cells = std::min(count.n, 10);
        const int filled = count.n <= 10 ? count.k : (count.k * 10 + count.n / 2) / count.n;
        return {std::move(name), filled, cells,
                words_("records.k-of-n", {{"k", std::int64_t{count.k}}, {"n", std::int64_t{count.n}}})};
    }

    void add_sessions() {
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
    const std::vector<insight::DecisionRow>& rows_;
    RecordsView view_;
};

} // namespace

RecordsView present_records(const Model& model) {
    return Presenter(model).view();
}

} // namespace timbang::app
