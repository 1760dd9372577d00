#include "ui/screens/author/form_pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kRow = 36, kMap = 404;

struct Columns {
    float condition = 96, rule = 34, languages = 0;
};

Columns columns_of(Ui& ui, const std::vector<app::ReplyRow>& replies, float width) {
    Columns c;
    for (const app::ReplyRow& r : replies) {
        c.condition = std::max(c.condition, ui.draw().width(r.condition, type::k13m) + 4);
        c.rule = std::max(c.rule, ui.draw().width(r.rule, type::k13) + 4);
        c.languages = std::max(c.languages, ui.draw().width(r.languages, type::k13) + 2);
    }
    c.condition = std::min(c.condition, std::max(96.0F, width * 0.32F));
    if (width < 480) c.rule = c.languages = 0;
    return c;
}

/// Alt with an arrow moves a reply up or down in the order in which they are tried.
void move_keys(Ui& ui, const Item& it, const app::ReplyRow& view, app::Actions& actions) {
    const base::InputEvent* key = it.focused ? ui.key() : nullptr;
    if (!key || !key->mods.alt || (key->key != Key::Up && key->key != Key::Down)) return;
    const app::Action& wanted = key->key == Key::Up ? view.up : view.down;
    if (wanted.acts()) actions.push_back(wanted);
    ui.take_key();
}

void draw_line(Ui& ui, const Rect& line, const app::ReplyRow& view, const Columns& c, const app::AuthorWords& words,
               app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect in = line;
    if (view.gap) ui.draw().fill(line, t.ret_soft, size::kRadius);
    const Item it =
        row(ui, "row", line, {.label = view.condition + ". " + view.line, .value = view.number, .expanded = view.open});
    if (it.pressed) actions.push_back(view.action);
    move_keys(ui, it, view, actions);
    in = in.inset(8, 0);
    const Rect handle = in.take_right(18, 8);
    if (view.item >= 0) {
        ui.draw().icon(Icon::DragVertical, handle, 18, t.text3);
        const Item grip = ui.item("grip", handle, {.role = Role::Figure, .label = words.move_hint, .focusable = false});
        ui.tooltip(grip, words.move_hint, handle);
    }
    if (view.write)
        action_button_right(ui, "write", in, *view.write, actions, ButtonKind::Normal, ButtonSize::Small);
    else if (c.languages > 0)
        ui.draw().text(in.take_right(c.languages, 8).middle_row(18), view.languages, type::k13, t.text3, HAlign::Right);
    ui.draw().text(in.take_left(16, 8).middle_row(18), view.number, type::k13m, t.text3);
    ui.text_cut(in.take_left(c.condition, 8).middle_row(18), view.condition, type::k13m, t.text);
    if (c.rule > 0) ui.draw().text(in.take_left(c.rule, 8).middle_row(18), view.rule, type::k13, t.text2);
    if (in.w > 20)
        ui.text_cut(in.middle_row(18), view.line, view.gap ? type::k13m : type::k13, view.gap ? t.ret : t.text);
}

void draw_open(Ui& ui, Lines& lines, const app::ReplyRow& view, const app::AuthorWords& words, app::Actions& actions) {
    Lines in{lines.x + 24, lines.y + 4, lines.w - 24};
    Rect bar = in.line(size::kSmall, 8);
    draw_menu(ui, "type", bar, view.type, Icon::None, actions);
    draw_menu(ui, "rule", bar, view.rule_menu, Icon::None, actions);
    Rect head = in.line(size::kSmall, 6);
    draw_languages(ui, "language", head, view.why, actions);
    ui.text_cut(head.middle_row(18), words.reply_text, type::k13m, ui.t().text);
    draw_text(ui, "why", in.line(text_height(ui, in.w, view.why, 54, 180), 8), words.reply_text, view.why,
              app::FormField::ReplyWhy, view.item, actions);
    Rect foot = in.line(size::kSmall, 8);
    action_button_left(ui, "to-text", foot, view.to_text, actions, ButtonKind::Normal, ButtonSize::Small);
    action_button_right(ui, "remove", foot, view.remove, actions, ButtonKind::Quiet, ButtonSize::Small);
    lines.y = in.y;
}

void draw_answers(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions) {
    const app::IndicatorForm& form = *view.form->indicator;
    const bool beside = lines.w >= kMap + 16 + 140;
    const float wide = std::min(lines.w, std::max(kMap, beside ? lines.w - 236 : lines.w));
    const float high = draw_map(ui, {lines.x, lines.y, wide, 0}, form.map, actions);
    const TextRun runs[]{{view.words.map_explain, type::k13, ui.t().text2},
                         {"\n", type::k13, ui.t().text2},
                         {view.words.map_keys, type::k13, ui.t().text3}};
    if (beside) {
        const float x = lines.x + wide + 16;
        const float words = ui.draw().para(x, lines.y + 8, lines.x + lines.w - x, runs);
        lines.skip(std::max(high, words + 8));
    } else {
        lines.skip(high + 4);
        lines.skip(ui.draw().para(lines.x, lines.y, lines.w, runs));
    }
}

} // namespace

void draw_replies(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions) {
    const app::IndicatorForm& form = *view.form->indicator;
    const Scope scope(ui, "replies");
    Rect head = lines.line(36);
    if (!form.add_reply.label.empty())
        action_button_right(ui, "add", head, form.add_reply, actions, ButtonKind::Quiet, ButtonSize::Small);
    if (!form.gaps.label.empty()) {
        const Rect box = head.take_right(status_width(ui, form.gaps) + 2, 12);
        draw_status(ui, box.x, box, form.gaps);
    }
    draw_title(ui, head, view.words.replies, view.words.replies_explain);
    if (!form.map.rows.empty()) draw_answers(ui, lines, view, actions);
    lines.skip(8);
    Lines wide{lines.x - 8, lines.y, lines.w + 16};
    const Columns c = columns_of(ui, form.replies, wide.w);
    // The fields of the open reply stand between two groups, so that Tab gets to them.
    ui.push_group("rows", Arrows::Vertical);
    int index = 0;
    for (const app::ReplyRow& reply : form.replies) {
        const std::string id = std::to_string(index++);
        ui.push_scope(id);
        draw_line(ui, wide.line(kRow), reply, c, view.words, actions);
        ui.pop_scope();
        if (!reply.open) continue;
        ui.pop_group();
        lines.y = wide.y;
        ui.push_scope("open");
        draw_open(ui, lines, reply, view.words, actions);
        ui.pop_scope();
        wide.y = lines.y;
        ui.push_group("rows-below", Arrows::Vertical);
    }
    ui.pop_group();
    lines.y = wide.y;
}

} // namespace timbang::ui::author
