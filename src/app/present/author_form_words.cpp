#include "app/present/author_form_view.h"

namespace timbang::app {

FormTextView form_text(const FormContext& form, const Words& words, const base::Text& text, const std::string& hint) {
    FormTextView view;
    view.lang = form.state.lang;
    view.text = text.in(view.lang);
    view.hint = hint;
    view.languages[0] = {words("app.indonesian-short"), "", "", Tint::Accent, view.lang == base::Lang::Id,
                         action::SetFormLanguage{base::Lang::Id}};
    view.languages[1] = {words("author.form-english"), "", "", Tint::Accent, view.lang == base::Lang::En,
                         action::SetFormLanguage{base::Lang::En}};
    if (text.empty()) view.missing = words("author.form-both-missing");
    else if (text.id.empty()) view.missing = words("author.form-id-missing");
    else if (text.en.empty()) view.missing = words("author.form-en-missing");
    return view;
}

std::string verdict_word(const Words& words, domain::Verdict verdict) {
    return words(std::string("author.form-verdict-") + domain::verdict_id(verdict));
}

std::string answer_word(const Words& words, std::optional<domain::Verdict> verdict, std::optional<int> score) {
    std::string text = verdict ? verdict_word(words, *verdict) : "";
    if (score) text += (text.empty() ? "" : " ") + std::to_string(*score);
    return text.empty() ? words("author.form-no-answer") : text;
}

std::string rule_code(const FormContext& form, const std::string& rule) {
    const domain::Rule* found = form.pack == nullptr ? nullptr : form.pack->rule(rule);
    return found == nullptr ? rule : found->code;
}

std::string type_name(const FormContext& form, const Words& words, const std::string& type) {
    const domain::ProblemType* found = form.pack == nullptr ? nullptr : form.pack->problem_type(type);
    return found == nullptr ? type : words.of(found->short_name);
}

std::string place_word(const FormContext& form, const Words& words, const content::FormPassage& passage) {
    const domain::Evidence* document = form.evidence(passage.in);
    const std::string name = document == nullptr ? passage.in : words.of(document->title);
    return words("author.form-place", {{"document", name}, {"page", std::int64_t{form.place(passage).page}}});
}

PassageChip passage_chip(const FormContext& form, const Words& words, const content::FormPassage& passage, Action remove) {
    PassageChip chip;
    chip.chip = {place_word(form, words, passage), "format-quote", Tint::Neutral};
    chip.quote = passage.quote.empty() ? words("desk.part-of-picture") : "“" + passage.quote + "”";
    const domain::Page* page = form.page(passage.in, form.place(passage).page);
    if (page != nullptr && !passage.quote.empty() && domain::find_quote(*page, passage.quote).empty())
        chip.chip = {chip.chip.label, "alert", Tint::Reject};
    const DraftPagePlace place = form.place(passage);
    chip.show = action::ShowDraftPage{place.evidence, place.page};
    chip.remove = std::move(remove);
    return chip;
}

} // namespace timbang::app
