#include "room/desk.h"

#include <iterator>

namespace timbang::room {
namespace {

constexpr const char* kScreens[] = {"join", "waiting", "votes", "reference"};

} // namespace

const char* screen_id(Screen screen) {
    return kScreens[static_cast<int>(screen)];
}

std::optional<Screen> screen_from_id(std::string_view id) {
    for (int place = 0; place < static_cast<int>(std::size(kScreens)); ++place)
        if (id == kScreens[place]) return static_cast<Screen>(place);
    return std::nullopt;
}

} // namespace timbang::room
