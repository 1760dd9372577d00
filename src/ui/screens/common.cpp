#include "ui/screens/common.h"

#include "ui/kit/layout.h"

namespace timbang::ui {

Tint tint_of(app::Tint tint) {
    switch (tint) {
    case app::Tint::Accent:
        return Tint::Accent;
    case app::Tint::Ok:
        return Tint::Ok;
    case app::Tint::Return:
        return Tint::Return;
    case app::Tint::Reject:
        return Tint::Reject;
    case app::Tint::Neutral:
        break;
    }
    return Tint::None;
}

Theme theme_of(app::Theme theme, bool desktop_dark, bool desktop_contrast) {
    switch (theme) {
    case app::Theme::Light:
        return Theme::Light;
    case app::Theme::Dark:
        return Theme::Dark;
    case app::Theme::Contrast:
        return Theme::Contrast;
    case app::Theme::System:
        break;
    }
    if (desktop_contrast) return Theme::Contrast;
    return desktop_dark ? Theme::Dark : Theme::Light;
}

ButtonSpec button_spec(const app::Button& button, ButtonKind kind, ButtonSize size) {
    ButtonSpec spec;
    spec.label = button.label;
    spec.icon = icon_of(button.icon);
    spec.kind = kind;
    spec.size = size;
    spec.key_hint = button.key;
    spec.disabled = !button.enabled;
    spec.reason = button.why_not;
    spec.tip = button.tip;
    return spec;
}

void action_button(Ui& ui, std::string_view id, const Rect& r, const app::Button& wanted, app::Actions& actions,
                   ButtonKind kind, ButtonSize size) {
    if (button(ui, id, r, button_spec(wanted, kind, size))) actions.push_back(wanted.action);
}

void action_button_right(Ui& ui, std::string_view id, Rect& bar, const app::Button& wanted, app::Actions& actions,
                         ButtonKind kind, ButtonSize size) {
    if (button_right(ui, id, bar, button_spec(wanted, kind, size))) actions.push_back(wanted.action);
}

void action_button_left(Ui& ui, std::string_view id, Rect& bar, const app::Button& wanted, app::Actions& actions,
                        ButtonKind kind, ButtonSize size) {
    if (button_left(ui, id, bar, button_spec(wanted, kind, size))) actions.push_back(wanted.action);
}

std::vector<Choice> choices_of(std::span<const app::Choice> choices) {
    std::vector<Choice> out;
    for (const app::Choice& choice : choices) {
        Choice cell{.label = choice.label, .icon = icon_of(choice.icon), .note = choice.hint};
        if (choice.tint != app::Tint::Neutral) cell.tint = tint_of(choice.tint);
        out.push_back(cell);
    }
    return out;
}

int chosen_of(std::span<const app::Choice> choices) {
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].chosen) return static_cast<int>(i);
    return -1;
}

void action_segments(Ui& ui, std::string_view id, const Rect& r, std::span<const app::Choice> choices,
                     app::Actions& actions, const SegmentSpec& spec) {
    const auto cells = choices_of(choices);
    if (const auto picked = segmented(ui, id, r, cells, chosen_of(choices), spec))
        actions.push_back(choices[static_cast<std::size_t>(*picked)].action);
}

ButtonSpec menu_spec(const app::Menu& menu, Icon icon) {
    return {.label = menu.label,
            .icon = icon,
            .trailing = menu.set ? Icon::Close : Icon::ChevronDown,
            .kind = menu.set             ? ButtonKind::On
                    : icon == Icon::None ? ButtonKind::Normal
                                         : ButtonKind::Quiet,
            .size = ButtonSize::Small};
}

void action_menu(Ui& ui, std::string_view id, const Rect& r, const app::Menu& menu, Icon icon, app::Actions& actions) {
    const auto choices = choices_of(menu.options);
    if (const auto picked = dropdown(ui, id, r, menu_spec(menu, icon), choices, chosen_of(menu.options)))
        actions.push_back(menu.options[static_cast<std::size_t>(*picked)].action);
}

void action_filter(Ui& ui, const std::string& id, const Rect& r, const app::Menu& menu, app::Actions& actions) {
    action_menu(ui, id, r, menu, Icon::None, actions);
    if (!menu.set) return;
    Rect cross = r;
    cross = cross.take_right(size::kSmall);
    const Item item = ui.item(id + "/clear", cross, {.role = Role::Button, .label = menu.label});
    if (item.hot) {
        const Rect face = cross.inset(3);
        ui.draw().fill(face, ui.t().acc, size::kRadiusChip);
        ui.draw().icon(Icon::Close, face, 15, ui.t().acc_on);
    }
    if (item.pressed) actions.push_back(menu.clear);
}

} // namespace timbang::ui
