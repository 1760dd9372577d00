#include <algorithm>

#include "domain/marking.h"
#include "domain/session.h"

namespace timbang::domain {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

template <class T> bool inside(const std::vector<T>& list, int index) {
    return index >= 0 && at(index) < list.size();
}

/// Whether another answer was given, not the same one finished or with other points ticked beside the model.
bool another_answer(const PartAnswer& before, const PartAnswer& now) {
    return before.checklist != now.checklist || before.option != now.option || before.category != now.category ||
           before.letter != now.letter;
}

/// Takes events into a state. Events that do not fit the scenario are ignored, so that a damaged record cannot reach
/// beyond the lists.
class Applier {
public:
    Applier(const Scenario& scenario, State& state) : scenario_(scenario), state_(state) {}

    void operator()(const SessionStarted& event) { state_ = initial_state(scenario_, event.mode); }

    void operator()(const Opened& event) {
        if (scenario_.page(event.evidence, event.page) != nullptr)
            state_.opened[at(event.evidence)][at(event.page - 1)] = 1;
    }

    void operator()(const Marked& event) {
        if (!mark_fits(scenario_, event.mark) || event.mark.id < state_.next_mark) return;
        state_.marks.push_back(event.mark);
        state_.next_mark = event.mark.id + 1;
    }

    void operator()(const Retyped& event) {
        const auto mark = find_mark(state_.marks, event.mark);
        if (mark != state_.marks.end()) mark->type = event.type;
    }

    void operator()(const Unmarked& event) {
        const auto mark = find_mark(state_.marks, event.mark);
        if (mark != state_.marks.end()) state_.marks.erase(mark);
    }

    void operator()(const Drafted& event) {
        if (!inside(scenario_.tasks, event.task)) return;
        state_.drafts[at(event.task)] = event.decision;
        state_.drafts[at(event.task)].marks.clear();
    }

    void operator()(const PartDrafted& event) {
        if (inside(scenario_.parts, event.part)) state_.part_drafts[at(event.part)] = event.answer;
    }

    void operator()(const Decided& event) {
        if (!inside(scenario_.tasks, event.task)) return;
        const std::size_t task = at(event.task);
        auto& decision = state_.decisions[task];
        if (decision && *decision != event.decision) state_.earlier[task].push_back(std::move(*decision));
        decision = event.decision;
        std::erase_if(decision->marks, [this](const Mark& mark) { return !mark_fits(scenario_, mark); });
        state_.decided_at[task] = state_.step;
        state_.read_all[task] = read_all(event.task) ? 1 : 0;
        state_.scored[task] = 0;
        Decision& draft = state_.drafts[task];
        draft.checklist = event.decision.checklist;
        draft.verdict = event.decision.verdict;
        draft.score = event.decision.score;
        draft.confidence = event.decision.confidence;
        draft.reason = event.decision.reason;
    }

    void operator()(const PartDecided& event) {
        if (!inside(scenario_.parts, event.part)) return;
        auto& answer = state_.part_answers[at(event.part)];
        if (answer && another_answer(*answer, event.answer))
            state_.earlier_parts[at(event.part)].push_back(std::move(*answer));
        answer = event.answer;
        state_.part_drafts[at(event.part)] = event.answer;
    }

    void operator()(const ActionTaken& event) {
        if (!inside(scenario_.actions, event.action) || state_.taken[at(event.action)]) return;
        const Action& action = scenario_.actions[at(event.action)];
        state_.taken[at(event.action)] = 1;
        state_.spent += action.cost;
        take_effect(action.then);
    }

    void operator()(const Figured& event) { state_.figures.push_back(event); }

    void operator()(const ScriptFired& event) {
        if (!inside(scenario_.steps, event.step)) return;
        const auto& events = scenario_.steps[at(event.step)].events;
        if (!inside(events, event.event) || state_.fired[at(event.step)][at(event.event)]) return;
        state_.fired[at(event.step)][at(event.event)] = 1;
        take_effect(events[at(event.event)].then);
    }

    void operator()(const LeftStep& event) {
        if (event.to != kEnd && !inside(scenario_.steps, event.to)) return;
        state_.step = event.to;
        if (event.to != kEnd) state_.visited[at(event.to)] = 1;
    }

    void operator()(const Scored& event) {
        if (inside(scenario_.tasks, event.task)) state_.scored[at(event.task)] = 1;
    }

    void operator()(const Disagreed& event) {
        if (inside(scenario_.tasks, event.task)) state_.disagreements[at(event.task)] = event.text;
    }

    void operator()(const Finished&) {
        state_.finished = true;
        state_.step = kEnd;
    }

    void operator()(const Abandoned&) { state_.abandoned = true; }

private:
    void take_effect(const std::vector<Effect>& effects) {
        for (const Effect& effect : effects) {
            if (effect.kind == EffectKind::Reveal && inside(state_.revealed, effect.evidence))
                state_.revealed[at(effect.evidence)] = 1;
            if (effect.kind == EffectKind::Set && inside(state_.flags, effect.flag)) state_.flags[at(effect.flag)] = 1;
            if (effect.kind == EffectKind::Say) state_.said.push_back(effect.say);
        }
    }

    [[nodiscard]] bool read_all(IndicatorIx task) const {
        for (const EvidenceIx evidence : scenario_.tasks[at(task)].evidence) {
            const auto& pages = state_.opened[at(evidence)];
            if (state_.revealed[at(evidence)] && std::find(pages.begin(), pages.end(), 1) == pages.end()) return false;
        }
        return true;
    }

    const Scenario& scenario_;
    State& state_;
};

} // namespace

void apply(const Scenario& scenario, State& state, const Event& event) { std::visit(Applier(scenario, state), event); }

State replay(const Scenario& scenario, const std::vector<Event>& events) {
    State state = initial_state(scenario, Mode::Practise);
    for (const Event& event : events) apply(scenario, state, event);
    return state;
}

} // namespace timbang::domain
