#include "ui/kit/page_view.h"

#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kHead = 40, kLegend = 30, kUse = 34, kUseHead = 34, kUseWidth = 340;

void draw_sign(Ui& ui, Rect& line, bool dashed, std::string_view words) {
    const Color c = ui.t().page_mark;
    const Rect box = line.take_left(18, 6).middle_row(12);
    if (dashed)
        ui.draw().dashed(box, c, 2);
    else
        ui.draw().outline(box, c, 2, 2);
    ui.text_cut(line.take_left(std::min(line.w, ui.draw().width(words, type::k13) + 2), 16).middle_row(18), words,
                type::k13, ui.t().text2);
}

/// What a passage just selected is for: taken at once where that was said before, else asked.
void use_passage(Ui& ui, const app::FormPageView& view, const app::AuthorWords& words, AuthorOptions& options,
                 app::Actions& actions) {
    AuthorOptions::Picked& picked = options.picked;
    const auto take = [&](int use) {
        actions.push_back(app::action::PickPassage{picked.range, picked.area, use});
        clear_page_selection(ui, "sheet");
        picked = {};
    };
    if (picked.asked && view.pick.use >= 0) return take(view.pick.use);
    if (picked.asked) {
        picked.asked = false;
        open_popup(ui, "uses");
    }
    const float high = kUseHead + kUse * static_cast<float>(view.pick.uses.size()) + 8;
    Popup popup(ui, "uses", picked.anchor, {kUseWidth, high});
    if (!popup.open()) return;
    Rect area = popup.rect().inset(1, 1);
    ui.text_cut(area.take_top(kUseHead).inset(14, 0).middle_row(18), words.pick_title, type::k13b, ui.t().text);
    ScrollArea scroll(ui, "lines", area, {.gutter = high - kUseHead > area.h + 8});
    const GroupScope group(ui, "list", Arrows::Vertical);
    std::optional<int> chosen;
    for (std::size_t i = 0; i < view.pick.uses.size(); ++i) {
        const app::Choice& use = view.pick.uses[i];
        const Rect line = scroll.row_rect(static_cast<int>(i), kUse).inset(5, 0);
        const Item it =
            row(ui, std::to_string(i), line, {.label = use.label, .value = use.hint, .role = Role::MenuItem});
        Rect in = line.inset(9, 0);
        ui.draw().icon(icon_of(use.icon), in.take_left(18, 8), 18, ui.t().text2);
        const float hint = use.hint.empty() ? 0 : std::min(in.w * 0.4F, ui.draw().width(use.hint, type::k13) + 2);
        if (hint > 0)
            ui.text_cut(in.take_right(hint, 8).middle_row(18), use.hint, type::k13, ui.t().text3, HAlign::Right);
        ui.text_cut(in.middle_row(18), use.label, type::k13m, ui.t().text);
        if (it.pressed) chosen = static_cast<int>(i);
    }
    scroll.end(kUse * static_cast<float>(view.pick.uses.size()) + 6);
    if (!chosen) return;
    popup.close();
    take(*chosen);
}

} // namespace

void draw_form_page(Ui& ui, const Rect& area, const app::AuthorView& whole, AuthorOptions& options,
                    app::Actions& actions) {
    const app::FormPageView& view = whole.form->page;
    const Scope scope(ui, "page");
    ui.draw().fill(area, ui.t().surface);
    Rect rest = area;
    Rect bar = rest.take_top(kHead).inset(12, 0);
    {
        const GroupScope group(ui, "bar", Arrows::Horizontal);
        ButtonSpec pick =
            button_spec(view.pick.button, view.pick.picking ? ButtonKind::On : ButtonKind::Normal, ButtonSize::Small);
        if (bar.w < button_width(ui, pick) + 260) pick.key_hint = {};
        if (bar.w < button_width(ui, pick) + 220) pick.icon_only = true;
        if (button_right(ui, "pick", bar, pick)) actions.push_back(view.pick.button.action);
        draw_page_head(ui, bar, view.page, actions);
    }
    ui.draw().hline(rest.x, rest.y, rest.w, ui.t().line);
    rest.take_top(ui.draw().border());
    Rect legend = rest.take_bottom(kLegend);
    ui.draw().fill(legend, ui.t().raised);
    ui.draw().hline(legend.x, legend.y, legend.w, ui.t().line);
    legend = legend.inset(16, 0);
    if (view.pick.picking && !view.pick.target.empty()) {
        ui.draw().icon(Icon::Marker, legend.take_left(15, 8), 15, ui.t().acc);
        ui.text_cut(legend.middle_row(18), view.pick.target, type::k13m, ui.t().acc);
    } else {
        draw_sign(ui, legend, false, whole.words.passage);
        draw_sign(ui, legend, true, whole.words.counts_too);
    }
    draw_page(ui, "sheet", rest, view.page, whole.words, {.picking = view.pick.picking}, options, actions);
    use_passage(ui, view, whole.words, options, actions);
}

} // namespace timbang::ui::author
