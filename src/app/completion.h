#pragma once

#include <optional>
#include <string>

#include "app/view/author.h"
#include "content/draft.h"
#include "domain/scenario.h"

namespace timbang::app {

/// What completion knows besides the texts.
struct CompletionAsk {
    const content::Draft& draft;
    std::string path;                   ///< the file
    std::uint32_t at = 0;               ///< caret
    const domain::Scenario* readable = nullptr; ///< as it could be read last; null: never
    base::Lang lang = base::Lang::Id;   ///< of the details
    bool asked = false;                 ///< with Ctrl Space: also before the first letter
};

/// Keys by the description of the format, ids by the texts of the draft and by the framework. Nothing where nothing fits.
[[nodiscard]] std::optional<Completion> complete(const CompletionAsk& ask);

} // namespace timbang::app
