#include "app/author_form_edits.h"

#include <algorithm>

namespace timbang::app {

namespace {

bool within(int item, std::size_t size) { return item >= 0 && static_cast<std::size_t>(item) < size; }
std::size_t at(int item) { return static_cast<std::size_t>(item); }

content::FormCheck form_check(CheckState state) {
    switch (state) {
    case CheckState::Holds: return content::FormCheck::Holds;
    case CheckState::Fails: return content::FormCheck::Fails;
    case CheckState::Open: break;
    }
    return content::FormCheck::Open;
}

/// The open item after one of its list was taken away.
int after_removal(int open, int removed) { return open == removed ? -1 : open > removed ? open - 1 : open; }

} // namespace

bool FormEditor::change(const content::FormEdits& edits, const char* label, bool typing) {
    if (now().code.empty()) return false; // no indicator is chosen
    if (!edits) {
        editor_.tell_error(edits.error());
        return false;
    }
    return !edits->empty() && editor_.edit({label, *edits, typing});
}

void FormEditor::operator()(const action::SetReferenceVerdict& a) {
    change(content::set_reference_verdict(now(), a.verdict), "author.undo-reference");
}

void FormEditor::operator()(const action::SetReferenceScore& a) {
    change(content::set_reference_score(now(), a.score), "author.undo-reference");
}

void FormEditor::operator()(const action::SetReferenceCheck& a) {
    change(content::set_reference_check(now(), a.rule, form_check(a.state)), "author.undo-checklist");
}

void FormEditor::operator()(const action::EditFormText& a) {
    base::Text text;
    content::FormText field = content::FormText::ReferenceWhy;
    if (a.field == FormField::NearWhy && within(a.item, now().near.size())) {
        field = content::FormText::NearWhy;
        text = now().near[at(a.item)].why;
    } else if (a.field == FormField::ReplyWhy && within(a.item, now().replies.size())) {
        field = content::FormText::ReplyWhy;
        text = now().replies[at(a.item)].why;
    } else if (a.field == FormField::ProblemWhy && within(a.item, now().problems.size())) {
        field = content::FormText::ProblemWhy;
        text = now().problems[at(a.item)].why;
    } else if (a.field == FormField::ReferenceWhy) {
        text = now().reference.why;
    } else {
        return;
    }
    (a.lang == base::Lang::Id ? text.id : text.en) = a.text;
    change(content::set_form_text(now(), field, at(std::max(a.item, 0)), text), "author.undo-reason", true);
}

void FormEditor::operator()(const action::RemoveRestsOn& a) {
    if (within(a.item, now().reference.rests_on.size()))
        change(content::remove_rests_on(now(), at(a.item)), "author.undo-passage");
}

void FormEditor::operator()(const action::AddNear&) {
    content::FormAnswer answer;
    const auto besides = panel_besides(now());
    answer.verdict = now().reference.verdict;
    if (!besides.empty()) {
        answer.verdict = besides.front().verdict;
        answer.score = besides.front().score;
    } else if (!form_.scores.empty()) { // one step beside the reference
        const auto& scores = form_.scores;
        const auto key = std::find(scores.begin(), scores.end(), now().reference.score.value_or(scores.back()));
        if (scores.size() > 1) answer.score = key == scores.begin() || key == scores.end() ? scores[1] : *(key - 1);
    }
    if (!form_.asks_verdict) answer.verdict.reset();
    const int item = static_cast<int>(now().near.size());
    if (change(content::add_near(now(), answer), "author.undo-near")) state().near = item;
}

void FormEditor::operator()(const action::SetNear& a) {
    if (within(a.item, now().near.size())) change(content::set_near(now(), at(a.item), a.verdict, a.score), "author.undo-near");
}

void FormEditor::operator()(const action::RemoveNear& a) {
    if (!within(a.item, now().near.size()) || !change(content::remove_near(now(), at(a.item)), "author.undo-near")) return;
    state().near = after_removal(state().near, a.item);
}

void FormEditor::operator()(const action::WriteReply& a) {
    if (!a.score && !a.verdict) return;
    std::string type, rule;
    if (!now().problems.empty()) { // most replies speak of the first problem
        type = now().problems.front().type;
        rule = now().problems.front().rule;
    }
    const auto item = static_cast<int>(content::place_of_reply(now(), a.score.has_value()));
    if (change(content::add_reply(now(), a.score, a.verdict, type, rule), "author.undo-reply")) state().reply = item;
}

void FormEditor::operator()(const action::SetReply& a) {
    if (within(a.item, now().replies.size()))
        change(content::set_reply(now(), at(a.item), a.type, a.rule), "author.undo-reply");
}

void FormEditor::operator()(const action::MoveReply& a) {
    const int to = a.item + a.by;
    if (!within(a.item, now().replies.size()) || !within(to, now().replies.size())) return;
    if (!change(content::move_reply(now(), at(a.item), at(to)), "author.undo-reply-order")) return;
    int& open = state().reply;
    if (open == a.item) open = to;
    else if (a.item < open && open <= to) --open;
    else if (to <= open && open < a.item) ++open;
}

void FormEditor::operator()(const action::RemoveReply& a) {
    if (!within(a.item, now().replies.size()) || !change(content::remove_reply(now(), at(a.item)), "author.undo-reply")) return;
    state().reply = after_removal(state().reply, a.item);
}

void FormEditor::operator()(const action::SetProblem& a) {
    if (!within(a.item, now().problems.size())) return;
    std::optional<std::string> rule = a.rule;
    const domain::ProblemType* type = a.type && form_.pack != nullptr ? form_.pack->problem_type(*a.type) : nullptr;
    if (type != nullptr && !rule && !type->rule.empty()) rule = type->rule; // the rule that this type breaks
    change(content::set_problem(now(), at(a.item), a.type, rule), "author.undo-problem");
}

void FormEditor::operator()(const action::RemoveProblem& a) {
    if (!within(a.item, now().problems.size()) || !change(content::remove_problem(now(), at(a.item)), "author.undo-problem"))
        return;
    state().problem = after_removal(state().problem, a.item);
    state().use = -1; // uses are counted by problem
}

void FormEditor::operator()(const action::RemoveAlso& a) {
    if (within(a.item, now().problems.size()) && within(a.place, now().problems[at(a.item)].also.size()))
        change(content::remove_also(now(), at(a.item), at(a.place)), "author.undo-passage");
}

void FormEditor::operator()(const action::PickPassage& a) {
    const auto uses = pick_uses(form_);
    const int use = a.use >= 0 ? a.use : state().use;
    const DraftPagePlace place = editor_.open().preview.place;
    const domain::Page* page = form_.page(place.evidence, place.page);
    if (!within(use, uses.size()) || page == nullptr) return;
    content::FormPassage passage;
    if (a.area) {
        passage.in = place.evidence;
        passage.page = place.page;
        passage.area = a.area;
    } else {
        passage = content::picked(*page, a.range, place.evidence, place.page);
        if (passage.quote.empty()) return editor_.tell("author.pick-empty");
    }
    use_passage(uses[at(use)], passage);
}

void FormEditor::use_passage(const PickUse& use, const content::FormPassage& passage) {
    bool done = false;
    switch (use.kind) {
    case PickUse::Kind::RestsOn: done = change(content::add_rests_on(now(), passage), "author.undo-passage"); break;
    case PickUse::Kind::Passage:
        done = change(content::set_problem_passage(now(), at(use.problem), passage), "author.undo-passage");
        break;
    case PickUse::Kind::Also:
        done = change(content::add_also(now(), at(use.problem), passage), "author.undo-passage");
        break;
    case PickUse::Kind::NewProblem: {
        const domain::ProblemType* type = form_.pack->problem_type(use.type);
        done = change(content::add_problem(now(), use.type, type == nullptr ? "" : type->rule, passage), "author.undo-problem");
        if (done) state().problem = static_cast<int>(now().problems.size());
        break;
    }
    }
    if (!done) return;
    state().picking = false;
    state().use = -1;
}

} // namespace timbang::app
