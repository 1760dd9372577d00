#pragma once

#include "domain/condition.h"

namespace timbang::domain {

/// Whether `value` stands in the relation to `bound`.
[[nodiscard]] inline bool relates(Relation relation, int value, int bound) {
    switch (relation) {
    case Relation::Is: return value == bound;
    case Relation::Above: return value > bound;
    case Relation::Below: return value < bound;
    case Relation::AtLeast: return value >= bound;
    }
    return false;
}

} // namespace timbang::domain
