#include <cmath>

#include "ui/kit/editor.h"
#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"
#include "ui/screens/points.h"
#include "ui/screens/prose.h"

namespace timbang::ui::desk {
namespace {

constexpr float kHead = 52;

/// The document of the reference: paper in every theme, in the face of documents.
void draw_model(Ui& ui, const Rect& area, const app::LetterForm& view) {
    ui.draw().fill(area, ui.t().sunken);
    ui.draw().hline(area.x, area.y, area.w, ui.t().line);
    if (!view.model) return;
    ScrollArea scroll(ui, "model", area, {.focusable = true, .label = view.model_title});
    const Font font{Face::Serif, 14, 19};
    const float width = scroll.content().w - 30;
    const Rect corner{scroll.content().x + 44, scroll.content().y + 34, width - 48, 0};
    ui::Column measured(ui, corner, false);
    write_prose(measured, view.model, font, ui.t().ink);
    const Rect paper{corner.x - 24, corner.y - 20, width, std::max(measured.used() + 40, area.h - 28)};
    ui.draw().box(paper, ui.t().paper, ui.t().line2);
    ui::Column column(ui, corner, true);
    write_prose(column, view.model, font, ui.t().ink);
    scroll.end(paper.h + 28);
}

} // namespace

namespace {

/// What stands above the letter: its title, how long it is, that it is finished, and finishing it. A narrow window has the
/// title in its tabs.
void draw_letter_head(Ui& ui, Rect head, const app::LetterForm& view, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    action_button_right(ui, "finish", head, view.finish, actions, ButtonKind::Normal, ButtonSize::Small);
    if (view.locked && !view.locked_note.empty()) {
        const ChipSpec chip_look{.label = view.locked_note, .icon = Icon::Lock};
        const float width = chip_width(ui, chip_look);
        if (width + 80 < head.w) chip(ui, head.take_right(width, 8).middle_row(size::kChip), chip_look);
    }
    if (view.insert && is_low(ui)) {
        ButtonSpec insert = button_spec(*view.insert, ButtonKind::Quiet, ButtonSize::Small);
        if (head.w < 200) insert.icon_only = true;
        if (button_right(ui, "insert", head, insert)) actions.push_back(app::action::InsertDecisions{view.part, options.letter_caret});
    }
    const float words = ui.draw().width(view.words, type::k13) + 1, title = ui.draw().width(view.title, type::k15b) + 1;
    if (words + 12 < head.w) ui.draw().text(head.take_right(words, 12), view.words, type::k13, t.text2);
    if (title <= head.w) ui.draw().text(head, view.title, type::k15b, t.text);
}

/// To whom, and putting the own decisions in.
void draw_letter_line(Ui& ui, const Rect& line, const app::LetterForm& view, DeskOptions& options, app::Actions& actions) {
    ui.draw().fill(line, ui.t().raised, size::kRadiusBig - 1, Corners::Top);
    ui.draw().hline(line.x, line.bottom() - ui.draw().border(), line.w, ui.t().line);
    Rect bar = line.inset(14, 0);
    if (view.insert) {
        const ButtonSpec insert = button_spec(*view.insert, ButtonKind::Quiet, ButtonSize::Small);
        if (button_right(ui, "insert", bar, insert)) actions.push_back(app::action::InsertDecisions{view.part, options.letter_caret});
    }
    ui.text_cut(bar, view.to, type::k13, ui.t().text2);
}

} // namespace

void draw_letter(Ui& ui, const Rect& area, const app::LetterForm& view, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "letter");
    const bool low = is_low(ui);
    ui.draw().fill(area, t.canvas);
    Rect rest = area.inset(low ? 12 : 20, 0);
    draw_letter_head(ui, rest.take_top(low ? 36 : kHead), view, options, actions);
    rest.take_bottom(low ? 6 : 20);
    ui.draw().box(rest, t.surface, t.line2, size::kRadiusBig);
    Rect in = rest.inset(1);
    if (!low) draw_letter_line(ui, in.take_top(size::kToolBar), view, options, actions);
    std::string text = view.text;
    EditorSpec spec{.label = view.title, .placeholder = view.hint, .font = type::k15};
    spec.read_only = view.locked;
    spec.frame = false;
    const Rect field = low ? Rect{in.x + 12, in.y + 4, in.w - 16, in.h - 8} : Rect{in.x + 24, in.y + 14, in.w - 34, in.h - 22};
    const EditorResult result = editor(ui, "text", field, text, spec);
    if (result.changed) actions.push_back(app::action::EditLetter{view.part, text});
    if (result.focused) options.letter_caret = static_cast<std::uint32_t>(result.caret);
}

void draw_points(Ui& ui, const Rect& area, const app::LetterForm& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "points");
    ui.draw().fill(area, t.surface);
    if (!view.model_shown) {
        const float width = std::min(area.w - 48, 360.0F), height = ui.draw().para_height(width, view.model_hint, type::k15);
        const float y = area.y + std::min(96.0F, (area.h - height) / 3);
        ui.draw().icon(Icon::Lock, {area.x + (area.w - width) / 2, y - 32, 22, 22}, 22, t.text3);
        ui.draw().para(area.x + (area.w - width) / 2, y, width, view.model_hint, type::k15, t.text2);
        return;
    }
    // The points take what they need, at most six tenths; the model has the rest.
    Rect rest = area;
    const float words = rest.w - 40 - 56;
    float need = kHead + 24 + 14;
    for (const app::PointRow& point : view.points) need += ui.draw().para_height(words, point.text, type::k15) + 17;
    const Rect upper = rest.take_top(std::min(need, area.h * 0.6F));
    ScrollArea scroll(ui, "list", upper);
    Column column{upper.x + 20, scroll.content().y, upper.w - 40};
    Rect head = column.line(kHead);
    ui.text_cut(head.take_right(std::min(head.w * 0.6F, ui.draw().width(view.points_count, type::k13) + 1), 8), view.points_count, type::k13, t.text2);
    ui.text_cut(head, view.points_title, type::k15b, t.text);
    column.skip(ui.draw().para(column.x, column.y, column.w, view.points_note, type::k13, t.text2) + 6);
    ui::Column points(ui, {column.x, column.y, column.w, 0}, true);
    write_points(points, view.points, actions);
    column.skip(points.used());
    scroll.end(column.y + 8 - scroll.content().y);
    Rect bar = rest.take_top(44).inset(20, 0);
    std::vector<ui::Choice> languages;
    int chosen = -1;
    for (int i = 0; i < 2; ++i) {
        languages.push_back(choice_of(view.model_languages[i]));
        languages.back().tint = Tint::Accent;
        languages.back().neutral = false;
        if (view.model_languages[i].chosen) chosen = i;
    }
    SegmentSpec small;
    small.small = true;
    const Rect r = bar.take_right(segmented_width(ui, languages, small) + 16, 8).middle_row(size::kSmall);
    if (const auto picked = segmented(ui, "language", r, languages, chosen, small)) actions.push_back(view.model_languages[*picked].action);
    ui.text_cut(bar, view.model_title, type::k15m, t.text);
    draw_model(ui, rest, view);
}

void draw_letter_step(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect rest = area;
    std::vector<ui::Choice> tabs;
    std::vector<int> kinds;
    if (view.category || !view.parts.empty()) tabs.push_back({.label = view.category ? view.category->title : view.parts.front().title}), kinds.push_back(0);
    if (view.letter) tabs.push_back({.label = view.letter->title}), kinds.push_back(1);
    if (view.letter && view.letter->model_shown) tabs.push_back({.label = view.letter->points_title}), kinds.push_back(2);
    const bool small = area.w < 1180 || ui.small();
    int only = -1;
    if (small && tabs.size() > 1) {
        int chosen = 0;
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (kinds[i] == options.letter_tab) chosen = static_cast<int>(i);
        if (const auto picked = tab_strip(ui, "tabs", rest.take_top(is_low(ui) ? 32 : 40), tabs, chosen)) chosen = *picked;
        only = options.letter_tab = kinds[static_cast<std::size_t>(chosen)];
    }
    const float side = std::round(area.w * 0.283F);
    if (only <= 0 && !kinds.empty() && kinds.front() == 0) {
        const Rect column = only == 0 ? rest : rest.take_left(side);
        draw_parts(ui, column, view, actions);
        ui.draw().vline(column.right() - ui.draw().border(), column.y, column.h, t.line);
    }
    if (!view.letter) return;
    if (only < 0 || only == 2) {
        const Rect column = only == 2 ? rest : rest.take_right(std::round(area.w * 0.32F));
        if (only < 0 || view.letter->model_shown) draw_points(ui, column, *view.letter, actions);
        ui.draw().vline(column.x, column.y, column.h, t.line);
    }
    if (only < 0 || only == 1) draw_letter(ui, rest, *view.letter, options, actions);
}

} // namespace timbang::ui::desk
