#pragma once

#include <span>

#include "stats/agreement_parts.h"

namespace timbang::stats {

/// What Conger's kappa adds: disagreement expected between two different raters, from their own margins.
struct CongerParts {
    Parts parts;
    std::size_t raters = 0; ///< raters with a rating
};
/// Not with counts. `times` as in `totals`, one entry a unit.
[[nodiscard]] CongerParts conger_parts(const UnitTable& table, const Totals& sums, std::span<const double> times);
[[nodiscard]] double conger_error(const UnitTable& table, const Totals& sums, const Parts& parts);

} // namespace timbang::stats
