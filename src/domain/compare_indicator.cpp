#include <algorithm>

#include "domain/asked.h"
#include "domain/comparison.h"
#include "domain/problems.h"

namespace timbang::domain {
namespace {

constexpr Confidence kSure = 3;

bool has(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// One indicator's decision beside its key.
class IndicatorComparer {
public:
    IndicatorComparer(const Scenario& scenario, const State& state, const Task& task, const Decision& decision,
                      IndicatorComparison& result)
        : scenario_(scenario), state_(state), task_(task), decision_(decision), result_(result) {}

    void compare() {
        result_.decided = true;
        compare_score();
        compare_verdict();
        compare_checklist();
        if (scenario_.framework->decide.problems)
            compare_problems(scenario_, task_, decision_.marks, result_.problems, result_.alarms);
        judge_certainty();
        collect_feedback();
    }

private:
    void compare_score() {
        if (!decision_.score || !task_.reference.score || !asks_score(scenario_, task_)) return;
        const Scale& scale = task_.indicator->scale;
        const auto given = scale.place(*decision_.score);
        const auto reference = scale.place(*task_.reference.score);
        if (given && reference)
            result_.score = ScoreComparison{*decision_.score, *task_.reference.score, *given - *reference};
    }

    void compare_verdict() {
        const auto equals = [this](const Near& near) {
            const bool verdict = !decision_.verdict || near.verdict == *decision_.verdict;
            // An answer that names no score speaks of the reference's.
            const bool score =
                !result_.score || result_.score->given == near.score.value_or(result_.score->reference);
            return verdict && score;
        };
        const bool same_verdict = !decision_.verdict || *decision_.verdict == task_.reference.verdict;
        if (!same_verdict || (result_.score && !result_.score->exact())) {
            const auto near = std::find_if(task_.near.begin(), task_.near.end(), equals);
            if (near != task_.near.end()) result_.near = static_cast<int>(near - task_.near.begin());
        }
        if (!decision_.verdict) return;
        const VerdictMatch match = same_verdict        ? VerdictMatch::Same
                                   : result_.near >= 0 ? VerdictMatch::Near
                                                       : VerdictMatch::Different;
        result_.verdict = VerdictComparison{*decision_.verdict, task_.reference.verdict, match};
    }

    void compare_checklist() {
        if (!asks_checklist(scenario_, task_)) return;
        for (const std::string& rule : task_.indicator->checklist) {
            const bool rule_holds = has(task_.reference.holds, rule);
            if (rule_holds || has(task_.reference.fails, rule))
                result_.checklist.push_back({rule, decision_.check(rule), rule_holds});
        }
    }

    void judge_certainty() {
        if (result_.score)
            result_.exact = result_.score->exact();
        else
            result_.exact = result_.verdict && result_.verdict->match == VerdictMatch::Same;
        if (!decision_.confidence) return;
        const std::size_t level = *decision_.confidence - 1u;
        const Certainty& certainty = scenario_.framework->certainty;
        const bool stands = result_.exact || result_.near >= 0;
        result_.certainty_mark = stands ? certainty.marks_same[level] : certainty.marks_different[level];
        result_.sure = *decision_.confidence == kSure;
        result_.sure_and_different = result_.sure && !stands;
    }

    void collect_feedback() {
        for (const CheckComparison& line : result_.checklist)
            if (!line.same()) reply_to(AnswerPart::Checklist, line.rule);
        const bool verdict_differs = result_.verdict && result_.verdict->match != VerdictMatch::Same;
        const bool score_differs = result_.score && !result_.score->exact();
        const bool near = result_.near >= 0;
        if (verdict_differs && !near) reply_to(AnswerPart::Verdict, verdict_id(result_.verdict->given));
        if (verdict_differs && near) show_near(AnswerPart::Verdict, verdict_id(result_.verdict->given));
        for (const ProblemComparison& problem : result_.problems)
            if (problem.match != ProblemMatch::Found) show_problem(problem);
        for (const FalseAlarm& alarm : result_.alarms) reply_to(AnswerPart::Alarm, alarm.type, alarm.mark);
        if (score_differs && !near) reply_to(AnswerPart::Score, std::to_string(result_.score->given));
        if (score_differs && near && !verdict_differs)
            show_near(AnswerPart::Score, std::to_string(result_.score->given));
    }

    void reply_to(AnswerPart part, std::string about, int mark = 0) {
        Feedback feedback;
        feedback.part = part;
        feedback.about = std::move(about);
        feedback.mark = mark;
        if (const Reply* reply = find_reply(scenario_, state_, task_.replies, feedback, &decision_)) {
            feedback.type = reply->type;
            feedback.rule = reply->rule;
            feedback.why = reply->why;
        }
        result_.feedback.push_back(std::move(feedback));
    }

    void show_near(AnswerPart part, std::string about) {
        Feedback feedback;
        feedback.part = part;
        feedback.about = std::move(about);
        feedback.why = task_.near[static_cast<std::size_t>(result_.near)].why;
        feedback.near = true;
        result_.feedback.push_back(std::move(feedback));
    }

    void show_problem(const ProblemComparison& comparison) {
        const Problem& problem = task_.problems[static_cast<std::size_t>(comparison.problem)];
        Feedback feedback;
        feedback.part = AnswerPart::Problem;
        feedback.about = problem.type;
        feedback.mark = comparison.marks.empty() ? 0 : comparison.marks.front();
        feedback.type = problem.type;
        feedback.rule = problem.rule;
        feedback.why = problem.why;
        result_.feedback.push_back(std::move(feedback));
    }

    const Scenario& scenario_;
    const State& state_;
    const Task& task_;
    const Decision& decision_;
    IndicatorComparison& result_;
};

} // namespace

int IndicatorComparison::found() const {
    return static_cast<int>(std::count_if(problems.begin(), problems.end(), [](const ProblemComparison& problem) {
        return problem.match == ProblemMatch::Found;
    }));
}

int IndicatorComparison::missed() const { return static_cast<int>(problems.size()) - found(); }

IndicatorComparison compare_indicator(const Scenario& scenario, const State& state, IndicatorIx task) {
    IndicatorComparison result;
    result.task = task;
    const auto index = static_cast<std::size_t>(task);
    if (index >= scenario.tasks.size() || !state.decisions[index]) return result;
    result.opened_all = state.read_all[index] != 0;
    IndicatorComparer(scenario, state, scenario.tasks[index], *state.decisions[index], result).compare();
    return result;
}

} // namespace timbang::domain
