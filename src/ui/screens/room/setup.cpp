#include <algorithm>

#include "ui/kit/editor.h"
#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kSide = 384;

ButtonSpec open_look(const app::WorkshopSetup& view, ButtonSize size) {
    ButtonSpec spec = button_spec(view.open, ButtonKind::Primary, size);
    if (spec.icon == Icon::None || spec.icon == Icon::ArrowRight) spec.icon = Icon::None, spec.trailing = Icon::ArrowRight;
    return spec;
}

float facts_width(Ui& ui, const app::WorkshopSetup& view) {
    float wide = 0;
    for (const app::Chip& chip : view.facts)
        wide += words_width(ui, chip) + 12;
    return wide;
}

void draw_names(Ui& ui, Rect line, const app::WorkshopSetup& view, app::Actions& actions) {
    line = line.middle_row(line.h < 50 ? 40 : 44);
    Rect title = line.take_top(24);
    std::string text = view.title.text;
    const float wide = std::min(title.w, std::max(ui.draw().width(text, type::k15b), 120.0F) + 34);
    const EditorSpec spec{.label = view.title.label, .placeholder = view.title.hint, .font = type::k15b,
                          .error = !view.title.problem.empty(), .frame = false};
    Rect field = title.take_left(wide);
    ui.draw().icon(Icon::Pencil, field.take_right(15), 15, ui.t().text3);
    if (text_field(ui, "title", {field.x - 13, field.y, field.w + 13, field.h}, text, spec).changed)
        actions.push_back(app::action::EditRoomField{view.title.id, text});
    const bool problem = !view.title.problem.empty();
    ui.text_cut(line.take_top(18), problem ? view.title.problem : view.line, type::k13, problem ? ui.t().ret : ui.t().text2);
}

void draw_head(Ui& ui, const Rect& bar, const app::WorkshopSetup& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(bar, t.surface);
    ui.draw().hline(bar.x, bar.bottom() - ui.draw().border(), bar.w, t.line);
    Rect line = bar.inset(bar.w < 700 ? 8 : 16, 0);
    line.w -= bar.w < 700 ? 4 : 8;
    ButtonSpec back = button_spec(view.back, ButtonKind::Quiet);
    back.icon_only = true;
    back.key_hint = {};
    if (back.icon == Icon::None) back.icon = Icon::ArrowLeft;
    if (button_left(ui, "back", line, back, 12)) actions.push_back(view.back.action);
    const ButtonSize size = bar.h < 50 ? ButtonSize::Small : ButtonSize::Normal;
    const float open = button_width(ui, open_look(view, size));
    const bool offered = !view.take_home.options.empty();
    ButtonSpec take{.label = view.take_home.label, .icon = Icon::Download, .trailing = Icon::ChevronDown, .size = size};
    float wide_take = button_width(ui, take);
    if (line.w - open - wide_take < 280) take.icon_only = true, take.tip = view.take_home.label, wide_take = kMore;
    const float left = line.w - open - 20 - (offered ? wide_take + 12 : 0);
    const bool facts = left - facts_width(ui, view) >= 300;
    ButtonSpec primary = open_look(view, size);
    const bool tight = left < 120; // a window of 300 %: the arrow says it
    if (tight) primary.icon = Icon::ArrowRight, primary.trailing = Icon::None, primary.icon_only = true;
    Rect open_box = line.take_right(button_width(ui, primary), 12).middle_row(button_height(size));
    if (offered)
        menu_button(ui, "take-home", line.take_right(wide_take, 12).middle_row(button_height(size)), view.take_home,
                    take, actions);
    if (facts)
        for (auto chip = view.facts.rbegin(); chip != view.facts.rend(); ++chip)
            draw_words(ui, line.take_right(words_width(ui, *chip), 12), *chip);
    draw_names(ui, line, view, actions);
    if (button(ui, "open", open_box, primary)) actions.push_back(view.open.action);
}

void write_left(Column& column, const app::WorkshopSetup& view, RoomOptions& options, app::Actions& actions) {
    write_days(column, view, actions);
    column.gap(14);
    write_groups(column, view, options, actions);
}

void write_right(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    write_cases(column, view, actions);
    column.gap(10);
    write_rounds(column, view, actions);
    column.gap(10);
    write_ways(column, view);
    column.gap(10);
    write_network(column, view, actions);
}

} // namespace

void draw_setup(Ui& ui, const Rect& area, const app::WorkshopSetup& view, RoomOptions& options, app::Actions& actions) {
    const Scope scope(ui, "setup");
    Rect rest = area;
    draw_head(ui, rest.take_top(ui.window().h < 400 ? 44 : 60), view, actions);
    ScrollArea scroll(ui, "page", rest, {.gutter = false});
    const float margin = area.w < 700 ? 12 : 24;
    const Rect page{area.x + margin, scroll.content().y + 12, area.w - 2 * margin, 0};
    const bool beside = page.w >= 1000;
    const float side = beside ? std::max(340.0F, std::min(kSide, page.w * 0.3F)) : page.w;
    Column left(ui, {page.x, page.y, beside ? page.w - side - 20 : page.w, 0}, true);
    write_left(left, view, options, actions);
    if (!beside) left.gap(14);
    Column right(ui, {beside ? page.right() - side : page.x, beside ? page.y : left.y(), side, 0}, true);
    write_right(right, view, actions);
    scroll.end(12 + (beside ? std::max(left.used(), right.used()) : left.used() + right.used()) + 16);
}

} // namespace timbang::ui::room
