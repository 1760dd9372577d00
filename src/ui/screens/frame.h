#pragma once

#include <string>

#include "app/actions.h"
#include "app/view/frame.h"
#include "ui/kit/ui.h"
#include "ui/screens/author/author.h"
#include "ui/screens/debrief/debrief.h"
#include "ui/screens/desk/desk.h"
#include "ui/screens/home/home.h"
#include "ui/screens/lesson/lesson.h"
#include "ui/screens/readiness/readiness.h"
#include "ui/screens/records/records.h"
#include "ui/screens/room/room.h"
#include "ui/screens/search/search.h"
#include "ui/screens/settings/folders.h"
#include "ui/screens/settings/settings.h"
#include "ui/screens/start/start.h"

namespace timbang::ui {

/// What only drawing knows of each screen.
struct FrameOptions {
    HomeOptions home;
    DeskOptions desk;
    DebriefOptions debrief;
    RecordsOptions records;
    SettingsOptions settings;
    AuthorOptions author;
    RoomOptions room;
    LessonOptions lesson;
    ReadinessOptions readiness;
    FolderOptions folders;
    StartOptions start;
    SearchOptions search;
    bool dialog = false; ///< one was drawn in the last frame
};

/// Draws what stands in the window: rail, screen, and what lies over it; pushes what the person asked into `actions`.
void draw_frame(Ui& ui, const app::FrameView& view, FrameOptions& options, app::Actions& actions);

} // namespace timbang::ui
