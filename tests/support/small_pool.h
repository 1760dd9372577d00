#pragma once

#include "domain/readiness.h"
#include "support/scenario_builder.h"

namespace timbang::tests {

/// A pool of 64 items on the eight indicators of the small pack, eight on each. Item n of all: its reference runs through the
/// scale (n mod 6), every fourth has the problem "wrong-year", every fifth of the rest "not-endorsed", others are sound; the first
/// three of each eight are anchors. Each has a page of its own, "page-HA-S1.1" and so on.
struct SmallPool {
    ScenarioBuilder builder;

    SmallPool() {
        builder.scenario.id = "small-pool";
        builder.scenario.purpose = Purpose::Pool;
        std::vector<IndicatorIx> all;
        int n = 0;
        for (const char* code : {"HA-S1", "HA-P1", "HA-P2", "HA-O1", "HB-S1", "HB-P1", "HB-P2", "HB-O1"})
            for (int item = 1; item <= 8; ++item, ++n) all.push_back(add(std::string(code) + "." + std::to_string(item), n));
        const StepIx step = builder.step("indicators", all);
        builder.way(step, kEnd, decided("all"));
    }
    [[nodiscard]] std::shared_ptr<const Scenario> build() { return builder.build(); }

private:
    IndicatorIx add(const std::string& code, int n) {
        const EvidenceIx page = builder.evidence("page-" + code, {"Rekapitulasi tahun 2023\nTanpa tanda tangan\nJumlah 40\nselesai"});
        const char* type = n % 4 == 0 ? "wrong-year" : n % 5 == 0 ? "not-endorsed" : "";
        const IndicatorIx task = builder.task(code, {page}, *type ? Verdict::Return : Verdict::Accept, 2 * (n % 6));
        if (*type) builder.problem(task, type, builder.passage(page, 1, n % 4 == 0 ? "2023" : "Tanpa tanda tangan"));
        builder.at(task).district = "Kabupaten " + std::to_string(n % 2 + 1);
        builder.at(task).anchor = n % 8 < 3;
        return task;
    }
};

inline ReadinessPolicy small_policy() {
    ReadinessPolicy policy;
    policy.id = "small-ready";
    policy.version = "1";
    policy.critical = {{"wrong-year", FoundNeed::AllButOne, 100, 3, "years"}, {"not-endorsed", FoundNeed::All, 100, 2, ""}};
    policy.sound = 5;
    policy.recheck_after_months = 6;
    policy.recheck_draw = 6;
    return policy;
}

/// The state of a try in which every indicator is decided as `answer` says (from the task of the drawn part), and the
/// problems of the key are all marked.
template <class Answer> State decided_try(const Scenario& drawn, const Answer& answer, bool mark = true) {
    State state = initial_state(drawn, Mode::Check);
    for (std::size_t i = 0; i < drawn.tasks.size(); ++i) {
        const auto task = static_cast<IndicatorIx>(i);
        for (const Problem& problem : drawn.tasks[i].problems)
            if (mark)
                (void)step(drawn, state, MarkPassage{task, problem.where.evidence, problem.where.page,
                                                    problem.where.ranges.front(), std::nullopt, problem.type});
        (void)step(drawn, state, Decide{task, decision(drawn, task, drawn.tasks[i].reference.verdict, answer(drawn.tasks[i]))});
    }
    return state;
}

} // namespace timbang::tests
