#pragma once

#include <string>

#include "app/model.h"
#include "content/draft.h"
#include "content/library.h"

namespace timbang::app {

/// A draft as something to read: its texts laid over the folder, where pictures lie. For one reading, on any thread.
[[nodiscard]] content::CaseFolder draft_case(const content::DraftTexts& texts, const std::string& folder);
/// Where its framework is looked for, and what the fonts can draw.
[[nodiscard]] content::CheckContext draft_context(const Model& model);

} // namespace timbang::app
