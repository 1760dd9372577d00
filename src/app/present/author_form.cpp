#include <algorithm>

#include "app/present/author_form_view.h"

namespace timbang::app {

namespace {

std::int64_t whole(std::size_t n) { return static_cast<std::int64_t>(n); }

struct Counts {
    int errors = 0, warnings = 0;
};

/// Findings of the indicator: those of its file, or those between where it and the next one begin.
Counts counts_of(const FormContext& form, const content::FormIndicator& one) {
    Counts counts;
    for (const base::Finding& finding : form.open.check.findings) {
        if (finding.where.file != one.path || !one.way.empty()) continue;
        if (finding.severity == base::Severity::Error) ++counts.errors;
        else if (finding.severity == base::Severity::Warning) ++counts.warnings;
    }
    return counts;
}

FormListRow row_of(const FormContext& form, const Words& words, const content::FormIndicator& one) {
    FormListRow row;
    row.code = one.code;
    const domain::Indicator* indicator = form.pack == nullptr ? nullptr : form.pack->indicator(one.code);
    row.title = indicator == nullptr ? one.path : words.of(indicator->short_title);
    const Counts counts = counts_of(form, one);
    row.icon = counts.errors > 0 ? "close-circle" : counts.warnings > 0 ? "alert" : "check-circle";
    row.tint = counts.errors > 0 ? Tint::Reject : counts.warnings > 0 ? Tint::Return : Tint::Ok;
    if (counts.errors + counts.warnings > 0) row.count = std::to_string(counts.errors + counts.warnings);
    if (counts.errors > 0) row.state = words("author.errors-n", {{"n", std::int64_t{counts.errors}}});
    else if (counts.warnings > 0) row.state = words("author.warnings-n", {{"n", std::int64_t{counts.warnings}}});
    else row.state = words("author.form-in-order");
    row.selected = form.state.section == FormSection::Indicator && one.code == form.state.indicator;
    row.action = action::SelectFormIndicator{one.code};
    return row;
}

std::vector<SectionLink> links(const FormContext& form, const Words& words) {
    const domain::Scenario* scenario = form.readable;
    const std::size_t evidence = scenario == nullptr ? 0 : scenario->evidence.size();
    const std::size_t panel = scenario == nullptr ? 0 : scenario->panelists.size();
    const struct {
        FormSection section;
        IconName icon;
        std::string label;
    } all[] = {{FormSection::Steps, "view-headline", words("author.steps-and-actions")},
               {FormSection::Evidence, "file-multiple", words("author.evidence-n", {{"n", whole(evidence)}})},
               {FormSection::Panel, "account-multiple", words("author.panel-n", {{"n", whole(panel)}})},
               {FormSection::Letter, "email", words("author.letter")}};
    std::vector<SectionLink> made;
    for (const auto& one : all)
        made.push_back({one.section, one.icon, one.label, form.state.section == one.section,
                        action::SelectFormSection{static_cast<int>(one.section)}});
    return made;
}

} // namespace

AuthorFormView present_author_form(const Model& model) {
    const FormContext form(model);
    const Words words(model);
    AuthorFormView view;
    view.count = std::to_string(form.list.size());
    for (const content::FormIndicator& one : form.list) view.rows.push_back(row_of(form, words, one));
    const bool can_add = !unused_codes(form).empty();
    view.add_indicator = {words("author.add-indicator"), "", "plus", can_add,
                          can_add ? "" : words("author.form-none-left"), action::AskAddIndicator{}};
    view.links = links(form, words);
    view.section = form.state.section;
    if (form.state.section != FormSection::Indicator) view.other = present_section(form, words);
    else if (!form.now.code.empty()) view.indicator = present_indicator_form(form, words);
    view.page = present_form_page(form, words);
    return view;
}

AuthorPrompt present_add_indicator(const Model& model) {
    const FormContext form(model);
    const Words words(model);
    AuthorPrompt prompt;
    prompt.title = words("author.form-new-indicator");
    prompt.text = words("author.form-new-indicator-text");
    const int chosen = model.author.prompt ? model.author.prompt->option : 0;
    for (const std::string& code : unused_codes(form)) {
        const domain::Indicator& indicator = *form.pack->indicator(code);
        const int place = static_cast<int>(prompt.options.size());
        prompt.options.push_back({code, words.of(indicator.title), "", Tint::Accent, place == chosen,
                                  action::ChoosePromptOption{place}});
    }
    prompt.primary = {words("author.form-add"), "Enter", "plus", !prompt.options.empty(), "", action::AnswerPrompt{0}};
    prompt.cancel = {words("app.cancel"), "Esc", "", true, "", action::CancelPrompt{}};
    return prompt;
}

} // namespace timbang::app
