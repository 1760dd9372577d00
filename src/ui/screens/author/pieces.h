#pragma once

#include <string>
#include <string_view>

#include "app/actions.h"
#include "app/view/author.h"
#include "ui/kit/layout.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets.h"
#include "ui/screens/author/author.h"

/// The pieces of the editor of cases, each in its own file. Rectangles are those the piece fills.
namespace timbang::ui::author {

// ---- before a case is open, and over everything
void draw_cases(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions);
void draw_prompt(Ui& ui, const app::AuthorPrompt& view, app::Actions& actions);

// ---- head
[[nodiscard]] float head_height(const Ui& ui);
void draw_head(Ui& ui, const Rect& area, const app::AuthorHead& view, bool form, app::Actions& actions);
/// The notices in strips below each other; returns their height.
float draw_notices(Ui& ui, const Rect& area, const std::vector<app::AuthorNotice>& notices, app::Actions& actions);

// ---- text
void draw_files(Ui& ui, const Rect& area, const app::AuthorText& view, app::Actions& actions);
void draw_source(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions);
/// Find and replace, and the field for a line, below the tabs; returns the height it took.
float draw_find(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions);
void draw_completion(Ui& ui, const app::Completion& view, const Rect& caret, AuthorOptions& options,
                     app::Actions& actions);
/// The keys of the list, before the field gets them.
void completion_keys(Ui& ui, const app::SourceView& view, AuthorOptions& options, app::Actions& actions);
[[nodiscard]] bool completion_shown(const app::SourceView& view, const AuthorOptions& options);
void draw_problems(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions);
void draw_preview(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions);
void draw_players(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions);

// ---- form
void draw_form_list(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions);
void draw_form(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions);
void draw_section(Ui& ui, const Rect& area, const app::SectionForm& view, AuthorOptions& options,
                  app::Actions& actions);
void draw_form_page(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options,
                    app::Actions& actions);
void draw_form_problems(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions);

// ---- pages
/// Document, page, the buttons to turn it.
void draw_page_head(Ui& ui, Rect& bar, const app::AuthorPage& page, app::Actions& actions);
/// The page with its marks; what is selected goes to `options.picked`.
struct PageLook {
    bool picking = false;    ///< selecting is picking a passage
    bool text_block = false; ///< the paper's margins may go, so that the words are larger
};
void draw_page(Ui& ui, std::string_view id, const Rect& area, const app::AuthorPage& page,
               const app::AuthorWords& words, const PageLook& look, AuthorOptions& options, app::Actions& actions);

/// Lines of a column that is drawn from the top.
struct Lines {
    float x = 0, y = 0, w = 0;
    Rect line(float height, float gap = 0) {
        const Rect r{x, y, w, height};
        y += height + gap;
        return r;
    }
    void skip(float height) { y += height; }
};

/// Path of the widget that has the focus; "" none.
[[nodiscard]] std::string focus_path(const Ui& ui);
[[nodiscard]] ChipSpec chip_spec(const app::Chip& chip);
/// Icon and words in the chip's colour, no box; returns the width.
float draw_status(Ui& ui, float x, const Rect& line, const app::Chip& chip, bool plain_words = false);
/// The words, ended with "…" where they are wider: for buttons that must fit.
[[nodiscard]] std::string shortened(Ui& ui, std::string_view words, Font font, float width);
[[nodiscard]] float status_width(Ui& ui, const app::Chip& chip);
/// A title of 15 semi-bold with a small explanation beside it.
void draw_title(Ui& ui, Rect& line, std::string_view title, std::string_view explain);
/// Languages, then a field that holds one of them. Changes go out as `action::EditFormText`. Returns the field's
/// height.
void draw_languages(Ui& ui, std::string_view id, Rect& bar, const app::FormTextView& view, app::Actions& actions);
[[nodiscard]] float text_height(Ui& ui, float width, const app::FormTextView& view, float least, float most);
void draw_text(Ui& ui, std::string_view id, const Rect& r, std::string_view label, const app::FormTextView& view,
               app::FormField field, int item, app::Actions& actions);
/// A menu as a button of its own width, cut off the left of a bar.
void draw_menu(Ui& ui, std::string_view id, Rect& bar, const app::Menu& menu, Icon icon, app::Actions& actions);
/// Score cells with the tint of what was chosen.
void draw_scores(Ui& ui, std::string_view id, const Rect& r, const std::vector<app::ScoreCell>& cells,
                 std::string_view label, app::Actions& actions);

} // namespace timbang::ui::author
