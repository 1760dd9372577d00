#pragma once

#include "ui/screens/author/pieces.h"

namespace timbang::ui::author {

/// The keys of the editor, after every field had its chance.
void author_keys(Ui& ui, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions);
/// A pane that was asked for takes the focus.
void follow_pane(Ui& ui, const app::AuthorView& view, AuthorOptions& options);

} // namespace timbang::ui::author
