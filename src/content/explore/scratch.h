#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/explore/model.h"
#include "domain/session.h"

namespace timbang::content::exploring {

/// What was seen on the way, of the whole exploration.
struct Seen {
    std::vector<std::uint8_t> steps, actions, evidence;
    std::vector<std::vector<std::uint8_t>> events; ///< by step
    std::size_t commands = 0;                      ///< accepted

    explicit Seen(const domain::Scenario& scenario);
    /// Takes in one event of a session.
    void see(const domain::Scenario& scenario, const domain::Event& event);
    void reveal(const std::vector<domain::Effect>& effects);
};

/// One real session state that is set to any state of the model, moved by `step`, and read back as a key. What the key leaves out
/// stands as at the start, which no condition can tell.
class Scratch {
public:
    explicit Scratch(const Model& model, Seen& seen);

    /// The key of the state before the first command.
    void start(std::uint64_t* key);
    /// Makes the state that a key stands for.
    void load(const std::uint64_t* key);
    /// The key of the present state.
    void store(std::uint64_t* key) const;
    /// Whether the move could change anything that is told apart in the loaded state.
    [[nodiscard]] bool worth(const std::uint64_t* key, const Move& move) const;
    /// Carries out a move on the loaded state. Returns the commands that it took; 0: refused.
    unsigned go(const Move& move);
    /// Tries the actions of the step that no condition feels and that were never possible yet. Whether any was taken: then the
    /// state has to be loaded again.
    bool try_plain();

    [[nodiscard]] const domain::State& state() const { return state_; }
    /// The commands of a move at a step.
    [[nodiscard]] std::vector<domain::Command> commands(const Move& move) const;

    [[nodiscard]] std::uint64_t value(const std::uint64_t* key, const Variable& variable) const {
        return (key[variable.shift / 64] >> (variable.shift % 64)) & ((std::uint64_t{1} << variable.width) - 1);
    }
    /// Place of the step in the scenario; the number of steps at the end.
    [[nodiscard]] std::size_t step_of(const std::uint64_t* key) const {
        return key[0] & ((std::uint64_t{1} << model_.step_bits()) - 1);
    }

private:
    void blank(std::size_t step);
    void set(const Variable& variable, std::uint64_t value);
    [[nodiscard]] std::uint64_t get(const Variable& variable) const;
    [[nodiscard]] domain::Command command(const Variable& variable, int member, unsigned value) const;
    bool ask(const domain::Command& command);

    const Model& model_;
    const domain::Scenario& scenario_;
    Seen& seen_;
    domain::State blank_, state_;
    std::vector<domain::Command> ready_;               ///< of all decisions and answers, made once
    std::vector<std::vector<std::size_t>> first_;      ///< by variable and value: where its commands begin
};

} // namespace timbang::content::exploring
