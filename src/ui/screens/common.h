#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/actions.h"
#include "app/view/common.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets.h"

namespace timbang::ui {

// From the words of view-models to those of the kit.
[[nodiscard]] inline Icon icon_of(app::IconName name) {
    return icon_named(name);
}
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

/// The cells or menu rows of a list of choices, and which one is chosen (-1: none).
[[nodiscard]] std::vector<Choice> choices_of(std::span<const app::Choice> choices);
[[nodiscard]] int chosen_of(std::span<const app::Choice> choices);

/// A segmented choice in a rectangle; pushes the action of the cell that was pressed.
void action_segments(Ui& ui, std::string_view id, const Rect& r, std::span<const app::Choice> choices,
                     app::Actions& actions, const SegmentSpec& spec = {});
/// A button that opens a menu, as wide as its words.
[[nodiscard]] ButtonSpec menu_spec(const app::Menu& menu, Icon icon);
void action_menu(Ui& ui, std::string_view id, const Rect& r, const app::Menu& menu, Icon icon, app::Actions& actions);
/// The same for a filter: where it is set, the cross in it takes it away (id/clear).
void action_filter(Ui& ui, const std::string& id, const Rect& r, const app::Menu& menu, app::Actions& actions);

} // namespace timbang::ui
