// Accepted commands a second of each part of the exploration of a case, on one core, in processor time, and as a ratio to
// 1,000,000.
//   explore_bench [SECONDS]   how long each part is measured at least, 2
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "content/explore.h"
#include "content/library.h"
#include "support/scenario_builder.h"

using namespace timbang;

namespace {

constexpr double kAsked = 1e6;

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::shared_ptr<const domain::Scenario> bundled(const char* name) {
    content::CheckContext check;
    check.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    return content::load_scenario(std::string(TIMBANG_SOURCE_DIR "/scenarios/") + name, check).scenario;
}

/// A script with more than 100,000 states: twelve steps, each with a choice of three that a later step asks for, nine flags
/// set by actions that share a budget.
std::shared_ptr<const domain::Scenario> wide_script() {
    tests::ScenarioBuilder builder;
    builder.scenario.budget = 40;
    const auto paper = builder.evidence("paper", {"words"});
    const auto task = builder.task("HA-S1", {paper}, domain::Verdict::Accept, 10);
    std::vector<domain::ActionIx> actions;
    std::vector<domain::Condition> flags;
    for (int i = 0; i < 9; ++i) {
        const std::string flag = "flag-" + std::to_string(i);
        actions.push_back(builder.action("do-" + std::to_string(i), 5, {builder.set(flag)}));
        flags.push_back(tests::flag_set(flag));
    }
    std::vector<domain::Condition> chosen;
    domain::StepIx before = -1;
    for (int i = 0; i < 12; ++i) {
        const std::string name = "step-" + std::to_string(i);
        const auto step = builder.step(name, {task}, actions);
        const auto part = builder.part(step, domain::PartKind::Choice, "choice");
        for (const char* option : {"one", "two", "three"}) builder.at_part(part).options.push_back({option, {}});
        builder.at_part(part).reference_option = "one";
        if (i % 3 == 0) {
            domain::Condition answer = tests::condition(domain::ConditionKind::Answer, name + "/choice");
            answer.value = "two";
            chosen.push_back(answer);
        }
        if (before >= 0) builder.way(before, step);
        before = step;
    }
    builder.way(before, domain::kEnd, tests::any(chosen));
    builder.way(before, domain::kEnd, tests::any(flags));
    return builder.build();
}

void measure(const char* what, const domain::Scenario& scenario, content::ExploreOptions options, double seconds) {
    std::size_t commands = 0, states = 0;
    const double begin = processor_seconds();
    do {
        const content::Exploration found = content::explore(scenario, options);
        commands += found.commands;
        states = found.states;
        ++options.seed;
    } while (processor_seconds() - begin < seconds);
    const double rate = static_cast<double>(commands) / (processor_seconds() - begin);
    std::printf("%s: %.0f accepted commands a second, %.2f of 1,000,000 (%s); %zu states\n", what, rate, rate / kAsked,
                rate >= kAsked ? "ok" : "under", states);
}

} // namespace

int main(int argc, char** argv) {
    const double seconds = argc > 1 ? std::atof(argv[1]) : 2;
    const auto example = bundled("jumlah-yang-tidak-cocok"), branching = bundled("kota-di-tepi-teluk");
    const auto wide = wide_script();
    if (!example || !branching) return 3;
    content::ExploreOptions whole;
    measure("explore jumlah-yang-tidak-cocok, 1,000 runs", *example, whole, seconds);
    measure("explore kota-di-tepi-teluk, 1,000 runs", *branching, whole, seconds);
    content::ExploreOptions states;
    states.runs = 0;
    states.most_states = 1'000'000;
    measure("every state of a wide script", *wide, states, seconds);
    content::ExploreOptions guided;
    guided.runs = 0;
    guided.most_states = 1;
    measure("guided walks through it", *wide, guided, seconds);
    return 0;
}
