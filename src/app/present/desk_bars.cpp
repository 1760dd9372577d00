#include <algorithm>

#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}
std::int64_t whole(int n) {
    return n;
}

/// Where `LeaveStep` would lead; when no way is open yet, where the first way leads.
domain::StepIx step_ahead(const Model& model) {
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    if (const auto way = domain::way_on(scenario, state)) return *way;
    if (state.step < 0) return domain::kEnd;
    const auto& ways = scenario.steps[at(state.step)].next;
    return ways.empty() ? domain::kEnd : ways.front().to;
}

Button leave_button(const Model& model) {
    const Words words(model);
    if (in_check(model))
        return {words("readiness.finish"), words("app.key-ctrl-enter"), "", true, "", action::FinishReadiness{}};
    const domain::StepIx ahead = step_ahead(model);
    const std::string label = ahead == domain::kEnd
                                  ? words("desk.finish")
                                  : words("desk.go-to", {{"step", model.session->scenario().steps[at(ahead)].title}});
    return {label, words("app.key-ctrl-enter"), "", true, "", action::LeaveStep{}};
}

DeskAction desk_action(const Model& model, domain::ActionIx index) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::Action& action = scenario.actions[at(index)];
    const int left = scenario.budget - model.session->state().spent;
    DeskAction result;
    result.icon = action_icon(action);
    result.label = words.of(action.label);
    result.cost = words("desk.minutes", {{"n", whole(action.cost)}});
    result.enabled = action.cost <= left;
    if (!result.enabled)
        result.why_not = words("desk.too-dear", {{"needs", whole(action.cost)}, {"left", whole(left)}});
    result.action = action::AskAction{index};
    return result;
}

void ask(const Model& model, ActionsRow& row) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::ActionIx index = model.desk.asked;
    if (index < 0) return;
    const domain::Action& action = scenario.actions[at(index)];
    row.question = words("desk.ask-action", {{"action", action.label},
                                             {"cost", whole(action.cost)},
                                             {"left", whole(scenario.budget - model.session->state().spent)}});
    row.yes = {words("desk.do-it"), words("app.key-enter"), action_icon(action), true, "", action::TakeAction{index}};
    row.no = {words("app.cancel"), "Esc", "", true, "", action::AskAction{-1}};
}

} // namespace

TopBar present_top(const Model& model) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    TopBar bar;
    bar.back = {words("desk.back"), "Esc", "arrow-left", true, "", action::Back{}};
    bar.title = in_check(model) ? words("readiness.title") : words.of(scenario.title);
    bar.place =
        words("desk.place", {{"district", scenario.district.name}, {"year", std::to_string(scenario.data_year)}});
    int number = 0;
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        StepMark mark;
        mark.number = ++number;
        mark.title = words.of(scenario.steps[i].title);
        const auto step = static_cast<domain::StepIx>(i);
        if (step == state.step)
            mark.state = StepState::Now;
        else if (state.visited[i])
            mark.state = StepState::Done;
        if (mark.state != StepState::ToCome && !scenario.steps[i].text.empty()) mark.action = action::ShowStep{step};
        bar.steps.push_back(std::move(mark));
    }
    if (scenario.budget > 0) {
        const int left = scenario.budget - state.spent;
        bar.time_label = words("desk.case-time");
        bar.time_left = words("desk.time-left", {{"left", whole(left)}, {"of", whole(scenario.budget)}});
        bar.time_share = static_cast<float>(left) / static_cast<float>(scenario.budget);
    }
    return bar;
}

std::optional<ActionsRow> present_actions(const Model& model) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    ActionsRow row;
    row.label = words("desk.find-out");
    if (state.step >= 0)
        for (domain::ActionIx index : scenario.steps[at(state.step)].actions)
            if (!state.taken[at(index)]) row.actions.push_back(desk_action(model, index));
    for (std::size_t i = 0; i < scenario.actions.size(); ++i) {
        if (!state.taken[i]) continue;
        for (const domain::Effect& effect : scenario.actions[i].then)
            if (effect.kind == domain::EffectKind::Reveal)
                row.answers.push_back({words.of(scenario.evidence[at(effect.evidence)].title), "",
                                       action_icon(scenario.actions[i]), true, "",
                                       action::ShowAnswer{static_cast<domain::ActionIx>(i)}});
    }
    if (row.actions.empty() && row.answers.empty()) return std::nullopt;
    ask(model, row);
    return row;
}

namespace {

void tell_saved(const Model& model, BottomBar& bar) {
    const Words words(model);
    switch (model.session->save_state()) {
    case SaveState::NotRecorded:
        bar.saved_icon = "eye-off";
        bar.saved = words(model.trying ? "desk.try-not-recorded" : "desk.not-recorded");
        return;
    case SaveState::Saving:
        bar.saved_icon = "content-save";
        bar.saved = words("desk.saving");
        return;
    case SaveState::Failed:
        bar.saved_icon = "alert-circle";
        bar.saved_tint = Tint::Reject;
        bar.saved = words("desk.not-saved");
        return;
    case SaveState::Saved:
        bar.saved_icon = "check";
        if (in_check(model) && model.readiness.check->decided() > 0)
            bar.saved = words("readiness.saved", {{"n", whole(model.readiness.check->decided())}});
        else if (const auto when = model.session->saved_at())
            bar.saved = words("desk.saved", {{"time", words.clock(*when)}});
    }
}

/// Whether what stands in the form is what was handed in last.
bool handed_in(const Model& model, domain::IndicatorIx task) {
    const auto& decided = model.session->state().decisions[at(task)];
    if (!decided) return false;
    domain::Decision form = model.session->form(task);
    for (const domain::Mark& mark : model.session->state().marks)
        if (mark.task == task) form.marks.push_back(mark);
    return form == *decided;
}

bool all_decided(const Model& model) {
    const auto& tasks = tasks_of_step(model);
    return std::all_of(tasks.begin(), tasks.end(), [&](int task) { return handed_in(model, task); });
}

void decide_buttons(const Model& model, BottomBar& bar) {
    const Words words(model);
    const domain::IndicatorIx task = model.desk.task;
    const bool shown = domain::reference_open(model.session->scenario(), model.session->state(), task);
    if (!handed_in(model, task) && !shown) {
        const bool again = model.session->state().decisions[at(task)].has_value();
        bar.primary = {words(again ? "desk.submit-again" : "desk.submit"),
                       words("app.key-ctrl-enter"),
                       "",
                       true,
                       "",
                       action::Submit{}};
        bar.later = Button{words("desk.later"), "", "", true, "", action::DecideLater{}};
        bar.step_on = leave_button(model);
        bar.step_on->key.clear();
    } else if (all_decided(model)) {
        bar.primary = leave_button(model);
    } else {
        bar.primary = {words("desk.next-open"), words("app.key-ctrl-enter"), "", true, "", action::DecideLater{}};
        bar.step_on = leave_button(model);
        bar.step_on->key.clear();
    }
}

} // namespace

BottomBar present_bottom(const Model& model) {
    const Words words(model);
    BottomBar bar;
    tell_saved(model, bar);
    const auto rows = desk_rows(model);
    if (desk_layout(model) == DeskLayout::Evidence && rows.size() > 1) {
        const auto here =
            std::find_if(rows.begin(), rows.end(), [&](const DeskRow& row) { return row.task == model.desk.task; });
        bar.previous =
            Button{words("desk.previous"), "", "arrow-left", here != rows.begin(), "", action::StepSelection{-1}};
        bar.next = Button{words("desk.next"),      "", "arrow-right", here != rows.end() && here + 1 != rows.end(), "",
                          action::StepSelection{1}};
    }
    if (desk_layout(model) == DeskLayout::Evidence && model.desk.task >= 0)
        decide_buttons(model, bar);
    else
        bar.primary = leave_button(model);
    // A check ends when everything is decided: until then there is no way out but to pause.
    if (in_check(model)) bar.step_on.reset();
    if (model.session->save_state() == SaveState::Failed) {
        bar.primary = Button{words("desk.save-again"), "", "content-save", true, "", action::RetrySaving{}};
    }
    return bar;
}

} // namespace timbang::app
