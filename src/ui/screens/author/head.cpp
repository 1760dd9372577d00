#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kLeastTitle = 250;

struct HeadButton {
    const char* id;
    const app::Button* button;
    bool primary = false;
};

/// What the head gives up, step by step, where it is narrow: key hints, words of buttons, words of the counts, the
/// counts.
struct Fit {
    bool keys = true, words = true, count_words = true, counts = true;
};

std::vector<HeadButton> buttons_of(const app::AuthorHead& view, bool form) {
    std::vector<HeadButton> all;
    if (form) all = {{"undo", &view.undo}, {"redo", &view.redo}};
    all.push_back({"save", &view.save});
    all.push_back({"check", &view.check});
    all.push_back({"play", &view.play});
    if (!form) all.push_back({"players", &view.players});
    all.push_back({"package", &view.package, true});
    std::erase_if(all, [](const HeadButton& b) { return b.button->label.empty(); });
    return all;
}

ButtonSpec look(const HeadButton& wanted, const Fit& fit) {
    ButtonSpec spec =
        button_spec(*wanted.button, wanted.primary ? ButtonKind::Primary : ButtonKind::Normal, ButtonSize::Small);
    const std::string_view id = wanted.id;
    if (id == "check" && !fit.words) spec.icon = Icon::ClipboardCheck; // with words it needs no sign
    // Saving and redoing are keys first: they are signs only.
    spec.icon_only = (id == "save" || id == "redo") || (!fit.words && spec.icon != Icon::None);
    if (spec.icon_only || !fit.keys) spec.key_hint = {};
    return spec;
}

float buttons_width(Ui& ui, const app::AuthorHead& view, bool form, const Fit& fit) {
    float wide = 0;
    for (const HeadButton& b : buttons_of(view, form))
        wide += button_width(ui, look(b, fit)) + 8;
    if (!view.spreadsheet.options.empty()) wide += button_width(ui, menu_spec(view.spreadsheet, Icon::None)) + 8;
    return wide;
}

app::Chip count_of(const app::Chip& chip, const Fit& fit) {
    app::Chip out = chip;
    if (!fit.count_words) out.label = out.label.substr(0, out.label.find(' '));
    return out;
}

float counts_width(Ui& ui, const app::AuthorHead& view, const Fit& fit) {
    float wide = 0;
    if (!fit.counts) return wide;
    for (const app::Chip& chip : view.counts)
        wide += status_width(ui, count_of(chip, fit)) + 12;
    return wide + 14;
}

Fit fit_into(Ui& ui, float width, const app::AuthorHead& view, bool form) {
    Fit fit;
    const auto fits = [&] { return buttons_width(ui, view, form, fit) + counts_width(ui, view, fit) <= width; };
    for (bool* give_up : {&fit.keys, &fit.count_words, &fit.words, &fit.counts}) {
        if (fits()) break;
        *give_up = false;
    }
    return fit;
}

void draw_counts(Ui& ui, Rect line, const app::AuthorHead& view, const Fit& fit) {
    float x = line.x;
    for (const app::Chip& chip : view.counts) {
        const app::Chip shown = count_of(chip, fit);
        const float wide = status_width(ui, shown);
        const Rect box{x, line.y, wide, line.h};
        ui.item("count-" + std::string(chip.icon), box,
                {.role = Role::Figure, .label = chip.label, .focusable = false});
        draw_status(ui, x, Rect{x, line.y, wide + 2, line.h}, shown);
        x += wide + 12;
    }
}

} // namespace

float head_height(const Ui& ui) {
    return ui.window().h < 400 ? 36 : ui.small() ? 44 : size::kTopBar;
}

void draw_head(Ui& ui, const Rect& area, const app::AuthorHead& view, bool form, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "head");
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, t.line);
    Rect bar = area.inset(area.w < 900 ? 8 : 16, 0);
    const GroupScope group(ui, "bar", Arrows::Horizontal);
    ButtonSpec back = button_spec(view.back, ButtonKind::Quiet, ButtonSize::Small);
    back.icon_only = true;
    back.key_hint = {};
    if (back.icon == Icon::None) back.icon = Icon::ArrowLeft;
    if (button_left(ui, "back", bar, back, 8)) actions.push_back(view.back.action);
    const auto modes = choices_of(view.modes);
    const float modes_width = segmented_width(ui, modes, {.small = true});
    const Fit fit = fit_into(ui, bar.w - modes_width - 32 - std::min(kLeastTitle, bar.w / 4), view, form);
    const auto buttons = buttons_of(view, form);
    for (auto b = buttons.rbegin(); b != buttons.rend(); ++b) {
        if (button_right(ui, b->id, bar, look(*b, fit))) actions.push_back(b->button->action);
        if (b->primary && !view.spreadsheet.options.empty()) {
            const float wide = button_width(ui, menu_spec(view.spreadsheet, Icon::None));
            action_menu(ui, "spreadsheet", bar.take_right(wide, 8).middle_row(size::kSmall), view.spreadsheet,
                        Icon::None, actions);
        }
    }
    if (fit.counts && !view.counts.empty()) {
        ui.draw().vline(bar.right() - 4, area.y + (area.h - 24) / 2, 24, t.line);
        draw_counts(ui, bar.take_right(counts_width(ui, view, fit) - 4, 8), view, fit);
    }
    // Titles take what they need; the modes stand beside them.
    const float wanted = std::max(ui.draw().width(view.title, type::k15b), ui.draw().width(view.line, type::k13)) + 2;
    const float title = std::max(0.0F, std::min(wanted, bar.w - modes_width - 16));
    Rect names = bar.take_left(title, 16);
    action_segments(ui, "mode", bar.take_left(modes_width).middle_row(size::kSmall), view.modes, actions,
                    {.small = true});
    const bool two = area.h >= 44 && !view.line.empty();
    names = names.middle_row(two ? 40 : 22);
    ui.text_cut(names.take_top(22), view.title, type::k15b, t.text);
    if (!two) return;
    const Color c = view.line_tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(view.line_tint));
    ui.text_cut(names.take_top(18), view.line, type::k13, c);
}

float draw_notices(Ui& ui, const Rect& area, const std::vector<app::AuthorNotice>& notices, app::Actions& actions) {
    const Scope scope(ui, "notices");
    float used = 0;
    for (std::size_t i = 0; i < notices.size(); ++i) {
        const app::AuthorNotice& notice = notices[i];
        const Tint tint = tint_of(notice.tint);
        float wide = 0;
        for (const app::Button& b : notice.buttons)
            wide += button_width(ui, button_spec(b, ButtonKind::Normal, ButtonSize::Small)) + 8;
        const bool below = wide > area.w * 0.55F;
        const float words = area.w - 32 - 28 - (below ? 0 : wide + 16);
        const float text = ui.draw().para_height(words, notice.text, type::k13);
        const Rect strip{area.x, area.y + used, area.w, std::max(44.0F, text + 20 + (below ? 36 : 0))};
        used += strip.h;
        ui.draw().fill(strip, tint == Tint::None ? ui.t().raised : ui.t().soft(tint));
        ui.draw().hline(strip.x, strip.bottom() - ui.draw().border(), strip.w,
                        tint == Tint::None ? ui.t().line : ui.t().border(tint));
        Rect in = strip.inset(16, 0);
        const Color c = tint == Tint::None ? ui.t().text2 : ui.t().tint(tint);
        const float top = below ? in.y + 10 : in.y + (in.h - text) / 2;
        ui.draw().icon(icon_of(notice.icon), Rect{in.x, top, 18, 18}, 18, c);
        ui.draw().para(in.x + 28, top, words, notice.text, type::k13, ui.t().text);
        Rect bar = below ? Rect{in.x + 28, in.bottom() - 40, in.w - 28, 36} : Rect{in.right() - wide, in.y, wide, in.h};
        const GroupScope group(ui, std::to_string(i), Arrows::Horizontal);
        for (std::size_t b = 0; b < notice.buttons.size(); ++b)
            action_button_left(ui, std::to_string(b), bar, notice.buttons[b], actions, ButtonKind::Normal,
                               ButtonSize::Small);
    }
    return used;
}

} // namespace timbang::ui::author
