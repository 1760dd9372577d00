#include "ui/kit/editor.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {

void draw_find_bar(Ui& ui, const Rect& area, const app::FindBar& view, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "find");
    ui.draw().fill(area, t.raised);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, t.line);
    if (!options.find_was_open) ui.focus(ui.path_of("words"));
    Rect bar = area.inset(12, 0);
    Rect tools = bar;
    if (tool_right(ui, "close", tools, Icon::Close, view.close.label)) actions.push_back(view.close.action);
    if (tool_right(ui, "next", tools, Icon::ChevronDown, view.next.label, view.next.enabled)) actions.push_back(view.next.action);
    if (tool_right(ui, "previous", tools, Icon::ChevronUp, view.previous.label, view.previous.enabled)) actions.push_back(view.previous.action);
    const float count = ui.draw().width(view.count, type::k13) + 12;
    if (!view.count.empty()) ui.draw().text(tools.take_right(count, 0), view.count, type::k13, t.text2);
    options.find = view.words;
    const Rect field = Rect{tools.x, tools.y, std::min(tools.w - 8, 360.0F), tools.h}.middle_row(size::kSmall);
    const EditorResult result = text_field(ui, "words", field, options.find,
                                           {.label = view.hint, .placeholder = view.hint, .font = type::k13, .max_bytes = 200, .icon = Icon::Magnify});
    if (result.changed) actions.push_back(app::action::FindInPages{options.find});
    else if (result.submitted) actions.push_back(app::action::StepFind{1});
    if (result.focused && ui.shortcut(Key::Escape)) actions.push_back(view.close.action);
}

} // namespace timbang::ui::desk
