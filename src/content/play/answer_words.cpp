#include <algorithm>

#include "content/play/read_words.h"

// The words that fill in and hand in the form of an indicator, and the other decisions of a step.

namespace timbang::content {

using Read = WordReader::Read;
using base::Error;
using base::Result;
namespace d = domain;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

template <class List> std::vector<std::string> ids_in(const List& list) {
    std::vector<std::string> ids;
    for (const auto& one : list) ids.push_back(one.id);
    return ids;
}

bool among(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

void set_answer(std::vector<std::pair<std::string, d::Check>>& checklist, const std::string& rule, d::Check answer) {
    for (auto& [id, given] : checklist)
        if (id == rule) {
            given = answer;
            return;
        }
    checklist.emplace_back(rule, answer);
}

} // namespace

Result<d::Check> WordReader::check_word() {
    const std::string word = line_.word().value_or("");
    if (word == "yes") return d::Check::Yes;
    if (word == "no") return d::Check::No;
    if (word == "unsure") return d::Check::Unsure;
    return bad_word("check", word);
}

/// `check KS-O1 arithmetic no`, `check completeness complete no`; the rule `all` means every line of the checklist.
Read WordReader::check() {
    Line ahead = line_;
    const std::string about = ahead.word().value_or("");
    if (scenario_.find_task(about) >= 0) {
        const auto found = task();
        return found ? check_task(line_.word().value_or(""), *found) : Read(found.error());
    }
    const auto found = part(d::PartKind::Checklist);
    if (!found) return found.error();
    return check_part(line_.word().value_or(""), *found);
}

Read WordReader::check_task(const std::string& rule, d::IndicatorIx task) {
    const auto& rules = scenario_.tasks[at(task)].indicator->checklist;
    if (rule != "all" && !among(rules, rule)) return unknown_id("rule", rule, rules);
    const auto answer = check_word();
    if (!answer) return answer.error();
    d::Draft draft{task, draft_of(task)};
    for (const std::string& one : rules)
        if (rule == "all" || rule == one) draft.decision.set_check(one, *answer);
    return d::Command(std::move(draft));
}

Read WordReader::check_part(const std::string& rule, d::PartIx part) {
    const auto& rules = scenario_.parts[at(part)].checklist;
    if (rule != "all" && !among(rules, rule)) return unknown_id("rule", rule, rules);
    const auto answer = check_word();
    if (!answer) return answer.error();
    d::DraftPart draft{part, draft_of_part(part)};
    for (const std::string& one : rules)
        if (rule == "all" || rule == one) set_answer(draft.answer.checklist, one, *answer);
    return d::Command(std::move(draft));
}

Read WordReader::verdict() {
    const auto about = task();
    if (!about) return about.error();
    const std::string word = line_.word().value_or("");
    d::Draft draft{*about, draft_of(*about)};
    draft.decision.verdict = d::verdict_from_id(word);
    if (!draft.decision.verdict) return bad_word("verdict", word);
    return d::Command(std::move(draft));
}

Read WordReader::score() {
    const auto about = task();
    if (!about) return about.error();
    const auto score = number("whole");
    if (!score) return score.error();
    d::Draft draft{*about, draft_of(*about)};
    draft.decision.score = *score;
    return d::Command(std::move(draft));
}

Read WordReader::sure() {
    const auto about = task();
    if (!about) return about.error();
    const auto level = number("sureness");
    if (!level) return level.error();
    if (*level < 1 || *level > 3) return bad_word("sureness", std::to_string(*level));
    d::Draft draft{*about, draft_of(*about)};
    draft.decision.confidence = static_cast<d::Confidence>(*level);
    return d::Command(std::move(draft));
}

Read WordReader::reason() {
    const auto about = task();
    if (!about) return about.error();
    d::Draft draft{*about, draft_of(*about)};
    draft.decision.reason = line_.rest();
    return d::Command(std::move(draft));
}

Read WordReader::decide() {
    const auto about = task();
    if (!about) return about.error();
    return d::Command(d::Decide{*about, draft_of(*about)});
}

Read WordReader::choose() {
    const auto about = part(d::PartKind::Choice);
    if (!about) return about.error();
    const auto options = ids_in(scenario_.parts[at(*about)].options);
    const std::string option = line_.word().value_or("");
    if (!among(options, option)) return unknown_id("option", option, options);
    d::DecidePart answer{*about, {}};
    answer.answer.option = option;
    return d::Command(std::move(answer));
}

Read WordReader::category() {
    const auto about = part_of_step(d::PartKind::Category);
    if (!about) return about.error();
    const std::string category = line_.word().value_or("");
    if (scenario_.framework->category(category) == nullptr)
        return unknown_id("category", category, ids_in(scenario_.framework->categories));
    d::DecidePart answer{*about, {}};
    answer.answer.category = category;
    return d::Command(std::move(answer));
}

Read WordReader::letter() {
    const auto about = part_of_step(d::PartKind::Letter);
    if (!about) return about.error();
    d::DraftPart draft{*about, draft_of_part(*about)};
    draft.answer.letter = line_.rest();
    return d::Command(std::move(draft));
}

/// `points kept,gaps` beside the model; `points none` for none of them. Finishes the letter where it is not finished
/// yet.
Read WordReader::points() {
    const auto about = part_of_step(d::PartKind::Letter);
    if (!about) return about.error();
    const auto known = ids_in(scenario_.parts[at(*about)].points);
    const auto& last = state_.part_answers[at(*about)];
    d::DecidePart answer{*about, last && last->locked ? *last : draft_of_part(*about)};
    answer.answer.locked = true;
    answer.answer.points.clear();
    std::string list = line_.rest();
    while (!list.empty() && list != "none") {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string point = list.substr(0, comma);
        list.erase(0, std::min(comma + 1, list.size()));
        if (!among(known, point)) return unknown_id("point", point, known);
        answer.answer.points.push_back(point);
    }
    return d::Command(std::move(answer));
}

/// A checklist as it was filled in; a letter, which finishes it.
Read WordReader::hand_in() {
    const auto about = part(std::nullopt);
    if (!about) return about.error();
    d::DecidePart answer{*about, draft_of_part(*about)};
    if (scenario_.parts[at(*about)].kind == d::PartKind::Letter) answer.answer.locked = true;
    return d::Command(std::move(answer));
}

} // namespace timbang::content
