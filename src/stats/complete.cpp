#include "stats/complete.h"

#include <cstdint>

namespace timbang::stats {

Complete::Complete(const Table& all, std::size_t left_out) : all_(&all), left_out_(left_out) {
    if (left_out > 0) own_ = all.complete_units();
}

Defined<Complete> complete_of(const Table& table) {
    std::size_t left_out = 0;
    for (std::size_t unit = 0; unit < table.units(); ++unit) left_out += table.complete(unit) ? 0 : 1;
    if (left_out == table.units() && table.count() == 0) return undefined(kNoData);
    if (table.raters() < 2) return undefined(kOneRater);
    if (table.units() < 2) return undefined(kOneUnit);
    if (table.units() - left_out < 2) return undefined(kMissing, {{"left_out", static_cast<std::int64_t>(left_out)}});
    return Complete(table, left_out);
}

} // namespace timbang::stats
