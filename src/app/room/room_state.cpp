#include "app/room/room_state.h"

#include <algorithm>

#include "app/room/room_insight.h"
#include "app/room/room_service.h"

namespace timbang::app {
namespace {

template <class List> auto* find_in(List& kept, const std::string& id) {
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const auto& one) { return one.plan.id == id; });
    return id.empty() || found == kept.end() ? nullptr : &*found;
}

} // namespace

std::string RoomPromptState::text(int field) const {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string() : found->second;
}

RunningRoom::RunningRoom(std::unique_ptr<RoomService> by) : service(std::move(by)) {}
RunningRoom::~RunningRoom() = default;

std::string RunningRoom::host() const {
    return addresses.empty() ? "" : addresses.front().substr(0, addresses.front().rfind(':'));
}

bool RunningRoom::address_gone() const {
    const std::string shown = host();
    if (std::find(own.begin(), own.end(), shown) != own.end()) return false;
    const bool none_yet = bound == "0.0.0.0" && shown.rfind("127.", 0) == 0;
    return found || (none_yet && !own.empty());
}

WorkshopState::WorkshopState(std::function<void()> wake) : work(std::move(wake)) {}
WorkshopState::~WorkshopState() = default;

KeptWorkshop* WorkshopState::find(const std::string& id) { return find_in(kept, id); }
const KeptWorkshop* WorkshopState::find(const std::string& id) const { return find_in(kept, id); }

} // namespace timbang::app
