#pragma once

#include "app/present/words.h"
#include "domain/comparison.h"

namespace timbang::app {

/// How a decision lies to the reference, in words with icon and colour: "2 steps generous", "Exact", "Near".
struct Compared {
    std::string text;
    IconName icon = "";
    Tint tint = Tint::Neutral;
};
[[nodiscard]] Compared compared(const Words& words, const domain::IndicatorComparison& comparison);

/// What a mean difference in points is called: level, slightly (under one point, half a step of most scales) or more.
[[nodiscard]] const char* direction_key(const base::Rational& mean);

/// With its short name: "Return".
[[nodiscard]] VerdictView verdict_view(const Words& words, domain::Verdict verdict, bool tinted);

/// Votes of the panel: how many gave each score, and whether they were divided (no score has the rule pack's
/// consensus).
struct PanelCount {
    int votes = 0;
    std::vector<int> by_place;
    int most = -1; ///< place of the score that most gave
    bool divided = false;
};
[[nodiscard]] PanelCount count_panel(const domain::Scenario& scenario, domain::IndicatorIx task);

} // namespace timbang::app
