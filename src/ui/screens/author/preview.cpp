#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"
#include "ui/screens/prose.h"

namespace timbang::ui::author {
namespace {

constexpr float kHead = 40, kPage = 270, kScores = 34, kSigns = 22;

/// The strip of scores, under each the sign of the reply that meets it.
void draw_strip(Ui& ui, Lines& lines, std::string_view id, const std::vector<app::Choice>& cells,
                std::string_view label, app::Actions& actions) {
    const Rect strip = lines.line(kScores);
    std::vector<Choice> words;
    for (const app::Choice& cell : cells)
        words.push_back({.label = cell.label});
    if (const auto picked = score_band(ui, id, strip, words, chosen_of(cells), false, label))
        actions.push_back(cells[static_cast<std::size_t>(*picked)].action);
    Rect signs = lines.line(kSigns);
    const float wide = signs.w / static_cast<float>(cells.size());
    for (const app::Choice& cell : cells) {
        const Rect box = signs.take_left(wide);
        if (cell.icon[0] == 0) continue;
        const Color c = cell.tint == app::Tint::Neutral ? ui.t().text2 : ui.t().tint(tint_of(cell.tint));
        ui.draw().icon(icon_of(cell.icon), box, 15, c);
    }
}

/// The verdicts side by side where their words fit, else in a list.
void draw_verdicts(Ui& ui, const Rect& bar, const std::vector<app::Choice>& verdicts, std::string_view label,
                   app::Actions& actions) {
    const auto cells = choices_of(verdicts);
    const SegmentSpec spec{.small = true, .icon_when_chosen = true, .label = label};
    if (segmented_width(ui, cells, spec) <= bar.w) return action_segments(ui, "verdict", bar, verdicts, actions, spec);
    const int chosen = chosen_of(verdicts);
    const ButtonSpec look{.label = chosen < 0 ? label : cells[static_cast<std::size_t>(chosen)].label,
                          .icon = chosen < 0 ? Icon::None : cells[static_cast<std::size_t>(chosen)].icon,
                          .trailing = Icon::ChevronDown,
                          .size = ButtonSize::Small};
    const Rect box{bar.x, bar.y, std::min(bar.w, button_width(ui, look)), bar.h};
    if (const auto picked = dropdown(ui, "verdict", box, look, cells, chosen))
        actions.push_back(verdicts[static_cast<std::size_t>(*picked)].action);
}

void draw_reply(Ui& ui, Lines& lines, const app::PreviewView& view) {
    if (view.reply.label.empty() && view.reply_text.empty()) return;
    const Tokens& t = ui.t();
    const float inner = lines.w - 26;
    const float text = ui.draw().para_height(inner, view.reply_text, type::k13);
    const float rests =
        view.reply_rests_on.empty() ? 0 : ui.draw().para_height(inner, view.reply_rests_on, type::k13) + 4;
    const Rect box = lines.line(20 + 18 + 4 + text + rests, 8);
    ui.draw().box(box, t.raised, t.line, size::kRadiusCard);
    Lines in{box.x + 13, box.y + 10, inner};
    const Rect head = in.line(18, 4);
    draw_status(ui, head.x, head, view.reply);
    in.skip(ui.draw().para(in.x, in.y, inner, view.reply_text, type::k13, t.text));
    if (rests > 0) ui.draw().para(in.x, in.y + 4, inner, view.reply_rests_on, type::k13, t.text2);
}

void draw_answers(Ui& ui, const Rect& area, const app::AuthorView& whole, app::Actions& actions) {
    const app::PreviewView& view = whole.text->preview;
    const Tokens& t = ui.t();
    ScrollArea scroll(ui, "answers", area);
    Lines lines{area.x, scroll.content().y + 12, scroll.content().w};
    if (!view.stale.empty()) {
        const float high = ui.draw().para_height(lines.w - 24, view.stale, type::k13);
        const Rect box = lines.line(high + 12, 8);
        ui.draw().icon(Icon::Alert, Rect{box.x, box.y, 15, 18}, 15, t.ret);
        ui.draw().para(box.x + 22, box.y, lines.w - 24, view.stale, type::k13, t.ret);
    }
    if (!view.code_line.empty()) ui.text_cut(lines.line(18), view.code_line, type::k13m, t.text2);
    lines.skip(ui.draw().para(lines.x, lines.y, lines.w, view.title, type::k15b, t.text));
    if (!view.verdicts.empty() || !view.scores.empty()) {
        lines.skip(10);
        ui.text_cut(lines.line(18, 5), whole.words.if_picks, type::k13, t.text2);
        if (!view.verdicts.empty()) {
            const Rect bar = lines.line(size::kSmall, 8);
            draw_verdicts(ui, bar, view.verdicts, whole.words.verdict, actions);
        }
        if (!view.scores.empty()) draw_strip(ui, lines, "score", view.scores, whole.words.score, actions);
        draw_reply(ui, lines, view);
    }
    if (!view.note.empty()) {
        const float high = ui.draw().para_height(lines.w, view.note, type::k13);
        const Rect box = lines.line(high + 8);
        if (view.note_action.acts()) {
            const Item it = row(ui, "note", box, {.label = view.note, .role = Role::Link});
            if (it.pressed) actions.push_back(view.note_action);
        }
        ui.draw().para(box.x, box.y + 4, lines.w, view.note, type::k13, view.note_action.acts() ? t.acc : t.text2);
    }
    scroll.end(lines.y - scroll.content().y + 8);
}

void draw_head(Ui& ui, const Rect& area, const app::AuthorView& whole, app::Actions& actions) {
    const app::PreviewView& view = whole.text->preview;
    Rect bar = area.inset(16, 0);
    const auto languages = choices_of(view.languages);
    action_segments(ui, "language",
                    bar.take_right(segmented_width(ui, languages, {.small = true}), 8).middle_row(size::kSmall),
                    view.languages, actions, {.small = true});
    const float title = ui.draw().width(whole.words.preview, type::k15b) + 2;
    ui.text_cut(bar.take_left(std::min(title, bar.w), 8).middle_row(22), whole.words.preview, type::k15b, ui.t().text);
    if (view.pin.label.empty() || bar.w < 60) return;
    const ChipSpec pin = chip_spec(view.pin);
    chip(ui, bar.take_right(std::min(bar.w, chip_width(ui, pin))).middle_row(size::kChip), pin);
}

} // namespace

void draw_preview(Ui& ui, const Rect& area, const app::AuthorView& whole, AuthorOptions& options,
                  app::Actions& actions) {
    const app::PreviewView& view = whole.text->preview;
    const Scope scope(ui, "preview");
    ui.draw().fill(area, ui.t().surface);
    Rect rest = area;
    draw_head(ui, rest.take_top(kHead), whole, actions);
    ui.draw().hline(rest.x, rest.y, rest.w, ui.t().line);
    rest.take_top(ui.draw().border());
    if (view.prose && !view.page.content) {
        ScrollArea scroll(ui, "prose", rest.inset(16, 0), {.focusable = true});
        Column column(ui, Rect{scroll.content().x, scroll.content().y + 12, scroll.content().w, 0}, true);
        write_prose(column, view.prose, type::k13, ui.t().text);
        scroll.end(column.used() + 24);
        return;
    }
    const bool answers = !view.code_line.empty() || !view.title.empty() || !view.note.empty() || !view.stale.empty();
    Rect side = answers ? rest.take_right(rest.w < 480 ? rest.w * 0.5F
                                                       : std::max(rest.w - std::max(kPage, rest.w * 0.5F), 240.0F))
                        : Rect{};
    Rect bar = rest.take_top(36).inset(8, 0);
    {
        const GroupScope group(ui, "document-bar", Arrows::Horizontal);
        draw_page_head(ui, bar, view.page, actions);
    }
    draw_page(ui, "sheet", rest, view.page, whole.words, {.text_block = true}, options, actions);
    if (answers) draw_answers(ui, {side.x + 16, side.y, side.w - 22, side.h}, whole, actions);
}

} // namespace timbang::ui::author
