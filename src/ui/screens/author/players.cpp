#include <algorithm>

#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kHead = 44, kTableHead = 30, kRow = 58, kCoverage = 64, kSummary = 44, kNote = 40;

struct Columns {
    float name = 138, exact = 72, range = 148;
};

Columns columns_of(Ui& ui, float width, const app::AuthorView& view) {
    Columns c;
    for (const app::PlayerRow& row : view.text->players.rows) {
        c.name = std::max(c.name, std::min(168.0F, ui.draw().width(row.explain, type::k13) + 12));
        c.exact = std::max(c.exact, ui.draw().width(row.exact, type::k15m) + 12);
    }
    float finding = 0;
    for (const app::PlayerRow& row : view.text->players.rows)
        finding = std::max(finding, status_width(ui, row.finding));
    c.range = std::clamp(width - 32 - c.name - c.exact - finding - 4, 84.0F, c.range);
    if (width < 460) c.range = std::max(0.0F, std::min(90.0F, width - c.name - c.exact - 120));
    if (width < 380) c.name = 104;
    return c;
}

void draw_range(Ui& ui, const Rect& r, const app::PlayerRow& row) {
    if (r.w < 40) return;
    const Tokens& t = ui.t();
    const Rect axis = r.middle_row(18);
    const float w = axis.w - 20, y = axis.centre().y;
    ui.draw().hline(axis.x + 2, y, w, t.line2);
    const auto at = [&](float share) { return axis.x + 7 + share * (w - 10); };
    if (row.high > row.low)
        ui.draw().box({at(row.low) - 5, y - 4, at(row.high) - at(row.low) + 10, 8}, t.acc_soft, t.acc_line, 4);
    ui.draw().disc({at(row.mean), y}, 5, t.acc);
}

void draw_row(Ui& ui, Rect line, const app::PlayerRow& row, const Columns& c) {
    const Tokens& t = ui.t();
    ui.draw().hline(line.x, line.y, line.w, t.line);
    ui.item(
        row.name, line,
        {.role = Role::Figure, .label = row.name, .value = row.exact + " " + row.finding.label, .focusable = false});
    Rect in = line.inset(16, 0);
    Rect name = in.take_left(c.name).middle_row(36);
    ui.text_cut(name.take_top(19), row.name, type::k15m, t.text);
    ui.text_cut(Rect{name.x, name.y, name.w - 8, 17}, row.explain, type::k13, t.text2);
    ui.text_cut(in.take_left(c.exact).middle_row(22), row.exact, type::k15m, t.text);
    draw_range(ui, in.take_left(c.range), row);
    draw_status(ui, in.x, in, row.finding);
}

void draw_rows(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const app::PlayersView& players = view.text->players;
    const Columns c = columns_of(ui, lines.w, view);
    const Rect head = lines.line(kTableHead);
    ui.draw().fill(head, t.raised);
    ui.draw().hline(head.x, head.y, head.w, t.line);
    Rect in = head.inset(16, 0);
    for (int i = 0; i < 4; ++i) {
        const float wide = i == 0 ? c.name : i == 1 ? c.exact : i == 2 ? c.range : in.w;
        if (wide > 40)
            ui.text_cut(in.take_left(wide - 8, 8).middle_row(18), view.words.players_columns[i], type::k13m, t.text3);
        else
            in.take_left(wide);
    }
    for (const app::PlayerRow& row : players.rows)
        draw_row(ui, lines.line(kRow), row, c);
    if (!players.coverage.empty()) {
        const Rect strip = lines.line(players.coverage.size() > 2 ? 2 * 40 + 16.0F : kCoverage);
        ui.draw().hline(strip.x, strip.y, strip.w, t.line);
        const float half = (strip.w - 32 - 24) / 2;
        for (std::size_t i = 0; i < players.coverage.size(); ++i) {
            const app::CoverageBar& bar = players.coverage[i];
            const float top =
                players.coverage.size() > 2 ? strip.y + 10 + 40 * static_cast<float>(i / 2) : strip.y + 19;
            Rect box{strip.x + 16 + (i % 2 != 0 ? half + 24 : 0), top, half, 28};
            Rect words = box.take_top(18, 4);
            ui.draw().text(words.take_right(ui.draw().width(bar.value, type::k13m) + 2, 8), bar.value, type::k13m,
                           t.text, HAlign::Right);
            ui.text_cut(words, bar.label, type::k13, t.text);
            progress_bar(ui, {box.x, box.y, box.w, 6}, bar.share);
        }
    }
    if (players.summary.empty()) return;
    const float button = players.list.label.empty()
                             ? 0
                             : button_width(ui, button_spec(players.list, ButtonKind::Normal, ButtonSize::Small)) + 8;
    const float words = lines.w - 32 - 24 - button;
    const float high = ui.draw().para_height(words, players.summary, type::k13);
    const Rect strip = lines.line(std::max(kSummary, high + 16));
    ui.draw().hline(strip.x, strip.y, strip.w, t.line);
    Rect bar = strip.inset(16, 0);
    if (button > 0) action_button_right(ui, "list", bar, players.list, actions, ButtonKind::Normal, ButtonSize::Small);
    const Color color = players.summary_tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(players.summary_tint));
    ui.draw().icon(players.summary_tint == app::Tint::Ok ? Icon::CheckCircle : Icon::Alert, bar.take_left(15, 9), 15,
                   color);
    ui.draw().para(bar.x, strip.y + (strip.h - high) / 2, words, players.summary, type::k13, t.text2);
}

/// What was never reached and where somebody gets stuck, each with its way there.
void draw_notes(Ui& ui, Lines& lines, const app::PlayersView& players, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Rect head = lines.line(kSummary);
    Rect top = head.inset(16, 0);
    action_button_right(ui, "list", top, players.list, actions, ButtonKind::Normal, ButtonSize::Small);
    ui.text_cut(top.middle_row(18), players.summary, type::k13, t.text2);
    const GroupScope group(ui, "notes", Arrows::Vertical);
    for (std::size_t i = 0; i < players.notes.size(); ++i) {
        const app::PlayersNote& note = players.notes[i];
        const float button =
            note.way ? button_width(ui, button_spec(*note.way, ButtonKind::Normal, ButtonSize::Small)) + 8 : 0;
        const float words = lines.w - 32 - 24 - button;
        const float high = ui.draw().para_height(words, note.text, type::k13);
        const Rect strip = lines.line(std::max(kNote, high + 16));
        const std::string id = std::to_string(i);
        const Item it = row(ui, id, strip, {.label = note.text, .radius = 0});
        ui.draw().hline(strip.x, strip.y, strip.w, t.line);
        Rect bar = strip.inset(16, 0);
        if (note.way)
            action_button_right(ui, id + "-way", bar, *note.way, actions, ButtonKind::Normal, ButtonSize::Small);
        ui.draw().icon(Icon::Alert, bar.take_left(15, 9), 15,
                       note.tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(note.tint)));
        ui.draw().para(bar.x, strip.y + (strip.h - high) / 2, words, note.text, type::k13, t.text);
        if (it.pressed && note.go.acts()) actions.push_back(note.go);
    }
}

} // namespace

void draw_players(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const app::PlayersView& players = view.text->players;
    const Scope scope(ui, "players");
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.y, area.w, t.line);
    Rect rest = area;
    Rect head = rest.take_top(kHead).inset(16, 0);
    if (!players.run.label.empty() && (players.running || players.rows.empty() || players.old))
        action_button_right(ui, "run", head, players.run, actions, ButtonKind::Normal, ButtonSize::Small);
    const float title = ui.draw().width(view.words.players, type::k15b) + 2;
    ui.text_cut(head.take_left(std::min(title, head.w), 12).middle_row(22), view.words.players, type::k15b, t.text);
    if (head.w > 40)
        ui.text_cut(head.middle_row(18), players.line, type::k13, players.old ? t.ret : t.text2, HAlign::Right);
    if (players.running) {
        const Rect bar = rest.take_top(10).inset(16, 0);
        progress_bar(ui, {bar.x, bar.y, bar.w, 4}, players.progress < 0 ? 0 : players.progress);
    }
    ScrollArea scroll(ui, "table", rest, {.focusable = true, .gutter = false, .label = view.words.players});
    Lines lines{scroll.content().x, scroll.content().y, scroll.content().w};
    if (players.listed)
        draw_notes(ui, lines, players, actions);
    else if (!players.rows.empty())
        draw_rows(ui, lines, view, actions);
    else {
        const float width = std::min(520.0F, lines.w - 32);
        lines.skip(ui.draw().para(lines.x + 16, lines.y + 4, width, view.words.not_run, type::k13, t.text2) + 16);
    }
    scroll.end(lines.y - scroll.content().y);
}

} // namespace timbang::ui::author
