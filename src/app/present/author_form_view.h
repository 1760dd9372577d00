#pragma once

#include "app/author_form.h"
#include "app/author_form_parts.h"
#include "app/present/words.h"

namespace timbang::app {

// Parts of the form of the editor; `present_author_form` puts them together.

[[nodiscard]] IndicatorForm present_indicator_form(const FormContext& form, const Words& words);
/// What the record tells of the indicator at work; nothing where nobody answered it.
[[nodiscard]] std::optional<FormAnswers> present_answers(const FormContext& form, const Words& words);
/// Fills in the map of answers, its gaps and the replies.
void add_replies(const FormContext& form, const Words& words, IndicatorForm& view);
[[nodiscard]] FormPageView present_form_page(const FormContext& form, const Words& words);
[[nodiscard]] SectionForm present_section(const FormContext& form, const Words& words);

// Words that several of them use.
[[nodiscard]] FormTextView form_text(const FormContext& form, const Words& words, const base::Text& text,
                                     const std::string& hint);
/// "Return": the short word, for cells.
[[nodiscard]] std::string verdict_word(const Words& words, domain::Verdict verdict);
/// "Return 6"
[[nodiscard]] std::string answer_word(const Words& words, std::optional<domain::Verdict> verdict, std::optional<int> score);
/// "H-1"; the id where the pack does not know it.
[[nodiscard]] std::string rule_code(const FormContext& form, const std::string& rule);
[[nodiscard]] std::string type_name(const FormContext& form, const Words& words, const std::string& type);
/// "Births p. 2"
[[nodiscard]] std::string place_word(const FormContext& form, const Words& words, const content::FormPassage& passage);
[[nodiscard]] PassageChip passage_chip(const FormContext& form, const Words& words, const content::FormPassage& passage,
                                       Action remove);
/// Menus of types and rules; `make` gives the action of an id.
template <class Make> Menu type_menu(const FormContext& form, const Words& words, const std::string& chosen,
                                     bool evidence_only, const Make& make) {
    Menu menu;
    menu.label = chosen.empty() ? words("author.form-no-type") : type_name(form, words, chosen);
    if (form.pack == nullptr) return menu;
    for (const domain::ProblemType& type : form.pack->problem_types)
        if (!evidence_only || type.kind == domain::ProblemKind::Evidence)
            menu.options.push_back({words.of(type.short_name), "", family_icon(type.family), Tint::Accent,
                                    type.id == chosen, make(type.id)});
    return menu;
}
template <class Make> Menu rule_menu(const FormContext& form, const Words& words, const std::string& chosen,
                                     const Make& make) {
    Menu menu;
    menu.label = chosen.empty() ? words("author.form-no-rule") : words("author.form-rule", {{"rule", rule_code(form, chosen)}});
    if (form.pack == nullptr) return menu;
    for (const domain::Rule& rule : form.pack->rules)
        menu.options.push_back({rule.code + " " + words.of(rule.name), "", "", Tint::Accent, rule.id == chosen, make(rule.id)});
    return menu;
}

} // namespace timbang::app
