#include <algorithm>
#include <vector>

#include "ui/kit/layout.h"
#include "ui/kit/page_view.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"

namespace timbang::ui::debrief {

void draw_overlay(Ui& ui, const app::PassageOverlay& overlay, app::Actions& actions) {
    const Rect window = ui.window();
    Dialog dialog(ui, "passage", {std::min(window.w - 48, 760.0F), window.h - 48}, {.label = overlay.title, .top = 24});
    Rect area = dialog.rect();
    Rect head = area.take_top(size::kButton, 12);
    action_button_right(ui, "close", head, overlay.close, actions);
    ui.text_cut(head, overlay.title, type::k18b, ui.t().text);
    const app::PassageView& passage = overlay.passage;
    if (passage.content) {
        std::vector<PageMark> marks;
        for (std::size_t i = 0; i < passage.own_marks.size(); ++i)
            marks.push_back(
                {.id = static_cast<int>(i), .number = static_cast<int>(i) + 1, .range = passage.own_marks[i]});
        for (const domain::Area& area_of_mark : passage.own_areas) {
            const int number = static_cast<int>(marks.size()) + 1;
            marks.push_back({.id = number - 1, .number = number, .range = {}, .area = area_of_mark});
        }
        PageViewSpec spec{.page = passage.content, .label = overlay.title};
        spec.zoom = std::max(0.5F, std::min(1.5F, fit_zoom(area.w)));
        spec.picture = ui.picture(passage.picture_path);
        spec.marks = marks;
        spec.passages = passage.ranges;
        if (passage.area) spec.passage_areas = {&*passage.area, 1};
        if (!passage.ranges.empty()) spec.show = passage.ranges.front();
        spec.can_select = false;
        page_view(ui, "page", area, spec);
    }
    if (dialog.escaped()) actions.push_back(overlay.close.action);
}

} // namespace timbang::ui::debrief
