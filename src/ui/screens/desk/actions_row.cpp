#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

constexpr float kLine = 36, kGap = 8;

ButtonSpec action_spec(const app::DeskAction& action) {
    ButtonSpec spec;
    spec.label = action.label;
    spec.icon = icon_of(action.icon);
    spec.size = ButtonSize::Small;
    spec.cost = action.cost;
    spec.disabled = !action.enabled;
    spec.reason = action.why_not;
    return spec;
}

/// Where the buttons stand: all in one line, or flowing over several.
struct Flow {
    std::vector<Rect> actions, answers;
    bool one_line = true;
    float height = size::kActionBar;
};

Flow flow_of(Ui& ui, const app::ActionsRow& view, const Rect& area, float start) {
    Flow flow;
    std::vector<float> widths;
    float left = 0, right = 0;
    for (const app::DeskAction& action : view.actions) left += widths.emplace_back(button_width(ui, action_spec(action))) + kGap;
    for (const app::Button& answer : view.answers)
        right += widths.emplace_back(button_width(ui, button_spec(answer, ButtonKind::On, ButtonSize::Small))) + kGap;
    const float top = area.y + (size::kActionBar - size::kSmall) / 2, end = area.right() - 16;
    flow.one_line = start + left + right - kGap <= end;
    float x = start, y = top;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const bool answer = i >= view.actions.size();
        if (flow.one_line && i == view.actions.size()) x = end - right + kGap;
        if (!flow.one_line && x > area.x + 20 && x + widths[i] > end) x = area.x + 20, y += kLine;
        (answer ? flow.answers : flow.actions).push_back({x, y, std::min(widths[i], end - area.x - 20), size::kSmall});
        x += widths[i] + kGap;
    }
    flow.height = size::kActionBar + (y - top);
    return flow;
}

float start_of(Ui& ui, const app::ActionsRow& view, const Rect& area, float lead) {
    const float words = area.x + 20 + ui.draw().width(view.label, type::k13m) + 16;
    return std::max(words, area.x + lead - 4);
}

void draw_question(Ui& ui, const Rect& area, const app::ActionsRow& view, app::Actions& actions) {
    Rect bar = Rect{area.x, area.y, area.w, size::kActionBar}.inset(16, 0);
    const GroupScope group(ui, "question", Arrows::Horizontal);
    ButtonSpec no = button_spec(view.no, ButtonKind::Quiet, ButtonSize::Small), yes = button_spec(view.yes, ButtonKind::On, ButtonSize::Small);
    no.key_hint = yes.key_hint = {};
    const float buttons = button_width(ui, yes) + button_width(ui, no) + 24;
    const float words = std::min(bar.w - buttons, ui.draw().width(view.question, type::k13m) + 8);
    const Rect text = bar.take_left(words, 12);
    const float height = ui.draw().para_height(text.w, view.question, type::k13m);
    ui.draw().para(text.x, text.y + (text.h - height) / 2, text.w, view.question, type::k13m, ui.t().text);
    if (button_left(ui, "yes", bar, yes)) actions.push_back(view.yes.action);
    if (button_left(ui, "no", bar, no) || ui.shortcut(Key::Escape)) actions.push_back(view.no.action);
}

} // namespace

float actions_height(Ui& ui, const app::ActionsRow& view, float width, float lead) {
    if (!view.question.empty()) return size::kActionBar;
    const Rect area{0, 0, width, size::kActionBar};
    return flow_of(ui, view, area, start_of(ui, view, area, lead)).height;
}

void draw_actions_row(Ui& ui, const Rect& area, const app::ActionsRow& view, float lead, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "actions");
    ui.draw().fill(area, t.raised);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, t.line);
    const bool asks = !view.question.empty();
    if (asks && !options.question_was_open) ui.focus(ui.path_of("question/yes"));
    options.question_was_open = asks;
    if (asks) return draw_question(ui, area, view, actions);
    ui.draw().text({area.x + 20, area.y, ui.draw().width(view.label, type::k13m) + 1, size::kActionBar - 1}, view.label, type::k13m, t.text2);
    const Flow flow = flow_of(ui, view, area, start_of(ui, view, area, lead));
    const GroupScope group(ui, "row", Arrows::Both);
    for (std::size_t i = 0; i < flow.actions.size(); ++i)
        if (button(ui, std::to_string(i), flow.actions[i], action_spec(view.actions[i]))) actions.push_back(view.actions[i].action);
    for (std::size_t i = 0; i < flow.answers.size(); ++i)
        action_button(ui, "answer" + std::to_string(i), flow.answers[i], view.answers[i], actions, ButtonKind::On, ButtonSize::Small);
}

float draw_said(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    if (view.said.empty()) return 0;
    const Tokens& t = ui.t();
    const float words = std::min(area.w - 16 - 28 - 16 - size::kSmall, 900.0F);
    const float whole = ui.draw().para_height(words, view.said, type::k13);
    // A low window shows its first line until it is pressed.
    const bool low = is_low(ui) && whole > type::k13.line, cut = low && options.said_open != view.said;
    const float height = cut ? 30 : whole + (low ? 12 : 18);
    Rect strip{area.x, area.y, area.w, height};
    const Item item = low ? ui.item("said", {strip.x, strip.y, strip.w - 44, height}, {.role = Role::Toggle, .label = view.said, .expanded = !cut, .ring = strip.inset(3)})
                          : Item{};
    if (item.pressed) options.said_open = cut ? view.said : std::string();
    ui.draw().fill(strip, t.acc_soft);
    ui.draw().hline(strip.x, strip.bottom() - ui.draw().border(), strip.w, t.acc_line);
    strip = strip.inset(16, 0);
    ui.draw().icon(Icon::MessageText, strip.take_left(18, 10), 18, t.acc);
    if (cut) ui.draw().text_ellipsis({strip.x, strip.y, words, strip.h}, view.said, type::k13, t.text);
    else ui.draw().para(strip.x, strip.y + (low ? 6.0F : 9.0F), words, view.said, type::k13, t.text);
    if (tool_right(ui, "said-close", strip, Icon::Close, view.said_close.label)) actions.push_back(view.said_close.action);
    return height;
}

} // namespace timbang::ui::desk
