#include "ui/screens/desk/desk.h"

#include <cmath>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui {
namespace {

using namespace desk;

constexpr float kListMost = 320, kFormWide = 420, kFormMost = 480, kFormNarrow = 400, kFormLeast = 372, kHandle = 44, kTabs = 40, kTabsLow = 32;

/// `area`: where list, page and form stand.
float list_width(const Rect& area, const app::DeskView& view, const DeskOptions& options) {
    const bool strip = view.right.has_value() || area.w < 1280;
    if (strip && options.list_wide) return kListNarrow;
    if (strip) { // its bar stands beside the codes
        const float rows = 40 + static_cast<float>(view.list.rows.size()) * 48 + 24 + 12;
        return kStrip + (rows > area.h ? size::kGutter : 0);
    }
    return area.w >= 1400 ? std::min(kListMost, kList + (area.w - 1440) * 0.05F) : kListNarrow;
}

/// Wider where the lines of the checklist need it.
float form_width(Ui& ui, const Rect& area, const app::DeskView& view) {
    if (area.w >= 1400) return std::round(std::min(kFormMost, std::max(kFormWide, kFormWide + (area.w - 1440) * 0.1F)));
    if (area.w < 1180) return kFormLeast;
    float need = 0;
    if (view.form)
        for (const app::CheckRow& row : view.form->checklist) need = std::max(need, ui.draw().width(row.label, type::k13) + checks_width(ui, view.form->checklist) + 42);
    return std::round(std::min(kFormWide, std::max(kFormNarrow, need)));
}

void draw_form_pane(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    if (view.form) draw_form(ui, area, *view.form, options, actions);
    else draw_parts(ui, area, view, actions);
}

/// Two pages beside each other need the width in a narrow window: the form opens on demand then.
bool form_is_drawer(const Rect& area, const app::DeskView& view) { return view.right.has_value() && area.w < 1180; }

void draw_handle(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options) {
    ui.draw().fill(area, ui.t().surface);
    ui.draw().vline(area.x, area.y, area.h, ui.t().line);
    ButtonSpec spec{.label = view.pane_names[2], .icon = options.form_open ? Icon::ChevronRight : Icon::ChevronLeft, .kind = ButtonKind::Quiet,
                    .size = ButtonSize::Small};
    spec.icon_only = true;
    spec.expanded = options.form_open;
    Rect rest = area;
    if (button(ui, "form-open", rest.take_top(size::kToolBar).middle(size::kSmall, size::kSmall), spec)) options.form_open = !options.form_open;
    ui.draw().icon(Icon::ClipboardCheck, rest.take_top(24), 18, ui.t().text2);
    key_cap(ui, rest.take_top(28).middle(28, 20), "F6");
}

void draw_evidence(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    Rect rest = area;
    const Rect list = rest.take_left(list_width(area, view, options));
    const bool drawer = form_is_drawer(area, view);
    if (drawer && view.form && view.form->ask_focus != options.asked_focus && !view.form->missing.empty()) options.form_open = true;
    const Rect handle = drawer ? rest.take_right(kHandle) : Rect{};
    const Rect form = rest.take_right(drawer && !options.form_open ? 0 : form_width(ui, area, view));
    draw_list(ui, list, view, options, actions);
    draw_viewer(ui, rest, view, options, actions);
    if (form.w > 0) draw_form_pane(ui, form, view, options, actions);
    ui.draw().vline(form.x, form.y, form.h, ui.t().line);
    if (drawer) draw_handle(ui, handle, view, options);
}

/// One pane at a time, chosen by tabs.
void draw_evidence_small(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    Rect rest = area;
    std::vector<ui::Choice> tabs;
    for (const std::string& name : view.pane_names) tabs.push_back({.label = name});
    if (const auto picked = tab_strip(ui, "tabs", rest.take_top(is_low(ui) ? kTabsLow : kTabs), tabs, options.tab)) options.tab = *picked;
    if (view.form && view.form->ask_focus != options.asked_focus && !view.form->missing.empty()) options.tab = 2;
    if (options.tab == 0) {
        const std::size_t before = actions.size();
        if (view.actions) {
            const float height = actions_height(ui, *view.actions, rest.w, 0);
            draw_actions_row(ui, rest.take_top(height), *view.actions, 0, options, actions);
        }
        draw_list(ui, rest, view, options, actions);
        // A document that was chosen is shown.
        for (std::size_t i = before; i < actions.size(); ++i)
            if (actions[i].as<app::action::OpenPage>() || actions[i].as<app::action::ShowAnswer>()) options.tab = 1;
    }
    if (options.tab == 1) draw_viewer(ui, rest, view, options, actions);
    if (options.tab == 2) {
        const std::size_t before = actions.size();
        draw_form_pane(ui, rest, view, options, actions);
        for (std::size_t i = before; i < actions.size(); ++i)
            if (actions[i].as<app::action::ShowMark>() || actions[i].as<app::action::ShowPassage>()) options.tab = 1;
    }
}

std::string entry_of(const app::DeskView& view, int pane) {
    if (pane == 0) {
        for (const app::ListRow& row : view.list.rows)
            if (row.selected) return "desk/rows/list/" + (row.code.empty() ? std::string("step") : row.code);
        return "desk/rows/list/" + (view.list.files.empty() ? std::string() : "file" + std::to_string(view.list.files.front().evidence));
    }
    if (pane == 1) return "desk/left/page";
    if (view.form) return path_of_part(*view.form, view.form->checklist.empty() ? app::FormPart::Verdict : app::FormPart::Checklist);
    for (const app::PartForm& part : view.parts) {
        const std::string start = "desk/form/part" + std::to_string(part.part);
        if (!part.checklist.empty()) return start + "/checklist/" + part.checklist.front().rule + "/0";
        if (!part.options.empty()) return start + "/options/0";
    }
    return "desk/form/category/choice/0";
}

int pane_of(const std::string& path) {
    if (path.rfind("desk/rows", 0) == 0 || path.rfind("desk/list", 0) == 0) return 0;
    if (path.rfind("desk/form", 0) == 0 || path.rfind("desk/below", 0) == 0) return 2;
    if (path.rfind("desk/", 0) == 0 && path.rfind("desk/top", 0) != 0 && path.rfind("desk/bottom", 0) != 0) return 1;
    return -1;
}

/// F6 goes from pane to pane; inside a form that goes on below it leads there first.
void step_pane(Ui& ui, const app::DeskView& view, DeskOptions& options, int by) {
    const int here = ui.small() ? options.tab : pane_of(focus_path(ui));
    if (here == 2 && by > 0 && ui.find("desk/below")) {
        ui.focus("desk/below");
        return;
    }
    const int to = (here + by + 3) % 3;
    options.tab = to;
    if ((here < 0 ? 1 : to) == 2) options.form_open = true;
    ui.focus(entry_of(view, here < 0 ? 1 : to));
}

/// Another indicator begins at the top of its form: what is typed next must not land in a field far down.
void follow_indicator(Ui& ui, const app::DeskView& view, DeskOptions& options) {
    if (!view.form || view.form->code_line == options.worked_on) return;
    if (!options.worked_on.empty() && pane_of(focus_path(ui)) == 2) ui.focus(entry_of(view, 2));
    options.worked_on = view.form->code_line;
}

void desk_keys(Ui& ui, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    if (view.layout == app::DeskLayout::Evidence) {
        if (ui.shortcut(Key::F6)) step_pane(ui, view, options, 1);
        if (ui.shortcut(shift(Key::F6))) step_pane(ui, view, options, -1);
        viewer_keys(ui, view, options, actions);
    }
    if (!ui.shortcut(Key::Escape)) return;
    if (view.tools.find.open) actions.push_back(view.tools.find.close.action);
    else if (options.picking) options.picking = false;
    else if (ui.typing()) ui.clear_focus(); // out of the field first, then off the desk
    else actions.push_back(view.top.back.action);
}

} // namespace

void draw_desk(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    const Scope scope(ui, "desk");
    ui.draw().fill(area, ui.t().canvas);
    if (ui.shortcut(ctrl(Key::Enter)) && view.bottom.primary.enabled) actions.push_back(view.bottom.primary.action);
    const bool small = ui.small(), evidence = view.layout == app::DeskLayout::Evidence;
    follow_indicator(ui, view, options);
    Rect rest = area;
    const bool low = is_low(ui);
    const Rect top = rest.take_top(low ? 36 : small ? 44 : size::kTopBar);
    if (view.check) draw_check_bar(ui, top, view.top, *view.check, actions);
    else draw_top_bar(ui, top, view.top, actions);
    const Rect bottom = rest.take_bottom(low ? 42 : small ? 48 : size::kBottomBar);
    const float lead = evidence && !small ? list_width(area, view, options) : 0;
    if (view.actions && !(small && evidence)) {
        const float height = actions_height(ui, *view.actions, rest.w, lead);
        draw_actions_row(ui, rest.take_top(height), *view.actions, lead < 100 ? 0 : lead, options, actions);
    }
    rest.take_top(draw_said(ui, rest, view, options, actions));
    if (view.layout == app::DeskLayout::Reading) draw_reading(ui, rest, view);
    else if (view.layout == app::DeskLayout::Letter) draw_letter_step(ui, rest, view, options, actions);
    else if (small) draw_evidence_small(ui, rest, view, options, actions);
    else draw_evidence(ui, rest, view, options, actions);
    draw_bottom_bar(ui, bottom, view.bottom, actions);
    if (evidence) draw_mark_menu(ui, view, options, actions);
    draw_step_text(ui, view, actions);
    options.find_was_open = view.tools.find.open;
    desk_keys(ui, view, options, actions);
}

} // namespace timbang::ui
