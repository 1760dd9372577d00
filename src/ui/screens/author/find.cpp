#include <charconv>

#include "ui/kit/editor.h"
#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kBar = 40, kLeastField = 120, kMostField = 280;

float field_width(const Rect& bar, float beside) {
    return std::max(kLeastField, std::min(kMostField, bar.w - beside));
}

bool box(Ui& ui, std::string_view id, Rect& bar, std::string_view label, bool on) {
    const float wide = ui.draw().width(label, type::k15) + 30;
    return check_box(ui, id, bar.take_left(std::min(wide, bar.w), 12).middle_row(24), label, on);
}

ButtonSpec tool(const app::Button& button) {
    ButtonSpec spec = button_spec(button, ButtonKind::Quiet, ButtonSize::Small);
    spec.icon_only = true;
    spec.key_hint = {};
    return spec;
}

void draw_options(Ui& ui, Rect bar, const app::AuthorView& view, app::Actions& actions) {
    const app::SourceFind& find = view.text->find;
    if (box(ui, "case", bar, view.words.match_case, find.match_case))
        actions.push_back(app::action::SetFindOptions{!find.match_case, find.all_files});
    if (box(ui, "all", bar, view.words.all_files, find.all_files))
        actions.push_back(app::action::SetFindOptions{find.match_case, !find.all_files});
}

void draw_words(Ui& ui, Rect bar, const app::AuthorView& view, bool with_options, app::Actions& actions) {
    const app::SourceFind& find = view.text->find;
    const GroupScope group(ui, "find", Arrows::Horizontal);
    if (button_right(ui, "close", bar, tool(find.close))) actions.push_back(find.close.action);
    if (button_right(ui, "next", bar, tool(find.next), 4)) actions.push_back(find.next.action);
    if (button_right(ui, "previous", bar, tool(find.previous), 4)) actions.push_back(find.previous.action);
    std::string words = find.words;
    const float count = find.count.empty() ? 0 : ui.draw().width(find.count, type::k13) + 12;
    const EditorResult typed =
        text_field(ui, "words", bar.take_left(field_width(bar, count), 12).middle_row(size::kSmall), words,
                   {.label = view.words.find_hint, .placeholder = view.words.find_hint, .icon = Icon::Magnify});
    if (typed.changed) actions.push_back(app::action::TypeSourceFind{words});
    if (typed.submitted) actions.push_back(typed.backward ? find.previous.action : find.next.action);
    if (count > 0)
        ui.text_cut(bar.take_left(std::min(count, bar.w), 8).middle_row(18), find.count, type::k13, ui.t().text2);
    if (with_options) draw_options(ui, bar, view, actions);
}

void draw_replacement(Ui& ui, Rect bar, const app::AuthorView& view, app::Actions& actions) {
    const app::SourceFind& find = view.text->find;
    const GroupScope group(ui, "replace", Arrows::Horizontal);
    const float buttons = button_width(ui, button_spec(find.replace, ButtonKind::Normal, ButtonSize::Small)) +
                          button_width(ui, button_spec(find.replace_all, ButtonKind::Normal, ButtonSize::Small)) + 24;
    std::string words = find.replacement;
    const EditorResult typed =
        text_field(ui, "words", bar.take_left(field_width(bar, buttons), 12).middle_row(size::kSmall), words,
                   {.label = view.words.replace_hint, .placeholder = view.words.replace_hint, .icon = Icon::Repeat});
    if (typed.changed) actions.push_back(app::action::TypeReplacement{words});
    if (typed.submitted) actions.push_back(find.replace.action);
    action_button_left(ui, "one", bar, find.replace, actions, ButtonKind::Normal, ButtonSize::Small);
    action_button_left(ui, "all", bar, find.replace_all, actions, ButtonKind::Normal, ButtonSize::Small);
}

/// What does not fit beside the field stands below it, with the boxes.
bool options_below(Ui& ui, const Rect& bar, const app::AuthorView& view) {
    const float boxes =
        ui.draw().width(view.words.match_case, type::k15) + ui.draw().width(view.words.all_files, type::k15) + 114;
    const float count = view.text->find.count.empty() ? 0 : ui.draw().width(view.text->find.count, type::k13) + 20;
    return bar.w - 112 - field_width(Rect{0, 0, bar.w - 112, 0}, count) - 12 - count <= boxes;
}

void draw_line(Ui& ui, Rect bar, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const EditorResult typed =
        text_field(ui, "line", bar.take_left(std::min(200.0F, bar.w), 12).middle_row(size::kSmall), options.line,
                   {.label = view.words.go_to_line, .placeholder = view.words.line_hint, .max_bytes = 7});
    ui.text_cut(bar.middle_row(18), view.words.go_to_line, type::k13, ui.t().text2);
    if (!typed.submitted) return;
    int line = 0;
    std::from_chars(options.line.data(), options.line.data() + options.line.size(), line);
    if (line > 0) actions.push_back(app::action::GoToLine{line});
    options.line_open = false;
    options.line.clear();
}

} // namespace

float draw_find(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const app::SourceFind& find = view.text->find;
    Rect rest = area;
    const auto bar = [&] {
        const Rect strip = rest.take_top(kBar);
        ui.draw().fill(strip, ui.t().raised);
        ui.draw().hline(strip.x, strip.bottom() - ui.draw().border(), strip.w, ui.t().line);
        return strip.inset(12, 0);
    };
    if (find.open) {
        const Rect first = bar();
        const bool below = options_below(ui, first, view);
        draw_words(ui, first, view, !below, actions);
        if (find.replacing) draw_replacement(ui, bar(), view, actions);
        if (below) {
            const GroupScope group(ui, "find-options", Arrows::Horizontal);
            draw_options(ui, bar(), view, actions);
        }
        if (!options.find_was_open) ui.focus(ui.path_of("find/words"));
    }
    options.find_was_open = find.open;
    if (options.line_open) draw_line(ui, bar(), view, options, actions);
    return rest.y - area.y;
}

} // namespace timbang::ui::author
