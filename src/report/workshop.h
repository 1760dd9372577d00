#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "domain/room.h"
#include "domain/scenario.h"
#include "report/document.h"
#include "report/words.h"

namespace timbang::report {

/// A line of the attendance list.
struct AttendanceLine {
    std::string code, name, office;
    int group = 0;                                   ///< 0: none
    bool there = false;                              ///< took a seat, or voted in any way
};

/// One case that the room worked through, as the record tells it.
struct RoomCaseInput {
    std::string scenario_id;
    std::shared_ptr<const domain::Scenario> scenario;///< null where it is not at hand: votes without words and references
    domain::RoomRules rules;
    domain::RoomState state;
    base::Time began{}, last{};
};

struct WorkshopInput {
    std::string title;
    std::vector<AttendanceLine> people;              ///< by group, then code
    std::vector<RoomCaseInput> cases;                ///< in the order they were begun
    bool ended = false;
    base::Time now{};
};

/// What a workshop showed: attendance, first and second votes by indicator, agreement before and after, what split the room, and
/// comments on the rules. No vote stands beside a name, and nobody is compared. References only where they were shown in
/// the room.
[[nodiscard]] Document workshop_document(const WorkshopInput& input, const Words& words);

} // namespace timbang::report
