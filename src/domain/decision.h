#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/scenario.h"

namespace timbang::domain {

/// A passage that the trainee marked for an indicator; with a problem type it is a claim, without one a citation.
struct Mark {
    int id = 0;                        ///< from 1, unique in the session, never used again
    IndicatorIx task = -1;
    EvidenceIx evidence = -1;
    int page = 0;                      ///< from 1
    TextRange range;                   ///< of a text page
    std::optional<Area> area;          ///< of a picture page
    std::string type;                  ///< problem type; empty: a citation
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// The certainty that goes with a decision: 1 unsure, 2 fairly, 3 sure.
using Confidence = std::uint8_t;

/// What the trainee says of one indicator. A draft may lack any part; `missing_parts` names what a decision still needs.
struct Decision {
    std::vector<std::pair<std::string, Check>> checklist; ///< rule id and answer, in the order of the checklist
    std::optional<Verdict> verdict;
    std::optional<int> score;
    std::optional<Confidence> confidence;
    std::string reason;                ///< as typed; a free text, kept outside the event's hash
    std::vector<Mark> marks;           ///< filled by `step` when the decision is made
    friend bool operator==(const Decision&, const Decision&) = default;

    [[nodiscard]] std::optional<Check> check(std::string_view rule) const;
    void set_check(std::string_view rule, Check answer);
};

/// What the trainee says at a step besides indicators. Which fields count follows the part's kind.
struct PartAnswer {
    std::vector<std::pair<std::string, Check>> checklist;
    std::string option;                ///< of a choice
    std::string category;
    std::string letter;                ///< free text
    std::vector<std::string> points;   ///< ticked beside the model
    bool locked = false;               ///< of a letter: finished, the model may be shown
    friend bool operator==(const PartAnswer&, const PartAnswer&) = default;

    [[nodiscard]] std::optional<Check> check(std::string_view rule) const;
};

/// A part that a decision still lacks; for "Choose a verdict".
enum class Missing : std::uint8_t { Checklist, Verdict, Score, Sureness };

/// What the decision still needs before it can be handed in, in the order of the form. The reason may stay empty.
[[nodiscard]] std::vector<Missing> missing_parts(const Scenario& scenario, IndicatorIx task, const Decision& decision);

} // namespace timbang::domain
