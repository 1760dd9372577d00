#include "ui/kit/page_view.h"

#include <cmath>
#include <string>
#include <utility>

#include "ui/kit/page_reader.h"

namespace timbang::ui {
namespace {

PageFrame frame_of(const Rect& view, const Rect& content, const PageViewSpec& spec, const PageLayout& layout, float& offset_x) {
    PageFrame f;
    f.zoom = spec.zoom;
    f.picture = spec.page->picture.has_value();
    f.turns = f.picture ? spec.turns & 3 : 0;
    f.sheet = {0, 0, layout.width, layout.height};
    if (f.picture && spec.page->picture->width > 0) {
        const auto w = static_cast<float>(spec.page->picture->width), h = static_cast<float>(spec.page->picture->height);
        const bool lying = (f.turns & 1) != 0;
        f.sheet = {0, 0, kPaperWidth, kPaperWidth * (lying ? w / h : h / w)};
    }
    const float width = f.sheet.w * f.zoom, spare = content.w - width;
    const float most = std::max(0.0F, width + 2 * kPageAir - content.w);
    offset_x = std::max(0.0F, std::min(most, offset_x));
    // Too wide a sheet begins with its text block: the paper's margin is what can go.
    f.origin = {spare >= 0 ? view.x + spare / 2 : view.x + kPageAir - offset_x, content.y + kPageAir};
    if (spare < 0 && most <= 2 * 40 * f.zoom + 2 * kPageAir) f.origin.x = view.x + spare / 2;
    return f;
}

/// Another page stands in the view, or another edition of the same one: then only what was selected in its words goes.
void turn_to(Ui& ui, std::string_view id, PageMemory& m, const PageViewSpec& spec) {
    const PageMemory before = std::exchange(m, PageMemory{});
    m.page = spec.page;
    m.place = spec.place;
    if (spec.place.empty() || spec.place != before.place) return scroll_to_top(ui, id);
    m.offset_x = before.offset_x;
    m.shown = before.shown;
    m.shown_mark = before.shown_mark;
    m.shown_hit = before.shown_hit;
}

} // namespace

PageViewResult page_view(Ui& ui, std::string_view id, const Rect& view, const PageViewSpec& spec) {
    ui.draw().fill(view, ui.t().sunken);
    if (!spec.page) return {};
    const PageLayout& layout = layout_of(ui, *spec.page);
    PageMemory& m = ui.memory<PageMemory>(ui.id_of(std::string(id) + "-reader"));
    if (m.page != spec.page) turn_to(ui, id, m, spec);
    float zoom_steps = 0;
    if (ui.mods().ctrl && ui.wheel_over(view) != 0) {
        zoom_steps = ui.wheel_over(view);
        ui.take_wheel();
    } else if (ui.mods().shift && ui.wheel_over(view) != 0) {
        m.offset_x -= ui.wheel_over(view) * 60;
        ui.take_wheel();
    }
    ScrollArea scroll(ui, id, view, {.label = spec.label});
    const PageFrame frame = frame_of(view, scroll.content(), spec, layout, m.offset_x);
    const Rect paper = frame.on_screen(frame.sheet);
    const std::string_view words = ui.recording() ? std::string_view(spec.page->text) : std::string_view();
    const Item it = ui.item("page", paper.intersect({view.x, paper.y, view.w, paper.h}),
                            {.role = Role::Document, .label = spec.label, .value = words, .takes = Takes::AllArrows, .radius = 2,
                             .ring = view.inset(6)});
    PageReader reader(ui, m, spec, layout, frame);
    reader.set_clicked(it.pressed && !ui.keyboard_used());
    reader.show_what_was_asked(scroll);
    reader.pointer(it);
    reader.keys(it, scroll);
    draw_paper(ui, paper);
    ui.draw().push_clip(paper);
    if (frame.picture) draw_picture(ui, frame, spec.picture);
    draw_page_fills(ui, layout, frame, spec);
    reader.draw_selection(it);
    if (!frame.picture) draw_sheet(ui, *spec.page, layout, frame.origin, frame.zoom);
    ui.draw().pop_clip();
    reader.result.pressed_mark = draw_page_marks(ui, layout, frame, spec);
    reader.finish();
    reader.result.zoom_steps = zoom_steps;
    scroll.end(paper.h + 2 * kPageAir);
    return reader.result;
}

void clear_page_selection(Ui& ui, std::string_view id) {
    PageMemory& m = ui.memory<PageMemory>(ui.id_of(std::string(id) + "-reader"));
    m.selected = false;
    m.area.reset();
}

} // namespace timbang::ui
