#include "ui/kit/page_marks.h"

#include <string>

namespace timbang::ui {
namespace {

constexpr float kDisc = 20, kTag = 22;

void light(Ui& ui, const PageLayout& layout, const PageFrame& f, domain::TextRange range) {
    if (layout.spans_cells(range)) {
        ui.draw().fill(f.on_screen(layout.box_of(range)), ui.t().mark);
        ui.draw().outline(f.on_screen(layout.box_of(range)).inset(-3), ui.t().page_mark, 4, 2);
        return;
    }
    for (const Rect& line : layout.lines_of(range)) {
        const Rect at = f.on_screen(line).inset(-2, 0);
        ui.draw().fill(at, ui.t().mark);
        ui.draw().fill({at.x, at.bottom() - 2, at.w, 2}, ui.t().page_mark);
    }
}

/// The number stands in the right margin at the height of the mark, below others that stand there already.
Rect place_number(const PageFrame& f, const Rect& mark, std::vector<Rect>& placed) {
    const float x = f.on_screen(f.sheet).right() - std::max(kDisc + 2, 42 * f.zoom);
    Rect r{std::max(x, mark.right() + 2), mark.y + mark.h / 2 - kDisc / 2, kDisc, kDisc};
    r.x = std::min(r.x, f.on_screen(f.sheet).right() - kDisc + 8);
    for (bool free = false; !free;) {
        free = true;
        for (const Rect& p : placed)
            if (!p.intersect(r).empty()) r.y = p.bottom() + 2, free = false;
    }
    placed.push_back(r);
    return r;
}

bool covers_words(const PageLayout& layout, const PageFrame& f, const Rect& r) {
    for (const PageWord& w : layout.words)
        if (!f.on_screen(w.rect.inset(0, 1)).intersect(r).empty()) return true;
    return false;
}

void draw_tag(Ui& ui, const PageLayout& layout, const PageFrame& f, const PageMark& mark, const Rect& number, const Rect& box, bool wanted) {
    if (mark.tag.empty()) return;
    const float w = ui.draw().width(mark.tag, type::k13m) + 16 + (mark.icon == Icon::None ? 0.0F : 20.0F);
    const Rect clip = ui.draw().clip();
    Rect r{std::min(number.right(), clip.right() - 12) - w, box.bottom() + 4, w, kTag};
    if (!wanted && (f.picture || covers_words(layout, f, r))) return;
    ui.draw().fill(r, ui.t().page_mark, size::kRadiusChip);
    Rect in = r.inset(8, 0);
    if (mark.icon != Icon::None) ui.draw().icon(mark.icon, in.take_left(15, 5), 15, ui.t().page_mark_on);
    ui.draw().text({in.x, in.y, in.w + 1, in.h}, mark.tag, type::k13m, ui.t().page_mark_on);
}

void draw_letter(Ui& ui, const PageLayout& layout, const PageFrame& f, const PagePick& pick) {
    if (pick.letter == 0) return;
    Rect cell = layout.box_of(pick.range);
    for (const PageCell& c : layout.cells)
        if (c.range.overlaps(pick.range)) {
            cell = c.rect;
            break;
        }
    const Rect at = f.on_screen(cell);
    const float size = std::max(12.0F, std::min(18.0F, at.h - 2));
    const Rect disc{at.x + 4, at.y + (at.h - size) / 2, size, size};
    ui.draw().disc(disc.centre(), size / 2, ui.t().page_pick_line);
    const char word[2] = {pick.letter, 0};
    ui.draw().text(disc, word, {Face::SemiBold, size < 16 ? 11.0F : 13.0F, size}, ui.t().page_mark_on, HAlign::Centre);
}

/// The lines round picked cells lie over the lines of the table.
void draw_pick_lines(Ui& ui, const PageLayout& layout, const PageFrame& f, const PagePick& pick) {
    for (const PageCell& c : layout.cells) {
        if (!c.range.overlaps(pick.range)) continue;
        const Rect at = f.on_screen(c.rect);
        ui.draw().outline({at.x, at.y, at.w + 1, at.h + 1}, ui.t().page_pick_line, 0, pick.compare ? 2.0F : 1.0F);
    }
}

/// What a box goes round: an area, a row, a whole cell. Nothing for words in a line, which are lit.
std::optional<Rect> boxed(const PageLayout& layout, const PageFrame& f, const PageMark& mark) {
    if (mark.area) return f.on_screen(f.sheet_of(*mark.area)).inset(-4, -3);
    if (layout.spans_cells(mark.range)) return f.on_screen(layout.box_of(mark.range)).inset(-4, -3);
    if (const PageCell* cell = layout.whole_cell(mark.range)) return f.on_screen(cell->rect).inset(-1, -1);
    return std::nullopt;
}

} // namespace

Rect PageFrame::sheet_of(const domain::Area& a) const {
    const float x = static_cast<float>(a.x) / 1000, y = static_cast<float>(a.y) / 1000;
    const float w = static_cast<float>(a.width) / 1000, h = static_cast<float>(a.height) / 1000;
    Rect r{x, y, w, h};
    if (turns == 1) r = {1 - y - h, x, h, w};
    else if (turns == 2) r = {1 - x - w, 1 - y - h, w, h};
    else if (turns == 3) r = {y, 1 - x - w, h, w};
    return {r.x * sheet.w, r.y * sheet.h, r.w * sheet.w, r.h * sheet.h};
}

Vec PageFrame::to_thousandths(Vec p) const {
    const Vec s = to_sheet(p);
    const auto inside = [](float v) { return std::min(1.0F, std::max(0.0F, v)); };
    const float x = inside(s.x / sheet.w), y = inside(s.y / sheet.h);
    Vec up{x, y};
    if (turns == 1) up = {y, 1 - x};
    else if (turns == 2) up = {1 - x, 1 - y};
    else if (turns == 3) up = {1 - y, x};
    return {up.x * 1000, up.y * 1000};
}

void draw_picture(Ui& ui, const PageFrame& f, TextureId picture) {
    const Rect r = f.on_screen(f.sheet).inset(1);
    if (picture == 0) {
        ui.draw().icon(Icon::Image, r, 22, ui.t().ctl);
        return;
    }
    ui.draw().image_turned(picture, r, f.turns);
}

void draw_page_fills(Ui& ui, const PageLayout& layout, const PageFrame& f, const PageViewSpec& spec) {
    const Tokens& t = ui.t();
    for (const domain::TextRange range : spec.passages) light(ui, layout, f, range);
    for (const domain::Area& a : spec.passage_areas) ui.draw().outline(f.on_screen(f.sheet_of(a)).inset(-3), t.page_mark, 4, 2);
    for (std::size_t i = 0; i < spec.hits.size(); ++i) {
        for (const Rect& line : layout.lines_of(spec.hits[i])) {
            const Rect at = f.on_screen(line).inset(-1, 0);
            ui.draw().fill(at, t.mark);
            if (static_cast<int>(i) == spec.current_hit) ui.draw().outline(at.inset(-1), t.page_pick_line, 2, 2);
        }
    }
    for (const PagePick& pick : spec.picks) {
        bool cell = false;
        for (const PageCell& c : layout.cells) {
            if (!c.range.overlaps(pick.range)) continue;
            const Rect at = f.on_screen({c.rect.x, c.rect.y, c.rect.w + 1, c.rect.h + 1});
            ui.draw().fill(at, t.page_pick);
            cell = true;
        }
        if (cell) continue;
        for (const Rect& line : layout.lines_of(pick.range)) ui.draw().box(f.on_screen(line).inset(-2, 0), t.page_pick, t.page_pick_line, 2);
    }
    for (const PageMark& mark : spec.marks)
        if (!boxed(layout, f, mark)) light(ui, layout, f, mark.range);
}

void light_passage(Ui& ui, const PageLayout& layout, const PageFrame& frame, domain::TextRange range) { light(ui, layout, frame, range); }

int draw_page_marks(Ui& ui, const PageLayout& layout, const PageFrame& f, const PageViewSpec& spec) {
    const Tokens& t = ui.t();
    int pressed = -1;
    for (const PagePick& pick : spec.picks) draw_pick_lines(ui, layout, f, pick);
    for (const PagePick& pick : spec.picks) draw_letter(ui, layout, f, pick);
    std::vector<Rect> placed;
    const GroupScope group(ui, "marks", Arrows::Both);
    for (const PageMark& mark : spec.marks) {
        const Rect sheet = mark.area ? f.sheet_of(*mark.area) : layout.box_of(mark.range);
        if (sheet.empty()) continue;
        const std::optional<Rect> box = boxed(layout, f, mark);
        const Rect frame = box.value_or(f.on_screen(sheet));
        if (box && mark.dashed) ui.draw().dashed(frame, t.page_mark, 2);
        else if (box) ui.draw().outline(frame, t.page_mark, 4, 2);
        if (mark.number <= 0) continue; // counts as well: the passage itself carries the number
        const Rect number = place_number(f, frame, placed);
        const std::string words = std::to_string(mark.number) + (mark.tag.empty() ? "" : " ") + std::string(mark.tag);
        const Item it = ui.item(std::to_string(mark.id), number, {.role = Role::Button, .label = words, .selected = mark.pointed, .radius = kDisc / 2});
        if (it.pressed) pressed = mark.id;
        number_disc(ui, number.centre(), mark.number);
        draw_tag(ui, layout, f, mark, number, frame, mark.pointed || it.hot || it.ring);
    }
    return pressed;
}

} // namespace timbang::ui
