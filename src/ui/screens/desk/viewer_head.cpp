#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

std::string percent_of(float zoom) { return std::to_string(static_cast<int>(zoom * 100 + 0.5F)) + "%"; }

/// The name of the document; a list of those to choose from where the desk's list does not show them.
void draw_name(Ui& ui, Rect& bar, const app::ViewerPane& pane, float most, bool choose, app::Actions& actions) {
    const float words = ui.draw().width(pane.title, type::k15m) + 1;
    if (!choose) {
        ui.text_cut(bar.take_left(std::min(words, most), 8), pane.title, type::k15m, ui.t().text);
        return;
    }
    std::vector<ui::Choice> choices;
    int chosen = -1;
    for (std::size_t i = 0; i < pane.documents.size(); ++i) {
        choices.push_back({.label = pane.documents[i].name});
        if (pane.documents[i].evidence == pane.evidence) chosen = static_cast<int>(i);
    }
    const Rect r = bar.take_left(std::min(words + 34, most), 4).middle_row(size::kSmall);
    ButtonSpec look{.label = pane.title, .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
    look.icon_only = true; // its words are drawn here, in the size of a title and cut where they must be
    if (const auto picked = dropdown(ui, "document", r, look, choices, chosen))
        actions.push_back(pane.documents[static_cast<std::size_t>(*picked)].action);
    ui.draw().fill({r.x + 1, r.y + 1, r.w - 2, r.h - 2}, ui.hovers(r) ? ui.t().hover : ui.t().surface, size::kRadius);
    Rect in = r.inset(4, 0);
    ui.draw().icon(Icon::ChevronDown, in.take_right(18, 2), 18, ui.t().text2);
    ui.text_cut(in, pane.title, type::k15m, ui.t().text);
}

constexpr float kPlaceGap = 6; ///< between the arrows and "2 of 3"

float place_width(Ui& ui, const app::ViewerPane& pane, bool buttons) {
    const bool turn = buttons && pane.pages > 1;
    return ui.draw().width(turn ? pane.page_short : pane.page_label, type::k13) + 1 + (turn ? 2 * (size::kSmall + kPlaceGap) : 0);
}

/// "‹ 2 of 3 ›" with buttons, or only in words.
void draw_page_place(Ui& ui, Rect& bar, const app::ViewerPane& pane, bool buttons, app::Actions& actions) {
    const bool turn = buttons && pane.pages > 1;
    const std::string& words = turn ? pane.page_short : pane.page_label;
    if (bar.w < place_width(ui, pane, buttons)) return;
    if (turn && tool_left(ui, "back", bar, Icon::ChevronLeft, pane.previous_page.label, pane.previous_page.enabled))
        actions.push_back(pane.previous_page.action);
    if (turn) bar.take_left(kPlaceGap);
    ui.draw().text(bar.take_left(ui.draw().width(words, type::k13) + 1, turn ? kPlaceGap : 8), words, type::k13, ui.t().text3);
    if (turn && tool_left(ui, "on", bar, Icon::ChevronRight, pane.next_page.label, pane.next_page.enabled))
        actions.push_back(pane.next_page.action);
}

/// What of the tools stands in the head; what does not is reached by keys and the wheel.
struct Room {
    bool percent = true, words = true, key = true, undo = true, zoom = true;
};

ButtonSpec compare_spec(const app::DeskView& view, const Room& room) {
    ButtonSpec spec = button_spec(view.tools.compare, ButtonKind::Quiet, ButtonSize::Small);
    spec.icon_only = !room.words;
    if (room.words) spec.icon = Icon::None;
    return spec;
}

ButtonSpec mark_spec(const app::DeskView& view, const Room& room) {
    ButtonSpec spec = button_spec(view.tools.mark, view.tools.mark.enabled ? ButtonKind::On : ButtonKind::Normal, ButtonSize::Small);
    spec.icon_only = !room.words;
    if (!room.key || !room.words) spec.key_hint = {};
    return spec;
}

float tools_width(Ui& ui, const app::DeskView& view, const app::ViewerPane& pane, const Room& room) {
    float width = 4 + (room.zoom ? 2 * size::kSmall : 0) + (room.percent ? 44 : 0) + (pane.picture_path.empty() ? 0 : size::kSmall);
    if (view.right) return width + size::kSmall;
    if (room.undo) width += size::kSmall + 4;
    return width + button_width(ui, compare_spec(view, room)) + button_width(ui, mark_spec(view, room)) + 12;
}

/// Drops one thing after the other until the tools fit beside `rest`.
Room room_for(Ui& ui, const app::DeskView& view, const app::ViewerPane& pane, float width, float rest) {
    Room room;
    const bool comparing = view.right.has_value();
    const auto tight = [&] { return rest + tools_width(ui, view, pane, room) > width; };
    room.undo = !comparing;
    if (tight()) room.percent = false;
    if (tight()) room.key = false;
    if (tight()) room.undo = false;
    if (tight()) room.words = false;
    if (tight() && comparing) room.zoom = false;
    return room;
}

void draw_marking(Ui& ui, Rect& bar, const app::DeskView& view, const Room& room, DeskOptions& options, app::Actions& actions) {
    if (button_right(ui, "mark", bar, mark_spec(view, room), 8)) {
        if (options.menu.range.length() > 0 || options.menu.area) options.menu.asked = true;
        else ui.focus("desk/left/page");
    }
    if (button_right(ui, "compare", bar, compare_spec(view, room), 4)) actions.push_back(view.tools.compare.action);
    if (!room.undo) return;
    const std::string tip = view.tools.undo.label + " (" + view.tools.undo.key + ")";
    if (tool_right(ui, "undo", bar, Icon::Undo, tip, view.tools.undo.enabled)) actions.push_back(view.tools.undo.action);
    bar.take_right(4);
}

void draw_zoom(Ui& ui, Rect& bar, const app::DeskView& view, const app::ViewerPane& pane, float zoom, const Room& room,
               DeskOptions::PaneLook& look) {
    if (!pane.picture_path.empty() && tool_right(ui, "rotate", bar, Icon::RotateRight, view.tools.rotate)) look.turns = (look.turns + 1) & 3;
    if (!room.zoom) return;
    if (tool_right(ui, "zoom-in", bar, Icon::MagnifyPlus, view.tools.zoom_in)) step_zoom(look, zoom, 1);
    if (room.percent) {
        const Rect r = bar.take_right(44).middle_row(size::kSmall);
        const std::string share = percent_of(zoom);
        ButtonSpec fit{.label = share, .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
        fit.tip = view.tools.fit;
        fit.icon_only = true;
        if (button(ui, "fit", r, fit)) look.zoom = 0;
        ui.draw().text(r, share, type::k13m, ui.t().text, HAlign::Centre);
    }
    if (tool_right(ui, "zoom-out", bar, Icon::MagnifyMinus, view.tools.zoom_out)) step_zoom(look, zoom, -1);
}

} // namespace

void draw_pane_head(Ui& ui, const Rect& area, const app::DeskView& view, const app::ViewerPane& pane, float zoom,
                    DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, t.line);
    const GroupScope group(ui, "tools", Arrows::Horizontal);
    Rect bar{area.x + 12, area.y, area.w - 24, area.h - ui.draw().border()};
    const bool comparing = view.right.has_value();
    const bool pages_shown = !comparing && area.w >= 700; // thumbnails stand beside the page
    const bool choose = comparing || ui.window().w < 1280;
    const float place = place_width(ui, pane, !pages_shown), title = ui.draw().width(pane.title, type::k15m) + (choose ? 36.0F : 9.0F);
    const Room room = room_for(ui, view, pane, bar.w, 26 + std::min(title, comparing ? 170.0F : 190.0F) + place + 12);
    Rect right = bar;
    right.take_left(std::max(0.0F, right.w - tools_width(ui, view, pane, room)));
    bar.w -= right.w + 4;
    const bool mine = options.pane == pane.pane && comparing;
    ui.draw().icon(icon_of(pane.icon), bar.take_left(18, 8), 18, mine ? t.acc : t.text2);
    // A name that has no room beside the page number comes first.
    const float beside = bar.w - place - 8;
    draw_name(ui, bar, pane, beside >= 60 ? beside : bar.w, choose, actions);
    draw_page_place(ui, bar, pane, !pages_shown, actions);
    Rect tools = right;
    if (comparing && tool_right(ui, "close", tools, Icon::Close, pane.close.label)) actions.push_back(pane.close.action);
    if (!comparing) draw_marking(ui, tools, view, room, options, actions);
    draw_zoom(ui, tools, view, pane, zoom, room, options.panes[static_cast<int>(pane.pane)]);
}

} // namespace timbang::ui::desk
