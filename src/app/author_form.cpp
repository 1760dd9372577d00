#include "app/author_form.h"

#include <algorithm>

#include "app/author_form_edits.h"

namespace timbang::app {

namespace {

template <class... Each> struct List {};
using Edits = List<action::SetReferenceVerdict, action::SetReferenceScore, action::SetReferenceCheck, action::EditFormText,
                   action::RemoveRestsOn, action::AddNear, action::SetNear, action::RemoveNear, action::WriteReply,
                   action::SetReply, action::MoveReply, action::RemoveReply, action::SetProblem, action::RemoveProblem,
                   action::RemoveAlso, action::PickPassage>;

template <class... Each> bool edit(AuthorController& editor, const Action& asked, List<Each...>) {
    const auto one = [&]<class T>(const T* found) {
        if (found != nullptr) FormEditor{editor}(*found);
        return found != nullptr;
    };
    return (one(asked.as<Each>()) || ...);
}

void put_away(AuthorFormState& state) {
    state.near = state.reply = state.problem = -1;
    state.picking = false;
    state.use = -1;
}

/// The page that says most of the indicator: of its first problem, else of what it rests on, else its first document.
void show_its_page(AuthorController& editor) {
    const FormContext form(editor.model());
    if (!form.now.problems.empty()) return editor.show_page(form.place(form.now.problems.front().where));
    if (!form.now.reference.rests_on.empty()) return editor.show_page(form.place(form.now.reference.rests_on.front()));
    if (!form.now.evidence.empty()) editor.show_page({form.now.evidence.front(), 1});
}

void select(AuthorController& editor, const std::string& code) {
    AuthorFormState& state = editor.open().form_state;
    state.section = FormSection::Indicator;
    if (state.indicator == code) return;
    state.indicator = code;
    put_away(state);
    editor.open().preview.indicator = code;
    editor.open().preview.score.reset();
    show_its_page(editor);
}

void select_problem(AuthorController& editor, int item) {
    AuthorFormState& state = editor.open().form_state;
    const FormContext form(editor.model());
    state.problem = state.problem == item ? -1 : item;
    if (state.problem < 0 || static_cast<std::size_t>(item) >= form.now.problems.size()) return;
    editor.show_page(form.place(form.now.problems[static_cast<std::size_t>(item)].where));
}

void begin_problem(AuthorController& editor, const std::string& type) {
    AuthorFormState& state = editor.open().form_state;
    const auto uses = pick_uses(FormContext(editor.model()));
    const auto found = std::find_if(uses.begin(), uses.end(), [&](const PickUse& use) {
        return use.kind == PickUse::Kind::NewProblem && use.type == type;
    });
    if (found == uses.end()) return;
    state.picking = true;
    state.use = static_cast<int>(found - uses.begin());
}

void toggle_picking(AuthorFormState& state, int use) {
    const bool off = state.picking && state.use == use;
    state.picking = !off;
    state.use = off ? -1 : use;
}

void toggle(int& open, int item) { open = open == item ? -1 : item; }

bool select_with(AuthorController& editor, const Action& asked) {
    AuthorFormState& state = editor.open().form_state;
    if (const auto* a = asked.as<action::SelectFormIndicator>()) select(editor, a->code);
    else if (const auto* s = asked.as<action::SelectFormSection>())
        state.section = static_cast<FormSection>(std::clamp(s->section, 0, static_cast<int>(FormSection::Letter)));
    else if (const auto* l = asked.as<action::SetFormLanguage>()) state.lang = l->lang;
    else if (const auto* n = asked.as<action::OpenNear>()) toggle(state.near, n->item);
    else if (const auto* r = asked.as<action::OpenReply>()) toggle(state.reply, r->item);
    else if (const auto* p = asked.as<action::SelectProblem>()) select_problem(editor, p->item);
    else if (const auto* b = asked.as<action::AddProblem>()) begin_problem(editor, b->type);
    else if (const auto* t = asked.as<action::TogglePicking>()) toggle_picking(state, t->use);
    else if (asked.as<action::AskAddIndicator>() != nullptr) {
        AuthorPromptState prompt;
        prompt.kind = AuthorPromptKind::AddIndicator;
        editor.model().author.prompt = std::move(prompt);
    } else return false;
    return true;
}

/// The first step that lists indicators takes the new one too; without one the check says what is missing.
content::FormEdits listed(const FormContext& form, const std::string& code, const std::string& path) {
    namespace yaml = content::yaml;
    const auto text = form.texts->texts.find("scenario.yaml");
    if (text == form.texts->texts.end()) return base::Error("draft-no-file", {{"path", std::string("scenario.yaml")}});
    yaml::Editor file(text->first, *text->second);
    if (base::Status done = file.add_item({"indicators"}, yaml::word(path)); !done) return done.error();
    const yaml::Node* steps = file.at({"script", "steps"});
    for (std::size_t i = 0; steps != nullptr && i < steps->items.size(); ++i) {
        if (steps->items[i].get("indicators") == nullptr) continue;
        if (base::Status done = file.add_item({"script", "steps", i, "indicators"}, yaml::word(code)); !done)
            return done.error();
        break;
    }
    return file.edits();
}

std::string first_text(const FormContext& form, const std::string& code) {
    std::string text = "code: " + code + "\nevidence: []\nreference:\n";
    if (form.asks_verdict) text += "  verdict: accept\n";
    const domain::Indicator* indicator = form.pack->indicator(code);
    if (form.pack->decide.score && indicator != nullptr)
        text += "  score: " + std::to_string(indicator->scale.highest()) + "\n";
    return text;
}

} // namespace

bool carry_out_form_action(AuthorController& editor, const Action& asked) {
    return select_with(editor, asked) || edit(editor, asked, Edits{});
}

void enter_author_form(AuthorController& editor) {
    const FormContext form(editor.model());
    if (!form.now.code.empty() || form.list.empty()) return;
    const std::string& wanted = editor.open().preview.indicator;
    const bool known = std::any_of(form.list.begin(), form.list.end(), [&](const auto& one) { return one.code == wanted; });
    const FormSection section = form.state.section;
    select(editor, known ? wanted : form.list.front().code);
    editor.open().form_state.section = section;
}

bool answer_add_indicator(AuthorController& editor, int answer) {
    if (answer != 0 || !editor.model().author.prompt) return true;
    const FormContext form(editor.model());
    const auto codes = unused_codes(form);
    const int option = editor.model().author.prompt->option;
    if (option < 0 || static_cast<std::size_t>(option) >= codes.size()) return true;
    const std::string code = codes[static_cast<std::size_t>(option)];
    const std::string path = "indicators/" + code + ".yaml";
    const auto edits = listed(form, code, path);
    if (!edits) {
        editor.tell_error(edits.error());
        return true;
    }
    content::Draft& draft = editor.open().draft;
    const base::Time now = editor.model().now();
    draft.begin_group("author.undo-indicator");
    const base::Status made = draft.create(path, first_text(form, code), now);
    const base::Status done = made ? draft.apply({"author.undo-indicator", *edits}, now) : made;
    draft.end_group();
    if (!done) {
        if (made) draft.undo();
        editor.tell_error(done.error());
        return true;
    }
    editor.edited();
    select(editor, code);
    return true;
}

} // namespace timbang::app
