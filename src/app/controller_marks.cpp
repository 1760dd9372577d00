#include <algorithm>

#include "app/controller.h"

namespace timbang::app {
namespace {

/// The mark as it stands now, whatever its id: one that was taken away and set again has a new one.
const domain::Mark* same_mark(const domain::State& state, const domain::Mark& wanted) {
    for (const domain::Mark& mark : state.marks) {
        domain::Mark other = mark;
        other.id = wanted.id;
        if (other == wanted) return &mark;
    }
    return nullptr;
}

const domain::Mark* mark_of(const domain::State& state, int id) {
    for (const domain::Mark& mark : state.marks)
        if (mark.id == id) return &mark;
    return nullptr;
}

} // namespace

void Controller::note_mark(std::optional<domain::Mark> before, std::optional<domain::Mark> after) {
    model_.desk.marks_done.push_back({std::move(before), std::move(after)});
    model_.desk.marks_undone.clear();
}

void Controller::operator()(const action::Mark& a) {
    if (!can_edit()) return tell({"desk.mark-not", {}});
    const PagePlace place = model_.desk.panes[static_cast<int>(a.pane)];
    const std::size_t before = model_.session->state().marks.size();
    if (!carry_out(domain::MarkPassage{model_.desk.task, place.evidence, place.page, a.range, a.area, a.type})) return;
    model_.desk.pointed_mark = 0;
    const auto& marks = model_.session->state().marks;
    if (marks.size() > before) note_mark(std::nullopt, marks.back());
}

void Controller::operator()(const action::Retype& a) {
    if (!running()) return;
    const domain::Mark* mark = mark_of(model_.session->state(), a.mark);
    if (!mark || mark->type == a.type) return;
    const domain::Mark before = *mark;
    domain::Mark after = before;
    after.type = a.type;
    if (carry_out(domain::Retype{a.mark, a.type})) note_mark(before, after);
}

void Controller::operator()(const action::Unmark& a) {
    if (!running()) return;
    const domain::Mark* mark = mark_of(model_.session->state(), a.mark);
    if (!mark) return;
    const domain::Mark before = *mark;
    if (carry_out(domain::Unmark{a.mark})) note_mark(before, std::nullopt);
}

void Controller::operator()(const action::ShowMark& a) {
    if (!running()) return;
    const domain::Mark* mark = mark_of(model_.session->state(), a.mark);
    if (!mark) return;
    show(Pane::Left, {mark->evidence, mark->page});
    model_.desk.pointed_mark = a.mark;
}

bool Controller::turn_mark(const std::optional<domain::Mark>& from, const std::optional<domain::Mark>& to) {
    if (!from) return carry_out(domain::MarkPassage{to->task, to->evidence, to->page, to->range, to->area, to->type});
    const domain::Mark* now = same_mark(model_.session->state(), *from);
    if (!now) return false;
    return to ? carry_out(domain::Retype{now->id, to->type}) : carry_out(domain::Unmark{now->id});
}

void Controller::move_mark(std::vector<MarkChange>& from, std::vector<MarkChange>& to, bool back) {
    if (!running() || from.empty()) return;
    const MarkChange change = from.back();
    from.pop_back();
    const domain::Mark where = change.before ? *change.before : *change.after;
    if (model_.desk.task != where.task) select(where.task);
    // What changes is shown: the page of the mark comes up when it is not there already.
    const PagePlace place{where.evidence, where.page};
    if (place != model_.desk.panes[0] && !(model_.desk.comparing && place == model_.desk.panes[1])) show(Pane::Left, place);
    model_.desk.pointed_mark = 0;
    if (turn_mark(back ? change.after : change.before, back ? change.before : change.after)) to.push_back(change);
}

void Controller::operator()(const action::UndoMark&) {
    move_mark(model_.desk.marks_done, model_.desk.marks_undone, true);
}

void Controller::operator()(const action::RedoMark&) {
    move_mark(model_.desk.marks_undone, model_.desk.marks_done, false);
}

} // namespace timbang::app
