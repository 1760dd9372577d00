#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/actions.h"
#include "app/view/desk.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets.h"
#include "ui/screens/desk/desk.h"

/// The pieces of the desk, each in its own file. Rectangles are those the piece fills.
namespace timbang::ui::desk {

// ---- bars
void draw_top_bar(Ui& ui, const Rect& area, const app::TopBar& view, app::Actions& actions);
/// The same of a readiness check: how far it is, that nothing is told on the way, and the pause.
void draw_check_bar(Ui& ui, const Rect& area, const app::TopBar& top, const app::CheckBar& check, app::Actions& actions);
/// The row is as high as its buttons need in this width. `lead` is the width of the list below, which the buttons line up with.
[[nodiscard]] float actions_height(Ui& ui, const app::ActionsRow& view, float width, float lead);
void draw_actions_row(Ui& ui, const Rect& area, const app::ActionsRow& view, float lead, DeskOptions& options, app::Actions& actions);
void draw_bottom_bar(Ui& ui, const Rect& area, const app::BottomBar& view, app::Actions& actions);
/// What the case says, in a strip under the bars; returns its height.
float draw_said(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions);
/// So little height (large text, a small screen) that bars get thinner and what can wait is folded away.
[[nodiscard]] inline bool is_low(const Ui& ui) { return ui.window().h < 400; }
/// The bar above a page; thinner in a low window.
[[nodiscard]] inline float tool_bar(const Ui& ui) { return is_low(ui) ? 34.0F : size::kToolBar; }

// ---- list
constexpr float kList = 284, kListNarrow = 240, kStrip = 56;
void draw_list(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions);

// ---- page
void draw_viewer(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions);
/// The head of a pane: document, page, tools; and of the one pane that has it, marking and comparing.
void draw_pane_head(Ui& ui, const Rect& area, const app::DeskView& view, const app::ViewerPane& pane, float zoom,
                    DeskOptions& options, app::Actions& actions);
void draw_mark_menu(Ui& ui, const app::DeskView& view, DeskOptions& options, app::Actions& actions);
void draw_find_bar(Ui& ui, const Rect& area, const app::FindBar& view, DeskOptions& options, app::Actions& actions);
[[nodiscard]] float calculator_height(const Ui& ui, const app::DeskView& view, const DeskOptions& options);
void draw_calculator(Ui& ui, const Rect& area, const app::CalculatorView& view, bool comparing, DeskOptions& options, app::Actions& actions);
/// What M, C, +, −, 0 and the page keys do.
void viewer_keys(Ui& ui, const app::DeskView& view, DeskOptions& options, app::Actions& actions);
[[nodiscard]] float zoom_of(const DeskOptions::PaneLook& look, float pane_width, bool comparing);
/// One step of zoom in or out.
void step_zoom(DeskOptions::PaneLook& look, float zoom, float steps);

// ---- form
void draw_form(Ui& ui, const Rect& area, const app::DecisionForm& view, DeskOptions& options, app::Actions& actions);
void draw_parts(Ui& ui, const Rect& area, const app::DeskView& view, app::Actions& actions);
/// Where the focus goes to reach a part of the form.
[[nodiscard]] std::string path_of_part(const app::DecisionForm& view, app::FormPart part);

// ---- step text and letter
void draw_reading(Ui& ui, const Rect& area, const app::DeskView& view);
void draw_step_text(Ui& ui, const app::DeskView& view, app::Actions& actions);
void draw_letter_step(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions);
/// Drawn from the corner of the area in its width; returns the height.
float draw_category(Ui& ui, const Rect& area, const app::CategoryForm& view, app::Actions& actions);
void draw_letter(Ui& ui, const Rect& area, const app::LetterForm& view, DeskOptions& options, app::Actions& actions);
void draw_points(Ui& ui, const Rect& area, const app::LetterForm& view, app::Actions& actions);

// ---- shared
/// What the reference says, headline first, from the corner of `at` in its width; returns the height. Ids: `feedback/…`.
float draw_feedback(Ui& ui, const Rect& at, const app::FeedbackBlock& view, app::Actions& actions);
[[nodiscard]] ui::Choice choice_of(const app::Choice& choice);
[[nodiscard]] ChipSpec chip_spec(const app::Chip& chip);
/// Path of the widget that has the focus; "" none.
[[nodiscard]] std::string focus_path(const Ui& ui);
/// An icon alone, 28 wide, cut off the left or right end of a bar.
bool tool_right(Ui& ui, std::string_view id, Rect& bar, Icon icon, std::string_view label, bool enabled = true);
bool tool_left(Ui& ui, std::string_view id, Rect& bar, Icon icon, std::string_view label, bool enabled = true);

/// Lines of a column that is drawn from the top: what is drawn moves the pen down.
struct Column {
    float x = 0, y = 0, w = 0;
    Rect line(float height, float gap = 0) {
        const Rect r{x, y, w, height};
        y += height + gap;
        return r;
    }
    void skip(float height) { y += height; }
};

/// A segmented choice of view-model cells with the keys 1, 2, 3…; cells that do not fit stand below each other. Returns
/// its height; what was chosen goes to `actions`.
float draw_segments(Ui& ui, std::string_view id, Column& column, std::string_view label, const std::vector<app::Choice>& cells,
                    bool disabled, app::Actions& actions);
/// Rows of Yes, No, Unsure in one group.
void draw_checklist(Ui& ui, std::string_view id, Column& column, const std::vector<app::CheckRow>& rows, bool disabled,
                    app::Actions& actions);
/// The cells of such rows, all of one width.
[[nodiscard]] float checks_width(Ui& ui, const std::vector<app::CheckRow>& rows);
/// Rings with words, one group; `hint` stands at the right end.
void draw_radio_rows(Ui& ui, std::string_view id, Column& column, const std::vector<app::Choice>& rows, bool disabled,
                     app::Actions& actions);

} // namespace timbang::ui::desk
