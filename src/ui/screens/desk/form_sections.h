#pragma once

#include "app/view/desk.h"
#include "ui/kit/ui.h"
#include "ui/screens/desk/desk.h"

namespace timbang::ui::desk {

constexpr int kFormParts = 7;
constexpr float kReason = 70, kMostReason = 180; ///< height of the field

/// What the form remembers from frame to frame: where its parts stood, from the top of the contents.
struct FormMemory {
    float part[kFormParts] = {-1, -1, -1, -1, -1, -1, -1}; ///< below 0: the form has no such part
    float feedback = -1;
    float content = 0, offset = 0, reason = kReason;
    bool had_feedback = false;
    domain::IndicatorIx task = -1;
};

/// Draws the sections from the top of `content`; returns how high they are.
float draw_form_sections(Ui& ui, const app::DecisionForm& view, const Rect& content, FormMemory& memory, DeskOptions& options,
                                       app::Actions& actions);

/// The sign that opens the indicator's card: what the district is asked for.
void draw_indicator_card(Ui& ui, const Rect& r, const app::DecisionForm& view);

} // namespace timbang::ui::desk
