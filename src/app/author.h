#pragma once

#include <string>
#include <string_view>

#include "app/author_state.h"
#include "app/model.h"

namespace timbang::app {

class Controller;

/// Carries out the actions of the editor of cases on the state of the window (`Model::author`). Reading, checking, saving and
/// playing happen in background tasks on snapshots of the draft; what comes back late is dropped.
class AuthorController {
public:
    AuthorController(Model& model, Controller& window) : model_(model), window_(window) {}
    AuthorController(const AuthorController&) = delete;
    AuthorController& operator=(const AuthorController&) = delete;

    /// False: it is no action of the editor.
    bool carry_out_action(const Action& asked);
    /// The screen was entered or left.
    void enter();
    void leave();
    /// Does what is due: checks, recovery copies, looking at the folder. Says whether anything to see changed.
    bool tick();
    [[nodiscard]] std::optional<base::Time> deadline() const;
    /// Nothing that was typed is lost when the window closes: keeps it aside at once.
    void flush();
    /// Work for the background that tests wait for.
    [[nodiscard]] bool busy() const;

    // For the form, and the parts of this class.
    [[nodiscard]] Model& model() { return model_; }
    /// There must be an open case.
    [[nodiscard]] OpenDraft& open() { return *model_.author.open; }
    /// Changes the draft as one group that undo takes back; what it cannot do it says. The check follows by itself.
    bool edit(const content::EditGroup& group);
    /// After a change that was made at the draft itself (`create`, `remove` …).
    void edited();
    /// Says why something could not be done.
    void tell_error(const base::Error& error);
    void tell(const std::string& key, const base::Args& args = {}, Tint tint = Tint::Neutral);
    /// Opens the file in the text mode with the caret there; `end` > `begin` selects.
    void go_to(const std::string& path, std::size_t begin, std::size_t end);
    /// Shows a page in the preview and in the form.
    void show_page(const DraftPagePlace& place);

private:
    Model& model_;
    Controller& window_;
};

/// The page of the draft that preview and form show, as it was when the case could last be read. `marks` are drawn on it.
[[nodiscard]] AuthorPage present_draft_page(const Model& model, std::vector<AuthorMark> marks);

} // namespace timbang::app
