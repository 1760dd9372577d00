#include <algorithm>

#include "app/controller.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

} // namespace

void Controller::operator()(const action::OpenRow& a) {
    model_.debrief.open_row = model_.debrief.open_row == a.row ? -1 : a.row;
    model_.debrief.differ_task = -1;
}

void Controller::operator()(const action::SortDebrief& a) {
    model_.debrief.sort = std::clamp(a.option, 0, 2);
    model_.debrief.open_row = -1;
}

void Controller::operator()(const action::OpenDisagreement& a) {
    if (!model_.session || a.task < 0 || at(a.task) >= model_.session->scenario().tasks.size()) return;
    const bool close = model_.debrief.differ_task == a.task;
    model_.debrief.differ_task = close ? -1 : a.task;
    model_.debrief.differ_text = model_.session->state().disagreements[at(a.task)];
}

void Controller::operator()(const action::EditDisagreement& a) {
    model_.debrief.differ_text = a.text;
}

void Controller::operator()(const action::SendDisagreement&) {
    if (model_.debrief.differ_task < 0) return;
    if (carry_out(domain::Disagree{model_.debrief.differ_task, model_.debrief.differ_text})) {
        model_.debrief.differ_task = -1;
        tell({"debrief.differ-kept", {}});
    }
}

void Controller::operator()(const action::ShowPassage& a) {
    if (!model_.session || !model_.session->scenario().page(a.evidence, a.page)) return;
    if (model_.screen == Screen::Desk) return show(Pane::Left, {a.evidence, a.page});
    model_.debrief.passage = {a.evidence, a.page};
}

void Controller::operator()(const action::ClosePassage&) {
    model_.debrief.passage = {};
}

} // namespace timbang::app
