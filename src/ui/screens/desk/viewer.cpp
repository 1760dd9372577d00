#include "ui/kit/page_view.h"

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

constexpr float kThumbs = 76, kThumbsFrom = 700, kLeastZoom = 0.5F, kMostZoom = 3;

std::vector<PageMark> marks_of(const app::ViewerPane& pane) {
    std::vector<PageMark> marks;
    for (const app::MarkView& mark : pane.marks)
        marks.push_back({.id = mark.id, .number = mark.number, .range = mark.range, .area = mark.area, .tag = mark.tag,
                         .icon = icon_of(mark.icon), .pointed = mark.pointed});
    return marks;
}

std::vector<PagePick> picks_of(const app::ViewerPane& pane) {
    std::vector<PagePick> picks;
    for (const app::PickView& pick : pane.picks) picks.push_back({pick.range, pick.letter, pick.compare});
    return picks;
}

void draw_thumbs(Ui& ui, const Rect& area, const app::ViewerPane& pane, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.raised);
    ui.draw().vline(area.right() - ui.draw().border(), area.y, area.h, t.line);
    ScrollArea scroll(ui, "thumbs", area, {.gutter = false});
    const GroupScope group(ui, "pages", Arrows::Vertical);
    Column column{area.x, scroll.content().y + 16, area.w};
    for (const app::ThumbView& thumb : pane.thumbs) {
        const Rect cell = column.line(75, 4).middle(54, 75);
        const std::string number = std::to_string(thumb.page);
        if (thumb.content && page_thumb(ui, number, cell, *thumb.content, thumb.shown, thumb.marks, number)) actions.push_back(thumb.action);
        ui.draw().text(column.line(18, 12), number, thumb.shown ? type::k13b : type::k13, thumb.shown ? t.text : t.text2, HAlign::Centre);
    }
    scroll.end(column.y - scroll.content().y);
}

/// What was done on the page becomes a question (the menu) or an action.
void take(Ui& ui, std::string_view id, const PageViewResult& result, const app::ViewerPane& pane, DeskOptions& options, app::Actions& actions) {
    if (result.selected || result.area) {
        options.menu = {pane.pane, result.selected.value_or(domain::TextRange{}), result.area, 0, result.anchor, true};
        options.pane = pane.pane;
    } else if (result.pressed_mark >= 0) {
        const Node* disc = ui.find(ui.path_of(std::string(id) + "/marks/" + std::to_string(result.pressed_mark)));
        const Rect anchor = disc ? disc->rect : Rect{ui.mouse().x, ui.mouse().y, 1, 1};
        options.menu = {pane.pane, {}, {}, result.pressed_mark, anchor, true};
        for (const app::MarkView& mark : pane.marks)
            if (mark.id == result.pressed_mark) options.menu.range = mark.range;
    } else if (!result.has_selection && !options.menu.asked && options.menu.pane == pane.pane) {
        options.menu.range = {};
        options.menu.area.reset();
    }
    if (!result.column.empty()) {
        std::vector<std::uint32_t> offsets;
        for (const domain::TextRange cell : result.column) offsets.push_back(cell.begin);
        options.pane = pane.pane;
        actions.push_back(app::action::PickFigures{pane.pane, std::move(offsets)});
    }
    if (!result.picked) return;
    options.pane = pane.pane;
    if (ui.mods().shift) actions.push_back(app::action::PickToCompare{pane.pane, result.picked->begin});
    else actions.push_back(app::action::PickFigures{pane.pane, {result.picked->begin}});
}

void draw_page(Ui& ui, const Rect& area, const app::DeskView& view, const app::ViewerPane& pane, float zoom, DeskOptions& options,
               app::Actions& actions) {
    const std::string_view id = pane.pane == app::Pane::Left ? "left" : "right";
    if (!pane.content) {
        ui.draw().fill(area, ui.t().sunken);
        const float width = std::min(area.w - 48, 360.0F);
        const float height = ui.draw().para_height(width, pane.empty_text, type::k15);
        ui.draw().para(area.x + (area.w - width) / 2, area.y + (area.h - height) / 2, width, pane.empty_text, type::k15, ui.t().text2);
        return;
    }
    DeskOptions::PaneLook& look = options.panes[static_cast<int>(pane.pane)];
    const std::vector<PageMark> marks = marks_of(pane);
    const std::vector<PagePick> picks = picks_of(pane);
    PageViewSpec spec;
    spec.page = pane.content;
    spec.label = pane.accessible;
    spec.zoom = zoom;
    spec.turns = look.turns;
    spec.picture = ui.picture(pane.picture_path);
    spec.marks = marks;
    spec.picks = picks;
    spec.hits = pane.hits;
    spec.current_hit = pane.current_hit;
    spec.picking = options.picking && view.calculator.has_value();
    // While figures are picked Enter keeps the line once there is one; Space picks.
    const base::InputEvent* key = spec.picking && ui.focused(std::string(id) + "/page") ? ui.key() : nullptr;
    if (key && key->key == Key::Enter && key->mods == base::Mods{} && view.calculator->keep.enabled) {
        ui.take_key();
        actions.push_back(view.calculator->keep.action);
    }
    const PageViewResult result = page_view(ui, id, area, spec);
    if (result.zoom_steps != 0) step_zoom(look, zoom, result.zoom_steps);
    if (ui.hovers(area) && ui.mouse_down()) options.pane = pane.pane;
    take(ui, id, result, pane, options, actions);
}

void draw_pane(Ui& ui, const Rect& area, const app::DeskView& view, const app::ViewerPane& pane, DeskOptions& options,
               app::Actions& actions) {
    const bool comparing = view.right.has_value();
    Rect rest = area;
    const Rect head = rest.take_top(tool_bar(ui));
    const bool thumbs = !comparing && area.w >= kThumbsFrom && pane.thumbs.size() > 0;
    const float page_width = area.w - (thumbs ? kThumbs : 0);
    const float zoom = zoom_of(options.panes[static_cast<int>(pane.pane)], page_width, comparing);
    options.panes[static_cast<int>(pane.pane)].drawn = zoom;
    {
        const Scope scope(ui, pane.pane == app::Pane::Left ? "head" : "head-right");
        draw_pane_head(ui, head, view, pane, zoom, options, actions);
    }
    if (!comparing && view.tools.find.open) draw_find_bar(ui, rest.take_top(tool_bar(ui)), view.tools.find, options, actions);
    if (thumbs) draw_thumbs(ui, rest.take_left(kThumbs), pane, actions);
    draw_page(ui, rest, view, pane, zoom, options, actions);
}

} // namespace

float zoom_of(const DeskOptions::PaneLook& look, float pane_width, bool comparing) {
    if (look.zoom > 0) return look.zoom;
    // Two pages fit their text block and the numbers of marks beside it.
    constexpr float kNumbers = 2 * 22;
    return std::min(1.5F, std::max(kLeastZoom, comparing ? fit_zoom(pane_width - kNumbers, true) : fit_zoom(pane_width)));
}

void step_zoom(DeskOptions::PaneLook& look, float zoom, float steps) {
    constexpr float kStep = 1.15F;
    for (; steps > 0; steps -= 1) zoom *= kStep;
    for (; steps < 0; steps += 1) zoom /= kStep;
    look.zoom = std::min(kMostZoom, std::max(kLeastZoom, zoom));
}

void draw_viewer(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    Rect rest = area;
    const bool comparing = view.right.has_value();
    if (!comparing) options.pane = app::Pane::Left;
    Rect calculator = rest.take_bottom(calculator_height(ui, view, options));
    if (comparing && view.tools.find.open) draw_find_bar(ui, rest.take_top(tool_bar(ui)), view.tools.find, options, actions);
    if (comparing) {
        const float half = ui.draw().snap(rest.w / 2);
        draw_pane(ui, rest.take_left(half), view, view.left, options, actions);
        draw_pane(ui, rest, view, *view.right, options, actions);
        ui.draw().vline(rest.x - ui.draw().border(), rest.y, rest.h, ui.t().line2);
    } else {
        draw_pane(ui, rest, view, view.left, options, actions);
    }
    if (view.calculator && calculator.h > 0)
        draw_calculator(ui, calculator, *view.calculator, comparing && calculator.h > size::kCalculator, options, actions);
}

void viewer_keys(Ui& ui, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    const app::Pane pane = options.pane;
    if (ui.shortcut(Key::PageUp)) actions.push_back(app::action::TurnPage{pane, -1});
    if (ui.shortcut(Key::PageDown)) actions.push_back(app::action::TurnPage{pane, 1});
    if (ui.shortcut(ctrl(Key::F))) {
        if (!view.tools.find.open) actions.push_back(app::action::FindInPages{options.find});
        ui.focus("desk/find/words");
    }
    if (view.tools.find.open && ui.shortcut(Key::F3)) actions.push_back(app::action::StepFind{1});
    if (view.tools.find.open && ui.shortcut(shift(Key::F3))) actions.push_back(app::action::StepFind{-1});
    if (ui.shortcut(ctrl(Key::Z)) && view.tools.undo.enabled) actions.push_back(view.tools.undo.action);
    const bool redo = ui.shortcut(Chord{Key::Z, {true, true, false}}) || ui.shortcut(ctrl(Key::Y));
    if (redo && view.tools.redo.enabled) actions.push_back(view.tools.redo.action);
    if (ui.shortcut(Key::M) && view.tools.mark.enabled) {
        options.tab = 1;
        if (options.menu.range.length() > 0 || options.menu.area) options.menu.asked = true;
        else ui.focus(pane == app::Pane::Left ? "desk/left/page" : "desk/right/page");
    }
    if (view.calculator && ui.shortcut(Key::C)) {
        options.picking = !options.picking;
        options.tab = 1;
        if (options.picking) ui.focus(pane == app::Pane::Left ? "desk/left/page" : "desk/right/page");
    }
    // A bare digit is a score or a verdict elsewhere; on the page 0 is "fit".
    const std::string here = focus_path(ui);
    if (here.rfind("desk/left", 0) != 0 && here.rfind("desk/right", 0) != 0) return;
    DeskOptions::PaneLook& look = options.panes[static_cast<int>(pane)];
    if (ui.shortcut(Key::Plus)) step_zoom(look, look.drawn, 1);
    if (ui.shortcut(Key::Minus)) step_zoom(look, look.drawn, -1);
    if (ui.shortcut(Key::D0)) look.zoom = 0;
}

} // namespace timbang::ui::desk
