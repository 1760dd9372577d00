#include <algorithm>

#include "platform/window.h"

namespace timbang::platform {

namespace {

constexpr int kLeastSeen = 120, kTitle = 24; ///< of the window's upper edge, to take hold of it

int overlap(int a, int a_size, int b, int b_size) { return std::min(a + a_size, b + b_size) - std::max(a, b); }

/// Whether enough of the upper edge lies on this screen.
bool reachable(const Place& place, const Area& screen) {
    return overlap(place.x, place.width, screen.x, screen.width) >= std::min(kLeastSeen, place.width) &&
           overlap(place.y, kTitle, screen.y, screen.height) >= kTitle / 2;
}

bool overlap(const Area& a, const Area& b) {
    return overlap(a.x, a.width, b.x, b.width) > 0 && overlap(a.y, a.height, b.y, b.height) > 0;
}

} // namespace

Fitted fit_place(const Place& wanted, const std::vector<Area>& screens) {
    Fitted fitted{wanted, false};
    if (screens.empty()) return fitted;
    const auto here = std::find_if(screens.begin(), screens.end(), [&](const Area& screen) { return reachable(wanted, screen); });
    const Area& screen = here == screens.end() ? screens.front() : *here;
    fitted.moved = here == screens.end();
    Place& place = fitted.place;
    place.width = std::min(place.width, screen.width);
    place.height = std::min(place.height, screen.height);
    if (fitted.moved) place.x = screen.x, place.y = screen.y;
    return fitted;
}

int screens_apart(const std::vector<Area>& screens) {
    std::vector<Area> apart;
    for (const Area& screen : screens) {
        const bool again = std::any_of(apart.begin(), apart.end(), [&](const Area& one) { return overlap(one, screen); });
        if (!again) apart.push_back(screen);
    }
    return static_cast<int>(apart.size());
}

} // namespace timbang::platform
