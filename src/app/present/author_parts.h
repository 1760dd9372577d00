#pragma once

#include <string>

#include "app/author.h"
#include "app/model.h"

namespace timbang::app {

// The parts of the editor's view; `present_author` puts them together.

[[nodiscard]] AuthorHome present_author_home(const Model& model);
[[nodiscard]] AuthorHead present_author_head(const Model& model);
[[nodiscard]] AuthorText present_author_text(const Model& model);
[[nodiscard]] PreviewView present_preview(const Model& model);
[[nodiscard]] PlayersView present_players(const Model& model);

/// Where own cases lie, or would lie.
[[nodiscard]] std::string author_own_folder(const Model& model);
/// What somebody finds in the text: the place of a step, an action, a document, an indicator or a reply of it.
struct TextPlace {
    std::string path;
    std::uint32_t at = 0;
};
[[nodiscard]] TextPlace place_of_id(const content::Draft& draft, const std::string& list, const std::string& id);
[[nodiscard]] TextPlace place_of_indicator(const content::Draft& draft, const std::string& code, int reply);

/// Icon and colour of a finding.
[[nodiscard]] IconName severity_icon(base::Severity severity);
[[nodiscard]] Tint severity_tint(base::Severity severity);

} // namespace timbang::app
