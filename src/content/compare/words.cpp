#include "base/utf8.h"
#include "content/compare/lists.h"

namespace timbang::content::compare {

using domain::ConditionKind;

namespace {

constexpr std::size_t kShown = 60; ///< bytes of a text that a message quotes

/// Whole letters only, with "…" where something was left out.
std::string cut(const std::string& text, std::size_t from) {
    while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80)
        --from;
    std::size_t end = std::min(text.size(), from + kShown);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        --end;
    const std::string words = base::fold_spaces(text.substr(from, end - from));
    return (from > 0 ? "…" : "") + words + (end < text.size() ? "…" : "");
}

std::string relation(const domain::Condition& condition, const std::string& value) {
    constexpr const char* kWords[] = {"is", "above", "below", "at_least"};
    return "{" + std::string(kWords[static_cast<int>(condition.relation)]) + ": " + value + "}";
}

std::string list(const domain::Condition& condition) {
    std::string words;
    for (const domain::Condition& part : condition.parts)
        words += (words.empty() ? "" : ", ") + condition_words(part);
    return "[" + words + "]";
}

} // namespace

Differing first_difference(const std::string& before, const std::string& after) {
    const auto [one, other] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    std::size_t at = static_cast<std::size_t>(one - before.begin());
    static_cast<void>(other);
    constexpr std::size_t kWithin = 20; // some words before, so that the place is known
    at = at < kWithin ? 0 : at - kWithin;
    while (at > 0 && at < before.size() && before[at] != ' ' && before[at] != '\n')
        --at;
    return {cut(before, std::min(at, before.size())), cut(after, std::min(at, after.size()))};
}

std::string passage_words(const domain::Scenario& scenario, const domain::Passage& passage) {
    std::string words = passage.evidence < 0 ? "?" : scenario.evidence[static_cast<std::size_t>(passage.evidence)].id;
    if (passage.page > 0) words += " " + std::to_string(passage.page);
    if (!passage.quote.empty()) words += " \"" + cut(passage.quote, 0) + "\"";
    if (passage.area)
        words += " [" + std::to_string(passage.area->x) + ", " + std::to_string(passage.area->y) + ", " +
                 std::to_string(passage.area->width) + ", " + std::to_string(passage.area->height) + "]";
    return words;
}

std::string condition_words(const domain::Condition& condition) {
    const std::string& name = condition.name;
    const std::string number = std::to_string(condition.number);
    switch (condition.kind) {
    case ConditionKind::Always:
        return "{}";
    case ConditionKind::All:
        return "{all: " + list(condition) + "}";
    case ConditionKind::Any:
        return "{any: " + list(condition) + "}";
    case ConditionKind::Not:
        return "{not: " + condition_words(condition.parts.front()) + "}";
    case ConditionKind::Set:
        return "{set: " + name + "}";
    case ConditionKind::Decided:
        return "{decided: " + name + "}";
    case ConditionKind::Answer:
        return "{answer: {choice: " + name + ", is: " + condition.value + "}}";
    case ConditionKind::IndicatorScore:
        return "{score of " + name + ": " + relation(condition, number) + "}";
    case ConditionKind::Opened:
        return "{opened: " + name + "}";
    case ConditionKind::Spent:
        return "{spent: " + relation(condition, number) + "}";
    case ConditionKind::Score:
        return "{score: " + relation(condition, number) + "}";
    case ConditionKind::Category:
        return "{category: " + relation(condition, name) + "}";
    case ConditionKind::VerdictIs:
        return "{verdict: " + std::string(domain::verdict_id(condition.verdict)) + "}";
    case ConditionKind::Check:
        return "{check: " + name + "}";
    case ConditionKind::Alarm:
        return "{alarm: " + name + "}";
    case ConditionKind::Choice:
        return "{choice: " + name + "}";
    }
    return "";
}

std::string effect_words(const domain::Scenario& scenario, const domain::Effect& effect) {
    switch (effect.kind) {
    case domain::EffectKind::Reveal:
        return "reveal " + scenario.evidence[static_cast<std::size_t>(effect.evidence)].id;
    case domain::EffectKind::Set:
        return "set " + scenario.flags[static_cast<std::size_t>(effect.flag)];
    case domain::EffectKind::Say:
        return "say \"" + cut(effect.say.id, 0) + "\"";
    }
    return "";
}

void Changes::add(const char* part, const char* key, base::Args args) {
    args.insert(args.begin(), {"what", id_});
    comparison_.changes.push_back({of_, id_, part, {std::string("diff.") + key, std::move(args)}});
}

void Changes::value(const char* part, const char* key, const std::string& before, const std::string& after) {
    if (before == after) return;
    const auto shown = [](const std::string& value) -> base::Arg {
        if (value.empty()) return base::Key{"diff.none"};
        return value;
    };
    add(part, key, {{"from", shown(before)}, {"to", shown(after)}});
}

void Changes::text(const char* part, const char* key, const base::Text& before, const base::Text& after,
                   base::Args args) {
    if (before == after) return;
    const bool id = before.id != after.id;
    const Differing words = id ? first_difference(before.id, after.id) : first_difference(before.en, after.en);
    args.emplace_back("in", base::Key{id && before.en != after.en ? "diff.in-both" : id ? "diff.in-id" : "diff.in-en"});
    args.emplace_back("from", words.before);
    args.emplace_back("to", words.after);
    add(part, key, std::move(args));
}

void Changes::names(const char* part, const char* key, const std::vector<std::string>& before,
                    const std::vector<std::string>& after) {
    if (before == after) return;
    std::vector<std::string> came, went;
    const auto lacks = [](const std::vector<std::string>& list, const std::string& word) {
        return std::find(list.begin(), list.end(), word) == list.end();
    };
    for (const std::string& word : after)
        if (lacks(before, word)) came.push_back(word);
    for (const std::string& word : before)
        if (lacks(after, word)) went.push_back(word);
    const std::string label = std::string("diff.label-") + key;
    if (!came.empty()) add(part, "names-added", {{"label", base::Key{label}}, {"names", base::join(came)}});
    if (!went.empty()) add(part, "names-removed", {{"label", base::Key{label}}, {"names", base::join(went)}});
    if (came.empty() && went.empty()) add(part, "names-order", {{"label", base::Key{label}}});
}

} // namespace timbang::content::compare
