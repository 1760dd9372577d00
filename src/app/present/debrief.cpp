#include <algorithm>
#include <cstdlib>

#include "app/present/compared.h"
#include "app/present/present.h"
#include "insight/habits.h"

namespace timbang::app {
namespace {

using domain::FeedbackLevel;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}
std::int64_t whole(int n) {
    return n;
}

std::string total_line(const Words& words, const domain::Framework& pack, const domain::Total& total, const char* key) {
    const domain::Category* category = pack.category(total.category);
    return words(key, {{"total", base::format_number(words.lang(), *total.total, pack.aggregation.decimals)},
                       {"category", category ? category->name : domain::Text{"–", "–"}}});
}

class Presenter {
public:
    explicit Presenter(const Model& model)
        : model_(model), words_(model), scenario_(model.session->scenario()), state_(model.session->state()),
          comparison_(domain::compare(scenario_, state_)), level_(level_now(model)) {}

    DebriefView view() {
        add_head();
        if (level_ == FeedbackLevel::None) return std::move(view_);
        add_cards();
        const auto order = debrief_order(model_);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const int place = order[i];
            const int tasks = static_cast<int>(scenario_.tasks.size());
            if (place < tasks)
                view_.rows.push_back(row(place, static_cast<int>(i)));
            else
                view_.parts.push_back(part_row(place - tasks, static_cast<int>(i)));
        }
        if (!view_.parts.empty()) view_.parts_title = words_("debrief.parts");
        if (level_ == FeedbackLevel::Count) return std::move(view_);
        add_category();
        add_work();
        add_talk();
        add_insight();
        add_overlay();
        return std::move(view_);
    }

private:
    [[nodiscard]] bool where() const { return level_ == FeedbackLevel::Where || level_ == FeedbackLevel::Full; }

    /// Whether something was written that can go to the district. A try of a draft is kept nowhere.
    [[nodiscard]] bool has_letter() const {
        const auto written = [](const std::string& text) { return text.find_first_not_of(" \t\r\n") != std::string::npos; };
        for (std::size_t i = 0; i < scenario_.parts.size() && !model_.trying; ++i) {
            if (scenario_.parts[i].kind != domain::PartKind::Letter) continue;
            const auto& answer = state_.part_answers[i];
            if ((answer && written(answer->letter)) || written(state_.part_drafts[i].letter)) return true;
        }
        return false;
    }

    void add_head() {
        view_.session = model_.session->id();
        view_.back = {words_("app.back"), "Esc", "arrow-left", true, "", action::Back{}};
        view_.title = words_("debrief.title", {{"case", scenario_.title}});
        if (has_letter())
            view_.take_home.push_back({words_("take.letter-button"), "", "email", true, "",
                                       action::AskTakeHome{action::TakeHome::Letter, view_.session}, words_("take.letter-tip")});
        const char* sorts[] = {"debrief.sort-sure", "debrief.sort-gap", "debrief.sort-case"};
        for (int i = 0; i < 3; ++i)
            view_.sort.options.push_back(
                {words_(sorts[i]), "", "", Tint::Accent, model_.debrief.sort == i, action::SortDebrief{i}});
        view_.sort.label = view_.sort.options[at(model_.debrief.sort)].label;
        for (const FeedbackLevel level :
             {FeedbackLevel::None, FeedbackLevel::Count, FeedbackLevel::Where, FeedbackLevel::Full})
            view_.levels.push_back({words_(std::string("settings.level-") + domain::feedback_level_id(level)), "", "",
                                    Tint::Accent, level_ == level, action::SetFeedbackLevel{level}});
        view_.level_note = words_(std::string("settings.level-text-") + domain::feedback_level_id(level_));
        const char* columns[] = {"debrief.column-indicator", "debrief.column-you",      "debrief.column-reference", "",
                                 "debrief.column-verdict",   "debrief.column-sureness", "debrief.column-compared"};
        for (int i = 0; i < 7; ++i)
            if (*columns[i]) view_.columns[i] = words_(columns[i]);
        view_.legend[0] = words_("debrief.legend-you");
        view_.legend[1] = words_("debrief.legend-reference");
        if (!scenario_.panelists.empty())
            view_.legend[2] =
                words_("debrief.legend-panel", {{"n", static_cast<std::int64_t>(scenario_.panelists.size())}});
        view_.notice = words_.of(scenario_.notice);
    }

    void add_cards() {
        view_.cards.push_back(
            {std::to_string(comparison_.exact), words_("debrief.of", {{"n", whole(comparison_.decided)}}),
             words_("debrief.card-exact"),
             words_("debrief.within-one", {{"n", whole(comparison_.within_one)}, {"of", whole(comparison_.scored)}}),
             Tint::Neutral});
        add_direction();
        ProblemNumbers problems;
        problems.found = {std::to_string(comparison_.found), "", words_("debrief.found"), "", Tint::Ok};
        problems.missed = {std::to_string(comparison_.missed), "", words_("debrief.missed"), "", Tint::Return};
        problems.alarms = {std::to_string(comparison_.false_alarms), "",
                           words_("debrief.alarms", {{"n", whole(comparison_.false_alarms)}}), "", Tint::Reject};
        problems.sentence = words_("debrief.problems-all", {{"n", whole(comparison_.found + comparison_.missed)}});
        if (scenario_.framework->decide.problems) view_.problems = std::move(problems);
        view_.cards.push_back(
            {std::to_string(comparison_.sure_and_different), words_("debrief.of", {{"n", whole(comparison_.sure)}}),
             words_("debrief.card-sure"),
             words_("debrief.sure-same", {{"n", whole(comparison_.sure - comparison_.sure_and_different)}}),
             comparison_.sure_and_different > 0 ? Tint::Reject : Tint::Neutral});
    }

    void add_direction() {
        if (comparison_.scored == 0) return;
        const base::Rational& mean = comparison_.direction;
        view_.cards.push_back({words_.signed_tenths(mean), words_("debrief.points"), words_(direction_key(mean)),
                               words_(comparison_.scored < insight::kFew ? "debrief.few" : "debrief.mean",
                                      {{"n", whole(comparison_.scored)}}),
                               Tint::Neutral});
    }

    DebriefRow row(int task, int place) {
        const domain::IndicatorComparison& one = comparison_.indicators[at(task)];
        const domain::Task& item = scenario_.tasks[at(task)];
        DebriefRow row;
        row.code = item.code;
        row.title = words_.of(item.indicator->short_title);
        row.full_title = words_.of(item.indicator->title);
        const auto& decision = state_.decisions[at(task)];
        row.you = decision && decision->score ? std::to_string(*decision->score) : "–";
        row.sureness = decision && decision->confidence ? *decision->confidence : 0;
        if (decision && decision->verdict) row.verdict = verdict_view(words_, *decision->verdict, false);
        if (!where()) return row;
        row.reference = item.reference.score ? std::to_string(*item.reference.score) : "–";
        row.differs = one.score && !one.score->exact();
        row.sure_and_different = one.sure_and_different;
        if (one.verdict && one.verdict->match != domain::VerdictMatch::Same) {
            row.verdict = verdict_view(words_, one.verdict->given, true);
            row.reference_verdict = verdict_view(words_, one.verdict->reference, false);
        }
        add_strip(task, row);
        const Compared how = compared(words_, one);
        row.compared = how.text;
        row.compared_icon = how.icon;
        row.compared_tint = how.tint;
        row.open = model_.debrief.open_row == place;
        if (row.open) row.detail = present_feedback(model_, task);
        if (row.open) row.detail->former = former_line(item.code);
        row.action = action::OpenRow{place};
        return row;
    }

    [[nodiscard]] std::string how(const KeptResult& result) const {
        if (!result.steps) return words_(result.exact ? "records.was-exact" : "records.was-different");
        const int steps = *result.steps;
        return steps == 0 ? words_("records.was-exact")
                          : words_(steps > 0 ? "debrief.generous" : "debrief.strict",
                                   {{"n", std::int64_t{std::abs(steps)}}});
    }

    /// What was said of this decision before its reference was corrected; "" where nothing else was.
    [[nodiscard]] std::string former_line(const std::string& code) const {
        const auto found = model_.former.find(model_.session->id());
        const FormerResult* former = found == model_.former.end() ? nullptr : found->second.of(code);
        if (former == nullptr) return "";
        const bool reference = former->before.reference != former->now.reference;
        const auto score = [](const KeptResult& result) {
            return result.reference ? std::to_string(*result.reference) : std::string("–");
        };
        const base::Args args{{"date", words_.date(former->time)}, {"reason", former->reason},
                              {"was", how(former->before)},        {"now", how(former->now)},
                              {"before", score(former->before)},   {"after", score(former->now)}};
        return words_(reference ? "debrief.former-reference" : "debrief.former", args);
    }

    void add_strip(int task, DebriefRow& row) {
        const domain::Task& item = scenario_.tasks[at(task)];
        const domain::Scale& scale = item.indicator->scale;
        const PanelCount count = count_panel(scenario_, task);
        row.strip.places = static_cast<int>(scale.steps.size());
        row.strip.panel = count.by_place;
        const auto& decision = state_.decisions[at(task)];
        if (decision && decision->score) row.strip.you = scale.place(*decision->score).value_or(-1);
        if (item.reference.score) row.strip.reference = scale.place(*item.reference.score).value_or(-1);
        std::string votes;
        for (std::size_t i = 0; i < count.by_place.size(); ++i)
            if (count.by_place[i] > 0)
                votes += (votes.empty() ? "" : ", ") +
                         words_("debrief.votes",
                                {{"score", std::to_string(scale.steps[i].score)}, {"n", whole(count.by_place[i])}});
        row.strip.tooltip = votes.empty() ? "" : words_("debrief.panel-votes", {{"votes", votes}});
    }

    DebriefRow part_row(int part, int place) {
        const domain::PartComparison& one = comparison_.parts[at(part)];
        const domain::StepPart& item = scenario_.parts[at(part)];
        DebriefRow row;
        row.title = words_.of(scenario_.steps[at(item.step)].title);
        const char* kinds[] = {"debrief.part-checklist", "debrief.part-choice", "debrief.part-category",
                               "debrief.part-letter"};
        row.title += ", " + words_(kinds[static_cast<int>(item.kind)]);
        row.full_title = row.title;
        if (!where()) return row;
        if (item.kind == domain::PartKind::Letter) {
            row.compared = words_("debrief.letter-points", {{"n", static_cast<std::int64_t>(one.points.size())},
                                                            {"of", static_cast<std::int64_t>(item.points.size())}});
        } else {
            row.compared = words_(!one.answered ? "debrief.not-decided"
                                  : one.same    ? "debrief.same"
                                                : "debrief.differs");
            row.compared_icon = !one.answered ? "" : one.same ? "check-circle" : "swap-horizontal";
            row.compared_tint = !one.answered ? Tint::Neutral : one.same ? Tint::Ok : Tint::Return;
        }
        row.open = model_.debrief.open_row == place;
        if (row.open) row.detail = present_part_feedback(model_, part);
        row.action = action::OpenRow{place};
        return row;
    }

    void add_category() {
        if (!comparison_.given.total || !comparison_.reference.total) return;
        const domain::Framework& pack = *scenario_.framework;
        LineCard card{words_("debrief.category"), {}};
        for (std::size_t i = 0; i < scenario_.parts.size(); ++i) {
            const domain::PartComparison& part = comparison_.parts[i];
            if (scenario_.parts[i].kind != domain::PartKind::Category || !part.answered) continue;
            if (const domain::Category* chosen = pack.category(part.given))
                card.lines.push_back(words_(part.same_as_rule ? "debrief.category-as-rule" : "debrief.category-other",
                                            {{"category", chosen->name}}));
        }
        card.lines.push_back(total_line(words_, pack, comparison_.given, "debrief.total-yours"));
        card.lines.push_back(total_line(words_, pack, comparison_.reference, "debrief.total-reference"));
        card.lines.push_back(words_("debrief.total-from", {{"n", whole(comparison_.given.indicators)},
                                                           {"of", whole(comparison_.given.of_indicators)}}));
        if (pack.aggregation.practice) card.lines.push_back(words_.of(pack.aggregation.note));
        view_.category = std::move(card);
    }

    void add_work() {
        LineCard card{words_("debrief.work"), {}};
        const domain::WorkComparison& work = comparison_.work;
        if (work.budget > 0)
            card.lines.push_back(words_("debrief.work-time", {{"n", whole(work.spent)}, {"of", whole(work.budget)}}));
        for (const domain::ActionComparison& one : work.actions) {
            const domain::Action& action = scenario_.actions[at(one.action)];
            if (!one.taken && !one.helps) continue;
            const char* key =
                one.taken ? (one.helps ? "debrief.work-helped" : "debrief.work-no-help") : "debrief.work-would-help";
            std::string line = words_(key, {{"action", action.label}, {"cost", whole(action.cost)}});
            if (level_ == FeedbackLevel::Full && !action.why.empty()) line += " " + words_.of(action.why);
            card.lines.push_back(std::move(line));
        }
        if (work.decided_unread > 0)
            card.lines.push_back(words_("debrief.work-unread", {{"n", whole(work.decided_unread)}}));
        if (!card.lines.empty()) view_.work = std::move(card);
    }

    void add_talk() {
        LineCard card{words_("debrief.talk"), {}};
        for (std::size_t i = 0; i < scenario_.tasks.size(); ++i) {
            const PanelCount count = count_panel(scenario_, static_cast<int>(i));
            if (!count.divided) continue;
            const domain::Indicator& indicator = *scenario_.tasks[i].indicator;
            card.lines.push_back(words_("debrief.talk-divided",
                                        {{"title", indicator.short_title},
                                         {"code", indicator.code},
                                         {"n", whole(count.by_place[at(count.most)])},
                                         {"of", whole(count.votes)},
                                         {"score", std::to_string(indicator.scale.steps[at(count.most)].score)}}));
        }
        if (!card.lines.empty()) view_.talk = std::move(card);
    }

    void add_insight() {
        const auto rows = insight::rows_of(scenario_, state_, model_.session->id(),
                                           model_.session->ended_at().value_or(model_.now()));
        view_.habits =
            present_habits(model_, rows,
                           words_(rows.size() < insight::kFew ? "debrief.habits-from-few" : "debrief.habits-from",
                                  {{"n", static_cast<std::int64_t>(rows.size())}}));
        view_.next = present_next(model_, rows);
    }

    void add_overlay() {
        const PagePlace place = model_.debrief.passage;
        if (place.evidence < 0) return;
        PassageOverlay overlay;
        domain::Passage passage;
        passage.evidence = place.evidence;
        passage.page = place.page;
        domain::IndicatorIx task = -1;
        const auto order = debrief_order(model_);
        if (model_.debrief.open_row >= 0 && at(model_.debrief.open_row) < order.size() &&
            order[at(model_.debrief.open_row)] < static_cast<int>(scenario_.tasks.size()))
            task = order[at(model_.debrief.open_row)];
        if (task >= 0)
            for (const domain::Problem& problem : scenario_.tasks[at(task)].problems)
                if (problem.where.evidence == place.evidence && problem.where.page == place.page) {
                    passage.ranges.insert(passage.ranges.end(), problem.where.ranges.begin(),
                                          problem.where.ranges.end());
                    if (problem.where.area) passage.area = problem.where.area;
                }
        if (task >= 0 && passage.ranges.empty() && !passage.area)
            for (const domain::Passage& rest : scenario_.tasks[at(task)].reference.rests_on)
                if (rest.evidence == place.evidence && rest.page == place.page)
                    passage.ranges.insert(passage.ranges.end(), rest.ranges.begin(), rest.ranges.end());
        overlay.passage = present_passage(model_, passage, task);
        overlay.title = overlay.passage.caption;
        overlay.close = {words_("app.close"), "Esc", "close", true, "", action::ClosePassage{}};
        view_.passage = std::move(overlay);
    }

    const Model& model_;
    Words words_;
    const domain::Scenario& scenario_;
    const domain::State& state_;
    domain::Comparison comparison_;
    FeedbackLevel level_;
    DebriefView view_;
};

} // namespace

DebriefView present_debrief(const Model& model) {
    return Presenter(model).view();
}

} // namespace timbang::app
