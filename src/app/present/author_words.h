#pragma once

#include "app/view/author.h"
#include "base/catalogue.h"

namespace timbang::app {

/// The labels of the editor that depend on the language only (messages `author.*`).
[[nodiscard]] AuthorWords author_words(const base::Catalogue& catalogue, base::Lang lang);

} // namespace timbang::app
