#include "content/explore/scratch.h"

#include <algorithm>

#include "content/play/automatic.h"

namespace timbang::content::exploring {

namespace d = domain;

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

} // namespace

Seen::Seen(const d::Scenario& scenario)
    : steps(scenario.steps.size(), 0), actions(scenario.actions.size(), 0), evidence(scenario.evidence.size(), 0) {
    for (std::size_t i = 0; i < scenario.evidence.size(); ++i)
        evidence[i] = scenario.evidence[i].hidden ? 0 : 1;
    for (const d::Step& step : scenario.steps)
        events.emplace_back(step.events.size(), std::uint8_t{0});
    if (scenario.start >= 0 && at(scenario.start) < steps.size()) steps[at(scenario.start)] = 1;
}

void Seen::reveal(const std::vector<d::Effect>& effects) {
    for (const d::Effect& effect : effects)
        if (effect.kind == d::EffectKind::Reveal && effect.evidence >= 0) evidence[at(effect.evidence)] = 1;
}

void Seen::see(const d::Scenario& scenario, const d::Event& event) {
    if (const auto* taken = std::get_if<d::ActionTaken>(&event)) {
        if (actions[at(taken->action)]) return;
        actions[at(taken->action)] = 1;
        reveal(scenario.actions[at(taken->action)].then);
    } else if (const auto* fired = std::get_if<d::ScriptFired>(&event)) {
        std::uint8_t& known = events[at(fired->step)][at(fired->event)];
        if (known) return;
        known = 1;
        reveal(scenario.steps[at(fired->step)].events[at(fired->event)].then);
    } else if (const auto* left = std::get_if<d::LeftStep>(&event)) {
        if (left->to >= 0) steps[at(left->to)] = 1;
    }
}

Scratch::Scratch(const Model& model, Seen& seen)
    : model_(model), scenario_(model.scenario()), seen_(seen), blank_(d::initial_state(scenario_, d::Mode::Practise)),
      state_(blank_) {
    for (const Variable& variable : model.variables()) {
        std::vector<std::size_t> first;
        for (unsigned value = 1; value <= std::max<std::size_t>(1, variable.values.size()); ++value) {
            first.push_back(ready_.size());
            for (const int member : variable.members)
                ready_.push_back(command(variable, member, value));
        }
        first_.push_back(std::move(first));
    }
}

void Scratch::start(std::uint64_t* key) {
    state_ = blank_;
    store(key);
}

void Scratch::blank(std::size_t step) {
    std::copy(blank_.flags.begin(), blank_.flags.end(), state_.flags.begin());
    std::copy(blank_.revealed.begin(), blank_.revealed.end(), state_.revealed.begin());
    std::copy(blank_.taken.begin(), blank_.taken.end(), state_.taken.begin());
    state_.said.clear();
    state_.spent = 0;
    state_.finished = state_.abandoned = false;
    state_.step = step == scenario_.steps.size() ? d::kEnd : static_cast<d::StepIx>(step);
    if (state_.step == d::kEnd) state_.finished = true;
    for (const Variable& variable : model_.variables()) {
        if (variable.kind == VariableKind::Opened && !state_.opened[at(variable.index)].empty())
            std::fill(state_.opened[at(variable.index)].begin(), state_.opened[at(variable.index)].end(),
                      std::uint8_t{0});
        if (variable.kind == VariableKind::Tasks)
            for (const int task : variable.members)
                state_.decisions[at(task)].reset();
        if (variable.kind == VariableKind::Parts)
            for (const int part : variable.members)
                state_.part_answers[at(part)].reset();
    }
}

void Scratch::load(const std::uint64_t* key) {
    const std::size_t step = step_of(key);
    blank(step);
    for (const int v : model_.at_step(step).live) {
        const Variable& variable = model_.variables()[at(v)];
        const std::uint64_t stands = value(key, variable);
        if (stands != 0) set(variable, stands);
    }
}

void Scratch::set(const Variable& variable, std::uint64_t value) {
    switch (variable.kind) {
    case VariableKind::Flag:
        state_.flags[at(variable.index)] = 1;
        break;
    case VariableKind::Opened:
        state_.opened[at(variable.index)].front() = 1;
        break;
    case VariableKind::Revealed:
        state_.revealed[at(variable.index)] = 1;
        break;
    case VariableKind::Taken:
        state_.taken[at(variable.index)] = 1;
        break;
    case VariableKind::Spent:
        state_.spent = static_cast<int>(value);
        break;
    case VariableKind::Tasks:
        for (const int task : variable.members) {
            auto& decision = state_.decisions[at(task)];
            decision.emplace();
            if (!variable.values.empty()) decision->score = variable.values[value - 1].score;
        }
        break;
    case VariableKind::Parts:
        for (const int part : variable.members) {
            auto& answer = state_.part_answers[at(part)];
            answer.emplace();
            if (!variable.values.empty())
                answer->option = scenario_.parts[at(part)].options[at(variable.values[value - 1].option)].id;
        }
        break;
    }
}

namespace {

std::uint64_t class_of(const Variable& variable, std::size_t place) {
    return place < variable.class_at.size() ? variable.class_at[place] : 1;
}

} // namespace

std::uint64_t Scratch::get(const Variable& variable) const {
    switch (variable.kind) {
    case VariableKind::Flag:
        return state_.flags[at(variable.index)];
    case VariableKind::Opened: {
        const auto& pages = state_.opened[at(variable.index)];
        return std::find(pages.begin(), pages.end(), 1) != pages.end() ? 1 : 0;
    }
    case VariableKind::Revealed:
        return state_.revealed[at(variable.index)];
    case VariableKind::Taken:
        return state_.taken[at(variable.index)];
    case VariableKind::Spent:
        return static_cast<std::uint64_t>(state_.spent);
    case VariableKind::Tasks: {
        for (const int task : variable.members)
            if (!state_.decisions[at(task)]) return 0;
        const auto& scored = state_.decisions[at(variable.members.front())]->score;
        const d::Task& task = scenario_.tasks[at(variable.members.front())];
        const auto place = scored ? task.indicator->scale.place(*scored) : std::nullopt;
        return class_of(variable, place ? at(*place) : SIZE_MAX);
    }
    case VariableKind::Parts: {
        for (const int part : variable.members)
            if (!state_.part_answers[at(part)]) return 0;
        if (variable.values.empty()) return 1;
        const auto& options = scenario_.parts[at(variable.members.front())].options;
        const std::string& given = state_.part_answers[at(variable.members.front())]->option;
        const auto it = std::find_if(options.begin(), options.end(), [&](const auto& one) { return one.id == given; });
        return class_of(variable, static_cast<std::size_t>(it - options.begin()));
    }
    }
    return 0;
}

void Scratch::store(std::uint64_t* key) const {
    std::fill(key, key + model_.words(), std::uint64_t{0});
    const std::size_t step = state_.step < 0 ? scenario_.steps.size() : at(state_.step);
    key[0] = step;
    for (const int v : model_.at_step(step).live) {
        const Variable& variable = model_.variables()[at(v)];
        key[variable.shift / 64] |= get(variable) << (variable.shift % 64);
    }
}

bool Scratch::worth(const std::uint64_t* key, const Move& move) const {
    switch (move.kind) {
    case MoveKind::Open:
        return state_.revealed[at(move.index)] != 0 &&
               std::find(state_.opened[at(move.index)].begin(), state_.opened[at(move.index)].end(), 1) ==
                   state_.opened[at(move.index)].end();
    case MoveKind::Act:
        return state_.taken[at(move.index)] == 0;
    case MoveKind::Decide:
    case MoveKind::Answer:
        return value(key, model_.variables()[at(move.index)]) != move.value;
    case MoveKind::Leave:
        return true;
    }
    return true;
}

d::Command Scratch::command(const Variable& variable, int member, unsigned value) const {
    if (variable.kind == VariableKind::Tasks) {
        d::Decide decide{member, blind_decision(scenario_.tasks[at(member)], true)};
        if (!variable.values.empty()) decide.decision.score = variable.values[value - 1].score;
        return decide;
    }
    d::DecidePart decide{member, blind_answer(scenario_, scenario_.parts[at(member)], true)};
    if (!variable.values.empty())
        decide.answer.option = scenario_.parts[at(member)].options[at(variable.values[value - 1].option)].id;
    return decide;
}

std::vector<d::Command> Scratch::commands(const Move& move) const {
    switch (move.kind) {
    case MoveKind::Open:
        return {d::Open{move.index, 1}};
    case MoveKind::Act:
        return {d::TakeAction{move.index}};
    case MoveKind::Leave:
        return {d::LeaveStep{}};
    case MoveKind::Decide:
    case MoveKind::Answer:
        break;
    }
    std::vector<d::Command> all;
    const std::size_t first = first_[at(move.index)][move.value - 1];
    const std::size_t members = model_.variables()[at(move.index)].members.size();
    all.insert(all.end(), ready_.begin() + static_cast<std::ptrdiff_t>(first),
               ready_.begin() + static_cast<std::ptrdiff_t>(first + members));
    return all;
}

bool Scratch::ask(const d::Command& command) {
    const d::Outcome outcome = d::step(scenario_, state_, command);
    const auto* events = std::get_if<0>(&outcome);
    if (events == nullptr) return false;
    ++seen_.commands;
    for (const d::Event& event : *events) {
        seen_.see(scenario_, event);
        // Nothing that a later load does not reset may stay behind.
        if (const auto* fired = std::get_if<d::ScriptFired>(&event))
            state_.fired[at(fired->step)][at(fired->event)] = 0;
        if (const auto* decided = std::get_if<d::Decided>(&event)) state_.earlier[at(decided->task)].clear();
        if (const auto* decided = std::get_if<d::PartDecided>(&event)) state_.earlier_parts[at(decided->part)].clear();
    }
    return true;
}

unsigned Scratch::go(const Move& move) {
    switch (move.kind) {
    case MoveKind::Open:
        return ask(d::Open{move.index, 1}) ? 1 : 0;
    case MoveKind::Act:
        return ask(d::TakeAction{move.index}) ? 1 : 0;
    case MoveKind::Leave:
        return ask(d::LeaveStep{}) ? 1 : 0;
    case MoveKind::Decide:
    case MoveKind::Answer:
        break;
    }
    const std::size_t first = first_[at(move.index)][move.value - 1];
    const std::size_t members = model_.variables()[at(move.index)].members.size();
    for (std::size_t i = 0; i < members; ++i)
        if (!ask(ready_[first + i])) return 0;
    return static_cast<unsigned>(members);
}

bool Scratch::try_plain() {
    if (state_.step < 0) return false;
    bool any = false;
    for (const d::ActionIx action : model_.at_step(at(state_.step)).plain) {
        if (seen_.actions[at(action)]) continue;
        const int spent = state_.spent;
        if (!ask(d::TakeAction{action})) continue;
        any = true;
        state_.taken[at(action)] = 0;
        state_.spent = spent;
    }
    return any;
}

} // namespace timbang::content::exploring
