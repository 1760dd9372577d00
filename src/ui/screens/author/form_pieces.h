#pragma once

#include "ui/screens/author/pieces.h"

/// Sections of the form of an indicator. Each draws from the top of `lines` and moves it down.
namespace timbang::ui::author {

/// What people answered so far.
void draw_answers(Ui& ui, Lines& lines, const app::FormAnswers& view, app::Actions& actions);
void draw_reference(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions);
void draw_near(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions);
void draw_replies(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions);
/// Every whole answer and the replies that meet it: one group, the arrows go from cell to cell. Returns its height.
float draw_map(Ui& ui, const Rect& at, const app::AnswerMap& map, app::Actions& actions);
/// Places as chips in as many lines as they need, `pick` behind them.
void draw_places(Ui& ui, std::string_view id, Lines& lines, std::string_view label,
                 const std::vector<app::PassageChip>& places, const app::Button& pick, app::Actions& actions);

} // namespace timbang::ui::author
