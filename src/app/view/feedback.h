#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

/// A deciding passage on its page: draw the page cut around it, the passage highlighted.
struct PassageView {
    std::string caption;          ///< "Complaint register, page 2. Not among your marks."
    domain::EvidenceIx evidence = -1;
    int page = 1;
    const domain::Page* content = nullptr;
    std::string picture_path;
    std::vector<domain::TextRange> ranges;
    std::optional<domain::Area> area;
    std::vector<domain::TextRange> own_marks; ///< of the person on this page
    std::vector<domain::Area> own_areas;      ///< the same on a picture page
    Button open;                  ///< "Open page 2 beside my marks"
};

/// A point of the reference letter, to tick when the own letter has it.
struct PointRow {
    std::string id;
    std::string text;
    bool ticked = false;
    Action action;                ///< nothing where there is no letter to tick it for
};

/// One reason: what differs, why, the rule and the passage.
struct ReasonView {
    std::optional<Chip> chip;     ///< the problem type, "Score", …
    std::string label;            ///< "missed problem, 1 of 2"
    Prose why;                    ///< the words of the case
    std::string rests_on;         ///< "Data of year N−1 are judged. Rule pack “Practice 22/2021”, rule T-2."
    std::optional<PassageView> passage;
};

/// What the reference says of one decision. Level *where* has labels only, *full* the reasons.
struct FeedbackBlock {
    std::string headline;         ///< "2 steps generous"
    IconName icon = "";
    Tint tint = Tint::Neutral;
    std::vector<ReasonView> reasons;
    std::string rests_on_label;   ///< "Rests on"
    std::string you_wrote_label;  ///< "You wrote"
    std::string you_wrote;        ///< "" nothing was written
    std::string former;           ///< of a result that a corrected reference has replaced; "" none
    std::string near;             ///< why a near answer is defensible; "" none
    std::string panel;            ///< "The panel was divided: 3 of 12 gave 6, as you did."
    std::vector<std::string> panel_reasons; ///< "Regional verifier, 6: …"
    // Of a letter: its points, the model beside it.
    std::string points_title;
    std::string points_count;     ///< "you ticked 5 of 6"
    std::string points_note;
    std::vector<PointRow> points;
    std::string model_title;
    Prose model;
    std::optional<Button> reading;///< "Reading: the year in the heading, 4 min"
    std::optional<Button> differ; ///< "I see this differently"
    std::string differ_text;      ///< what was said, or what stands in the field
    bool differ_open = false;     ///< the field is open; changes are `action::EditDisagreement`
    std::string differ_hint;
    Button differ_send;
};

} // namespace timbang::app
