#include "app/room/programme_plan.h"

#include <utility>

namespace timbang::app {

domain::Workshop workshop_from(const domain::Programme& programme, std::string id, base::Lang lang) {
    domain::Workshop plan;
    plan.id = std::move(id);
    plan.title = programme.title.in(lang);
    plan.programme = programme.id;
    plan.days = programme.days;
    plan.cases = programme.cases;
    return plan;
}

} // namespace timbang::app
