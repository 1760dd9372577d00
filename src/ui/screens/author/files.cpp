#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kRow = 28;

void draw_row(Ui& ui, const Rect& line, const app::TreeRow& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item it =
        row(ui, view.path.empty() ? view.name : view.path, line,
            {.label = view.name, .value = view.count, .selected = view.selected, .expanded = view.expanded});
    Rect in = line;
    in.take_left(10 + 14 * static_cast<float>(view.depth));
    in.take_right(8);
    const Icon sign =
        view.folder && view.depth > 0 ? (view.expanded ? Icon::ChevronDown : Icon::ChevronRight) : icon_of(view.icon);
    ui.draw().icon(sign, in.take_left(15, 8), 15, t.text2);
    if (!view.count.empty()) {
        const Color c = view.tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(view.tint));
        ui.draw().text(in.take_right(ui.draw().width(view.count, type::k13m) + 2, 6).middle_row(18), view.count,
                       type::k13m, c, HAlign::Right);
    }
    ui.text_cut(in.middle_row(18), view.name, view.depth == 0 ? type::k13b : type::k13, t.text);
    if (it.pressed) actions.push_back(view.action);
}

} // namespace

void draw_files(Ui& ui, const Rect& area, const app::AuthorText& view, app::Actions& actions) {
    ui.draw().fill(area, ui.t().raised);
    ui.draw().vline(area.right() - ui.draw().border(), area.y, area.h, ui.t().line);
    ScrollArea scroll(ui, "files", area.inset(0, 6),
                      {.gutter = static_cast<float>(view.tree.size()) * kRow > area.h - 12});
    const GroupScope group(ui, "tree", Arrows::Vertical);
    const ScrollArea::Rows rows = scroll.rows(static_cast<int>(view.tree.size()), kRow);
    for (int i = rows.first; i < rows.end; ++i)
        draw_row(ui, scroll.row_rect(i, kRow).inset(6, 0), view.tree[static_cast<std::size_t>(i)], actions);
    scroll.end(static_cast<float>(view.tree.size()) * kRow);
}

} // namespace timbang::ui::author
