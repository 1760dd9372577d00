#pragma once

#include "app/view/frame.h"
#include "support/samples/debrief_sample.h"

namespace timbang::test {

inline std::vector<app::RailItem> sample_rail(bool id, int selected) {
    const Say say{id};
    std::vector<app::RailItem> rail{
        {"clipboard-check", say("Practise", "Latihan"), "Ctrl 1", false, false,
         app::action::Navigate{app::Screen::Home}},
        {"chart-line", say("Records", "Catatan"), "Ctrl 2", false, false, app::action::Navigate{app::Screen::Records}},
        {"settings", say("Settings", "Setelan"), "", false, true, app::action::Navigate{app::Screen::Settings}},
        {"account-circle", say("Profile", "Profil"), "", false, true, app::action::Navigate{app::Screen::Profile}}};
    if (selected >= 0) rail[static_cast<std::size_t>(selected)].selected = true;
    return rail;
}

} // namespace timbang::test
