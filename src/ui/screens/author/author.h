#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/view/author.h"
#include "ui/kit/editor.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// Signs and lines in the open file, kept from frame to frame: made anew only when the view has others.
struct SourceMarks {
    std::vector<app::SourceFinding> findings;
    std::vector<domain::TextRange> hits;
    int current_hit = -1;
    Theme theme = Theme::Light;
    std::vector<GutterSign> signs; ///< the worst of each line; their words are those of `findings`
    std::vector<EditorMark> marks; ///< by their begin
    std::size_t longest = 0;       ///< of the marks
};

/// What only drawing knows of the editor of cases.
struct AuthorOptions {
    // The text of the open file as it stands in the field; the view's is taken over when its revision differs.
    std::string source, source_path;
    std::uint64_t source_revision = 0;
    std::uint64_t caret_done = 0;        ///< the last `SourceView::caret_asked` that was followed
    std::uint32_t caret = 0, anchor = 0; ///< as last told
    std::string caret_path;
    SourceMarks marks;
    // The list of completions.
    int completion_row = 0;
    std::uint32_t completion_begin = 0;
    std::string completion_first;
    bool completion_shut = false; ///< Esc was pressed at `completion_begin`
    // Fields of the bars.
    bool find_was_open = false, line_open = false;
    bool find_asked = false;             ///< the find bar was just asked for: it gets the focus, not its first hit
    std::string line;
    // Sizes that were dragged; 0 as designed.
    float side = 0, problems = 0;
    // Pages.
    float zoom = 0, drawn_zoom = 1;
    int turns = 0;
    struct Picked {
        domain::TextRange range;
        std::optional<domain::Area> area;
        Rect anchor;
        bool asked = false; ///< the menu opens in the next frame
    };
    Picked picked;
    // Panes.
    int text_tab = 1, form_tab = 1; ///< of a small window
    std::uint64_t pane_done = 0;
    std::string shown; ///< the indicator or section whose form was drawn last
};

void draw_author(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions);

} // namespace timbang::ui
