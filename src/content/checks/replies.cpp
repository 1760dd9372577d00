#include <algorithm>

#include "content/checks/checks.h"
#include "domain/comparison.h"

namespace timbang::content {

using domain::AnswerPart;
using domain::Decision;
using domain::Reply;

namespace {

constexpr std::size_t kMostFlags = 6; // 64 combinations; more flags in the replies of one indicator are taken as unset

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void gather_flags(const domain::Condition& when, std::vector<int>& flags) {
    if (when.kind == domain::ConditionKind::Set && when.index >= 0 && flags.size() < kMostFlags &&
        std::find(flags.begin(), flags.end(), when.index) == flags.end())
        flags.push_back(when.index);
    for (const domain::Condition& part : when.parts) gather_flags(part, flags);
}

/// Looks for differences that no reply speaks of, whichever flags of the script are set.
class ReplyCheck {
public:
    /// `state` is a fresh one; its flags are tried and set back.
    ReplyCheck(Reading& reading, domain::State& state, const std::vector<Reply>& replies, const yaml::Stretch& where,
               std::string about)
        : reading_(reading), state_(state), replies_(replies), where_(where), about_(std::move(about)) {
        for (const Reply& reply : replies) gather_flags(reply.when, flags_);
    }

    bool met(AnswerPart part, const std::string& about, const Decision* decision) const {
        domain::Feedback difference;
        difference.part = part;
        difference.about = about;
        if (part == AnswerPart::Alarm) difference.type = about;
        bool all = true;
        for (std::size_t mask = 0; all && mask < (std::size_t{1} << flags_.size()); ++mask) {
            set_flags(mask);
            all = domain::find_reply(reading_.scenario, state_, replies_, difference, decision) != nullptr;
        }
        set_flags(0);
        return all;
    }

    void report(const char* code, const std::string& value) {
        yaml::add_warning(reading_.findings, where_, code, {{"code", about_}, {"value", value}});
    }

    void checklist(const domain::Reference& reference, const std::vector<std::string>& asked) {
        for (const auto* rules : {&reference.holds, &reference.fails})
            for (const std::string& rule : *rules)
                if (std::find(asked.begin(), asked.end(), rule) != asked.end() &&
                    !met(AnswerPart::Checklist, rule, nullptr))
                    report("reply-missing-check", rule);
    }

private:
    void set_flags(std::size_t mask) const {
        for (std::size_t i = 0; i < flags_.size(); ++i)
            state_.flags[at(flags_[i])] = static_cast<std::uint8_t>((mask >> i) & 1U);
    }

    Reading& reading_;
    domain::State& state_;
    const std::vector<Reply>& replies_;
    const yaml::Stretch& where_;
    std::string about_;
    std::vector<int> flags_;
};

bool is_near(const domain::Task& task, domain::Verdict verdict, std::optional<int> score) {
    return std::any_of(task.near.begin(), task.near.end(), [&](const domain::Near& near) {
        return near.verdict == verdict && near.score == score;
    });
}

/// Every verdict with every score, outside the reference and the defensible answers.
void check_answers(ReplyCheck& check, const domain::Task& task, const domain::Framework& framework) {
    std::vector<std::optional<int>> scores;
    if (framework.decide.score)
        for (const domain::ScaleStep& step : task.indicator->scale.steps) scores.emplace_back(step.score);
    if (scores.empty()) scores.emplace_back(std::nullopt);
    std::vector<int> told_scores;
    bool told_verdicts[domain::kVerdictCount] = {};
    for (const std::optional<int> score : scores)
        for (int v = 0; v < domain::kVerdictCount; ++v) {
            const auto verdict = static_cast<domain::Verdict>(v);
            if (is_near(task, verdict, score)) continue;
            Decision decision;
            decision.verdict = verdict;
            decision.score = score;
            if (score && score != task.reference.score && !check.met(AnswerPart::Score, "", &decision) &&
                std::find(told_scores.begin(), told_scores.end(), *score) == told_scores.end()) {
                check.report("reply-missing-score", std::to_string(*score));
                told_scores.push_back(*score);
            }
            if (framework.decide.verdict && verdict != task.reference.verdict && !told_verdicts[v] &&
                !check.met(AnswerPart::Verdict, "", &decision)) {
                check.report("reply-missing-verdict", domain::verdict_id(verdict));
                told_verdicts[v] = true;
            }
        }
}

void check_alarms(ReplyCheck& check, const domain::Framework& framework) {
    for (const domain::ProblemType& type : framework.problem_types)
        if (type.kind == domain::ProblemKind::Evidence && !check.met(AnswerPart::Alarm, type.id, nullptr))
            return check.report("reply-missing-alarm", type.id);
}

void check_part(Reading& reading, domain::State& state, std::size_t index) {
    const domain::StepPart& part = reading.scenario.parts[index];
    ReplyCheck check(reading, state, part.replies, reading.places.part_replies[index], part.id);
    check.checklist(part.reference, part.checklist);
    if (!part.reference_option.empty())
        for (const domain::Option& option : part.options)
            if (option.id != part.reference_option && !check.met(AnswerPart::Choice, option.id, nullptr))
                check.report("reply-missing-choice", option.id);
    if (!part.reference_category.empty())
        for (const domain::Category& category : reading.framework->categories)
            if (category.id != part.reference_category && !check.met(AnswerPart::Category, category.id, nullptr))
                check.report("reply-missing-category", category.id);
}

} // namespace

void check_replies(Reading& reading) {
    domain::State state = domain::initial_state(reading.scenario, domain::Mode::Practise);
    for (std::size_t i = 0; i < reading.scenario.tasks.size(); ++i) {
        const domain::Task& task = reading.scenario.tasks[i];
        if (task.replies.empty()) continue; // told once, by check_indicators
        ReplyCheck check(reading, state, task.replies, reading.places.replies[i], task.code);
        check_answers(check, task, *reading.framework);
        if (reading.framework->decide.checklist) check.checklist(task.reference, task.indicator->checklist);
        if (reading.framework->decide.problems) check_alarms(check, *reading.framework);
    }
    for (std::size_t i = 0; i < reading.scenario.parts.size(); ++i) check_part(reading, state, i);
}

} // namespace timbang::content
