#pragma once

#include <vector>

#include "domain/decision.h"

namespace timbang::domain {

/// Whether the mark's indicator, document, page and place are there: words between code points of the page's text, or an
/// area within a picture page.
[[nodiscard]] bool mark_fits(const Scenario& scenario, const Mark& mark);

/// The mark with this id; marks stand in the order of their ids.
[[nodiscard]] std::vector<Mark>::iterator find_mark(std::vector<Mark>& marks, int id);
[[nodiscard]] std::vector<Mark>::const_iterator find_mark(const std::vector<Mark>& marks, int id);

} // namespace timbang::domain
