#pragma once

#include <string>
#include <vector>

#include "domain/workshop.h"

namespace timbang::domain {

/// The plan of a workshop that can be held many times: days with their slots, and the cases of the room. It knows no people,
/// dates or groups; a workshop is made from it (`app/room/programme_plan.h`).
struct Programme {
    std::string id;
    int version = 1;
    Text title;
    Text summary;
    std::vector<Day> days;            ///< without dates
    std::vector<WorkshopCase> cases;  ///< in the order of their slots, each once, by id
};

} // namespace timbang::domain
