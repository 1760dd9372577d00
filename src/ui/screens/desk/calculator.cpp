#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

constexpr float kTerms = 44;

void draw_term(Ui& ui, const Rect& r, const app::TermView& term, app::Actions& actions) {
    const Tokens& t = ui.t();
    const std::string id(1, term.letter);
    const Item item = row(ui, id, r, {.label = term.value, .value = term.from, .role = Role::Button});
    if (item.pressed && term.show.acts()) actions.push_back(term.show);
    if (item.focused && ui.key() && (ui.key()->key == Key::Delete || ui.key()->key == Key::Backspace)) {
        ui.take_key();
        actions.push_back(term.remove);
    }
    ui.draw().box(r, item.hot ? t.hover : t.surface, t.line2, size::kRadius);
    Rect in{r.x + 3, r.y, r.w - 11, r.h};
    const Rect disc = in.take_left(20, 6).middle_row(20);
    ui.draw().disc(disc.centre(), 10, t.page_pick_line);
    ui.draw().text(disc, id, type::k13b, t.page_mark_on, HAlign::Centre);
    if (!term.value.empty()) ui.draw().text(in.take_left(ui.draw().width(term.value, type::k13b) + 1, 6), term.value, type::k13b, t.text);
    ui.text_cut(in, term.from, type::k13, t.text2);
}

float term_width(Ui& ui, const app::TermView& term) {
    const float value = term.value.empty() ? 0 : ui.draw().width(term.value, type::k13b) + 7;
    return 40 + value + ui.draw().width(term.from, type::k13) + 2;
}

/// The terms with what joins them, and the result.
void draw_terms(Ui& ui, Rect bar, const app::CalculatorView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const float result = view.result.empty() ? 0 : ui.draw().width("=  " + view.result, type::k15b) + 12;
    float need = result;
    for (const app::TermView& term : view.terms) need += term_width(ui, term) + 24;
    const float spare = std::max(0.0F, need - bar.w) / static_cast<float>(std::max<std::size_t>(1, view.terms.size()));
    const GroupScope group(ui, "terms", Arrows::Horizontal);
    for (std::size_t i = 0; i < view.terms.size(); ++i) {
        if (i > 0 && i - 1 < view.joins.size()) {
            const float join = ui.draw().width(view.joins[i - 1], type::k15m) + 1;
            ui.draw().text(bar.take_left(join, 8), view.joins[i - 1], type::k15m, t.text);
        }
        const float width = std::max(70.0F, term_width(ui, view.terms[i]) - spare);
        if (width > bar.w) break;
        draw_term(ui, bar.take_left(width, 8).middle_row(26), view.terms[i], actions);
    }
    if (view.result.empty()) {
        if (!view.problem.empty()) ui.text_cut(bar, view.problem, type::k13, t.ret);
        return;
    }
    ui.text_cut(bar, "=  " + view.result, type::k15b, t.text);
}

/// The sign that joins the next term, keeping the line in the reason, and clearing: from the right end.
void draw_buttons(Ui& ui, Rect& bar, const app::CalculatorView& view, app::Actions& actions) {
    action_button_right(ui, "clear", bar, view.clear, actions, ButtonKind::Quiet, ButtonSize::Small);
    app::Button keep = view.keep;
    keep.key.clear();
    if (keep.enabled) action_button_right(ui, "keep", bar, keep, actions, ButtonKind::Normal, ButtonSize::Small);
    std::vector<ui::Choice> choices;
    int chosen = -1;
    for (std::size_t i = 0; i < view.operators.size(); ++i) {
        choices.push_back({.label = view.operators[i].label, .note = view.operators[i].hint});
        if (view.operators[i].chosen) chosen = static_cast<int>(i);
    }
    if (choices.empty()) return;
    ButtonSpec look{.label = choices[static_cast<std::size_t>(std::max(0, chosen))].label, .size = ButtonSize::Small};
    look.trailing = Icon::ChevronDown;
    const Rect r = bar.take_right(button_width(ui, look), 8).middle_row(size::kSmall);
    if (const auto picked = dropdown(ui, "operator", r, look, choices, chosen))
        actions.push_back(view.operators[static_cast<std::size_t>(*picked)].action);
}

void draw_compared(Ui& ui, Rect& bar, const app::CalculatorView& view, bool right) {
    const Tokens& t = ui.t();
    const float words = ui.draw().width(view.compare, type::k13) + 1;
    const auto chip_rect = [&](float width) { return (right ? bar.take_right(width, 8) : bar.take_left(width, 8)).middle_row(size::kChip); };
    const auto draw_words = [&] {
        const Rect r = right ? bar.take_right(std::min(words, bar.w), 8) : bar.take_left(std::min(words, bar.w), 8);
        ui.text_cut(r, view.compare, type::k13, t.text2);
    };
    if (!right && !view.compare.empty()) draw_words();
    if (view.apart) chip(ui, chip_rect(chip_width(ui, chip_spec(*view.apart))), chip_spec(*view.apart));
    if (right && !view.compare.empty()) draw_words();
}

/// The sum in words; where it is too long its result stays.
void draw_sum(Ui& ui, Rect bar, std::string_view line) {
    const std::size_t equals = line.rfind(" = ");
    if (equals == std::string_view::npos || ui.draw().width(line, type::k13m) <= bar.w) return ui.text_cut(bar, line, type::k13m, ui.t().text);
    const std::string_view result = line.substr(equals + 1);
    const float width = ui.draw().width(result, type::k13m) + 1;
    const float sum = std::max(0.0F, std::min(ui.draw().width(line.substr(0, equals), type::k13m) + 1, bar.w - width - 4));
    ui.text_cut(bar.take_left(sum, 4), line.substr(0, equals), type::k13m, ui.t().text);
    ui.text_cut(bar, result, type::k13m, ui.t().text);
}

void draw_pick_button(Ui& ui, Rect& bar, const app::CalculatorView& view, DeskOptions& options) {
    ButtonSpec pick{.label = view.hint, .icon = Icon::Calculator, .kind = options.picking ? ButtonKind::On : ButtonKind::Quiet,
                    .size = ButtonSize::Small};
    pick.icon_only = true;
    if (button_left(ui, "pick", bar, pick, 6)) options.picking = !options.picking;
}

} // namespace

float calculator_height(const Ui& ui, const app::DeskView& view, const DeskOptions& options) {
    if (!view.calculator || (is_low(ui) && !options.picking)) return 0; // C brings it back
    if (is_low(ui)) return size::kCalculator;
    return view.right ? kTerms + size::kCalculator : size::kCalculator;
}

void draw_calculator(Ui& ui, const Rect& area, const app::CalculatorView& view, bool comparing, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "calculator");
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.y, area.w, t.line);
    Rect rest = area;
    Rect bar = rest.take_top(comparing ? kTerms : area.h).inset(8, 0);
    draw_pick_button(ui, bar, view, options);
    if (view.empty) {
        ui.text_cut(bar, view.hint, type::k13, t.text3);
    } else if (comparing) {
        draw_buttons(ui, bar, view, actions);
        draw_terms(ui, bar, view, actions);
    } else {
        if (options.picking) draw_buttons(ui, bar, view, actions);
        draw_compared(ui, bar, view, true);
        const bool fits = view.line_short.empty() || ui.draw().width(view.line, type::k13m) <= bar.w;
        if (view.problem.empty()) draw_sum(ui, bar, fits ? view.line : view.line_short);
        else ui.text_cut(bar, view.problem, type::k13m, t.ret);
    }
    if (!comparing) return;
    ui.draw().fill(rest, t.raised);
    ui.draw().hline(rest.x, rest.y, rest.w, t.line);
    rest = rest.inset(12, 0);
    draw_compared(ui, rest, view, false);
    ui.text_cut(rest, view.keys, type::k13, t.text3, HAlign::Right);
}

} // namespace timbang::ui::desk
