#include "ui/screens/home/cards.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/screens/common.h"

namespace timbang::ui::home {

namespace {

constexpr float kPicture = 128, kPictureHeight = 168, kDueRow = 50;

/// Where words of the card begin; without room the picture of a page goes first.
bool with_picture(float width) {
    return width >= 520;
}

/// A drawn sheet of paper: what the case is about, not any page of it.
void draw_sheet(Ui& ui, const Rect& r) {
    Canvas& draw = ui.draw();
    const Color ink = rgb(0x8D897F), pale = rgb(0xBDB9B0), rule = rgb(0xDEDAD2), figures = rgb(0xB5B1A7);
    draw.box(r, ui.t().paper, ui.t().line2, 3);
    draw.circle({r.x + 20, r.y + 19}, 7, rgb(0x9B978D), 1);
    draw.fill({r.x + 36, r.y + 12, 66, 4}, ink);
    draw.fill({r.x + 44, r.y + 20, 50, 3}, pale);
    draw.hline(r.x + 10, r.y + 31, 108, rgb(0x6A665E));
    draw.fill({r.x + 32, r.y + 40, 64, 3}, ink);
    draw.fill({r.x + 42, r.y + 47, 44, 2}, pale);
    for (int row = 0; row < 7; ++row) {
        const float y = r.y + 57 + static_cast<float>(row) * 9;
        draw.hline(r.x + 12, y, 104, rule);
        draw.fill({r.x + 14, y + 3, 34 - static_cast<float>(row * 5 % 13), 3}, figures);
        for (const float x : {62.0F, 82.0F, 101.0F})
            draw.fill({r.x + x, y + 3, 12, 3}, figures);
    }
    draw.outline({r.x + 10, r.y + 110, 108, 11}, ui.t().page_mark, 2, 1.6F);
    draw.fill({r.x + 78, r.y + 134, 34, 2}, pale);
    draw.circle({r.x + 84, r.y + 148}, 10, rgb(0x6B6FB8), 1);
    constexpr Vec kSigned[] = {{80, 152}, {86, 143}, {89, 153}, {95, 142}, {97, 151}, {104, 146}, {110, 150}};
    std::vector<Vec> stroke;
    for (const Vec p : kSigned)
        stroke.push_back({r.x + p.x, r.y + p.y});
    draw.polyline(stroke, rgb(0x3D46C2), 1.2F);
    draw.fill({r.x + 78, r.y + 158, 38, 2}, pale);
}

/// Whether what is decided and when fit beside each other.
bool progress_in_one_line(Ui& ui, float width, const app::HeroCard& hero) {
    return ui.draw().width(hero.progress, type::k13) + 16 + ui.draw().width(hero.time_left, type::k13) <= width;
}

void draw_progress(Ui& ui, Rect& text, const app::HeroCard& hero) {
    if (hero.cells == 0) return;
    text.take_top(14);
    progress_steps(ui, text.take_top(6), hero.cells_done, hero.cells);
    text.take_top(6);
    const bool one = progress_in_one_line(ui, text.w, hero);
    const Rect line = text.take_top(18);
    ui.text_cut(line, hero.progress, type::k13, ui.t().text2);
    ui.text_cut(one ? line : text.take_top(18), hero.time_left, type::k13, ui.t().text2,
                one ? HAlign::Right : HAlign::Left);
}

/// Where words about nothing being due stand, beside their picture.
constexpr float kEmptyMark = 32, kEmptyWords = 440;

float empty_words_width(float width) {
    return std::min(kEmptyWords, width - 40 - kEmptyMark - 12);
}

float empty_height(Ui& ui, float words, const app::DueCard& due) {
    float height = 22 + 2 + ui.draw().para_height(words, due.empty_text, type::k13);
    if (!due.empty_next.empty()) height += 10 + ui.draw().para_height(words, due.empty_next, type::k13m);
    return height;
}

/// What will stand here, and the one thing to do next.
void draw_nothing_due(Ui& ui, const Rect& area, const app::DueCard& due) {
    const Tokens& t = ui.t();
    const float words = empty_words_width(area.w + 40);
    Rect r = area.middle_row(empty_height(ui, words, due));
    const Rect mark = r.take_left(kEmptyMark, 12);
    const Rect square{mark.x, mark.y, kEmptyMark, kEmptyMark};
    ui.draw().fill(square, t.acc_soft, size::kRadius);
    ui.draw().icon(Icon::Repeat, square, 18, t.acc);
    float y = r.y;
    ui.draw().text(Rect{r.x, y, r.w, 22}, due.empty_title, type::k15m, t.text);
    y += 24 + ui.draw().para(r.x, y + 24, words, due.empty_text, type::k13, t.text2);
    if (!due.empty_next.empty()) ui.draw().para(r.x, y + 10, words, due.empty_next, type::k13m, t.text);
}

void draw_due_row(Ui& ui, const std::string& id, Rect r, const app::DueRow& row, app::Actions& actions) {
    const Tokens& t = ui.t();
    r = r.inset(12, 0);
    const Rect mark = r.take_left(32, 12).middle_row(32);
    ui.draw().fill(mark, t.acc_soft, size::kRadius);
    ui.draw().icon(icon_of(row.icon), mark, 18, t.acc);
    action_button_right(ui, id, r, row.start, actions, ButtonKind::Normal, ButtonSize::Small);
    r.take_right(4);
    const Rect when = r.take_right(84, 12).middle_row(36);
    ui.draw().text(Rect{when.x, when.y, when.w, 18}, row.when, type::k13m,
                   row.when_tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(row.when_tint)), HAlign::Right);
    ui.draw().text(Rect{when.x, when.y + 18, when.w, 18}, row.minutes, type::k13, t.text3, HAlign::Right);
    const Rect words = r.middle_row(40);
    ui.text_cut(Rect{words.x, words.y, words.w, 22}, row.title, type::k15m, t.text);
    ui.text_cut(Rect{words.x, words.y + 22, words.w, 18}, row.why, type::k13, t.text2);
}

} // namespace

float hero_height(Ui& ui, float width, const app::HeroCard& hero) {
    const float words = width - 44 - (with_picture(width) ? kPicture + 24 : 0);
    float height = 40 + 18 + 2 + 26 + 2 + ui.draw().para_height(words, hero.text, type::k13) + 14 + 36;
    if (hero.cells > 0) height += progress_in_one_line(ui, words, hero) ? 44 : 62;
    return std::max(height, with_picture(width) ? kPictureHeight + 42 : 0);
}

float due_height(Ui& ui, float width, const app::DueCard& due) {
    if (due.rows.empty()) return 17 + 22 + 18 + empty_height(ui, empty_words_width(width), due) + 24;
    return 16 + 30 + static_cast<float>(due.rows.size()) * kDueRow + 10;
}

void draw_hero(Ui& ui, const Rect& r, const app::HeroCard& hero, app::Actions& actions) {
    const Tokens& t = ui.t();
    card(ui, r);
    Rect text = Rect{r.x + 20, r.y + 21, r.w - 44, r.h - 41};
    if (with_picture(r.w)) {
        draw_sheet(ui, {text.x, text.y, kPicture, kPictureHeight});
        text.take_left(kPicture, 24);
    }
    Rect bar = text.take_bottom(36);
    ui.draw().text(text.take_top(18, 2), hero.eyebrow, type::k13m, t.text3);
    ui.text_cut(text.take_top(26, 2), hero.title, type::k18b, t.text);
    const float used = ui.draw().para(text.x, text.y, text.w, hero.text, type::k13, t.text2, hero.cells > 0 ? 2 : 4);
    text.take_top(used);
    draw_progress(ui, text, hero);
    const GroupScope group(ui, "hero", Arrows::Horizontal);
    action_button_left(ui, "go", bar, hero.button, actions, ButtonKind::Primary);
    if (hero.second) action_button_left(ui, "again", bar, *hero.second, actions, ButtonKind::Quiet);
    bar.take_left(4);
    if (bar.w > 60) ui.text_cut(bar, hero.next, type::k13, t.text2);
}

void draw_due(Ui& ui, const Rect& r, const app::DueCard& due, app::Actions& actions) {
    const Tokens& t = ui.t();
    card(ui, r);
    Rect inside = r.inset(8, 0);
    inside.take_top(17);
    Rect head = inside.take_top(22, 8).inset(12, 0);
    const float title = ui.draw().text(head, due.title, type::k15b, t.text);
    head.take_left(title + 8);
    if (due.rows.empty()) {
        inside.take_bottom(16);
        draw_nothing_due(ui, inside.inset(12, 0), due);
        return;
    }
    const std::string count = std::to_string(due.rows.size());
    const ChipSpec spec{.label = count};
    chip(ui, head.take_left(chip_width(ui, spec), 8).middle_row(size::kChip), spec);
    ui.text_cut(head, due.note, type::k13, t.text2, HAlign::Right);
    const GroupScope group(ui, "due", Arrows::Vertical);
    for (std::size_t i = 0; i < due.rows.size(); ++i)
        draw_due_row(ui, std::to_string(i), inside.take_top(kDueRow), due.rows[i], actions);
}

} // namespace timbang::ui::home
