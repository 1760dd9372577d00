#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

constexpr float kDisc = 22, kGap = 8, kLeastLine = 8;

Font step_font(const app::StepMark& step) { return step.state == app::StepState::Now ? type::k13b : type::k13m; }

/// How the steps share the width: with all words, with that of the present step, or discs only.
struct StepFit {
    bool every = false, now = false; ///< whose words are written
    float line = 0;
    bool one = false; ///< only the present step has room
};

StepFit fit_steps(Ui& ui, float width, const std::vector<app::StepMark>& steps) {
    float all = 0, only_now = 0;
    for (const app::StepMark& step : steps) {
        const float words = ui.draw().width(step.title, step_font(step)) + 6;
        all += kDisc + words + 2 * kGap + kLeastLine;
        only_now += kDisc + (step.state == app::StepState::Now ? words : 0) + 2 * kGap + kLeastLine;
    }
    all -= 2 * kGap + kLeastLine;
    only_now -= 2 * kGap + kLeastLine;
    StepFit fit{all <= width, only_now <= width, kLeastLine};
    const float gaps = static_cast<float>(steps.size()) - 1;
    const float taken = fit.every ? all : only_now;
    if (gaps > 0 && taken < width) fit.line += (width - taken) / gaps;
    if (fit.every || fit.now) return fit;
    const float discs = static_cast<float>(steps.size()) * kDisc, spare = gaps > 0 ? (width - discs) / gaps - 2 * kGap : 0;
    fit.line = spare >= kLeastLine ? spare : 2; // without room for lines the discs stand close
    fit.one = discs + gaps * 2 > width;
    if (fit.one)
        for (const app::StepMark& step : steps)
            if (step.state == app::StepState::Now) fit.now = kDisc + ui.draw().width(step.title, step_font(step)) + 7 <= width;
    return fit;
}

void draw_step_disc(Ui& ui, const Rect& disc, const app::StepMark& step) {
    const Tokens& t = ui.t();
    const bool now = step.state == app::StepState::Now, done = step.state == app::StepState::Done;
    ui.draw().box(disc, now ? t.acc : done ? t.hover : t.surface, now ? t.acc : t.line2, kDisc / 2);
    if (done) ui.draw().icon(Icon::Check, disc, 15, t.text2);
    else ui.draw().text(disc, std::to_string(step.number), step_font(step), now ? t.acc_on : t.text2, HAlign::Centre);
}

/// A step that was reached shows its text again when pressed; those ahead are only to look at.
void draw_steps(Ui& ui, const Rect& area, const std::vector<app::StepMark>& steps, app::Actions& actions) {
    const Tokens& t = ui.t();
    const StepFit fit = fit_steps(ui, area.w, steps);
    const GroupScope group(ui, "steps", Arrows::Horizontal);
    float x = area.x;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const app::StepMark& step = steps[i];
        const bool now = step.state == app::StepState::Now;
        if (fit.one && !now) continue;
        const bool words = fit.every || (fit.now && now);
        const float text = words ? ui.draw().width(step.title, step_font(step)) + 6 : 0;
        const Rect whole = Rect{x, area.y, kDisc + text, area.h}.middle_row(30);
        const Item item = ui.item(std::to_string(step.number), whole.inset(-4, 0),
                                  {.role = step.action.acts() ? Role::Button : Role::Figure, .label = step.title,
                                   .selected = now, .focusable = step.action.acts(), .radius = 15});
        if (step.action.acts() && item.hot) ui.draw().fill(whole.inset(-4, 0), t.hover, 15);
        if (step.action.acts() && item.pressed) actions.push_back(step.action);
        draw_step_disc(ui, Rect{x, area.y, kDisc, area.h}.middle_row(kDisc), step);
        if (words) ui.draw().text({x + kDisc + 6, area.y, text - 6, area.h}, step.title, step_font(step), now ? t.acc : t.text2);
        else ui.tooltip(item, step.title, whole);
        x += kDisc + text;
        if (i + 1 < steps.size() && fit.line > 3 && !fit.one) ui.draw().hline(x + kGap, area.y + area.h / 2, fit.line, t.line2);
        x += fit.line + (fit.line > 3 ? 2 * kGap : 0);
    }
}

void draw_time(Ui& ui, Rect area, const app::TopBar& view, bool label) {
    const Tokens& t = ui.t();
    area = area.middle_row(29);
    const float words = std::min(area.w, ui.draw().width(view.time_left, type::k13m) + 1);
    Rect line = area.take_top(18, 5);
    const Rect right = line.take_right(words, 8);
    ui.text_cut(right, view.time_left, type::k13m, t.text, HAlign::Right);
    if (label && line.w > 60) ui.text_cut(line, view.time_label, type::k13, t.text2);
    progress_bar(ui, area.take_top(6), view.time_share);
}

} // namespace

void draw_top_bar(Ui& ui, const Rect& area, const app::TopBar& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "top");
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, t.line);
    Rect bar{area.x + 8, area.y, area.w - 28, area.h - ui.draw().border()};
    ButtonSpec back = button_spec(view.back, ButtonKind::Quiet);
    back.icon_only = true;
    back.key_hint = {};
    if (button_left(ui, "back", bar, back, 4)) actions.push_back(view.back.action);
    const bool wide = area.w >= 1400, middle = area.w >= 1180, low = area.h < 50;
    const float longest = std::max(ui.draw().width(view.title, type::k15b), ui.draw().width(view.place, type::k13)) + 2;
    Rect names = bar.take_left(wide ? 300 : middle ? std::min(std::max(longest, 160.0F), 260.0F) : std::min(longest, area.w * 0.26F), wide ? 8 : 16).middle_row(low ? 20 : 38);
    ui.text_cut(names.take_top(20), view.title, type::k15b, t.text);
    if (!low) ui.text_cut(names.take_top(18), view.place, type::k13, t.text2);
    ui.draw().vline(bar.x, bar.y, bar.h, t.line);
    bar.take_left(wide || middle ? 21 : 13);
    if (!view.time_left.empty()) {
        const float words = ui.draw().width(view.time_left, type::k13m) + 2, label = ui.draw().width(view.time_label, type::k13) + 20;
        const float width = wide ? std::max(228.0F, words + label) : middle ? std::max(words + label, 200.0F) : words;
        draw_time(ui, bar.take_right(width, wide || middle ? 20 : 13), view, wide || middle);
        ui.draw().vline(bar.right() - ui.draw().border(), bar.y, bar.h, t.line);
        bar.take_right(wide || middle ? 21 : 13);
    }
    draw_steps(ui, bar, view.steps, actions);
}

} // namespace timbang::ui::desk
