#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "content/library.h"
#include "domain/room.h"
#include "domain/scenario.h"
#include "room/desk.h"

namespace timbang::app {

/// By document and page (from 1).
using RoomPictures = std::map<std::pair<std::string, int>, room::Picture>;

/// A case that a room works through.
struct CaseForRoom {
    std::shared_ptr<const domain::Scenario> scenario;
    RoomPictures pictures;
};

/// What a vote needs of the indicators of a case.
[[nodiscard]] std::vector<domain::RoomTask> room_tasks(const domain::Scenario& scenario);
/// The rules of a room for a workshop; its seats are the roster.
[[nodiscard]] domain::RoomRules room_rules(const domain::Scenario& scenario, const domain::Workshop& workshop);
/// The other way round: people as far as their seats tell of them. Each votes in the way of the own seat.
[[nodiscard]] std::vector<domain::Participant> room_roster(const std::vector<domain::RoomSeat>& seats);
/// Every page of the case that is a picture, made small enough to send; takes a while. What cannot be read is left out.
/// `folder` is where the case lies.
[[nodiscard]] RoomPictures room_pictures(const domain::Scenario& scenario, const std::string& folder,
                                         content::CaseFiles& files);

} // namespace timbang::app
