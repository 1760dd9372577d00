#include <algorithm>

#include "domain/comparison.h"
#include "domain/relation.h"

namespace timbang::domain {
namespace {

/// The part of an answer that a condition speaks of; nothing for one about the session.
std::optional<AnswerPart> part_of(ConditionKind kind) {
    switch (kind) {
    case ConditionKind::Score: return AnswerPart::Score;
    case ConditionKind::VerdictIs: return AnswerPart::Verdict;
    case ConditionKind::Check: return AnswerPart::Checklist;
    case ConditionKind::Alarm: return AnswerPart::Alarm;
    case ConditionKind::Choice: return AnswerPart::Choice;
    case ConditionKind::Category: return AnswerPart::Category;
    default: return std::nullopt;
    }
}

/// Tries the condition of a reply on one differing part.
class ReplyMatcher {
public:
    ReplyMatcher(const Scenario& scenario, const State& state, const Feedback& difference, const Decision* decision)
        : scenario_(scenario), state_(state), difference_(difference), decision_(decision) {}

    /// Whether the condition holds and speaks of the differing part, or of no part at all.
    [[nodiscard]] bool fits(const Condition& condition) const {
        if (condition.kind == ConditionKind::Any)
            return std::any_of(condition.parts.begin(), condition.parts.end(),
                               [this](const Condition& part) { return fits(part); });
        return (!speaks_of(condition, false) || speaks_of(condition, true)) && is_true(condition);
    }

private:
    /// Whether a part is spoken of anywhere in the condition: the differing one, or any.
    [[nodiscard]] bool speaks_of(const Condition& condition, bool differing) const {
        if (const auto part = part_of(condition.kind)) return !differing || *part == difference_.part;
        return std::any_of(condition.parts.begin(), condition.parts.end(),
                           [&](const Condition& inner) { return speaks_of(inner, differing); });
    }

    [[nodiscard]] bool is_true(const Condition& condition) const {
        const auto inner_true = [this](const Condition& inner) { return is_true(inner); };
        const auto& parts = condition.parts;
        switch (condition.kind) {
        case ConditionKind::All: return std::all_of(parts.begin(), parts.end(), inner_true);
        case ConditionKind::Any: return std::any_of(parts.begin(), parts.end(), inner_true);
        case ConditionKind::Not: return !parts.empty() && !is_true(parts.front());
        case ConditionKind::Score:
            return decision_ != nullptr && decision_->score &&
                   relates(condition.relation, *decision_->score, condition.number);
        case ConditionKind::VerdictIs: return decision_ != nullptr && decision_->verdict == condition.verdict;
        case ConditionKind::Check: return about(AnswerPart::Checklist, condition.name, true);
        case ConditionKind::Alarm: return about(AnswerPart::Alarm, condition.name, true);
        case ConditionKind::Choice: return about(AnswerPart::Choice, condition.name, false);
        case ConditionKind::Category: return category(condition);
        default: return holds(scenario_, state_, condition);
        }
    }

    [[nodiscard]] bool about(AnswerPart part, const std::string& name, bool takes_any) const {
        return difference_.part == part && ((takes_any && name == "any") || name == difference_.about);
    }

    [[nodiscard]] bool category(const Condition& condition) const {
        if (difference_.part != AnswerPart::Category) return false;
        const auto& categories = scenario_.framework->categories;
        const auto rank = [&](const std::string& id) { // from 1 for the lowest bound; 0 is none
            const auto it =
                std::find_if(categories.begin(), categories.end(), [&](const Category& c) { return c.id == id; });
            return static_cast<int>(categories.end() - it);
        };
        return relates(condition.relation, rank(difference_.about), rank(condition.name));
    }

    const Scenario& scenario_;
    const State& state_;
    const Feedback& difference_;
    const Decision* decision_;
};

} // namespace

const Reply* find_reply(const Scenario& scenario, const State& state, const std::vector<Reply>& replies,
                        const Feedback& difference, const Decision* decision) {
    const ReplyMatcher matcher(scenario, state, difference, decision);
    const auto it =
        std::find_if(replies.begin(), replies.end(), [&](const Reply& reply) { return matcher.fits(reply.when); });
    return it == replies.end() ? nullptr : &*it;
}

} // namespace timbang::domain
