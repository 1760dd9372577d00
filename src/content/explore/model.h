#pragma once

#include <cstdint>
#include <vector>

#include "domain/scenario.h"

namespace timbang::content::exploring {

/// A piece of a session that some condition looks at. Two sessions that agree on the step and on every variable that can
/// still be asked for go on alike: they are one state.
enum class VariableKind : std::uint8_t {
    Flag,     ///< `index`: the flag
    Opened,   ///< the document was opened
    Revealed, ///< the document is on the desk
    Taken,    ///< the action was taken
    Spent,    ///< story minutes
    Tasks,    ///< of `members`: 0 not all decided, else the class of the decision (place in `values`, from 1)
    Parts     ///< of `members`: 0 not all answered, else the class of the answer
};

/// Decisions or answers that no condition tells apart; one of them stands for all.
struct AnswerClass {
    int score = 0;            ///< of an indicator with a scale
    int option = -1;          ///< of a choice: place among its options
};

struct Variable {
    VariableKind kind = VariableKind::Flag;
    int index = -1;
    std::vector<int> members;            ///< indicators or parts that are decided together
    std::vector<AnswerClass> values;     ///< one answer of each class; empty: there is one class
    std::vector<std::uint16_t> class_at;  ///< by place on the scale or among the options: the class, from 1
    domain::StepIx step = -1;            ///< of parts
    unsigned shift = 0, width = 1;       ///< where it stands in the key, in bits
};

enum class MoveKind : std::uint8_t { Open, Act, Decide, Answer, Leave };

/// One thing that can be done at a step. Decide and Answer hand in every member.
struct Move {
    MoveKind kind = MoveKind::Leave;
    int index = -1;   ///< evidence, action, variable
    unsigned value = 0;
};

/// What can be done and told apart at one step.
struct StepModel {
    std::vector<Move> moves;
    std::vector<int> live;               ///< variables that this or a later step can still ask for
    std::vector<domain::ActionIx> plain; ///< actions that no condition feels
};

/// The script of a case as variables and moves.
class Model {
public:
    /// With `replies`, what the replies ask of the session (flags, story time) is told apart to the end.
    Model(const domain::Scenario& scenario, bool replies);

    [[nodiscard]] const domain::Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
    /// Of a step; of the place behind the last: the end.
    [[nodiscard]] const StepModel& at_step(std::size_t place) const { return steps_[place]; }
    [[nodiscard]] std::size_t words() const { return words_; }          ///< 64-bit words of a key
    [[nodiscard]] unsigned step_bits() const { return step_bits_; }
    [[nodiscard]] int variable(VariableKind kind, int index) const;

private:
    friend class ModelBuilder;
    const domain::Scenario& scenario_;
    std::vector<Variable> variables_;
    std::vector<StepModel> steps_;
    std::size_t words_ = 1;
    unsigned step_bits_ = 1;
};

/// Calls `see` for each condition inside that is not `all`, `any` or `not`.
template <class See> void each_atom(const domain::Condition& condition, const See& see) {
    using domain::ConditionKind;
    if (condition.kind == ConditionKind::All || condition.kind == ConditionKind::Any ||
        condition.kind == ConditionKind::Not) {
        for (const domain::Condition& part : condition.parts) each_atom(part, see);
    } else {
        see(condition);
    }
}

} // namespace timbang::content::exploring
