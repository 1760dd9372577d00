#pragma once

#include <map>
#include <string>

#include "domain/workshop.h"
#include "report/document.h"
#include "report/words.h"

namespace timbang::report {

/// The agenda of a workshop's days, to hang up or hand out: no names, no notes of the facilitator. `titles`: names of cases,
/// lessons and policies by their ref.
[[nodiscard]] Document agenda_document(const domain::Workshop& workshop, const std::map<std::string, std::string>& titles,
                                       base::Time now, const Words& words);

} // namespace timbang::report
