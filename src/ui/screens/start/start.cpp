#include "ui/screens/start/start.h"

#include <algorithm>
#include <span>

#include "ui/kit/editor.h"
#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

namespace {

constexpr float kWidth = 600, kPad = 28, kSizes = 272;
constexpr float kAboveFoot = 24, kLowFoot = 10; ///< above the buttons; the same where the page scrolls
constexpr std::size_t kSizesShown = 3;
constexpr int kFirstFrames = 3; ///< until focus and layout have settled

void write_label(Column& column, std::string_view words) {
    column.line(words, type::k13b, column.ui().t().text);
    column.gap(6);
}

void write_title(Column& column, const app::StartView& view) {
    Ui& ui = column.ui();
    const float indent = column.width() < 360 ? 0 : 60;
    Column words(ui, {column.x() + indent, column.y(), column.width() - indent, 0}, column.drawing());
    words.para(view.title, type::k24b, ui.t().text);
    words.para(view.subtitle, type::k15, ui.t().text2);
    if (indent > 0 && column.drawing()) logo(ui, column.x(), column.y() + std::max(0.0F, (words.used() - 44) / 2));
    column.gap(words.used());
}

/// The sizes most people want as cells, the others in a menu beside them.
void draw_sizes(Ui& ui, Rect r, const app::StartView& view, app::Actions& actions) {
    const std::span<const app::Choice> all = view.sizes;
    const std::size_t shown = std::min(all.size(), kSizesShown);
    const auto segments = [&] {
        action_segments(ui, "size", r, all.first(shown), actions, {.equal = true, .label = view.size_label});
    };
    if (all.size() <= shown) return segments();
    const auto rest = all.subspan(shown);
    const int chosen = chosen_of(rest);
    ButtonSpec look{.label = chosen >= 0 ? rest[static_cast<std::size_t>(chosen)].label : view.more,
                    .trailing = Icon::ChevronDown,
                    .kind = chosen >= 0 ? ButtonKind::On : ButtonKind::Normal,
                    .size = ButtonSize::Small};
    const auto choices = choices_of(rest);
    const Rect more = r.take_right(std::max(60.0F, button_width(ui, look)), 6);
    segments(); // first, so that Tab goes from left to right
    if (const auto picked = dropdown(ui, "more-sizes", more, look, choices, chosen))
        actions.push_back(rest[static_cast<std::size_t>(*picked)].action);
}

void write_choices(Column& column, const app::StartView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const auto language = [&](Column& c) {
        write_label(c, view.language_label);
        const Rect r = c.take(36);
        if (c.drawing()) action_segments(ui, "language", r, view.languages, actions, {.label = view.language_label});
    };
    const auto sizes = [&](Column& c) {
        write_label(c, view.size_label);
        const Rect r = c.take(36);
        if (c.drawing()) draw_sizes(ui, r, view, actions);
    };
    const float need = segmented_width(ui, choices_of(view.languages));
    if (column.width() < need + kSizes + 16) {
        language(column);
        column.gap(16);
        sizes(column);
        return;
    }
    Column left(ui, {column.x(), column.y(), column.width() - kSizes - 16, 0}, column.drawing());
    language(left);
    Column right(ui, {column.x() + column.width() - kSizes, column.y(), kSizes, 0}, column.drawing());
    sizes(right);
    column.gap(left.used());
}

void write_name(Column& column, const app::StartView& view, StartOptions& options, app::Actions& actions) {
    Ui& ui = column.ui();
    write_label(column, view.name_label);
    const Rect r = column.take(36);
    if (column.drawing()) {
        std::string name = view.name;
        EditorSpec spec{.label = view.name_label, .placeholder = view.name_hint, .font = type::k15};
        spec.error = !view.problem.empty();
        spec.max_bytes = 120;
        const EditorResult typed = text_field(ui, "name", r, name, spec);
        if (typed.changed) actions.push_back(app::action::TypeName{name});
        if (typed.submitted) actions.push_back(view.start.action);
        if (options.asked_focus != view.ask_focus) ui.focus(ui.path_of("name"));
        options.asked_focus = view.ask_focus;
    }
    column.gap(6);
    if (view.problem.empty()) return column.para(view.name_note, type::k13, ui.t().text2);
    Column words(ui, {column.x() + 21, column.y(), column.width() - 21, 0}, column.drawing());
    words.para(view.problem, type::k13m, ui.t().ret);
    if (column.drawing()) ui.draw().icon(Icon::AlertCircle, {column.x(), column.y(), 15, 18}, 15, ui.t().ret);
    column.gap(words.used());
}

void write_promises(Column& column, const app::StartView& view, bool drawing) {
    Ui& ui = column.ui();
    for (std::size_t i = 0; i < view.promises.size(); ++i) {
        const app::Promise& promise = view.promises[i];
        if (i > 0 && drawing) ui.draw().hline(column.x(), column.y(), column.width(), ui.t().line);
        column.gap(i > 0 ? 10 : 9);
        Column words(ui, {column.x() + 30, column.y(), column.width() - 30, 0}, drawing);
        words.para(promise.title, type::k15m, ui.t().text);
        words.para(promise.text, type::k13, ui.t().text2);
        if (drawing) ui.draw().icon(icon_of(promise.icon), {column.x(), column.y(), 18, words.used()}, 18, ui.t().acc);
        column.gap(words.used() + 9);
    }
}

void write_kept(Column& column, const app::StartView& view) {
    Ui& ui = column.ui();
    column.line(view.kept_title, type::k13b, ui.t().text);
    column.gap(4);
    const Rect inside{column.x() + 17, column.y() + 5, column.width() - 34, 0};
    Column measure(ui, inside, false);
    write_promises(measure, view, false);
    const Rect box = column.take(measure.used() + 10);
    if (!column.drawing()) return;
    ui.draw().box(box, ui.t().raised, ui.t().line, size::kRadiusBig);
    Column draw(ui, inside, true);
    write_promises(draw, view, true);
}

void write_buttons(Column& column, const app::StartView& view, ButtonSize size, app::Actions& actions) {
    Ui& ui = column.ui();
    ButtonSpec start = button_spec(view.start, ButtonKind::Primary, size);
    start.key_hint = {};
    const float look_width = button_width(ui, button_spec(view.look, ButtonKind::Quiet));
    const bool wide = button_width(ui, start) + 12 + look_width <= column.width();
    // Where the large words have no room, the middle size has.
    if (button_width(ui, start) > column.width()) start.size = ButtonSize::Normal;
    Rect line = column.take(size == ButtonSize::Big ? size::kBig : size::kButton);
    Rect look = line;
    if (wide)
        look = line.take_right(std::min(look_width + 34, column.width() - 12 - button_width(ui, start)), 12);
    else
        look = (column.gap(8), column.take(size::kButton));
    if (!column.drawing()) return;
    if (button(ui, "start", line, start)) actions.push_back(view.start.action);
    action_button(ui, "look", look, view.look, actions, ButtonKind::Quiet);
}

void write_page(Column& column, const app::StartView& view, StartOptions& options, app::Actions& actions) {
    column.gap(4);
    write_title(column, view);
    column.gap(24);
    write_choices(column, view, actions);
    column.gap(20);
    write_name(column, view, options, actions);
    column.gap(20);
    write_kept(column, view);
}

} // namespace

void draw_start(Ui& ui, const Rect& area, const app::StartView& view, StartOptions& options, app::Actions& actions) {
    const float pad = area.w < size::kSmallWidth ? 16 : kPad;
    const float width = std::min(kWidth, area.w - 16);
    const Rect room{0, 0, width - 2 * pad, 0};
    Column page(ui, room, false);
    write_page(page, view, options, actions);
    Column large(ui, room, false);
    write_buttons(large, view, ButtonSize::Big, actions);
    const float whole = page.used() + kAboveFoot + large.used();
    Dialog dialog(ui, "start", {width, whole + 2 * (pad - 4)},
                  {.label = view.title, .can_escape = false, .top = 84});
    // The focus is in the field for the name; a low window begins at the top all the same.
    if (options.frames < kFirstFrames) ++options.frames, scroll_to_top(ui, "page");
    Rect body = dialog.rect();
    // In a low window the page scrolls above smaller buttons, so that the way on can always be seen.
    const bool scrolls = whole > body.h + 0.5F;
    const ButtonSize buttons = scrolls ? ButtonSize::Normal : ButtonSize::Big;
    Column foot(ui, room, false);
    write_buttons(foot, view, buttons, actions);
    const Rect below = body.take_bottom(foot.used() + (scrolls ? kLowFoot : 0), scrolls ? 0 : kAboveFoot);
    {
        ScrollArea scroll(ui, "page", body.inset(-4, 0), {.gutter = false});
        const Rect inside = scroll.content().inset(4, 0);
        Column draw(ui, {inside.x, inside.y, inside.w - (scrolls ? size::kGutter : 0), 0}, true);
        write_page(draw, view, options, actions);
        scroll.end(draw.used());
    }
    if (scrolls) ui.draw().hline(below.x, below.y, below.w, ui.t().line);
    Column draw(ui, {below.x, scrolls ? below.y + kLowFoot : below.y, below.w, 0}, true);
    write_buttons(draw, view, buttons, actions);
}

} // namespace timbang::ui
