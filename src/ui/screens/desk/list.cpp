#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"
#include "ui/screens/two_lines.h"

namespace timbang::ui::desk {
namespace {

enum class Shape : std::uint8_t { Wide, Narrow, Strip };

Progress progress_of(app::RowState state) {
    return state == app::RowState::Decided ? Progress::Decided : state == app::RowState::Working ? Progress::Working : Progress::ToDo;
}

std::string row_id(const app::ListRow& row) { return row.code.empty() ? std::string("step") : row.code; }

/// A row that was decided and is being looked at keeps its tick; the fill shows that it is the one.
void draw_mark(Ui& ui, Vec centre, const app::ListRow& row) { state_mark(ui, centre, progress_of(row.state)); }

void draw_wide(Ui& ui, Rect line, const app::ListRow& row) {
    const Tokens& t = ui.t();
    line = {line.x + 14, line.y, line.w - 24, line.h};
    draw_mark(ui, line.take_left(18, 10).centre(), row);
    Rect words = line.middle_row(36);
    ui.text_cut(words.take_top(18), row.title, row.selected ? type::k13b : type::k13m, t.text);
    ui.text_cut(words.take_top(18), row.line, type::k13, row.selected ? t.acc : t.text3);
}

void draw_code(Ui& ui, const Rect& cell, const app::ListRow& row) {
    const Tokens& t = ui.t();
    const Color color = row.selected ? t.acc : t.text2;
    Rect in = cell.middle_row(row.code.empty() ? 18 : 36);
    draw_mark(ui, in.take_top(18, 2).centre(), row);
    if (!row.code.empty()) ui.draw().text(in.take_top(16), row.code, {row.selected ? Face::SemiBold : Face::Medium, 13, 16}, color, HAlign::Centre);
}

void draw_narrow(Ui& ui, Rect line, const app::ListRow& row) {
    line = {line.x + 3, line.y, line.w - 11, line.h};
    draw_code(ui, line.take_left(48, 7), row);
    two_lines(ui, line, row.title, row.selected ? type::k13b : type::k13m, ui.t().text);
}

/// `words`: the states of this list are written out where they have no picture.
void draw_file(Ui& ui, const Rect& line, const app::FileRow& file, bool words_shown, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item item = row(ui, "file" + std::to_string(file.evidence), line,
                          {.label = file.name, .value = file.state, .selected = file.shown, .boxed = true});
    if (item.pressed) actions.push_back(file.action);
    Rect in = line.inset(8, 0);
    ui.draw().icon(icon_of(file.icon), in.take_left(15, 6), 15, t.text3);
    const Tint tint = tint_of(file.state_tint);
    const Color color = tint == Tint::None ? t.text3 : t.tint(tint);
    const Font font = tint == Tint::None ? type::k13 : type::k13m;
    const Icon icon = icon_of(file.state_icon);
    const bool whole = file.state_short.empty() || words_shown;
    const std::string& state = whole ? file.state : file.state_short;
    const float words = ui.draw().width(state, font) + 1;
    const float name = ui.draw().width(file.name, type::k13m);
    // The name comes first; a state whose words do not fit beside it keeps its picture, and its words in the tooltip.
    const float mark = icon != Icon::None ? 19.0F : 4.0F;
    const bool room = in.w - words - 4 - mark >= std::min(name, 150.0F) && (icon != Icon::None || words_shown || words < 60);
    if (room) ui.draw().text(in.take_right(words, 4), state, font, color);
    if (icon != Icon::None) {
        ui.draw().icon(icon, in.take_right(15, 4), 15, tint == Tint::None ? t.text2 : color);
    } else if (!room) {
        const Rect ring = in.take_right(15, 8);
        ui.draw().circle(ring.centre(), 4.75F, t.ctl, 1.5F);
        if (!file.state_short.empty()) ui.draw().disc(ring.centre(), 2.25F, t.ctl); // begun
    }
    ui.text_cut(in, file.name, file.shown ? type::k13m : type::k13, t.text);
    ui.tooltip(item, file.name + ". " + file.pages + (file.pages.ends_with('.') ? " " : ". ") + file.state, line);
}

void draw_files(Ui& ui, Column& column, const std::vector<app::FileRow>& files, float indent, float height, app::Actions& actions) {
    bool words = true;
    for (const app::FileRow& file : files)
        words = words && 43 + ui.draw().width(file.state, type::k13) + std::min(150.0F, ui.draw().width(file.name, type::k13m)) <= column.w - indent;
    for (const app::FileRow& file : files) {
        column.skip(2);
        const Rect line = column.line(height);
        draw_file(ui, {line.x + indent, line.y, line.w - indent, line.h}, file, words, actions);
    }
}

void draw_rows(Ui& ui, const Rect& area, const app::ListPane& list, Shape shape, app::Actions& actions) {
    ScrollArea scroll(ui, "rows", area, {.gutter = false, .label = list.title});
    const GroupScope group(ui, "list", Arrows::Vertical);
    const float margin = 4, height = shape == Shape::Strip ? 44 : size::kIndicatorRow;
    float& before = ui.memory<float>(ui.id_of("height")); // a bar that is needed stands beside the rows
    const float bar = before > area.h ? size::kGutter - margin : 0;
    Column column{area.x + margin, scroll.content().y, area.w - 2 * margin - ui.draw().border() - bar};
    for (const app::ListRow& one : list.rows) {
        const Rect line = column.line(height, shape == Shape::Strip ? 4 : 0);
        const Item item = row(ui, row_id(one), line, {.label = one.title, .value = one.line, .selected = one.selected, .expanded = !one.files.empty()});
        if (item.pressed) actions.push_back(one.action);
        if (shape == Shape::Wide) draw_wide(ui, line, one);
        if (shape == Shape::Narrow) draw_narrow(ui, line, one);
        if (shape == Shape::Strip) draw_code(ui, line, one);
        ui.tooltip(item, one.full_title + ". " + one.state_word, line);
        if (shape != Shape::Strip)
            draw_files(ui, column, one.files, shape == Shape::Wide ? 20 : 14, shape == Shape::Wide ? size::kFileRow : 28, actions);
    }
    if (shape != Shape::Strip && !list.files.empty()) {
        column.skip(list.rows.empty() ? 0 : 12);
        if (!list.files_title.empty()) ui.text_cut(column.line(28).inset(12, 0), list.files_title, type::k13b, ui.t().text);
        draw_files(ui, column, list.files, 4, size::kFileRow, actions);
    }
    if (shape == Shape::Strip) {
        const Rect count = column.line(24);
        ui.draw().text({area.x, count.y + 4, area.w - bar, 18}, list.count_short, type::k13, ui.t().text3, HAlign::Centre);
    }
    if ((before > area.h) != (column.y + 12 - scroll.content().y > area.h)) ui.draw_again();
    before = column.y + 12 - scroll.content().y;
    scroll.end(before);
}

} // namespace

void draw_list(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    const app::ListPane& list = view.list;
    ui.draw().fill(area, t.raised);
    ui.draw().vline(area.right() - ui.draw().border(), area.y, area.h, t.line);
    const Shape shape = area.w < 120 ? Shape::Strip : area.w < 260 ? Shape::Narrow : Shape::Wide;
    Rect rest = area;
    Rect head = rest.take_top(shape == Shape::Narrow ? 36 : 40);
    if (shape == Shape::Strip) {
        ButtonSpec spec{.label = view.pane_names[0], .icon = Icon::ChevronRight, .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
        spec.icon_only = true;
        if (button(ui, "list-open", head.middle(size::kSmall, size::kSmall), spec)) options.list_wide = true;
    } else {
        head = head.inset(shape == Shape::Wide ? 16 : 14, 0);
        if (options.list_wide && tool_right(ui, "list-close", head, Icon::ChevronLeft, view.pane_names[0])) options.list_wide = false;
        const float count = std::min(ui.draw().width(list.count, type::k13) + 1, head.w * 0.7F);
        ui.text_cut(head.take_right(count, 8), list.count, type::k13, t.text2);
        ui.text_cut(head, list.title, type::k15b, t.text);
    }
    draw_rows(ui, rest, list, shape, actions);
}

} // namespace timbang::ui::desk
