#include "content/players.h"

#include <algorithm>
#include <set>

#include "content/play/automatic.h"
#include "domain/session_start.h"

namespace timbang::content {

using domain::Scenario;
using domain::State;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Answers of one player, asked step by step.
class Player {
public:
    Player(Session& session, PlayerKind kind) : session_(session), kind_(kind) {}

    void run() {
        // Every step may be seen as often as there are steps; a script that goes round longer has no way out.
        std::size_t left = (session_.scenario().steps.size() + 1) * (session_.scenario().steps.size() + 1);
        while (!session_.state().over() && left-- > 0)
            if (!one_step()) break;
        if (!session_.state().over()) session_.ask(domain::Abandon{});
    }

private:
    const Scenario& scenario() const { return session_.scenario(); }
    const State& state() const { return session_.state(); }
    const domain::Step& step() const { return scenario().steps[at(state().step)]; }

    /// False when there is no way on.
    bool one_step() {
        if (kind_ == PlayerKind::Reference) look();
        answer();
        if (kind_ == PlayerKind::Reference && look()) answer(); // what the answers opened
        if (leave()) return true;
        open_all();
        if (leave()) return true;
        for (const domain::ActionIx action : std::vector<domain::ActionIx>(step().actions)) {
            if (!session_.ask(domain::TakeAction{action})) continue;
            open_all();
            answer();
            if (leave()) return true;
        }
        return false;
    }

    bool leave() { return session_.ask(domain::LeaveStep{}); }

    void open_all() {
        for (const domain::Open& page : domain::legal_commands(scenario(), state()).pages)
            if (!state().opened[at(page.evidence)][at(page.page - 1)]) session_.ask(page);
    }

    /// Takes the actions that help, reads everything and marks what the key marks. Whether anything was new.
    bool look() {
        const std::size_t before = session_.commands();
        for (const domain::ActionIx action : std::vector<domain::ActionIx>(step().actions))
            if (!scenario().actions[at(action)].helps.empty() && !state().taken[at(action)])
                session_.ask(domain::TakeAction{action});
        open_all();
        for (const domain::IndicatorIx task : std::vector<domain::IndicatorIx>(step().indicators)) mark_problems(task);
        return session_.commands() != before;
    }

    void mark_problems(domain::IndicatorIx task) {
        const auto& problems = scenario().tasks[at(task)].problems;
        for (std::size_t i = 0; i < problems.size(); ++i) {
            const domain::Passage& where = problems[i].where;
            if (marked_.count({task, i}) != 0 || !domain::visible(scenario(), state(), where.evidence)) continue;
            domain::MarkPassage mark;
            mark.task = task;
            mark.evidence = where.evidence;
            mark.page = where.page;
            mark.area = where.area;
            if (!where.area && !where.ranges.empty()) mark.range = where.ranges.front();
            mark.type = problems[i].type;
            if (session_.ask(mark)) marked_.insert({task, i});
        }
    }

    void answer() {
        for (const domain::IndicatorIx task : std::vector<domain::IndicatorIx>(step().indicators))
            session_.ask(domain::Decide{task, decision(scenario().tasks[at(task)])});
        for (const domain::PartIx part : std::vector<domain::PartIx>(step().parts))
            session_.ask(domain::DecidePart{part, part_answer(scenario().parts[at(part)])});
    }

    domain::Decision decision(const domain::Task& task) const {
        return kind_ == PlayerKind::Reference ? key_decision(task) : blind_decision(task, kind_ == PlayerKind::Lenient);
    }

    domain::PartAnswer part_answer(const domain::StepPart& part) const {
        if (kind_ == PlayerKind::Reference) return key_answer(scenario(), state(), part);
        return blind_answer(scenario(), part, kind_ == PlayerKind::Lenient);
    }

    Session& session_;
    PlayerKind kind_;
    std::set<std::pair<domain::IndicatorIx, std::size_t>> marked_;
};

} // namespace

Session::Session(const Scenario& scenario, domain::Mode mode, std::uint64_t seed) : scenario_(scenario) {
    played_.state = domain::initial_state(scenario, mode);
    played_.events.emplace_back(domain::session_start(scenario, mode, seed));
    domain::apply(scenario, played_.state, played_.events.back());
}

bool Session::ask(const domain::Command& command) {
    domain::Outcome outcome = domain::step(scenario_, played_.state, command);
    if (auto* rejection = std::get_if<domain::Rejection>(&outcome)) {
        refusal_ = std::move(*rejection);
        return false;
    }
    auto& events = std::get<0>(outcome);
    std::move(events.begin(), events.end(), std::back_inserter(played_.events));
    ++played_.commands;
    refusal_.reset();
    return true;
}

Played play(const Scenario& scenario, PlayerKind player, domain::Mode mode, std::uint64_t seed) {
    Session session(scenario, mode, seed);
    if (player == PlayerKind::Random) {
        base::Rng rng(seed);
        wander(session, rng);
    } else {
        Player(session, player).run();
    }
    return session.finish();
}

} // namespace timbang::content
