#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/framework.h"

namespace timbang::domain {

/// A comparison with a number or a place: `is`, `above`, `below` (a score), `at_least` (story time).
enum class Relation : std::uint8_t { Is, Above, Below, AtLeast };

enum class ConditionKind : std::uint8_t {
    Always,      ///< no condition
    All,         ///< every one of `parts`
    Any,         ///< at least one of `parts`
    Not,         ///< not `parts[0]`
    Set,         ///< the flag `name`
    Decided,     ///< indicator `name`, or "all" those of the step (of the case outside one)
    Answer,      ///< the choice `name` was answered with `value`
    IndicatorScore, ///< the decision's score of indicator `name` stands in `relation` to `number`
    Opened,      ///< evidence `name` was opened
    Spent,       ///< story minutes spent, `relation` `number`
    // of replies: about the answer that differs
    Score,       ///< the given score, `relation` `number`
    Category,    ///< the given category, `relation` the category `name`
    VerdictIs,   ///< the given verdict is `verdict`
    Check,       ///< the checklist line `name` differs ("any": any line)
    Alarm,       ///< a false alarm of type `name` ("any": any type)
    Choice       ///< the option `name` was chosen
};

/// A condition of the script or of a reply: structured data, no programming language, so that every path can be explored
/// and explained.
struct Condition {
    ConditionKind kind = ConditionKind::Always;
    std::vector<Condition> parts;
    std::string name;
    std::string value;
    Relation relation = Relation::Is;
    int number = 0;
    Verdict verdict = Verdict::Accept;
    int index = -1; ///< place of `name` among flags, evidence, indicators or choices of the scenario; filled by `link`
};

} // namespace timbang::domain
