#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/author.h"
#include "app/view/common.h"
#include "app/view/debrief.h"
#include "app/view/desk.h"
#include "app/view/folders.h"
#include "app/view/home.h"
#include "app/view/lesson.h"
#include "app/view/readiness.h"
#include "app/view/records.h"
#include "app/view/room.h"
#include "app/view/search.h"
#include "app/view/settings.h"
#include "app/view/start.h"

namespace timbang::app {

struct RailItem {
    IconName icon = "";
    std::string label;
    std::string key;          ///< "Ctrl 1"
    bool selected = false;
    bool at_foot = false;     ///< Settings and Profile stand at the bottom
    Action action;
};

/// A short message that needs no answer, or says that something went wrong and what to do.
struct Toast {
    int id = 0;
    Tint tint = Tint::Neutral;
    IconName icon = "";
    std::string text;
    std::optional<Button> button;
    Button dismiss;
};

/// A field of a dialog; changes are sent as `action::TypeDialog` with its place.
struct DialogField {
    std::string label;
    std::string text;
    bool secret = false;      ///< shown as dots
};

/// A sentence of a dialog with its icon, and what can be done about it.
struct DialogLine {
    IconName icon = "";
    Tint tint = Tint::Neutral;
    std::string text;
    std::optional<Button> button;
};

/// Something to switch on or off, and the fields that stand below it while it is on.
struct DialogSwitch {
    std::string label;
    std::string hint;
    bool on = false;
    Action action;
    std::vector<DialogField> fields; ///< their places count on from those above
};

/// A small question on the scrim: what is told, a name or a passphrase to type, or yes and no.
struct Dialog {
    std::string title;
    std::vector<Chip> chips;  ///< below the title
    std::string text;
    std::vector<DialogLine> lines;
    std::vector<DialogSwitch> switches;
    std::vector<DialogField> fields;
    std::string problem;      ///< below the fields, "" none
    Button primary;
    Button cancel;            ///< also Esc
};

/// Everything that stands in the window now. Exactly one of the screens is there, by `screen` (Profile is `settings`).
struct FrameView {
    Screen screen = Screen::Home;
    base::Lang lang = base::Lang::Id;
    Theme theme = Theme::System;
    int text_size = 100;      ///< percent
    std::string window_title;
    std::vector<RailItem> rail; ///< on every screen but the desk
    const HomeView* home = nullptr;
    const DeskView* desk = nullptr;
    const DebriefView* debrief = nullptr;
    const RecordsView* records = nullptr;
    const SettingsView* settings = nullptr;
    const AuthorView* author = nullptr;
    const RoomScreenView* room = nullptr;
    const LessonView* lesson = nullptr;
    const ReadinessView* readiness = nullptr;
    // Over the screen, in this order; the last that is there has the keyboard.
    const StartView* start = nullptr;
    const Dialog* dialog = nullptr;
    const FolderView* folders = nullptr;
    const SearchView* search = nullptr;
    std::vector<Toast> toasts;///< oldest first
    /// Counts up whenever anything here changed: draw again.
    std::uint64_t revision = 0;
};

} // namespace timbang::app
