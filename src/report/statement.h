#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/document.h"
#include "report/words.h"

namespace timbang::report {

/// One thing that the policy counts.
struct StatementCount {
    std::string what;               ///< "Exact"
    std::string reached;            ///< "17 of 20"
    std::string needed;             ///< "at least 16"
    bool met = false;
};

/// A readiness check that ended.
struct StatementInput {
    std::string person;             ///< code, or name and code
    std::string policy, version;    ///< title of the policy
    std::string pool;               ///< what the items were drawn from
    int items = 0;                  ///< decisions asked for
    int attempt = 1, attempts = 0;  ///< which try, and of how many
    bool ready = false;
    std::vector<StatementCount> counts; ///< the policy's alone
    std::string reading;            ///< of "not yet": what to read before the next try; may be empty
    base::Time ended{};
    std::optional<base::Time> valid_until;  ///< of "ready"
    std::optional<base::Time> again_from;   ///< of "not yet"
    base::Time now{};
};

/// What was checked, by which policy, when, and until when it holds. It compares nobody with anybody.
[[nodiscard]] Document statement_document(const StatementInput& input, const Words& words);

} // namespace timbang::report
