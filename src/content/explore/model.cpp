#include "content/explore/model.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "content/explore/questions.h"
#include "domain/asked.h"
#include "domain/relation.h"

namespace timbang::content::exploring {

namespace d = domain;
using d::Condition;
using d::ConditionKind;

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool has(const std::vector<int>& list, int one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// Steps that can be gone to from each by any way, itself included.
std::vector<std::vector<bool>> reachable_from(const d::Scenario& scenario) {
    const std::size_t n = scenario.steps.size();
    std::vector<std::vector<bool>> reach(n, std::vector<bool>(n, false));
    for (std::size_t from = 0; from < n; ++from) {
        std::vector<std::size_t> open{from};
        reach[from][from] = true;
        while (!open.empty()) {
            const std::size_t step = open.back();
            open.pop_back();
            for (const d::Way& way : scenario.steps[step].next)
                if (way.to >= 0 && at(way.to) < n && !reach[from][at(way.to)]) {
                    reach[from][at(way.to)] = true;
                    open.push_back(at(way.to));
                }
        }
    }
    return reach;
}

} // namespace

/// Makes the variables, each with its readers, and from these what is alive and can be done at each step.
class ModelBuilder {
public:
    ModelBuilder(Model& model, bool replies)
        : model_(model), scenario_(model.scenario_), end_(scenario_.steps.size()),
          asked_(gather_questions(scenario_, replies)) {}

    void build() {
        add_flags_and_documents();
        add_actions();
        add_tasks();
        add_parts();
        lay_out();
        find_live();
        for (std::size_t step = 0; step < end_; ++step)
            add_moves(step);
    }

private:
    int add(Variable variable, Readers readers) {
        model_.variables_.push_back(std::move(variable));
        readers_.push_back(std::move(readers));
        return static_cast<int>(model_.variables_.size()) - 1;
    }

    static Variable simple(VariableKind kind, int index, unsigned width = 1) {
        Variable variable;
        variable.kind = kind;
        variable.index = index;
        variable.width = width;
        return variable;
    }

    void add_flags_and_documents() {
        for (const auto& [flag, readers] : asked_.flags)
            add(simple(VariableKind::Flag, flag), readers);
        for (const auto& [evidence, readers] : asked_.opened) {
            if (evidence < 0 || at(evidence) >= scenario_.evidence.size()) continue;
            add(simple(VariableKind::Opened, evidence), readers);
            if (scenario_.evidence[at(evidence)].hidden) add(simple(VariableKind::Revealed, evidence), readers);
        }
    }

    /// Whether a condition can feel what the action does.
    [[nodiscard]] bool felt(const d::Action& action) const {
        return std::any_of(action.then.begin(), action.then.end(), [this](const d::Effect& effect) {
            return (effect.kind == d::EffectKind::Set && asked_.flags.count(effect.flag) != 0) ||
                   (effect.kind == d::EffectKind::Reveal && asked_.opened.count(effect.evidence) != 0);
        });
    }

    void add_actions() {
        long long cost = 0;
        for (const d::Action& action : scenario_.actions)
            cost += action.cost;
        const bool scarce = cost > scenario_.budget;
        const bool time = scarce || !asked_.spent.empty();
        Readers offer; // steps where time matters because something can be bought
        for (std::size_t i = 0; i < scenario_.actions.size(); ++i) {
            const d::Action& action = scenario_.actions[i];
            if (!felt(action) && !(time && action.cost > 0)) continue;
            Readers readers;
            for (std::size_t step = 0; step < end_; ++step)
                if (has(scenario_.steps[step].actions, static_cast<int>(i))) readers.insert(step);
            if (scarce && action.cost > 0) offer.insert(readers.begin(), readers.end());
            add(simple(VariableKind::Taken, static_cast<int>(i)), readers);
        }
        if (!time) return;
        offer.insert(asked_.spent.begin(), asked_.spent.end());
        const long long most = std::max<long long>(1, std::min<long long>(cost, scenario_.budget));
        add(simple(VariableKind::Spent, 0,
                   static_cast<unsigned>(std::bit_width(static_cast<unsigned long long>(most)))),
            offer);
    }

    static bool fits(const Condition& atom, int score) {
        return atom.kind == ConditionKind::Decided || d::relates(atom.relation, score, atom.number);
    }

    /// Answers that make every condition equally true are one class.
    struct Classes {
        Variable& variable;
        std::map<std::vector<bool>, std::uint16_t> seen{};

        void add(const std::vector<bool>& truth, AnswerClass one) {
            const auto [it, fresh] = seen.emplace(truth, static_cast<std::uint16_t>(seen.size() + 1));
            if (fresh) variable.values.push_back(one);
            variable.class_at.push_back(it->second);
        }
    };

    void add_score_classes(Variable& variable, const std::vector<const Condition*>& atoms) const {
        const d::Task& item = scenario_.tasks[at(variable.index)];
        if (!d::asks_score(scenario_, item)) return;
        Classes classes{variable};
        for (const d::ScaleStep& step : item.indicator->scale.steps) {
            std::vector<bool> truth;
            for (const Condition* atom : atoms)
                truth.push_back(fits(*atom, step.score));
            classes.add(truth, {step.score, -1});
        }
    }

    void add_tasks() {
        std::map<std::pair<std::vector<std::size_t>, Readers>, std::vector<int>> groups;
        for (std::size_t i = 0; i < scenario_.tasks.size(); ++i) {
            const int task = static_cast<int>(i);
            std::vector<std::size_t> listed;
            Readers readers;
            for (std::size_t step = 0; step < end_; ++step)
                if (has(scenario_.steps[step].indicators, task)) {
                    listed.push_back(step);
                    if (asked_.all_decided.count(step) != 0) readers.insert(step);
                }
            if (asked_.all_decided.count(end_) != 0) readers.insert(end_);
            const auto named = asked_.tasks.find(task);
            if (named == asked_.tasks.end()) {
                if (!readers.empty()) groups[{listed, readers}].push_back(task);
                continue;
            }
            Variable variable = simple(VariableKind::Tasks, task);
            variable.members = {task};
            add_score_classes(variable, named->second.atoms);
            variable.width = class_bits(variable.values.size());
            readers.insert(named->second.readers.begin(), named->second.readers.end());
            add(std::move(variable), readers);
        }
        for (const auto& [about, tasks] : groups) {
            Variable variable = simple(VariableKind::Tasks, tasks.front());
            variable.members = tasks;
            add(std::move(variable), about.second);
        }
    }

    void add_option_classes(Variable& variable, const std::vector<const Condition*>& atoms) const {
        const auto& options = scenario_.parts[at(variable.index)].options;
        Classes classes{variable};
        for (std::size_t i = 0; i < options.size(); ++i) {
            std::vector<bool> truth;
            for (const Condition* atom : atoms)
                truth.push_back(atom->value == options[i].id);
            classes.add(truth, {0, static_cast<int>(i)});
        }
    }

    void add_parts() {
        for (std::size_t step = 0; step < end_; ++step) {
            Variable plain = simple(VariableKind::Parts, -1);
            plain.step = static_cast<int>(step);
            for (const int part : scenario_.steps[step].parts) {
                if (scenario_.parts[at(part)].kind == d::PartKind::Letter) continue;
                const auto asked = asked_.parts.find(part);
                if (asked == asked_.parts.end()) {
                    plain.members.push_back(part);
                    continue;
                }
                Variable variable = simple(VariableKind::Parts, part);
                variable.members = {part};
                variable.step = static_cast<int>(step);
                add_option_classes(variable, asked->second.atoms);
                variable.width = class_bits(variable.values.size());
                Readers readers = asked->second.readers;
                readers.insert(step);
                add(std::move(variable), readers);
            }
            if (!plain.members.empty()) add(std::move(plain), {step});
        }
    }

    static unsigned class_bits(std::size_t classes) {
        return std::max(1u, static_cast<unsigned>(std::bit_width(classes)));
    }

    /// No variable crosses a word.
    void lay_out() {
        model_.step_bits_ = static_cast<unsigned>(std::bit_width(end_ + 1));
        unsigned next = model_.step_bits_;
        for (Variable& variable : model_.variables_) {
            if (next / 64 != (next + variable.width - 1) / 64) next = (next / 64 + 1) * 64;
            variable.shift = next;
            next += variable.width;
        }
        model_.words_ = (next + 63) / 64;
    }

    void find_live() {
        const auto reach = reachable_from(scenario_);
        model_.steps_.resize(end_ + 1);
        for (std::size_t step = 0; step <= end_; ++step)
            for (std::size_t v = 0; v < readers_.size(); ++v) {
                const auto asks = [&](std::size_t reader) {
                    return reader == end_ || (step < end_ && reach[step][reader]);
                };
                if (std::any_of(readers_[v].begin(), readers_[v].end(), asks))
                    model_.steps_[step].live.push_back(static_cast<int>(v));
            }
    }

    void add_moves(std::size_t place) {
        const d::Step& step = scenario_.steps[place];
        StepModel& made = model_.steps_[place];
        for (const int v : made.live) {
            const Variable& variable = model_.variables_[at(v)];
            if (variable.kind == VariableKind::Opened) made.moves.push_back({MoveKind::Open, variable.index, 1});
            if (variable.kind == VariableKind::Taken && has(step.actions, variable.index))
                made.moves.push_back({MoveKind::Act, variable.index, 1});
            const bool decides = variable.kind == VariableKind::Tasks && has(step.indicators, variable.members.front());
            const bool answers = variable.kind == VariableKind::Parts && at(variable.step) == place;
            if (!decides && !answers) continue;
            for (unsigned value = 1; value <= std::max<std::size_t>(1, variable.values.size()); ++value)
                made.moves.push_back({decides ? MoveKind::Decide : MoveKind::Answer, v, value});
        }
        made.moves.push_back({MoveKind::Leave, -1, 0});
        for (const int action : step.actions)
            if (model_.variable(VariableKind::Taken, action) < 0) made.plain.push_back(action);
    }

    Model& model_;
    const d::Scenario& scenario_;
    std::size_t end_;
    Questions asked_;
    std::vector<Readers> readers_; ///< by variable
};

Model::Model(const d::Scenario& scenario, bool replies) : scenario_(scenario) {
    ModelBuilder(*this, replies).build();
}

int Model::variable(VariableKind kind, int index) const {
    for (std::size_t v = 0; v < variables_.size(); ++v)
        if (variables_[v].kind == kind && variables_[v].index == index) return static_cast<int>(v);
    return -1;
}

} // namespace timbang::content::exploring
