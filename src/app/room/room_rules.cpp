#include "app/room/room_rules.h"

#include "base/files.h"
#include "content/picture.h"
#include "domain/asked.h"

namespace timbang::app {

std::vector<domain::RoomTask> room_tasks(const domain::Scenario& scenario) {
    std::vector<domain::RoomTask> tasks;
    for (const domain::Task& task : scenario.tasks) {
        domain::RoomTask one;
        one.code = task.code;
        one.asks_verdict = scenario.framework->decide.verdict;
        if (domain::asks_score(scenario, task))
            for (const domain::ScaleStep& step : task.indicator->scale.steps) one.scores.push_back(step.score);
        tasks.push_back(std::move(one));
    }
    return tasks;
}

domain::RoomRules room_rules(const domain::Scenario& scenario, const domain::Workshop& workshop) {
    domain::RoomRules rules;
    rules.tasks = room_tasks(scenario);
    for (const domain::Participant& person : workshop.roster)
        rules.seats.push_back(
            {person.code, person.group, workshop.way_of(person), person.speaks, person.presence, ""});
    rules.consensus = workshop.consensus;
    rules.show = workshop.show;
    rules.vote_seconds = workshop.vote_minutes * 60;
    rules.group_second = workshop.group_second;
    return rules;
}

std::vector<domain::Participant> room_roster(const std::vector<domain::RoomSeat>& seats) {
    std::vector<domain::Participant> roster;
    for (const domain::RoomSeat& seat : seats) {
        domain::Participant& one = roster.emplace_back();
        one.code = seat.code;
        one.group = seat.group;
        one.way = seat.way;
        one.speaks = seat.speaks;
        one.presence = seat.presence;
    }
    return roster;
}

RoomPictures room_pictures(const domain::Scenario& scenario, const std::string& folder, content::CaseFiles& files) {
    RoomPictures pictures;
    for (const domain::Evidence& evidence : scenario.evidence)
        for (std::size_t i = 0; i < evidence.pages.size(); ++i) {
            const auto& picture = evidence.pages[i].page.picture;
            if (!picture) continue;
            const auto bytes = files.read(base::join_path(folder, picture->path), content::kMaxPictureBytes);
            if (!bytes) continue;
            auto small = content::fit_picture(*bytes, room::kLargestPicture);
            if (!small) continue;
            pictures[{evidence.id, static_cast<int>(i) + 1}] = {std::move(small->bytes), std::move(small->mime)};
        }
    return pictures;
}

} // namespace timbang::app
