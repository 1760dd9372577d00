#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/room/room_session.h"
#include "store/records.h"

namespace timbang::app {

/// A room of the record that was not ended.
struct OpenRoom {
    std::string workshop;                       ///< id
    std::string title;
    std::vector<std::string> scenarios;         ///< ids of the cases that were begun
    std::vector<RoomSession::Kept> sessions;    ///< as `RoomSession::resume` wants them
    domain::Workshop plan;                      ///< as far as the record tells: people, groups and how rounds go
    base::Time last{};                          ///< of its last event
    int people = 0;
    int rounds = 0;
};

using EventsOf = std::function<base::Result<std::vector<store::StoredEvent>>(const std::string& session)>;
/// The newest first. Sessions that cannot be read are left out.
[[nodiscard]] std::vector<OpenRoom> open_rooms(const std::vector<store::SessionRow>& rows, const EventsOf& events);

} // namespace timbang::app
