#pragma once

#include <string>

#include "app/author.h"
#include "app/author_state.h"
#include "app/model.h"

namespace timbang::app {

// The form of the editor: what `AuthorController` and `present_author` leave to it. There is an open draft whenever one of
// these is called.

/// Carries out an action of the form (`action::SelectFormIndicator` … `action::PickPassage`). False: it is none of them.
[[nodiscard]] bool carry_out_form_action(AuthorController& editor, const Action& asked);
/// The mode was changed to the form, or the case was just read: choose an indicator if none is chosen.
void enter_author_form(AuthorController& editor);
/// The prompt of a new indicator; its answer (0: the primary) is handed to `answer_add_indicator`. True: it is done.
[[nodiscard]] AuthorPrompt present_add_indicator(const Model& model);
[[nodiscard]] bool answer_add_indicator(AuthorController& editor, int answer);

[[nodiscard]] AuthorFormView present_author_form(const Model& model);

} // namespace timbang::app
