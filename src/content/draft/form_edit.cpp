#include <algorithm>

#include "content/draft/form.h"

namespace timbang::content {

namespace {

using yaml::Editor;
using yaml::Step;
using yaml::Value;
using yaml::Way;

const yaml::Order kIndicatorKeys = {"code", "anchor", "evidence", "reference", "near", "problems", "allowed", "panel",
                                    "replies", "facilitator"};
const yaml::Order kReferenceKeys = {"verdict", "score", "figure", "checklist", "rules", "why", "rests_on"};
const yaml::Order kAnswerKeys = {"by", "verdict", "score", "why"};
const yaml::Order kProblemKeys = {"type", "rule", "in", "page", "quote", "each", "area", "also", "or", "why"};
const yaml::Order kReplyKeys = {"when", "type", "rule", "why"};
const yaml::Order kCheckKeys = {"holds", "fails"};

Way inside(const FormIndicator& indicator, std::initializer_list<Step> steps) {
    Way way = indicator.way;
    way.insert(way.end(), steps);
    return way;
}

/// Runs operations on the indicator's file and gives their edits.
template <class Work> FormEdits edited(const FormIndicator& indicator, Work work) {
    Editor editor(indicator.path, indicator.text == nullptr ? "" : *indicator.text);
    if (base::Status done = work(editor); !done) return done.error();
    return editor.edits();
}

FormEdits set_word(const FormIndicator& indicator, const Way& way, const std::string& word, const yaml::Order& order) {
    return edited(indicator, [&](Editor& editor) { return editor.set(way, yaml::word(word), order); });
}

/// Sets the words that are given; an empty one takes its key away.
base::Status set_words(Editor& editor, const Way& item, const yaml::Order& order,
                       const std::vector<std::pair<std::string, std::optional<std::string>>>& entries) {
    for (const auto& [key, word] : entries) {
        if (!word) continue;
        Way way = item;
        way.emplace_back(key);
        base::Status done = word->empty() ? editor.remove(way) : editor.set(way, yaml::word(*word), order);
        if (!done) return done;
    }
    return {};
}

std::vector<std::pair<std::string, Value>> entries_of(const FormPassage& passage) {
    std::vector<std::pair<std::string, Value>> entries = {{"in", yaml::word(passage.in)}};
    if (passage.page > 0) entries.emplace_back("page", yaml::word(std::to_string(passage.page)));
    if (!passage.quote.empty()) entries.emplace_back("quote", yaml::quotation(passage.quote));
    if (passage.each) entries.emplace_back("each", yaml::word("true"));
    if (passage.area) {
        const domain::Area& area = *passage.area;
        entries.emplace_back("area", yaml::words({std::to_string(area.x), std::to_string(area.y),
                                                  std::to_string(area.width), std::to_string(area.height)}));
    }
    return entries;
}

Value in_braces(const FormPassage& passage) {
    Value value = yaml::map(entries_of(passage));
    value.style = Value::Style::Flow;
    return value;
}

std::optional<std::string> word_of(std::optional<domain::Verdict> verdict) {
    return verdict ? std::optional<std::string>(domain::verdict_id(*verdict)) : std::nullopt;
}
std::optional<std::string> word_of(std::optional<int> number) {
    return number ? std::optional(std::to_string(*number)) : std::nullopt;
}

bool speaks_of(const domain::Condition& condition, domain::ConditionKind kind) {
    return condition.kind == kind || std::any_of(condition.parts.begin(), condition.parts.end(),
                                                 [&](const auto& part) { return speaks_of(part, kind); });
}

} // namespace

FormEdits set_reference_verdict(const FormIndicator& indicator, domain::Verdict verdict) {
    return set_word(indicator, inside(indicator, {"reference", "verdict"}), domain::verdict_id(verdict), kReferenceKeys);
}

FormEdits set_reference_score(const FormIndicator& indicator, int score) {
    return set_word(indicator, inside(indicator, {"reference", "score"}), std::to_string(score), kReferenceKeys);
}

FormEdits set_reference_check(const FormIndicator& indicator, const std::string& rule, FormCheck state) {
    return edited(indicator, [&](Editor& editor) -> base::Status {
        const auto& reference = indicator.reference;
        for (const auto& [list, rules, wanted] : {std::tuple("holds", &reference.holds, state == FormCheck::Holds),
                                                  std::tuple("fails", &reference.fails, state == FormCheck::Fails)}) {
            const Way way = inside(indicator, {"reference", "checklist", list});
            const auto found = std::find(rules->begin(), rules->end(), rule);
            const bool there = found != rules->end();
            if (there == wanted) continue;
            base::Status done;
            if (wanted && editor.at(inside(indicator, {"reference", "checklist"})) == nullptr)
                done = editor.set(inside(indicator, {"reference", "checklist"}),
                                  yaml::map({{list, yaml::words({rule})}}), kReferenceKeys);
            else if (wanted) done = editor.add_item(way, yaml::word(rule), Editor::npos, kCheckKeys);
            else {
                Way item = way;
                if (editor.at(way)->is_sequence()) item.emplace_back(static_cast<std::size_t>(found - rules->begin()));
                done = editor.remove(item);
            }
            if (!done) return done;
        }
        return {};
    });
}

FormEdits set_form_text(const FormIndicator& indicator, FormText field, std::size_t item, const base::Text& text) {
    Way way = inside(indicator, {"reference", "why"});
    const yaml::Order* order = &kReferenceKeys;
    if (field == FormText::NearWhy) {
        way = inside(indicator, {"near", item, "why"});
        order = &kAnswerKeys;
    } else if (field == FormText::ReplyWhy) {
        way = inside(indicator, {"replies", item, "why"});
        order = &kReplyKeys;
    } else if (field == FormText::ProblemWhy) {
        way = inside(indicator, {"problems", item, "why"});
        order = &kProblemKeys;
    }
    return edited(indicator, [&](Editor& editor) {
        if (editor.at(way) != nullptr || text.empty()) return editor.set_text(way, text, *order);
        // A reason grows to a sentence: on lines of its own from the first letter.
        std::vector<std::pair<std::string, Value>> entries;
        if (!text.id.empty()) entries.emplace_back("id", yaml::sentence(text.id));
        if (!text.en.empty()) entries.emplace_back("en", yaml::sentence(text.en));
        return editor.set(way, yaml::in_block(yaml::map(std::move(entries))), *order);
    });
}

FormEdits add_rests_on(const FormIndicator& indicator, const FormPassage& passage) {
    return edited(indicator, [&](Editor& editor) {
        return editor.add_item(inside(indicator, {"reference", "rests_on"}), in_braces(passage), Editor::npos, kReferenceKeys);
    });
}

FormEdits remove_rests_on(const FormIndicator& indicator, std::size_t item) {
    return edited(indicator, [&](Editor& editor) { return editor.remove(inside(indicator, {"reference", "rests_on", item})); });
}

FormEdits add_near(const FormIndicator& indicator, const FormAnswer& answer) {
    std::vector<std::pair<std::string, Value>> entries;
    if (answer.verdict) entries.emplace_back("verdict", yaml::word(*word_of(answer.verdict)));
    if (answer.score) entries.emplace_back("score", yaml::word(*word_of(answer.score)));
    if (!answer.why.empty()) entries.emplace_back("why", yaml::both(answer.why));
    return edited(indicator, [&](Editor& editor) {
        return editor.add_item(inside(indicator, {"near"}), yaml::in_block(yaml::map(std::move(entries))), Editor::npos,
                               kIndicatorKeys);
    });
}

FormEdits set_near(const FormIndicator& indicator, std::size_t item, std::optional<domain::Verdict> verdict,
                   std::optional<int> score) {
    return edited(indicator, [&](Editor& editor) {
        return set_words(editor, inside(indicator, {"near", item}), kAnswerKeys,
                         {{"verdict", word_of(verdict)}, {"score", word_of(score)}});
    });
}

FormEdits remove_near(const FormIndicator& indicator, std::size_t item) {
    return edited(indicator, [&](Editor& editor) { return editor.remove(inside(indicator, {"near", item})); });
}

FormEdits add_problem(const FormIndicator& indicator, const std::string& type, const std::string& rule,
                      const FormPassage& passage) {
    std::vector<std::pair<std::string, Value>> entries = {{"type", yaml::word(type)}};
    if (!rule.empty()) entries.emplace_back("rule", yaml::word(rule));
    for (auto& entry : entries_of(passage)) entries.push_back(std::move(entry));
    return edited(indicator, [&](Editor& editor) {
        return editor.add_item(inside(indicator, {"problems"}), yaml::in_block(yaml::map(std::move(entries))), Editor::npos,
                               kIndicatorKeys);
    });
}

FormEdits set_problem(const FormIndicator& indicator, std::size_t item, const std::optional<std::string>& type,
                      const std::optional<std::string>& rule) {
    return edited(indicator, [&](Editor& editor) {
        return set_words(editor, inside(indicator, {"problems", item}), kProblemKeys, {{"type", type}, {"rule", rule}});
    });
}

FormEdits set_problem_passage(const FormIndicator& indicator, std::size_t item, const FormPassage& passage) {
    return edited(indicator, [&](Editor& editor) -> base::Status {
        const auto entries = entries_of(passage);
        for (const char* key : {"in", "page", "quote", "each", "area"}) {
            const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.first == key; });
            const Way way = inside(indicator, {"problems", item, key});
            base::Status done = found == entries.end() ? editor.remove(way) : editor.set(way, found->second, kProblemKeys);
            if (!done) return done;
        }
        return {};
    });
}

FormEdits add_also(const FormIndicator& indicator, std::size_t item, const FormPassage& passage) {
    const Way way = inside(indicator, {"problems", item, "also"});
    return edited(indicator, [&](Editor& editor) {
        if (editor.at(way) != nullptr) return editor.add_item(way, in_braces(passage));
        return editor.set(way, yaml::in_block(yaml::list({in_braces(passage)})), kProblemKeys);
    });
}

FormEdits remove_also(const FormIndicator& indicator, std::size_t item, std::size_t place) {
    const bool last = item < indicator.problems.size() && indicator.problems[item].also.size() == 1;
    Way way = inside(indicator, {"problems", item, "also"});
    if (!last) way.emplace_back(place);
    return edited(indicator, [&](Editor& editor) { return editor.remove(way); });
}

FormEdits remove_problem(const FormIndicator& indicator, std::size_t item) {
    return edited(indicator, [&](Editor& editor) { return editor.remove(inside(indicator, {"problems", item})); });
}

std::size_t place_of_reply(const FormIndicator& indicator, bool about_score) {
    const auto kind = about_score ? domain::ConditionKind::Score : domain::ConditionKind::VerdictIs;
    std::size_t place = 0;
    for (std::size_t i = 0; i < indicator.replies.size(); ++i) {
        const auto& when = indicator.replies[i].when;
        const bool before = speaks_of(when, kind) || (!about_score && speaks_of(when, domain::ConditionKind::Score));
        if (before) place = i + 1;
    }
    return place;
}

FormEdits add_reply(const FormIndicator& indicator, std::optional<int> score, std::optional<domain::Verdict> verdict,
                    const std::string& type, const std::string& rule) {
    Value when = yaml::map({});
    if (score) when = yaml::map({{"score", yaml::map({{"is", yaml::word(std::to_string(*score))}})}});
    else if (verdict) when = yaml::map({{"verdict", yaml::word(domain::verdict_id(*verdict))}});
    std::vector<std::pair<std::string, Value>> entries = {{"when", std::move(when)}};
    if (!type.empty()) entries.emplace_back("type", yaml::word(type));
    if (!rule.empty()) entries.emplace_back("rule", yaml::word(rule));
    return edited(indicator, [&](Editor& editor) {
        return editor.add_item(inside(indicator, {"replies"}), yaml::in_block(yaml::map(std::move(entries))),
                               place_of_reply(indicator, score.has_value()), kIndicatorKeys);
    });
}

FormEdits set_reply(const FormIndicator& indicator, std::size_t item, const std::optional<std::string>& type,
                    const std::optional<std::string>& rule) {
    return edited(indicator, [&](Editor& editor) {
        return set_words(editor, inside(indicator, {"replies", item}), kReplyKeys, {{"type", type}, {"rule", rule}});
    });
}

FormEdits move_reply(const FormIndicator& indicator, std::size_t item, std::size_t to) {
    return edited(indicator, [&](Editor& editor) { return editor.move_item(inside(indicator, {"replies"}), item, to); });
}

FormEdits remove_reply(const FormIndicator& indicator, std::size_t item) {
    return edited(indicator, [&](Editor& editor) { return editor.remove(inside(indicator, {"replies", item})); });
}

} // namespace timbang::content
