#pragma once

#include <string_view>

#include "app/actions.h"
#include "app/view/feedback.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What the reference says of one decision: headline, reasons with their rule and passage, the panel, "I see this
/// differently". Drawn from the corner of `at` in its width; returns the height. Ids: `<id>/…`.
float draw_feedback(Ui& ui, std::string_view id, const Rect& at, const app::FeedbackBlock& view, app::Actions& actions);

} // namespace timbang::ui
