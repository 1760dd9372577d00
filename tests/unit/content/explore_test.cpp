#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/rng.h"
#include "content/explore.h"
#include "content/library.h"
#include "domain/comparison.h"
#include "support/scenario_builder.h"

using namespace timbang;
using namespace timbang::domain;
using tests::ScenarioBuilder;
using tests::words;

namespace {

content::ExploreOptions no_runs() {
    content::ExploreOptions options;
    options.runs = 0;
    return options;
}

std::size_t at(int index) { return static_cast<std::size_t>(index); }

Condition answered(const std::string& part, const std::string& option) {
    Condition made = tests::condition(ConditionKind::Answer, part);
    made.value = option;
    return made;
}

PartIx choice(ScenarioBuilder& builder, StepIx step, const std::string& name, int options) {
    const PartIx part = builder.part(step, PartKind::Choice, name);
    for (int i = 0; i < options; ++i) {
        const std::string id = "option-" + std::to_string(i);
        builder.at_part(part).options.push_back({id, words(id)});
    }
    builder.at_part(part).reference_option = "option-0";
    return part;
}

// Looks at a case without any of the explorer's shortcuts: real states, every single command, in breadth.
struct Plain {
    std::set<int> steps, actions, evidence;
    std::set<std::pair<int, int>> events;
    std::map<int, std::size_t> stuck; ///< step: commands of the shortest way to where nothing leads out of it any more
    bool hopeless_round = false;      ///< somewhere the end is out of reach although steps can be left
};

std::vector<Command> everything(const Scenario& scenario, const State& state) {
    std::vector<Command> commands;
    const Legal legal = legal_commands(scenario, state);
    for (const Open& page : legal.pages) commands.emplace_back(page);
    for (const ActionIx action : legal.actions) commands.emplace_back(TakeAction{action});
    for (const IndicatorIx task : legal.tasks)
        for (const int score : {0, 6, 10})
            commands.emplace_back(Decide{task, tests::decision(scenario, task, Verdict::Accept, score)});
    for (const PartIx part : legal.parts)
        for (const Option& option : scenario.parts[at(part)].options) {
            DecidePart decide{part, {}};
            decide.answer.option = option.id;
            commands.emplace_back(decide);
        }
    if (legal.leave) commands.emplace_back(LeaveStep{});
    return commands;
}

std::string name_of(const State& state) {
    std::string name = std::to_string(state.step) + "|" + std::to_string(state.spent) + "|";
    const auto bytes = [&](const std::vector<std::uint8_t>& list) {
        for (const std::uint8_t one : list) name += one ? '1' : '0';
        name += '|';
    };
    bytes(state.flags);
    bytes(state.taken);
    bytes(state.revealed);
    for (const auto& pages : state.opened) bytes(pages);
    for (const auto& fired : state.fired) bytes(fired);
    for (const auto& decision : state.decisions) name += decision ? std::to_string(*decision->score) + "," : "-";
    for (const auto& answer : state.part_answers) name += answer ? answer->option + "," : "-";
    return name;
}

void see(const Scenario& scenario, const State& state, const std::vector<Event>& events, Plain& plain) {
    plain.steps.insert(state.step);
    for (std::size_t i = 0; i < scenario.evidence.size(); ++i)
        if (state.revealed[i]) plain.evidence.insert(static_cast<int>(i));
    for (const Event& event : events) {
        if (const auto* taken = std::get_if<ActionTaken>(&event)) plain.actions.insert(taken->action);
        if (const auto* fired = std::get_if<ScriptFired>(&event)) plain.events.insert({fired->step, fired->event});
    }
}

Plain look_plainly(const Scenario& scenario) {
    Plain plain;
    std::map<std::string, std::size_t> known;
    std::vector<State> states;
    std::vector<std::size_t> cost;
    std::vector<std::vector<std::pair<std::size_t, bool>>> after; // to, and whether a step was left
    const auto number = [&](const State& state, std::size_t commands) {
        const auto [it, fresh] = known.emplace(name_of(state), states.size());
        if (fresh) {
            states.push_back(state);
            cost.push_back(commands);
            after.emplace_back();
        }
        return it->second;
    };
    number(initial_state(scenario, Mode::Practise), 0);
    see(scenario, states[0], {}, plain);
    for (std::size_t node = 0; node < states.size(); ++node) {
        if (states[node].over()) continue;
        for (const Command& command : everything(scenario, states[node])) {
            State next = states[node];
            const Outcome outcome = step(scenario, next, command);
            REQUIRE(std::holds_alternative<std::vector<Event>>(outcome));
            see(scenario, next, std::get<0>(outcome), plain);
            const std::size_t to = number(next, cost[node] + 1);
            after[node].emplace_back(to, std::holds_alternative<LeaveStep>(command));
        }
    }
    std::vector<bool> hope(states.size()), leaves(states.size());
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t node = 0; node < states.size(); ++node) {
            bool ends = states[node].finished, out = false;
            for (const auto& [to, left] : after[node]) {
                ends = ends || hope[to];
                out = out || left || leaves[to];
            }
            changed = changed || ends != hope[node] || out != leaves[node];
            hope[node] = ends;
            leaves[node] = out;
        }
    }
    for (std::size_t node = 0; node < states.size(); ++node) {
        if (hope[node]) continue;
        if (leaves[node]) {
            plain.hopeless_round = true;
        } else {
            const auto [it, fresh] = plain.stuck.emplace(states[node].step, cost[node]);
            if (!fresh) it->second = std::min(it->second, cost[node]);
        }
    }
    return plain;
}

/// Any condition over what the small script has.
Condition any_condition(base::Rng& rng, int depth) {
    switch (rng.below(depth > 0 ? 11 : 8)) {
    case 0: return tests::flag_set("flag-0");
    case 1: return tests::flag_set("flag-1");
    case 2: return tests::decided("HA-S1");
    case 3: return tests::decided("all");
    case 4: return answered("one/choice", "option-" + std::to_string(rng.below(3)));
    case 5: return tests::numbered(ConditionKind::IndicatorScore, rng.below(2) ? Relation::Above : Relation::Below,
                                   rng.below(2) ? 4 : 8, rng.below(2) ? "HA-S1" : "HA-P1");
    case 6: return tests::condition(ConditionKind::Opened, "hidden");
    case 7: return tests::spent_at_least(static_cast<int>(5 + 5 * rng.below(3)));
    case 8: return tests::negate(any_condition(rng, depth - 1));
    case 9: return tests::all({any_condition(rng, depth - 1), any_condition(rng, depth - 1)});
    default: return tests::any({any_condition(rng, depth - 1), any_condition(rng, depth - 1)});
    }
}

Effect any_effect(ScenarioBuilder& builder, EvidenceIx hidden, base::Rng& rng) {
    switch (rng.below(4)) {
    case 0: return tests::reveal(hidden);
    case 1: return builder.set("flag-0");
    case 2: return builder.set("flag-1");
    default: return tests::say("something");
    }
}

/// A script of three steps, two indicators, two actions, a choice and a hidden document, put together by chance.
std::shared_ptr<const Scenario> any_script(std::uint64_t seed) {
    base::Rng rng(seed);
    ScenarioBuilder builder;
    builder.scenario.budget = static_cast<int>(5 + 5 * rng.below(3));
    const EvidenceIx paper = builder.evidence("paper", {"words"});
    const EvidenceIx hidden = builder.evidence("hidden", {"more words"}, true);
    const IndicatorIx first = builder.task("HA-S1", {paper}, Verdict::Accept, 10);
    const IndicatorIx second = builder.task("HA-P1", {paper}, Verdict::Return, 4);
    builder.flag("flag-0");
    builder.flag("flag-1");
    const ActionIx call = builder.action("call", 5, {any_effect(builder, hidden, rng)});
    const ActionIx visit = builder.action("visit", 10, {any_effect(builder, hidden, rng)});
    const StepIx steps[] = {builder.step("one", {first}, {call}), builder.step("two", {first, second}, {visit}),
                            builder.step("three", {second}, {call, visit})};
    choice(builder, steps[0], "choice", 3);
    for (const StepIx step : steps) {
        const std::size_t ways = 1 + rng.below(3);
        for (std::size_t i = 0; i < ways; ++i) {
            const std::size_t to = rng.below(4);
            const Condition when = rng.below(4) == 0 ? Condition{} : any_condition(rng, 1);
            builder.way(step, to == 3 ? kEnd : steps[to], when);
        }
        if (rng.below(2) == 0) {
            ScriptEvent event;
            event.when = any_condition(rng, 1);
            event.then = {any_effect(builder, hidden, rng)};
            builder.at_step(step).events.push_back(std::move(event));
        }
    }
    return builder.build();
}

void check_reached(const content::Covered& covered, const std::set<int>& reached) {
    CHECK(covered.reached() + covered.missing.size() == covered.all);
    for (std::size_t i = 0; i < covered.all; ++i) {
        CAPTURE(i);
        const bool missing =
            std::find(covered.missing.begin(), covered.missing.end(), static_cast<int>(i)) != covered.missing.end();
        CHECK(missing == (reached.count(static_cast<int>(i)) == 0));
    }
}

} // namespace

TEST_CASE("exploration of scripts put together by chance finds what trying every command finds, by ways as short") {
    int stuck = 0, rounds = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        const auto scenario = any_script(seed);
        const Plain plain = look_plainly(*scenario);
        const auto found = content::explore(*scenario, no_runs());
        REQUIRE(found.complete);
        check_reached(found.steps, plain.steps);
        check_reached(found.actions, plain.actions);
        check_reached(found.evidence, plain.evidence);
        CHECK(found.events - found.events_missing.size() == plain.events.size());
        std::map<int, std::size_t> told;
        bool round = false;
        for (const content::DeadEnd& end : found.dead_ends) {
            if (end.kind == content::DeadEndKind::Stuck) told[end.step] = end.commands;
            else round = true;
            const auto played = content::play_script(*scenario, end.play, Mode::Practise, 1);
            REQUIRE(played.ok());
            CHECK(played->state.step == end.step);
            // Where it is stuck, no more can be left from here, whatever is tried.
            CHECK_FALSE(played->state.over());
        }
        CHECK(told == plain.stuck);
        if (round) CHECK(plain.hopeless_round);
        if (plain.hopeless_round) CHECK_FALSE(found.dead_ends.empty());
        stuck += static_cast<int>(plain.stuck.size());
        rounds += round ? 1 : 0;
    }
    CHECK(stuck > 5); // the scripts are such that there is something to find
    CHECK(rounds > 2);
}

TEST_CASE("indicators that no condition tells apart are decided together: their number does not multiply the states") {
    ScenarioBuilder builder;
    const EvidenceIx paper = builder.evidence("paper", {"words"});
    std::vector<IndicatorIx> tasks;
    for (const char* code : {"HA-S1", "HA-P1", "HA-P2", "HA-O1", "HB-S1", "HB-P1", "HB-P2", "HB-O1"})
        tasks.push_back(builder.task(code, {paper}, Verdict::Accept, 10));
    const StepIx desk = builder.step("desk", tasks);
    builder.way(desk, kEnd, tests::decided("all"));
    const auto scenario = builder.build();
    const auto found = content::explore(*scenario, no_runs());
    CHECK(found.complete);
    CHECK(found.states == 3); // nothing decided, all decided, the end
    CHECK(found.dead_ends.empty());
}

TEST_CASE("a dead end names the answer of its way that decides it") {
    ScenarioBuilder builder;
    const StepIx first = builder.step("first"), second = builder.step("second"), third = builder.step("third");
    choice(builder, first, "choice", 3);
    builder.way(first, second);
    builder.way(second, third);
    builder.way(third, kEnd, tests::negate(answered("first/choice", "option-2")));
    const auto scenario = builder.build();
    const auto found = content::explore(*scenario, no_runs());
    REQUIRE(found.dead_ends.size() == 1);
    const content::DeadEnd& end = found.dead_ends.front();
    CHECK(end.step == third);
    CHECK(end.shortest);
    CHECK(end.commands == 3);
    CHECK(end.play == "choose first/choice option-2\nnext\nnext\n");
    CHECK(end.since_step == first);
    CHECK(end.since == "choose first/choice option-2");
}

namespace {

/// 2^12 states and more: twelve flags, each set by an action of its own; stuck after `wrong`.
std::shared_ptr<const Scenario> wide_script() {
    ScenarioBuilder builder;
    std::vector<ActionIx> actions;
    std::vector<Condition> all;
    for (int i = 0; i < 12; ++i) {
        const std::string name = "flag-" + std::to_string(i);
        actions.push_back(builder.action("do-" + std::to_string(i), 0, {builder.set(name)}));
        all.push_back(tests::flag_set(name));
    }
    const ActionIx wrong = builder.action("wrong", 0, {builder.set("spoiled")});
    actions.push_back(wrong);
    const StepIx desk = builder.step("desk", {}, actions), last = builder.step("last"), lost = builder.step("lost");
    all.push_back(tests::negate(tests::flag_set("spoiled")));
    builder.way(desk, last, tests::all(all));
    builder.way(desk, lost, tests::all({tests::flag_set("spoiled"), tests::flag_set("flag-3")}));
    builder.way(last, kEnd);
    return builder.build();
}

} // namespace

TEST_CASE("too many states: guided walks still reach the steps and find a dead end, and say so") {
    const auto scenario = wide_script();
    content::ExploreOptions options = no_runs();
    options.most_states = 500;
    options.guided_commands = 100'000;
    const auto found = content::explore(*scenario, options);
    CHECK_FALSE(found.complete);
    CHECK_FALSE(found.stopped);
    CHECK(found.guided_commands > 50'000);
    CHECK(found.steps.missing.empty());
    CHECK(found.actions.missing.empty());
    REQUIRE(found.dead_ends.size() == 1);
    const content::DeadEnd& end = found.dead_ends.front();
    CHECK_FALSE(end.shortest);
    CHECK(end.kind == content::DeadEndKind::Stuck);
    CHECK(scenario->steps[at(end.step)].id == "lost");
    const auto played = content::play_script(*scenario, end.play, Mode::Practise, 1);
    REQUIRE(played.ok());
    CHECK(played->state.step == end.step);
    CHECK(end.commands <= 4); // do-3, wrong, next; what was not needed was left out
    const auto findings = content::explore_findings(*scenario, found);
    CHECK(std::any_of(findings.begin(), findings.end(), [](const auto& one) { return one.code == "not-complete"; }));

    const auto whole = content::explore(*scenario, no_runs());
    CHECK(whole.complete);
    REQUIRE(whole.dead_ends.size() == 1);
    CHECK(whole.dead_ends.front().commands == 3);
}

TEST_CASE("exploration stops at once when told so, and says that it is partial") {
    const auto scenario = wide_script();
    std::atomic<bool> stop{false};
    int asked = 0;
    content::ExploreWatch watch;
    watch.stop = &stop;
    watch.progress = [&](const content::ExploreProgress& progress) {
        ++asked;
        CHECK(progress.phase == content::ExplorePhase::Script);
        stop = true;
    };
    const auto found = content::explore(*scenario, no_runs(), watch);
    CHECK(asked == 1);
    CHECK(found.stopped);
    CHECK_FALSE(found.complete);
    CHECK(found.players.empty());
    CHECK(found.states < 8192);
    const auto findings = content::explore_findings(*scenario, found);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.back().code == "stopped");
    for (const auto& finding : findings) CHECK(finding.severity != base::Severity::Error);
}

TEST_CASE("exploration that is stopped while the random player plays keeps the runs that it had") {
    ScenarioBuilder builder;
    const EvidenceIx paper = builder.evidence("paper", {"words"});
    builder.way(builder.step("desk", {builder.task("HA-S1", {paper}, Verdict::Accept, 10)}), kEnd);
    const auto scenario = builder.build();
    std::atomic<bool> stop{false};
    content::ExploreWatch watch;
    watch.stop = &stop;
    watch.progress = [&](const content::ExploreProgress& progress) {
        stop = progress.phase == content::ExplorePhase::Players && progress.done == 7;
    };
    const auto found = content::explore(*scenario, {}, watch);
    CHECK(found.stopped);
    CHECK(found.complete); // the script was looked at before
    REQUIRE(found.players.size() == 4);
    CHECK(found.players.front().runs == 1);
    CHECK(found.players.back().runs == 7);
    const auto findings = content::explore_findings(*scenario, found);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.back().code == "stopped");
}

TEST_CASE("the same seed gives the same exploration; the best random run plays again as it was told") {
    auto loaded = content::load_scenario(TIMBANG_SOURCE_DIR "/scenarios/kota-di-tepi-teluk", {});
    REQUIRE(loaded.scenario != nullptr);
    content::ExploreOptions options;
    options.runs = 50;
    options.seed = 11;
    std::vector<content::ExplorePhase> phases;
    content::ExploreWatch watch;
    watch.progress = [&](const content::ExploreProgress& progress) { phases.push_back(progress.phase); };
    const auto found = content::explore(*loaded.scenario, options, watch);
    const auto again = content::explore(*loaded.scenario, options);
    CHECK(std::is_sorted(phases.begin(), phases.end()));
    CHECK(found.complete);
    CHECK(found.commands == again.commands);
    CHECK(found.states == again.states);
    REQUIRE(found.players.size() == 4);
    const content::PlayerRange& random = found.players.back();
    CHECK(random.runs == 50);
    CHECK(random.most == again.players.back().most);
    CHECK(random.best_seed == again.players.back().best_seed);
    CHECK(random.best_seed >= 11);
    CHECK(random.best_seed < 61);
    CHECK(random.mean > Rational(random.least));
    CHECK(random.mean < Rational(random.most));
    const auto played =
        content::play(*loaded.scenario, content::PlayerKind::Random, Mode::Practise, random.best_seed);
    int exact = 0;
    for (std::size_t i = 0; i < loaded.scenario->tasks.size(); ++i)
        exact += compare_indicator(*loaded.scenario, played.state, static_cast<int>(i)).exact ? 1 : 0;
    CHECK(exact == random.most);
}

TEST_CASE("every bundled case is looked at whole, everything in it is reached, every reply meets an answer") {
    for (const std::string& folder : content::find_scenarios(TIMBANG_SOURCE_DIR "/scenarios")) {
        CAPTURE(folder);
        auto loaded = content::load_scenario(folder, {});
        REQUIRE(loaded.scenario != nullptr);
        content::ExploreOptions options;
        options.runs = 10;
        const auto found = content::explore(*loaded.scenario, options);
        CHECK(found.complete);
        for (const auto& finding : content::explore_findings(*loaded.scenario, found)) CHECK(finding.code == "");
        const auto summary = content::explore_summary(*loaded.scenario, found);
        CHECK(summary.all_reached);
        CHECK(summary.steps_reached == loaded.scenario->steps.size());
        CHECK(summary.replies_used == summary.replies);
        CHECK(summary.runs == 13);
        REQUIRE(summary.rows.size() == 4);
        for (std::size_t i = 0; i < 3; ++i) CHECK(summary.rows[i].good);
        CHECK(summary.rows.front().least == summary.rows.front().of);
    }
}
