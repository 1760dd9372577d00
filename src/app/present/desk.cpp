#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

void add_text(const Model& model, DeskView& view) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::StepIx step = model.desk.shown_step >= 0 ? model.desk.shown_step : model.session->state().step;
    if (step < 0) return;
    view.step_title = words.of(scenario.steps[at(step)].title);
    view.step_text = prose(words.of(scenario.steps[at(step)].text));
    view.text_open = model.desk.shown_step >= 0 && view.step_text;
    view.text_title = view.step_title;
    view.text_close = {words("app.close"), "Esc", "close", true, "", action::ShowStep{-1}};
}

void add_said(const Model& model, DeskView& view) {
    const Words words(model);
    const auto& said = model.session->state().said;
    // What a step asks for stands above its work until it is put away; longer texts are read on a page of their own.
    if (view.layout != DeskLayout::Reading && !model.desk.step_text_seen && model.session->state().step >= 0) {
        const std::string text = words.of(model.session->scenario().steps[at(model.session->state().step)].text);
        if (text.size() <= 400 && text.find('\n') == std::string::npos) view.said = text;
    }
    for (std::size_t i = model.desk.said_seen; i < said.size(); ++i)
        view.said += (view.said.empty() ? "" : "\n") + words.of(said[i]);
    view.said_close = {words("app.close"), "", "close", true, "", action::DismissSaid{}};
}

void add_parts(const Model& model, DeskView& view) {
    for (domain::PartIx part : parts_of_step(model, true, true)) {
        const domain::PartKind kind = model.session->scenario().parts[at(part)].kind;
        if (kind == domain::PartKind::Category)
            view.category = present_category(model, part);
        else if (kind == domain::PartKind::Letter)
            view.letter = present_letter(model, part);
        else
            view.parts.push_back(present_part(model, part));
    }
}

} // namespace

DeskView present_desk(const Model& model) {
    const Words words(model);
    DeskView view;
    view.session = model.session->id();
    view.layout = desk_layout(model);
    view.top = present_top(model);
    if (in_check(model)) view.check = present_check_bar(model);
    view.bottom = present_bottom(model);
    add_text(model, view);
    add_said(model, view);
    const char* panes[] = {"desk.pane-list", "desk.pane-page", "desk.pane-form"};
    for (int i = 0; i < 3; ++i)
        view.pane_names[i] = words(panes[i]);
    if (view.layout == DeskLayout::Reading) return view;
    if (view.layout == DeskLayout::Letter) {
        add_parts(model, view);
        return view;
    }
    view.actions = present_actions(model);
    view.list = present_list(model);
    view.left = present_pane(model, Pane::Left);
    if (model.desk.comparing) view.right = present_pane(model, Pane::Right);
    view.tools = present_tools(model);
    if (model.desk.task >= 0) {
        if (model.session->scenario().calculator) view.calculator = present_calculator(model);
        view.form = present_form(model, model.desk.task);
    } else {
        add_parts(model, view);
    }
    return view;
}

} // namespace timbang::app
