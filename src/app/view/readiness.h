#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"
#include "app/view/records.h"

namespace timbang::app {

/// A line of the policy in plain words; the part that counts stands out.
struct PolicyLine {
    IconName icon = "";
    std::string strong;           ///< "20 indicators you have not seen"
    std::string rest;             ///< ", about one hour. You may pause."
    std::string before;           ///< before the strong part: "On average "
};

/// What the policy asks for, what there was, what was needed. What is open has an arrow, never a cross.
struct OutcomeRow {
    std::string name;             ///< "Found: wrong data year"
    std::string had;              ///< "2 of 4"
    std::string needed;           ///< "3 needed"
    bool met = false;
};

/// Before a try (lines), or after it (rows).
struct ReadinessView {
    Button back;
    std::string title;            ///< "Readiness check: ready to verify"
    std::optional<Chip> state;    ///< "Sealed pool, opened 12:55", "Not yet", "Ready"
    std::string line;             ///< "Policy “ready-to-verify”, version 1, in plain words"
    std::vector<PolicyLine> lines;
    std::string headline;         ///< "Not yet. Two of the five points are still open."
    std::string text;
    std::string number, unit;     ///< "17", "of 20 exact; 16 needed"
    std::string aside;            ///< "first of three tries"
    std::vector<OutcomeRow> rows;
    std::optional<ValidityLine> validity;
    std::string validity_title;   ///< "Valid for 12 months"
    std::string notice;           ///< "The statement says what was checked …"
    struct Suggested { std::string title, text; Button start; };
    std::optional<Suggested> reading; ///< "Read the year in the heading"
    std::string foot;             ///< "Try 1 of 3. Only these counts are kept.", "Try again from Thursday 4 December."
    std::vector<Button> buttons;  ///< the last one is primary where it starts something
};

} // namespace timbang::app
