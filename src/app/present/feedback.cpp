#include <algorithm>

#include "app/present/compared.h"
#include "app/present/form.h"
#include "app/present/present.h"

namespace timbang::app {
namespace {

using domain::AnswerPart;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

Prose why(const Words& words, const domain::Text& text) {
    return text.empty() ? nullptr : prose(words.of(text));
}

/// Builds what the reference says of one indicator.
class Presenter {
public:
    Presenter(const Model& model, domain::IndicatorIx index)
        : model_(model), words_(model), scenario_(model.session->scenario()), state_(model.session->state()),
          index_(index), task_(scenario_.tasks[at(index)]), pack_(*scenario_.framework),
          full_(level_now(model) == domain::FeedbackLevel::Full),
          comparison_(domain::compare_indicator(scenario_, state_, index)) {}

    FeedbackBlock view() {
        const Compared how = compared(words_, comparison_);
        block_.headline = how.text;
        block_.icon = how.icon;
        block_.tint = how.tint;
        block_.rests_on_label = words_("debrief.rests-on");
        for (const domain::Feedback& feedback : comparison_.feedback)
            add(feedback);
        if (full_) {
            add_found();
            add_reference();
            add_panel();
        }
        const auto& decision = state_.decisions[at(index_)];
        block_.you_wrote_label = words_("debrief.you-wrote");
        if (decision) block_.you_wrote = decision->reason;
        add_reading();
        add_differ();
        return std::move(block_);
    }

private:
    void add(const domain::Feedback& feedback) {
        ReasonView reason;
        if (!feedback.type.empty()) reason.chip = type_chip(words_, pack_, feedback.type);
        if (full_) {
            reason.why = why(words_, feedback.why);
            reason.rests_on = rule_line(words_, pack_, feedback.rule);
            told_.push_back(feedback.rule);
        }
        switch (feedback.part) {
        case AnswerPart::Problem:
            tell_problem(reason);
            break;
        case AnswerPart::Alarm:
            tell_alarm(feedback, reason);
            break;
        case AnswerPart::Checklist:
            tell_check(feedback, reason);
            break;
        case AnswerPart::Verdict:
            reason.label = words_(feedback.near ? "debrief.about-verdict-near" : "debrief.about-verdict");
            break;
        default:
            reason.label = words_(feedback.near ? "debrief.about-score-near" : "debrief.about-score");
            break;
        }
        if (feedback.near && full_) block_.near = words_("debrief.near-note");
        block_.reasons.push_back(std::move(reason));
    }

    /// The reading that fits the first reason that has one; only where reasons are told.
    void add_reading() {
        if (!full_) return;
        for (const domain::Feedback& feedback : comparison_.feedback) {
            const domain::ProblemType* type = pack_.problem_type(feedback.type);
            const domain::LessonList found = model_.lessons.best_for({feedback.type, feedback.rule, type ? type->family : ""});
            if (found.empty()) continue;
            const domain::Lesson& lesson = *found.front();
            Button& reading = block_.reading.emplace();
            reading.label = words_("lesson.open", {{"title", lesson.title}, {"minutes", lesson.minutes}});
            reading.icon = "book-open-variant";
            reading.action = action::OpenLesson{lesson.id, task_.code};
            return;
        }
    }

    /// Feedback names problems that were not found in the order of the case.
    void tell_problem(ReasonView& reason) {
        while (next_problem_ < comparison_.problems.size() &&
               comparison_.problems[next_problem_].match == domain::ProblemMatch::Found)
            ++next_problem_;
        if (next_problem_ >= comparison_.problems.size()) return;
        const domain::ProblemComparison& problem = comparison_.problems[next_problem_++];
        const bool place = problem.match == domain::ProblemMatch::WrongPlace;
        reason.label = words_(place ? "debrief.wrong-place" : "debrief.missed-problem",
                              {{"n", static_cast<std::int64_t>(problem.problem + 1)},
                               {"of", static_cast<std::int64_t>(task_.problems.size())}});
        if (full_) {
            reason.passage = present_passage(model_, task_.problems[at(problem.problem)].where, index_);
            reason.passage->caption += " " + words_(place ? "debrief.marked-elsewhere" : "debrief.not-marked");
        } else {
            reason.chip.reset(); // the level "where" says that one was missed, not which
        }
    }

    void tell_alarm(const domain::Feedback& feedback, ReasonView& reason) {
        reason.label = words_("debrief.false-alarm");
        reason.chip = type_chip(words_, pack_, feedback.about);
        const auto mark = std::find_if(state_.marks.begin(), state_.marks.end(),
                                       [&](const domain::Mark& other) { return other.id == feedback.mark; });
        if (mark == state_.marks.end()) return;
        domain::Passage passage;
        passage.evidence = mark->evidence;
        passage.page = mark->page;
        passage.ranges = {mark->range};
        passage.area = mark->area;
        if (mark->area) passage.ranges.clear();
        reason.passage = present_passage(model_, passage, index_);
        reason.passage->caption += " " + words_("debrief.your-mark");
    }

    void tell_check(const domain::Feedback& feedback, ReasonView& reason) {
        const domain::Rule* rule = pack_.rule(feedback.about);
        reason.label =
            words_("debrief.about-check", {{"rule", rule ? rule->name : domain::Text{feedback.about, feedback.about}}});
        const auto line =
            std::find_if(comparison_.checklist.begin(), comparison_.checklist.end(),
                         [&](const domain::CheckComparison& other) { return other.rule == feedback.about; });
        if (full_ && line != comparison_.checklist.end())
            reason.label += " " + words_(line->reference_holds ? "debrief.check-holds" : "debrief.check-fails");
        if (reason.rests_on.empty() && full_) reason.rests_on = rule_line(words_, pack_, feedback.about);
    }

    void add_found() {
        for (const domain::ProblemComparison& problem : comparison_.problems) {
            if (problem.match != domain::ProblemMatch::Found) continue;
            const domain::Problem& item = task_.problems[at(problem.problem)];
            ReasonView reason;
            reason.chip = type_chip(words_, pack_, item.type);
            reason.chip->tint = Tint::Ok;
            reason.label = words_("debrief.found-problem", {{"n", static_cast<std::int64_t>(problem.problem + 1)},
                                                            {"of", static_cast<std::int64_t>(task_.problems.size())}});
            reason.why = why(words_, item.why);
            reason.rests_on = rule_line(words_, pack_, item.rule);
            block_.reasons.push_back(std::move(reason));
        }
    }

    void add_reference() {
        ReasonView reason;
        reason.label =
            words_("debrief.the-reference",
                   {{"verdict", base::Key{std::string("verdict.") + domain::verdict_id(task_.reference.verdict)}},
                    {"score", task_.reference.score ? std::to_string(*task_.reference.score) : "–"}});
        reason.why = why(words_, task_.reference.why);
        for (const std::string& rule : task_.reference.rules) {
            if (std::count(told_.begin(), told_.end(), rule) > 0) continue; // stands above already
            const std::string line = rule_line(words_, pack_, rule);
            if (!line.empty()) reason.rests_on += (reason.rests_on.empty() ? "" : "\n") + line;
        }
        for (const domain::Passage& passage : task_.reference.rests_on) {
            if (shown(passage)) continue;
            reason.passage = present_passage(model_, passage, index_);
            break;
        }
        block_.reasons.push_back(std::move(reason));
    }

    /// Whether a reason above shows this passage already.
    [[nodiscard]] bool shown(const domain::Passage& passage) const {
        return std::any_of(block_.reasons.begin(), block_.reasons.end(), [&](const ReasonView& reason) {
            return reason.passage && reason.passage->evidence == passage.evidence && reason.passage->page == passage.page &&
                   reason.passage->ranges == passage.ranges && reason.passage->area == passage.area;
        });
    }

    void add_panel() {
        const PanelCount count = count_panel(scenario_, index_);
        if (count.votes == 0) return;
        const domain::Scale& scale = task_.indicator->scale;
        const auto own = comparison_.score ? scale.place(comparison_.score->given) : std::nullopt;
        const base::Args args{{"n", std::int64_t{own ? count.by_place[at(*own)] : 0}},
                              {"of", std::int64_t{count.votes}},
                              {"score", own ? std::to_string(scale.steps[at(*own)].score) : "–"}};
        if (own) block_.panel = words_(count.divided ? "debrief.panel-divided" : "debrief.panel", args);
        for (const domain::PanelVote& vote : task_.panel) {
            if (vote.why.empty()) continue;
            const auto who = std::find_if(scenario_.panelists.begin(), scenario_.panelists.end(),
                                          [&](const domain::Panelist& panelist) { return panelist.id == vote.by; });
            const std::string role = who == scenario_.panelists.end() ? vote.by : words_.of(who->role);
            const std::string score = vote.score ? std::to_string(*vote.score)
                                                 : words_(std::string("verdict.") + domain::verdict_id(vote.verdict));
            block_.panel_reasons.push_back(role + ", " + score + ": " + words_.of(vote.why));
        }
    }

    void add_differ() {
        block_.differ = Button{words_("debrief.differ"), "", "flag", true, "", action::OpenDisagreement{index_}};
        block_.differ_open = model_.debrief.differ_task == index_;
        block_.differ_text = block_.differ_open ? model_.debrief.differ_text : state_.disagreements[at(index_)];
        block_.differ_hint = words_("debrief.differ-hint");
        block_.differ_send = {words_("debrief.differ-send"), words_("app.key-ctrl-enter"), "", true, "",
                              action::SendDisagreement{}};
    }

    const Model& model_;
    Words words_;
    const domain::Scenario& scenario_;
    const domain::State& state_;
    domain::IndicatorIx index_;
    const domain::Task& task_;
    const domain::Framework& pack_;
    bool full_;
    domain::IndicatorComparison comparison_;
    std::size_t next_problem_ = 0;
    std::vector<std::string> told_; ///< rules that the reasons above rest on
    FeedbackBlock block_;
};

} // namespace

PassageView present_passage(const Model& model, const domain::Passage& passage, domain::IndicatorIx task) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    PassageView view;
    view.evidence = passage.evidence;
    view.page = passage.page;
    view.content = scenario.page(passage.evidence, passage.page);
    if (view.content && view.content->picture)
        view.picture_path = base::join_path(model.session->folder(), view.content->picture->path);
    view.ranges = passage.ranges;
    view.area = passage.area;
    if (passage.evidence >= 0)
        view.caption = words("debrief.caption", {{"document", scenario.evidence[at(passage.evidence)].title},
                                                 {"page", std::int64_t{passage.page}}});
    for (const domain::Mark& mark : model.session->state().marks)
        if (mark.task == task && mark.evidence == passage.evidence && mark.page == passage.page) {
            if (mark.area) view.own_areas.push_back(*mark.area);
            else view.own_marks.push_back(mark.range);
        }
    view.open = {words("debrief.open-page", {{"page", std::int64_t{passage.page}}}),
                 "",
                 "file-document",
                 true,
                 "",
                 action::ShowPassage{passage.evidence, passage.page}};
    return view;
}

FeedbackBlock present_feedback(const Model& model, domain::IndicatorIx task) {
    return Presenter(model, task).view();
}

} // namespace timbang::app
