#include <algorithm>

#include "domain/answers.h"
#include "domain/marking.h"
#include "domain/session.h"

namespace timbang::domain {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool has(const std::vector<int>& list, int item) { return std::find(list.begin(), list.end(), item) != list.end(); }

/// One command: the rules are asked first; what they allow becomes events, and the state takes in each at once.
class Stepper {
public:
    Stepper(const Scenario& scenario, State& state) : scenario_(scenario), state_(state) {}

    Refusal operator()(const Open& command) {
        if (const Refusal refusal = over()) return refusal;
        if (const Refusal refusal = page_refusal(command.evidence, command.page)) return refusal;
        if (!state_.opened[at(command.evidence)][at(command.page - 1)]) emit(Opened{command.evidence, command.page});
        return std::nullopt;
    }

    Refusal operator()(const MarkPassage& command) {
        if (const Refusal refusal = task_refusal(command.task)) return refusal;
        if (const Refusal refusal = page_refusal(command.evidence, command.page)) return refusal;
        if (const Refusal refusal = type_refusal(command.type)) return refusal;
        Mark mark{state_.next_mark, command.task, command.evidence, command.page, command.range, command.area,
                  command.type};
        if (mark.area) mark.range = {};
        if (!mark_fits(scenario_, mark)) return RejectionReason::BadRange;
        if (!marked_already(mark)) emit(Marked{std::move(mark)});
        return std::nullopt;
    }

    Refusal operator()(const Retype& command) {
        if (const Refusal refusal = mark_refusal(command.mark)) return refusal;
        if (const Refusal refusal = type_refusal(command.type)) return refusal;
        if (find_mark(state_.marks, command.mark)->type != command.type) emit(Retyped{command.mark, command.type});
        return std::nullopt;
    }

    Refusal operator()(const Unmark& command) {
        if (const Refusal refusal = mark_refusal(command.mark)) return refusal;
        emit(Unmarked{command.mark});
        return std::nullopt;
    }

    Refusal operator()(const Draft& command) {
        if (const Refusal refusal = task_refusal(command.task)) return refusal;
        Drafted event{command.task, command.decision};
        if (const Refusal refusal = normalise(scenario_, task(command.task), event.decision)) return refusal;
        if (state_.drafts[at(command.task)] != event.decision) emit(std::move(event));
        return std::nullopt;
    }

    Refusal operator()(const Decide& command) {
        if (const Refusal refusal = task_refusal(command.task)) return refusal;
        Decided event{command.task, command.decision};
        Decision& decision = event.decision;
        if (const Refusal refusal = normalise(scenario_, task(command.task), decision)) return refusal;
        missing = missing_parts(scenario_, command.task, decision);
        if (!missing.empty()) return RejectionReason::IncompleteDecision;
        const bool same_as_draft = state_.drafts[at(command.task)] == decision;
        for (const Mark& mark : state_.marks)
            if (mark.task == command.task) decision.marks.push_back(mark);
        const auto& last = state_.decisions[at(command.task)];
        // Handing in the same again at a later step confirms it there.
        if (!last || *last != decision || state_.decided_at[at(command.task)] != state_.step) {
            emit(std::move(event));
        } else if (!same_as_draft) {
            decision.marks.clear();
            emit(Drafted{command.task, std::move(decision)});
        }
        return std::nullopt;
    }

    Refusal operator()(const DraftPart& command) {
        if (const Refusal refusal = part_refusal(command.part)) return refusal;
        const auto& last = state_.part_answers[at(command.part)];
        if (last && last->locked) return RejectionReason::LetterLocked;
        PartDrafted event{command.part, command.answer};
        event.answer.locked = false;
        if (const Refusal refusal = normalise(scenario_, scenario_.parts[at(command.part)], event.answer))
            return refusal;
        if (state_.part_drafts[at(command.part)] != event.answer) emit(std::move(event));
        return std::nullopt;
    }

    Refusal operator()(const DecidePart& command) {
        if (only_points_change(command.part)) return tick_points(command);
        if (const Refusal refusal = part_refusal(command.part)) return refusal;
        const StepPart& part = scenario_.parts[at(command.part)];
        PartDecided event{command.part, command.answer};
        if (const Refusal refusal = normalise(scenario_, part, event.answer)) return refusal;
        if (!complete(part, event.answer)) return incomplete(command.part);
        const auto& last = state_.part_answers[at(command.part)];
        if (last && last->locked && !may_follow_locked(*last, event.answer)) return RejectionReason::LetterLocked;
        if (!last || *last != event.answer)
            emit(std::move(event));
        else if (state_.part_drafts[at(command.part)] != event.answer)
            emit(PartDrafted{command.part, std::move(event.answer)});
        return std::nullopt;
    }

    Refusal operator()(const TakeAction& command) {
        if (const Refusal refusal = over()) return refusal;
        if (command.action < 0 || at(command.action) >= scenario_.actions.size()) return RejectionReason::UnknownAction;
        if (!has(step_now().actions, command.action)) return RejectionReason::ActionNotListed;
        if (state_.taken[at(command.action)]) return RejectionReason::ActionTaken;
        if (scenario_.actions[at(command.action)].cost > scenario_.budget - state_.spent)
            return RejectionReason::NotEnoughTime;
        emit(ActionTaken{command.action});
        return std::nullopt;
    }

    Refusal operator()(const Figure& command) {
        if (const Refusal refusal = task_refusal(command.task)) return refusal;
        if (!scenario_.calculator) return RejectionReason::CalculatorOff;
        emit(Figured{command.task, command.expression, command.value});
        return std::nullopt;
    }

    Refusal operator()(const LeaveStep&) {
        if (const Refusal refusal = over()) return refusal;
        const PartIx unanswered = open_part(scenario_, state_);
        if (unanswered >= 0) return incomplete(unanswered);
        const std::optional<StepIx> to = way_on(scenario_, state_);
        if (!to) return RejectionReason::NoWayOn;
        emit(LeftStep{state_.step, *to});
        if (*to == kEnd) emit(Finished{});
        return std::nullopt;
    }

    Refusal operator()(const Disagree& command) {
        if (command.task < 0 || at(command.task) >= scenario_.tasks.size()) return RejectionReason::UnknownIndicator;
        // In a check the policy decides what is shown, but never before the end.
        const bool shown = state_.mode == Mode::Check ? state_.finished
                                                      : reference_open(scenario_, state_, command.task);
        if (!shown) return RejectionReason::NotOver;
        if (state_.disagreements[at(command.task)] != command.text) emit(Disagreed{command.task, command.text});
        return std::nullopt;
    }

    Refusal operator()(const Abandon&) {
        if (const Refusal refusal = over()) return refusal;
        emit(Abandoned{});
        return std::nullopt;
    }

    /// Events of the script that hold after what happened; each fires once, and one may set what the next asks for.
    void fire_script() {
        if (events.empty() || state_.over() || state_.step < 0) return;
        const StepIx here = state_.step;
        const auto& script = step_now().events;
        for (bool again = !script.empty(); again;) {
            again = false;
            for (std::size_t i = 0; i < script.size(); ++i) {
                if (state_.fired[at(here)][i] || !holds(scenario_, state_, script[i].when)) continue;
                emit(ScriptFired{here, static_cast<int>(i)});
                again = true;
            }
        }
    }

    std::vector<Event> events;
    std::vector<Missing> missing;
    PartIx part = -1;

private:
    template <class T> void emit(T&& event) {
        events.emplace_back(std::forward<T>(event));
        apply(scenario_, state_, events.back());
    }

    [[nodiscard]] const Step& step_now() const { return scenario_.steps[at(state_.step)]; }
    [[nodiscard]] const Task& task(IndicatorIx index) const { return scenario_.tasks[at(index)]; }

    [[nodiscard]] Refusal over() const {
        return state_.over() || state_.step < 0 ? Refusal(RejectionReason::SessionOver) : std::nullopt;
    }

    [[nodiscard]] Refusal page_refusal(EvidenceIx evidence, int page) const {
        if (evidence < 0 || at(evidence) >= scenario_.evidence.size()) return RejectionReason::UnknownEvidence;
        if (!state_.revealed[at(evidence)]) return RejectionReason::HiddenEvidence;
        return scenario_.page(evidence, page) == nullptr ? Refusal(RejectionReason::UnknownPage) : std::nullopt;
    }

    [[nodiscard]] Refusal task_refusal(IndicatorIx index) const {
        if (const Refusal refusal = over()) return refusal;
        if (index < 0 || at(index) >= scenario_.tasks.size()) return RejectionReason::UnknownIndicator;
        if (!has(step_now().indicators, index)) return RejectionReason::IndicatorNotListed;
        // What was decided before the reference was seen stays what counts.
        return reference_open(scenario_, state_, index) ? Refusal(RejectionReason::ReferenceShown) : std::nullopt;
    }

    [[nodiscard]] Refusal mark_refusal(int id) const {
        if (const Refusal refusal = over()) return refusal;
        const auto mark = find_mark(std::as_const(state_.marks), id);
        return mark == state_.marks.end() ? Refusal(RejectionReason::UnknownMark) : task_refusal(mark->task);
    }

    [[nodiscard]] Refusal type_refusal(const std::string& type) const {
        if (type.empty()) return std::nullopt;
        const ProblemType* known = scenario_.framework->problem_type(type);
        const bool fits = known != nullptr && known->kind == ProblemKind::Evidence;
        return fits ? std::nullopt : Refusal(RejectionReason::NotAProblemType);
    }

    [[nodiscard]] Refusal part_refusal(PartIx index) const {
        if (const Refusal refusal = over()) return refusal;
        if (index < 0 || at(index) >= scenario_.parts.size()) return RejectionReason::UnknownPart;
        return has(step_now().parts, index) ? std::nullopt : Refusal(RejectionReason::PartNotListed);
    }

    /// When the case is finished the letter stands; its points can still be ticked beside the model, not in a check.
    [[nodiscard]] bool only_points_change(PartIx index) const {
        return state_.finished && state_.mode != Mode::Check && index >= 0 && at(index) < scenario_.parts.size() &&
               scenario_.parts[at(index)].kind == PartKind::Letter;
    }

    Refusal tick_points(const DecidePart& command) {
        PartDecided event{command.part, command.answer};
        if (const Refusal refusal = normalise(scenario_, scenario_.parts[at(command.part)], event.answer)) return refusal;
        const auto& last = state_.part_answers[at(command.part)];
        const std::string& stands = last ? last->letter : state_.part_drafts[at(command.part)].letter;
        if (stands.empty()) return incomplete(command.part);
        if (event.answer.letter != stands) return RejectionReason::LetterLocked;
        event.answer.locked = true;
        if (!last || *last != event.answer) emit(std::move(event));
        return std::nullopt;
    }

    Refusal incomplete(PartIx index) {
        part = index;
        return RejectionReason::IncompletePart;
    }

    /// A finished letter stays as it is but for its points; writing on takes up a copy. In a check it is final.
    [[nodiscard]] bool may_follow_locked(const PartAnswer& last, const PartAnswer& now) const {
        if (state_.mode == Mode::Check) return now == last;
        return now.letter == last.letter || !now.locked;
    }

    [[nodiscard]] bool marked_already(const Mark& mark) const {
        return std::any_of(state_.marks.begin(), state_.marks.end(), [&](const Mark& other) {
            return other.task == mark.task && other.evidence == mark.evidence && other.page == mark.page &&
                   other.range == mark.range && other.area == mark.area && other.type == mark.type;
        });
    }

    const Scenario& scenario_;
    State& state_;
};

} // namespace

Outcome step(const Scenario& scenario, State& state, const Command& command) {
    Stepper stepper(scenario, state);
    if (const Refusal refusal = std::visit([&](const auto& one) { return stepper(one); }, command))
        return Rejection{*refusal, std::move(stepper.missing), stepper.part};
    stepper.fire_script();
    return std::move(stepper.events);
}

} // namespace timbang::domain
