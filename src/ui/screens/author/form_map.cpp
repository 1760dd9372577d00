#include "ui/screens/author/form_pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kHead = 22, kRow = 32, kCell = 28, kGap = 4;

struct Look {
    Color fill, border, words;
    Icon icon = Icon::None;
};

Look look_of(const Tokens& t, app::AnswerKind kind) {
    switch (kind) {
    case app::AnswerKind::Key:
        return {t.text, t.text, t.surface, Icon::Check};
    case app::AnswerKind::Near:
        return {t.acc_soft, t.acc_line, t.acc, Icon::None};
    case app::AnswerKind::Gap:
        return {t.ret_soft, t.ret_line, t.ret, Icon::Alert};
    case app::AnswerKind::PartGap:
        return {t.ret_soft, t.ret_line, t.text2, Icon::Alert};
    case app::AnswerKind::Met:
        break;
    }
    return {t.raised, t.line, t.text2, Icon::None};
}

void draw_cell(Ui& ui, std::string_view id, const Rect& box, const app::AnswerCell& cell, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item it = ui.item(id, box,
                            {.role = Role::Button,
                             .label = cell.explain.empty() ? cell.label : cell.explain,
                             .value = cell.label,
                             .radius = size::kRadiusChip});
    Look look = look_of(t, cell.kind);
    if (it.hot && cell.kind == app::AnswerKind::Met) look.fill = t.hover;
    ui.draw().box(box, look.fill, look.border, size::kRadiusChip);
    const bool strong =
        cell.kind == app::AnswerKind::Gap || cell.kind == app::AnswerKind::Key || cell.kind == app::AnswerKind::Near;
    const Font font = strong ? type::k13b : type::k13;
    const float words = ui.draw().width(cell.label, font), sign = look.icon == Icon::None ? 0.0F : 18.0F;
    const bool both = words + sign + 4 <= box.w;
    const bool after = cell.kind == app::AnswerKind::PartGap;
    float x = box.x + (box.w - words - (both ? sign : 0)) / 2;
    const auto draw_sign = [&] {
        ui.draw().icon(look.icon, Rect{x, box.y, 15, box.h}, 15, after ? t.ret : look.words);
        x += sign;
    };
    if (both && sign > 0 && !after) draw_sign();
    if (words <= box.w) {
        ui.draw().text({x, box.y + (box.h - 18) / 2, words + 1, 18}, cell.label, font, look.words);
        x += words + 3;
    } else {
        ui.text_cut(box.inset(2, 0).middle_row(18), cell.label, font, look.words, HAlign::Centre);
    }
    if (both && sign > 0 && after) draw_sign();
    ui.tooltip(it, cell.explain, box);
    if (it.pressed && cell.action.acts()) actions.push_back(cell.action);
}

} // namespace

float draw_map(Ui& ui, const Rect& at, const app::AnswerMap& map, app::Actions& actions) {
    const Tokens& t = ui.t();
    float lead = 0;
    for (const app::AnswerRow& row : map.rows)
        if (!row.label.empty()) lead = std::max(lead, std::max(84.0F, ui.draw().width(row.label, type::k13m) + 34));
    const std::size_t columns =
        map.scores.empty() ? (map.rows.empty() ? 1 : map.rows.front().cells.size()) : map.scores.size();
    const float cell = (at.w - lead - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float y = at.y;
    if (!map.scores.empty()) {
        for (std::size_t i = 0; i < map.scores.size(); ++i)
            ui.draw().text({at.x + lead + (cell + kGap) * static_cast<float>(i), y, cell, 20}, map.scores[i],
                           type::k13b, t.text2, HAlign::Centre);
        y += kHead;
    }
    const GroupScope group(ui, "map", Arrows::Grid);
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
        const app::AnswerRow& row = map.rows[r];
        Rect line{at.x, y, at.w, kRow};
        Rect head = line.take_left(lead);
        if (!row.label.empty()) {
            ui.draw().icon(icon_of(row.icon), head.take_left(15, 6), 15, t.text);
            ui.text_cut(head.middle_row(18), row.label, type::k13m, t.text);
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            draw_cell(ui, std::to_string(r) + "-" + std::to_string(i), line.take_left(cell, kGap).middle_row(kCell),
                      row.cells[i], actions);
        y += kRow;
    }
    return y - at.y;
}

} // namespace timbang::ui::author
