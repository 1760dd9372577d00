#include "ui/kit/page_view.h"

#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kLeastZoom = 0.3F, kMostZoom = 3, kStep = 1.15F,
                kNumbers = 44; ///< room for the numbers of marks beside the text

/// Marks with a number are problems; what a reference rests on is lit without one.
struct Marks {
    std::vector<PageMark> numbered;
    std::vector<domain::TextRange> lit;
    std::vector<domain::Area> lit_areas;
};

Marks marks_of(const app::AuthorPage& page) {
    Marks out;
    for (std::size_t i = 0; i < page.marks.size(); ++i) {
        const app::AuthorMark& m = page.marks[i];
        if (m.number > 0)
            out.numbered.push_back({.id = static_cast<int>(i),
                                    .number = m.also ? 0 : m.number,
                                    .range = m.range,
                                    .area = m.area,
                                    .tag = m.tag,
                                    .icon = icon_of(m.icon),
                                    .pointed = m.pointed,
                                    .dashed = m.also});
        else if (m.area)
            out.lit_areas.push_back(*m.area);
        else
            out.lit.push_back(m.range);
    }
    return out;
}

void zoom_keys(Ui& ui, std::string_view id, AuthorOptions& options) {
    if (!ui.focused(std::string(id) + "/page")) return;
    const auto step = [&](float by) {
        options.zoom = std::min(kMostZoom, std::max(kLeastZoom, options.drawn_zoom * by));
    };
    if (ui.shortcut(Key::Plus)) step(kStep);
    if (ui.shortcut(Key::Minus)) step(1 / kStep);
    if (ui.shortcut(Key::D0)) options.zoom = 0;
}

void draw_empty(Ui& ui, const Rect& area, std::string_view words) {
    ui.draw().fill(area, ui.t().sunken);
    const float width = std::min(area.w - 32, 320.0F);
    const float height = ui.draw().para_height(width, words, type::k13);
    ui.draw().para(area.x + (area.w - width) / 2, area.y + std::max(16.0F, (area.h - height) / 2), width, words,
                   type::k13, ui.t().text2);
}

} // namespace

void draw_page_head(Ui& ui, Rect& bar, const app::AuthorPage& page, app::Actions& actions) {
    const bool turns = !page.previous.label.empty();
    const float label = ui.draw().width(page.page_label, type::k13) + 4;
    const float beside = turns ? 2 * (size::kSmall + 2) : 0;
    if (!page.documents.empty()) {
        std::vector<Choice> names;
        int chosen = -1;
        for (std::size_t i = 0; i < page.documents.size(); ++i) {
            names.push_back({.label = page.documents[i].name});
            if (page.documents[i].name == page.title) chosen = static_cast<int>(i);
        }
        ButtonSpec look{.label = page.title,
                        .icon = icon_of(page.icon),
                        .trailing = Icon::ChevronDown,
                        .kind = ButtonKind::Quiet,
                        .size = ButtonSize::Small};
        const float room = std::max(110.0F, bar.w - beside - 4), wanted = button_width(ui, look);
        const std::string name = shortened(ui, page.title, type::k13m,
                                           ui.draw().width(page.title, type::k13m) + std::min(0.0F, room - wanted));
        look.label = name;
        if (name.size() < page.title.size()) look.tip = page.title;
        if (const auto picked = dropdown(
                ui, "document", bar.take_left(std::min(room, wanted), 4).middle_row(size::kSmall), look, names, chosen))
            actions.push_back(page.documents[static_cast<std::size_t>(*picked)].action);
    }
    const auto turn = [&](const char* id, const app::Button& button, Icon icon) {
        if (!turns || bar.w < size::kSmall) return;
        ButtonSpec spec = button_spec(button, ButtonKind::Quiet, ButtonSize::Small);
        spec.icon = icon;
        spec.icon_only = true;
        spec.key_hint = {};
        if (button_left(ui, id, bar, spec, 2)) actions.push_back(button.action);
    };
    turn("previous", page.previous, Icon::ChevronLeft);
    if (bar.w >= label + (turns ? size::kSmall : 0))
        ui.text_cut(bar.take_left(label, 2).middle_row(18), page.page_label, type::k13, ui.t().text3);
    turn("next", page.next, Icon::ChevronRight);
}

void draw_page(Ui& ui, std::string_view id, const Rect& area, const app::AuthorPage& page,
               const app::AuthorWords& words, const PageLook& look, AuthorOptions& options, app::Actions& actions) {
    if (!page.content) return draw_empty(ui, area, words.empty_page);
    const Marks marks = marks_of(page);
    zoom_keys(ui, id, options);
    const float fits =
        std::min(1.5F, std::max(kLeastZoom, fit_zoom(area.w - (look.text_block ? kNumbers : 0), look.text_block)));
    const float zoom = options.drawn_zoom = options.zoom > 0 ? options.zoom : fits;
    PageViewSpec spec;
    spec.page = page.content.get();
    spec.place = page.key;
    spec.label = page.accessible.empty() ? page.title : page.accessible;
    spec.zoom = zoom;
    spec.turns = options.turns;
    spec.picture = ui.picture(page.picture_path);
    spec.marks = marks.numbered;
    spec.passages = marks.lit;
    spec.passage_areas = marks.lit_areas;
    for (const app::AuthorMark& mark : page.marks)
        if (mark.pointed && !mark.area) spec.show = mark.range;
    const PageViewResult result = page_view(ui, id, area, spec);
    if (result.zoom_steps != 0)
        options.zoom = std::min(kMostZoom, std::max(kLeastZoom, zoom * (result.zoom_steps > 0 ? kStep : 1 / kStep)));
    if (result.pressed_mark >= 0) actions.push_back(page.marks[static_cast<std::size_t>(result.pressed_mark)].action);
    if (look.picking && (result.selected || result.area))
        options.picked = {result.selected.value_or(domain::TextRange{}), result.area, result.anchor, true};
}

} // namespace timbang::ui::author
