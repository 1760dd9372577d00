#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kHead = 40, kLeast = 48, kPlace = 128;

struct Widths {
    float place = 0, fix = 0, words = 0;
    bool below = false; ///< the button stands below the words
};

/// The key is that of the selected row.
ButtonSpec fix_of(const app::ProblemRow& row) {
    ButtonSpec spec = button_spec(*row.fix, ButtonKind::Normal, ButtonSize::Small);
    if (!row.selected) spec.key_hint = {};
    return spec;
}

Widths widths_of(Ui& ui, float width, const app::ProblemRow& row) {
    Widths w;
    w.place = width < 420 ? 0 : kPlace;
    w.fix = row.fix ? button_width(ui, fix_of(row)) : 0;
    w.below = w.fix > 0 && width - 28 - w.place - w.fix < 180;
    w.words = width - 28 - w.place - (w.fix > 0 && !w.below ? w.fix + 10 : 0);
    return w;
}

float row_height(Ui& ui, const app::ProblemRow& row, const Widths& w) {
    const float place = w.place > 0 ? 0.0F : 18.0F;
    return std::max(kLeast, ui.draw().para_height(w.words, row.text, type::k13) + place + 12 + (w.below ? 34 : 0));
}

void draw_row(Ui& ui, const Rect& line, int index, const app::ProblemRow& view, const Widths& w,
              app::Actions& actions) {
    const Tokens& t = ui.t();
    const std::string id = std::to_string(index);
    const Item it =
        row(ui, id, line, {.label = view.text, .value = view.place, .selected = view.selected, .radius = 0});
    ui.tooltip(it, view.explain, line);
    Rect in = line.inset(16, 0);
    const float words = ui.draw().para_height(w.words, view.text, type::k13);
    const float block = words + (w.place > 0 ? 0.0F : 18.0F);
    float top = in.y + (in.h - block - (w.below ? 34 : 0)) / 2;
    ui.draw().icon(icon_of(view.icon), Rect{in.x, w.below ? top : in.y, 18, w.below ? 18 : in.h}, 18,
                   t.tint(tint_of(view.tint)));
    in.take_left(28);
    if (w.place > 0)
        ui.text_cut({in.x, w.below ? top : in.y + (in.h - 18) / 2, w.place - 10, 18}, view.place, type::k13m, t.text);
    else {
        ui.text_cut({in.x, top, in.w, 18}, view.place, type::k13m, t.text);
        top += 18;
    }
    ui.draw().para(in.x + w.place, top, w.words, view.text, type::k13, t.text);
    if (view.fix) {
        const Rect button = w.below ? Rect{in.x + w.place, top + words + 6, w.fix, size::kSmall}
                                    : Rect{in.right() - w.fix, in.y + (in.h - size::kSmall) / 2, w.fix, size::kSmall};
        if (ui::button(ui, id + "-fix", button, fix_of(view))) actions.push_back(view.fix->action);
    }
    if (it.pressed) actions.push_back(view.action);
}

} // namespace

void draw_problems(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const app::AuthorText& text = *view.text;
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.y, area.w, t.line);
    Rect rest = area;
    Rect head = rest.take_top(kHead).inset(16, 0);
    const float hint = ui.draw().width(view.words.problems_hint, type::k13) + 2,
                title = ui.draw().width(view.words.problems, type::k15b);
    if (head.w > hint + title + 24)
        ui.draw().text(head.take_right(hint).middle_row(18), view.words.problems_hint, type::k13, t.text2,
                       HAlign::Right);
    ui.text_cut(head.middle_row(22), view.words.problems, type::k15b, t.text);
    if (text.problems.empty()) {
        ui.draw().para(rest.x + 16, rest.y + 8, std::min(520.0F, rest.w - 32), view.words.no_problems, type::k13,
                       t.text2);
        return;
    }
    ScrollArea scroll(ui, "problems", rest);
    const GroupScope group(ui, "list", Arrows::Vertical);
    Lines lines{scroll.content().x, scroll.content().y, scroll.content().w};
    int index = 0;
    for (const app::ProblemRow& row : text.problems) {
        const Widths w = widths_of(ui, lines.w - 32, row);
        const Rect line = lines.line(row_height(ui, row, w));
        // A row that is far out of sight is only measured.
        if (line.bottom() > rest.y - 200 && line.y < rest.bottom() + 200) draw_row(ui, line, index, row, w, actions);
        ++index;
    }
    scroll.end(lines.y - scroll.content().y);
}

} // namespace timbang::ui::author
