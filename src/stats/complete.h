#pragma once

#include <cstddef>
#include <optional>

#include "stats/estimate.h"
#include "stats/table.h"

namespace timbang::stats {

/// The units of a table that every rater rated, without copying a table that has no gaps. The table must outlive it.
class Complete {
public:
    Complete(const Table& all, std::size_t left_out);

    [[nodiscard]] const Table& table() const { return own_ ? *own_ : *all_; }
    [[nodiscard]] std::size_t left_out() const { return left_out_; }

private:
    const Table* all_;
    std::optional<Table> own_;
    std::size_t left_out_;
};

/// Undefined: kNoData; kOneRater; kOneUnit for fewer than two units; kMissing (arg `left_out`: units with a gap) when
/// gaps leave fewer than two.
[[nodiscard]] Defined<Complete> complete_of(const Table& table);

} // namespace timbang::stats
