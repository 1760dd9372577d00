#pragma once

#include <vector>

#include "domain/scenario.h"

namespace timbang::content {

/// What of a case can happen at all, by its steps, flags and conditions; nothing is played. Where a condition depends
/// on more than that (which answers, how many minutes), both outcomes are taken to be possible: what is false here can
/// certainly never happen, what is true may.
struct Reach {
    std::vector<bool> steps;    ///< by step: it may be entered
    std::vector<bool> actions;  ///< by action: a step that may be entered offers it
    std::vector<bool> evidence; ///< by evidence: not hidden, or something that may happen reveals it
    std::vector<bool> flags;    ///< by flag: it may be set
    long long minutes = 0;      ///< story time that can be spent at most
};
[[nodiscard]] Reach reach_of(const domain::Scenario& scenario);

/// Ways of a step that may be taken: those whose condition may hold, up to the first that always does.
[[nodiscard]] std::vector<domain::StepIx> ways_that_may_be_taken(const domain::Scenario& scenario, const Reach& reach,
                                                                 const domain::Step& step);

} // namespace timbang::content
