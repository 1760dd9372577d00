#include "ui/screens/common.h"

namespace timbang::ui {

Tint tint_of(app::Tint tint) {
    switch (tint) {
    case app::Tint::Accent: return Tint::Accent;
    case app::Tint::Ok: return Tint::Ok;
    case app::Tint::Return: return Tint::Return;
    case app::Tint::Reject: return Tint::Reject;
    case app::Tint::Neutral: break;
    }
    return Tint::None;
}

Theme theme_of(app::Theme theme, bool desktop_dark, bool desktop_contrast) {
    switch (theme) {
    case app::Theme::Light: return Theme::Light;
    case app::Theme::Dark: return Theme::Dark;
    case app::Theme::Contrast: return Theme::Contrast;
    case app::Theme::System: break;
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
    return spec;
}

void action_button(Ui& ui, std::string_view id, const Rect& r, const app::Button& wanted, app::Actions& actions, ButtonKind kind,
                   ButtonSize size) {
    if (button(ui, id, r, button_spec(wanted, kind, size))) actions.push_back(wanted.action);
}

void action_button_right(Ui& ui, std::string_view id, Rect& bar, const app::Button& wanted, app::Actions& actions,
                         ButtonKind kind, ButtonSize size) {
    if (button_right(ui, id, bar, button_spec(wanted, kind, size))) actions.push_back(wanted.action);
}

void action_button_left(Ui& ui, std::string_view id, Rect& bar, const app::Button& wanted, app::Actions& actions, ButtonKind kind,
                        ButtonSize size) {
    if (button_left(ui, id, bar, button_spec(wanted, kind, size))) actions.push_back(wanted.action);
}

} // namespace timbang::ui
