#pragma once

#include <memory>
#include <string>

#include "app/view/frame.h"
#include "ui/screens/frame.h"

namespace gallery {

struct Asked {
    std::string out, screen = "debrief";
    float scale = 1;
    int width = 1440, height = 900;
    timbang::ui::Theme theme = timbang::ui::Theme::Light;
    bool id = false, many = false;
};

/// A frame and the views it points to.
struct Views {
    timbang::app::FrameView frame;
    timbang::app::HomeView home;
    timbang::app::DebriefView debrief;
    timbang::app::RecordsView records;
    timbang::app::SettingsView settings;
    timbang::app::StartView start;
    timbang::app::SearchView search;
    timbang::app::Dialog dialog;
    timbang::app::AuthorView author;
    timbang::app::RoomScreenView room;
};

[[nodiscard]] std::unique_ptr<Views> pick(const Asked& asked);

} // namespace gallery
