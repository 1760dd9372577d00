#include <algorithm>

#include "base/utf8.h"
#include "content/draft/form.h"
#include "domain/comparison.h"

namespace timbang::content {

namespace {

constexpr std::size_t kMostQuestions = 6; // 64 courses of the session

void renumber(domain::Condition& condition, const std::vector<std::string>& asks, std::vector<std::string>& all) {
    if (condition.kind == domain::ConditionKind::Set) {
        const std::string& what = asks[static_cast<std::size_t>(condition.index)];
        const auto known = std::find(all.begin(), all.end(), what);
        condition.index = static_cast<int>(known - all.begin());
        if (known == all.end()) all.push_back(what);
    }
    for (domain::Condition& part : condition.parts) renumber(part, asks, all);
}

/// Tries the replies of one indicator, whatever the course of the session.
class Meeting {
public:
    explicit Meeting(const FormIndicator& indicator) {
        for (const FormReply& reply : indicator.replies) {
            domain::Reply made;
            made.when = reply.when;
            renumber(made.when, reply.asks, questions_);
            replies_.push_back(std::move(made));
        }
        state_.flags.assign(questions_.size(), 0);
    }

    /// The replies that meet a differing part; true when there is always one.
    bool meets(domain::AnswerPart part, const AnswerFit& answer, std::vector<int>& found) {
        domain::Decision decision;
        decision.verdict = answer.verdict;
        decision.score = answer.score;
        domain::Feedback difference;
        difference.part = part;
        const std::size_t asked = std::min(questions_.size(), kMostQuestions);
        bool always = true;
        for (std::size_t mask = 0; mask < (std::size_t{1} << asked); ++mask) {
            for (std::size_t i = 0; i < asked; ++i) state_.flags[i] = static_cast<std::uint8_t>((mask >> i) & 1U);
            const auto* reply = domain::find_reply(scenario_, state_, replies_, difference, &decision);
            const int place = reply == nullptr ? -1 : static_cast<int>(reply - replies_.data());
            always = always && place >= 0;
            if (place >= 0 && std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
        }
        return always;
    }

private:
    domain::Scenario scenario_; ///< of no case: the conditions ask nothing of it any more
    domain::State state_;
    std::vector<domain::Reply> replies_;
    std::vector<std::string> questions_;
};

AnswerMet met(const AnswerFit& fit) {
    if (!fit.score_gap && !fit.verdict_gap) return AnswerMet::Met;
    return fit.score_replies.empty() && fit.verdict_replies.empty() ? AnswerMet::Gap : AnswerMet::PartGap;
}

} // namespace

std::vector<AnswerFit> answer_map(const FormIndicator& indicator, const std::vector<int>& scores, bool asks_verdict) {
    Meeting meeting(indicator);
    const FormReference& key = indicator.reference;
    std::vector<AnswerFit> map;
    const int verdicts = asks_verdict ? domain::kVerdictCount : 1;
    const std::size_t columns = std::max<std::size_t>(scores.size(), 1);
    for (int v = 0; v < verdicts; ++v)
        for (std::size_t s = 0; s < columns; ++s) {
            AnswerFit fit;
            if (asks_verdict) fit.verdict = static_cast<domain::Verdict>(v);
            if (!scores.empty()) fit.score = scores[s];
            const bool score_same = !fit.score || fit.score == key.score;
            const bool verdict_same = !fit.verdict || fit.verdict == key.verdict;
            for (std::size_t i = 0; i < indicator.near.size() && fit.near < 0; ++i) {
                const FormAnswer& near = indicator.near[i];
                if ((!fit.verdict || near.verdict == fit.verdict) && near.score == fit.score) fit.near = static_cast<int>(i);
            }
            if (score_same && verdict_same) {
                fit.met = AnswerMet::Key;
            } else if (fit.near >= 0) {
                fit.met = AnswerMet::Near;
            } else {
                if (!score_same) fit.score_gap = !meeting.meets(domain::AnswerPart::Score, fit, fit.score_replies);
                if (!verdict_same) fit.verdict_gap = !meeting.meets(domain::AnswerPart::Verdict, fit, fit.verdict_replies);
                fit.met = met(fit);
            }
            map.push_back(std::move(fit));
        }
    return map;
}

FormPassage picked(const domain::Page& page, domain::TextRange range, std::string in, int number) {
    FormPassage made;
    made.in = std::move(in);
    made.page = number;
    const std::string& text = page.text;
    const auto space = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
    while (range.begin < range.end && range.begin < text.size() && space(range.begin)) ++range.begin;
    const domain::TextRange unit = domain::unit_at(page, range.begin);
    range.end = std::min(range.end, unit.end);
    if (range.begin < unit.begin || range.begin >= range.end) return made;
    const auto left = [&](std::uint32_t at) { // to the beginning of the word
        while (at > unit.begin && !space(at - 1)) --at;
        return at;
    };
    const auto right = [&](std::uint32_t at) {
        while (at < unit.end && !space(at)) ++at;
        return at;
    };
    while (range.end > range.begin && space(range.end - 1)) --range.end;
    range = {left(range.begin), right(range.end)};
    const auto quote = [&](domain::TextRange at) { return base::fold_spaces(page.words(at)); };
    const auto times = [&](domain::TextRange at) { return domain::find_quote(page, quote(at)).size(); };
    domain::TextRange wide = range;
    for (bool to_left = true; times(wide) != 1; to_left = !to_left) {
        const bool can_left = wide.begin > unit.begin;
        const bool can_right = wide.end < unit.end;
        if (!can_left && !can_right) break;
        if ((to_left && can_left) || !can_right) {
            do --wide.begin;
            while (wide.begin > unit.begin && space(wide.begin));
            wide.begin = left(wide.begin);
        } else {
            while (wide.end < unit.end && space(wide.end)) ++wide.end;
            wide.end = right(wide.end);
        }
    }
    made.each = times(wide) != 1;
    made.quote = quote(made.each ? range : wide);
    return made;
}

} // namespace timbang::content
