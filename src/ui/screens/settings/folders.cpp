#include "ui/screens/settings/folders.h"

#include <algorithm>

#include "ui/kit/editor.h"
#include "ui/kit/layout.h"
#include "ui/screens/common.h"

namespace timbang::ui {

namespace {

constexpr float kWidth = 600, kHeight = 560, kRow = 36, kLow = 420;

void draw_path(Ui& ui, Rect& area, const app::FolderView& view, FolderOptions& options, app::Actions& actions) {
    if (options.given != view.path) options.given = options.typed = view.path;
    EditorSpec spec{.label = view.path_label, .font = type::k15, .icon = Icon::Folder};
    spec.error = !view.problem.empty();
    spec.max_bytes = 4000;
    const EditorResult field = text_field(ui, "path", area.take_top(size::kButton), options.typed, spec);
    if (field.submitted) actions.push_back(app::action::GoToFolder{options.typed});
    if (!view.problem.empty()) {
        area.take_top(6);
        const float high = ui.draw().para_height(area.w, view.problem, type::k13m);
        ui.draw().para(area.x, area.y, area.w, view.problem, type::k13m, ui.t().ret);
        area.take_top(high);
    }
    area.take_top(10);
}

void draw_places(Ui& ui, Rect& area, const app::FolderView& view, app::Actions& actions) {
    if (view.places.empty()) return;
    Rect bar = area.take_top(size::kSmall, 10);
    const GroupScope group(ui, "places", Arrows::Horizontal);
    for (std::size_t i = 0; i < view.places.size(); ++i) {
        const ButtonSpec spec = button_spec(view.places[i], ButtonKind::Normal, ButtonSize::Small);
        if (button_width(ui, spec) > bar.w) break;
        action_button_left(ui, std::to_string(i), bar, view.places[i], actions, ButtonKind::Normal, ButtonSize::Small);
    }
}

/// Where the focus goes in a folder that has just opened: to the one the person came from, else to the first inside.
std::size_t first_row(const app::FolderView& view, const std::string& came_from) {
    const std::string begin = view.path == "/" ? view.path : view.path + "/";
    if (came_from.size() > begin.size() && came_from.compare(0, begin.size(), begin) == 0) {
        const std::string name = came_from.substr(begin.size(), came_from.find('/', begin.size()) - begin.size());
        for (std::size_t i = view.has_above ? 1 : 0; i < view.rows.size(); ++i)
            if (view.rows[i].name == name) return i;
    }
    return view.has_above && view.rows.size() > 1 ? 1 : 0;
}

void draw_rows(Ui& ui, const Rect& area, const app::FolderView& view, FolderOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().box(area, t.raised, t.line, size::kRadius);
    if (options.shown != view.path) scroll_to_top(ui, "rows");
    ScrollArea scroll(ui, "rows", area.inset(1, 5));
    const GroupScope group(ui, "list", Arrows::Vertical);
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const app::FolderEntry& entry = view.rows[i];
        const Rect r = scroll.row_rect(static_cast<int>(i), kRow).inset(4, 0);
        const Item item = row(ui, std::to_string(i), r, {.label = entry.name, .value = entry.note});
        Rect in = r.inset(10, 0);
        const bool is_case = !entry.note.empty();
        ui.draw().icon(icon_of(entry.icon), in.take_left(18, 10), 18, is_case ? t.acc : t.text2);
        if (is_case)
            ui.draw().text(in.take_right(ui.draw().width(entry.note, type::k13) + 1, 8), entry.note, type::k13,
                           t.text2);
        ui.text_cut(in, entry.name, type::k15, t.text);
        if (item.pressed) actions.push_back(entry.open);
    }
    float height = static_cast<float>(view.rows.size()) * kRow;
    if (!view.empty.empty()) {
        const Rect r = scroll.row_rect(static_cast<int>(view.rows.size()), kRow).inset(14, 0);
        ui.text_cut(r, view.empty, type::k13, t.text2);
        height += kRow;
    }
    if (options.shown != view.path && !view.rows.empty())
        ui.focus(ui.path_of(std::to_string(first_row(view, options.shown))));
    options.shown = view.path;
    scroll.end(height);
}

void draw_foot(Ui& ui, Rect bar, const app::FolderView& view, app::Actions& actions) {
    ButtonSpec choose = button_spec(view.choose, ButtonKind::Primary);
    const float cancel = button_width(ui, button_spec(view.cancel, ButtonKind::Quiet)) + 8;
    if (button_width(ui, choose) + cancel + 140 > bar.w) choose.key_hint = {};
    if (button_right(ui, "choose", bar, choose)) actions.push_back(view.choose.action);
    action_button_right(ui, "cancel", bar, view.cancel, actions, ButtonKind::Quiet);
    if (bar.w > 60) ui.text_cut(bar, view.found, type::k13, ui.t().text2);
}

} // namespace

void draw_folders(Ui& ui, const app::FolderView& view, FolderOptions& options, app::Actions& actions) {
    const bool low = ui.window().h < kLow;
    Dialog box(ui, "folders", {kWidth, std::min(kHeight, ui.window().h - (low ? 16 : 92))}, {.label = view.title});
    Rect area = box.rect();
    ui.text_cut(area.take_top(32, low ? 8 : 4), view.title, low ? type::k18b : type::k24b, ui.t().text);
    if (!low) {
        const float high = ui.draw().para(area.x, area.y, area.w, view.text, type::k15, ui.t().text2);
        area.take_top(high + 14);
    }
    const Rect foot = area.take_bottom(size::kButton, low ? 8 : 16);
    draw_path(ui, area, view, options, actions);
    if (!low) draw_places(ui, area, view, actions);
    draw_rows(ui, area, view, options, actions);
    draw_foot(ui, foot, view, actions);
    if (view.has_above && !view.rows.empty() && ui.shortcut(Key::Backspace)) actions.push_back(view.rows.front().open);
    if (ui.shortcut(ctrl(Key::Enter))) actions.push_back(view.choose.action);
    if (box.escaped()) actions.push_back(view.cancel.action);
}

} // namespace timbang::ui
