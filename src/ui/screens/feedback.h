#pragma once

#include "app/actions.h"
#include "app/view/feedback.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

/// What the reference says of one decision: reasons with their passages, the own reason, the panel, "I see this
/// differently". Passages stand at the right where there is room, else below their words.
void write_feedback(Column& column, const app::FeedbackBlock& block, app::Actions& actions);

} // namespace timbang::ui
