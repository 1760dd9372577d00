#pragma once

#include <string>

#include "base/text.h"
#include "domain/programme.h"

namespace timbang::app {

/// A new workshop as the programme plans it: its days with their slots and its cases, by id. Nobody is listed yet, days have
/// no dates, and all else is as in a workshop begun anew. `id`: a UUIDv7. The title is taken in one language and is the
/// facilitator's to change; notes and titles of days stay in both.
[[nodiscard]] domain::Workshop workshop_from(const domain::Programme& programme, std::string id, base::Lang lang);

} // namespace timbang::app
