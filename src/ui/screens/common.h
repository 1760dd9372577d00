#pragma once

#include <string_view>

#include "app/actions.h"
#include "app/view/common.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets.h"

namespace timbang::ui {

// From the words of view-models to those of the kit.
[[nodiscard]] inline Icon icon_of(app::IconName name) { return icon_named(name); }
[[nodiscard]] Tint tint_of(app::Tint tint);
[[nodiscard]] Theme theme_of(app::Theme theme, bool desktop_dark, bool desktop_contrast);
/// How a button of a view-model looks.
[[nodiscard]] ButtonSpec button_spec(const app::Button& button, ButtonKind kind = ButtonKind::Normal,
                                     ButtonSize size = ButtonSize::Normal);

/// A button that pushes its action when pressed. The three place it: in a rectangle, or cut off an end of a bar.
void action_button(Ui& ui, std::string_view id, const Rect& r, const app::Button& button, app::Actions& actions,
                   ButtonKind kind = ButtonKind::Normal, ButtonSize size = ButtonSize::Normal);
void action_button_right(Ui& ui, std::string_view id, Rect& bar, const app::Button& button, app::Actions& actions,
                         ButtonKind kind = ButtonKind::Normal, ButtonSize size = ButtonSize::Normal);
void action_button_left(Ui& ui, std::string_view id, Rect& bar, const app::Button& button, app::Actions& actions,
                        ButtonKind kind = ButtonKind::Normal, ButtonSize size = ButtonSize::Normal);

} // namespace timbang::ui
