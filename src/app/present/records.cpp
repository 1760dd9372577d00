#include <algorithm>
#include <set>

#include "app/present/compared.h"
#include "app/present/present.h"
#include "app/present/records_sessions.h"
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

class Presenter {
public:
    explicit Presenter(const Model& model) : model_(model), words_(model), rows_(model.decisions) {}

    RecordsView view() {
        const store::Person* person = model_.person();
        view_.name = person ? (person->name.empty() ? person->code : person->name) : words_("records.nobody");
        add_line();
        add_menu();
        view_.ready = present_ready(model_);
        add_sessions(model_, view_);
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
