#include <string>

#include "ui/kit/widgets.h"

namespace timbang::ui {
namespace {

constexpr float kCellPad = 10, kIconGap = 6;
constexpr Font kCheckWords{Face::Regular, 13, 16}; ///< of a sentence on several lines

bool shows_icon(const Choice& c, const SegmentSpec& spec, bool chosen) {
    return c.icon != Icon::None && (!spec.icon_when_chosen || chosen);
}

float cell_width(Ui& ui, const Choice& c, const SegmentSpec& spec) {
    // Room for the heavier chosen look, so that choosing moves nothing.
    float w = ui.draw().width(c.label, type::k13b) + 2 * (spec.small ? 7.0F : kCellPad);
    if (c.icon != Icon::None) w += 15 + (spec.small ? 4.0F : kIconGap);
    return w;
}

struct CellLook {
    Color fill, words;
    bool strong = false;
};

CellLook cell_look(const Ui& ui, const Choice& c, const Item& it, bool chosen, bool disabled) {
    const Tokens& t = ui.t();
    if (disabled) return {chosen ? t.line : t.canvas, chosen ? t.text2 : t.text3, chosen};
    if (it.held) return {t.line, t.text, chosen};
    if (chosen && c.neutral) return {t.hover, t.text, true};
    if (chosen) return {t.soft(c.tint), t.tint(c.tint), true};
    return {it.hot ? t.hover : t.surface, t.text2, false};
}

Corners corners_of(std::size_t i, std::size_t count) {
    return count == 1 ? Corners::All : i == 0 ? Corners::Left : i + 1 == count ? Corners::Right : Corners::None;
}

void draw_cell_words(Ui& ui, const Rect& r, const Choice& c, const CellLook& look, bool icon) {
    Canvas& d = ui.draw();
    const Font font = look.strong ? type::k13b : type::k13m;
    const float words = d.width(c.label, font), gap = icon ? (r.h < 30 ? 4.0F : kIconGap) : 0, mark = icon ? 15.0F : 0;
    float x = r.x + (r.w - words - gap - mark) / 2;
    if (icon) d.icon(c.icon, {x, r.y, 15, r.h}, 15, look.words);
    x += mark + gap;
    d.text({x, r.y, std::min(words, r.right() - x), r.h}, c.label, font, look.words);
}

/// The widths of the cells: by content, the rest shared evenly.
std::vector<Rect> cell_rects(Ui& ui, const Rect& r, std::span<const Choice> cells, const SegmentSpec& spec) {
    std::vector<Rect> out;
    const float b = ui.draw().border();
    const Rect in = r.inset(b);
    float content = 0;
    for (const Choice& c : cells) content += cell_width(ui, c, spec);
    const float spare = (in.w - content) / static_cast<float>(cells.size());
    const bool equal = spec.equal || spare < 0;
    float x = in.x;
    for (const Choice& c : cells) {
        const float w = equal ? in.w / static_cast<float>(cells.size()) : cell_width(ui, c, spec) + spare;
        out.push_back({ui.draw().snap(x), in.y, ui.draw().snap(x + w) - ui.draw().snap(x), in.h});
        x += w;
    }
    return out;
}

Key key_of_score(std::string_view label) {
    if (label.size() == 1 && label[0] >= '0' && label[0] <= '9')
        return static_cast<Key>(static_cast<int>(Key::D0) + (label[0] - '0'));
    return label == "10" ? Key::T : Key::None;
}

} // namespace

float segmented_width(Ui& ui, std::span<const Choice> cells, const SegmentSpec& spec) {
    float sum = 0, widest = 0;
    for (const Choice& c : cells) {
        sum += cell_width(ui, c, spec);
        widest = std::max(widest, cell_width(ui, c, spec));
    }
    // The border is a whole number of device pixels, so wider than 1 at some scales.
    return (spec.equal ? widest * static_cast<float>(cells.size()) : sum) + 2 * ui.draw().border() + 0.5F;
}

std::optional<int> segmented(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> cells, int chosen,
                             const SegmentSpec& spec) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    std::optional<int> result;
    if (spec.own_group) ui.push_group(id, Arrows::Horizontal);
    else ui.push_scope(id);
    d.box(r, spec.disabled ? t.canvas : t.surface, spec.disabled ? t.line : t.line2, size::kRadius);
    const std::vector<Rect> rects = cell_rects(ui, r, cells, spec);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Choice& c = cells[i];
        const bool on = chosen == static_cast<int>(i), disabled = spec.disabled || c.disabled;
        ItemSpec item{.role = Role::Option, .label = c.label, .value = spec.label, .selected = on, .ring = r};
        item.disabled = disabled;
        item.reason = c.reason.empty() ? spec.reason : c.reason;
        const Item it = ui.item(std::to_string(i), rects[i], item);
        if (it.pressed || (c.key != Key::None && !disabled && spec.own_group && ui.group_key(c.key))) result = static_cast<int>(i);
        const CellLook look = cell_look(ui, c, it, on, disabled);
        d.fill(rects[i], look.fill, size::kRadius - 1, corners_of(i, cells.size()));
        if (on && t.contrast && !disabled) d.outline(rects[i], look.words, 0, 2);
        if (it.ring) d.hline(rects[i].x + 6, rects[i].bottom() - 3, rects[i].w - 12, t.acc, 2);
        if (i + 1 < cells.size()) d.vline(rects[i].right() - d.border(), rects[i].y, rects[i].h, t.line);
        draw_cell_words(ui, rects[i], c, look, shows_icon(c, spec, on));
        ui.tooltip(it, disabled ? item.reason : std::string_view(), rects[i]);
    }
    if (spec.own_group) ui.pop_group();
    else ui.pop_scope();
    return result;
}

float check_row_height(Ui& ui, float width, std::string_view sentence, float cells_width) {
    return std::max(size::kCheckRow, ui.draw().para_height(width - cells_width - 8, sentence, kCheckWords) + 6);
}

std::optional<int> check_row(Ui& ui, std::string_view id, const Rect& r, std::string_view sentence,
                             std::span<const Choice> cells, int chosen, float cells_width, bool disabled) {
    Rect line = r;
    const Rect right = line.take_right(cells_width, 8).middle_row(size::kSmall);
    SegmentSpec spec;
    spec.small = spec.icon_when_chosen = true;
    spec.own_group = false;
    spec.disabled = disabled;
    spec.label = sentence;
    bool here = false;
    ui.push_scope(id);
    for (std::size_t i = 0; i < cells.size(); ++i) here = here || ui.focused(std::to_string(i));
    ui.pop_scope();
    std::optional<int> result = segmented(ui, id, right, cells, chosen, spec);
    for (std::size_t i = 0; here && !disabled && i < cells.size(); ++i) {
        if (cells[i].key == Key::None || !ui.group_key(cells[i].key)) continue;
        result = static_cast<int>(i);
        ui.move_inside_group(Key::Down);
        here = false;
    }
    const Color color = disabled ? ui.t().text3 : ui.t().text;
    const float words = ui.draw().para_height(line.w, sentence, kCheckWords);
    if (words <= kCheckWords.line || words > line.h) ui.text_cut(line, sentence, type::k13, color);
    else ui.draw().para(line.x, line.y + (line.h - words) / 2, line.w, sentence, kCheckWords, color);
    return result;
}

std::optional<int> score_band(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> cells, int chosen,
                              bool disabled, std::string_view label) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    std::optional<int> result;
    const GroupScope group(ui, id, Arrows::Horizontal);
    d.box(r, t.surface, disabled ? t.line : t.line2, size::kRadius);
    SegmentSpec equal;
    equal.equal = true;
    const std::vector<Rect> rects = cell_rects(ui, r, cells, equal);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Choice& c = cells[i];
        const bool on = chosen == static_cast<int>(i), off = disabled || c.disabled;
        ItemSpec item{.role = Role::Option, .label = c.label, .value = c.note.empty() ? label : c.note, .selected = on, .ring = r};
        item.disabled = off;
        const Item it = ui.item(std::to_string(i), rects[i], item);
        const Key key = c.key != Key::None ? c.key : key_of_score(c.label);
        if (it.pressed || (!off && key != Key::None && ui.group_key(key))) result = static_cast<int>(i);
        const Color fill = off ? (on ? t.line : t.canvas) : on ? t.acc : it.held ? t.line : it.hot ? t.hover : t.surface;
        d.fill(rects[i], fill, size::kRadius - 1, corners_of(i, cells.size()));
        if (it.ring) d.hline(rects[i].x + 6, rects[i].bottom() - 3, rects[i].w - 12, on ? t.acc_on : t.acc, 2);
        if (i + 1 < cells.size()) d.vline(rects[i].right() - d.border(), rects[i].y, rects[i].h, t.line);
        const Color strong = off ? (on ? t.text2 : t.text3) : on ? t.acc_on : t.text, weak = off ? t.text3 : on ? t.acc_on : t.text2;
        const float lines = c.note.empty() ? 24 : 42, top = rects[i].y + (rects[i].h - lines) / 2;
        d.text({rects[i].x, top, rects[i].w, 24}, c.label, {Face::SemiBold, 18, 24}, strong, HAlign::Centre);
        if (!c.note.empty()) d.text({rects[i].x, top + 24, rects[i].w, 18}, c.note, type::k13, weak, HAlign::Centre);
    }
    return result;
}

} // namespace timbang::ui
