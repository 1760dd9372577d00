// Programmes, and workshops that are made from them.
#include <algorithm>
#include <set>

#include "app/controller.h"
#include "app/room/programme_plan.h"
#include "app/room/room_controller.h"
#include "base/files.h"
#include "content/programmes.h"

namespace timbang::app {

/// Each time that the list is entered, so that a file that was mended shows at once.
void RoomController::read_programmes() {
    const auto all = case_folders_of(model_);
    // The own folder comes last: what it holds hides a programme with the same id that comes with the program.
    std::vector<std::string> folders(all.rbegin(), all.rend());
    state().work.start([this, folders, context = model_.library.context()](Tasks::Context& task) {
        content::FoundProgrammes found;
        std::set<std::string> ids;
        for (const std::string& folder : folders) {
            content::FoundProgrammes here = content::find_programmes(base::join_path(folder, "programmes"), context);
            for (auto& one : here.programmes)
                if (ids.insert(one->id).second) found.programmes.push_back(std::move(one));
            found.troubles.insert(found.troubles.end(), here.troubles.begin(), here.troubles.end());
        }
        task.deliver([this, found] {
            state().programmes = found.programmes;
            state().programme_troubles = found.troubles;
        });
    });
}

domain::Workshop RoomController::planned(const domain::Programme& programme) {
    return workshop_from(programme, blank().id, model_.lang());
}

void RoomController::tell_missing(const domain::Workshop& plan) {
    if (model_.library.scanning()) return; // the set-up says it when they are read
    std::string missing;
    std::int64_t count = 0;
    for (const domain::WorkshopCase& one : plan.cases) {
        if (model_.library.with_id(one.scenario) != nullptr || model_.library.entry(one.scenario) != nullptr) continue;
        missing += (missing.empty() ? "" : ", ") + one.scenario;
        ++count;
    }
    if (count > 0) window_.tell({"workshop.cases-missing", {{"n", count}, {"cases", missing}}}, Tint::Return, true);
}

} // namespace timbang::app
