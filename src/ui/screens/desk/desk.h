#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/actions.h"
#include "app/view/desk.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct DeskOptions {
    struct PaneLook {
        float zoom = 0; ///< 0: the page fits the pane
        int turns = 0;  ///< quarter turns of a picture page
        float drawn = 1;///< the zoom of the last frame, for the next step in or out
    };
    /// What the menu on the page is about: a passage just selected, or a mark that gets another problem.
    struct MarkMenu {
        app::Pane pane = app::Pane::Left;
        domain::TextRange range;
        std::optional<domain::Area> area;
        int mark = 0;         ///< 0: a new one
        Rect anchor;
        bool asked = false;   ///< opens in the next frame
    };
    PaneLook panes[2];
    app::Pane pane = app::Pane::Left; ///< the pane worked on last: page keys go there
    MarkMenu menu;
    bool picking = false;     ///< presses on the page pick figures for the calculator
    bool list_wide = false;   ///< the list is open although there is only room for its strip
    bool form_open = false;   ///< beside two pages in a narrow window
    int tab = 1;              ///< of a small window: list, page, form
    int letter_tab = 1;       ///< the same of the letter
    std::uint32_t letter_caret = 0;
    std::string said_open;    ///< what the case says, unfolded in a low window
    std::string find;         ///< what stands in the field of the find bar
    bool find_was_open = false;
    bool question_was_open = false;
    std::string worked_on;    ///< the indicator whose form was drawn last
    std::uint64_t asked_focus = 0; ///< the last `DecisionForm::ask_focus` that moved the focus
};

void draw_desk(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions);

} // namespace timbang::ui
