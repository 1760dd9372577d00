#pragma once

#include <doctest/doctest.h>

#include "domain/session.h"
#include "support/scenario_builder.h"

namespace timbang::tests {

/// A running session that tells what came of each command.
struct Sitting {
    SmallCase made;
    std::shared_ptr<const Scenario> scenario;
    State state;

    explicit Sitting(Mode mode = Mode::Practise) { start(mode); }
    void start(Mode mode) {
        scenario = made.build();
        state = initial_state(*scenario, mode);
    }

    std::vector<Event> ok(const Command& command) {
        Outcome outcome = step(*scenario, state, command);
        const auto* rejection = std::get_if<Rejection>(&outcome);
        const std::string reason = rejection == nullptr ? "" : rejection_id(rejection->reason);
        REQUIRE(reason == "");
        return std::move(std::get<std::vector<Event>>(outcome));
    }
    std::string refused(const Command& command) {
        const State before = state;
        const Outcome outcome = step(*scenario, state, command);
        CHECK(state == before);
        const auto* rejection = std::get_if<Rejection>(&outcome);
        return rejection == nullptr ? "" : rejection_id(rejection->reason);
    }
    PartAnswer answer_lines(Check endorsed, Check year) {
        PartAnswer answer;
        answer.checklist = {{"endorsed", endorsed}, {"data-year", year}};
        return answer;
    }
    void to_desk() {
        ok(DecidePart{made.lines, answer_lines(Check::Yes, Check::No)});
        PartAnswer choice;
        choice.option = "start";
        ok(DecidePart{made.begin, choice});
        ok(LeaveStep{});
    }
    void decide(IndicatorIx task, Verdict verdict, int score, Confidence confidence = 2) {
        ok(Decide{task, decision(*scenario, task, verdict, score, confidence)});
    }
    void decide_both() {
        decide(made.births, Verdict::Return, 6);
        decide(made.budget, Verdict::Accept, 8);
    }
    void to_sign_off() {
        to_desk();
        decide_both();
        ok(LeaveStep{});
        ok(LeaveStep{});
    }
    MarkPassage mark(IndicatorIx task, EvidenceIx evidence, int page, const char* quote, const char* type) {
        return {task, evidence, page, made.builder.passage(evidence, page, quote).ranges[0], std::nullopt, type};
    }
};

inline std::vector<std::string> types(const std::vector<Event>& events) {
    std::vector<std::string> names;
    for (const Event& event : events) names.emplace_back(event_type(event));
    return names;
}

using Types = std::vector<std::string>;

} // namespace timbang::tests
