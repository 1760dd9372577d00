#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "domain/scenario.h"

namespace timbang::content::exploring {

/// Where something is asked for: steps, and the place behind the last one for replies at the end.
using Readers = std::set<std::size_t>;

/// What the conditions of a case ask of a session, and where.
struct Questions {
    struct Asked {
        Readers readers;
        std::vector<const domain::Condition*> atoms;
    };
    std::map<int, Readers> flags, opened;
    Readers spent, all_decided;
    std::map<int, Asked> tasks; ///< indicators asked for by name: decided, or with a score
    std::map<int, Asked> parts; ///< choices whose answer is asked for
};

/// Of the ways and events; with `replies` also what replies ask of the session.
[[nodiscard]] Questions gather_questions(const domain::Scenario& scenario, bool replies);

} // namespace timbang::content::exploring
