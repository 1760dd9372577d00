#pragma once

#include <string>
#include <string_view>

#include "app/author_state.h"
#include "app/model.h"

namespace timbang::content {
struct WorkbookChanges;
}

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
    /// The window got the focus again: the folder is looked at with the next `tick`.
    void came_back();
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

    // author_cases.cpp: the list, opening, copying
    void operator()(const action::OpenOwnCase& a);
    void operator()(const action::AskOpenCase&);
    void operator()(const action::AskNewCase&);
    void operator()(const action::AskCopyCase& a);
    void operator()(const action::CloseCase&);
    void operator()(const action::SetAuthorMode& a);
    // author_prompt.cpp: questions and notices
    void operator()(const action::TypePrompt& a);
    void operator()(const action::ChoosePromptOption& a);
    void operator()(const action::AnswerPrompt& a);
    void operator()(const action::CancelPrompt&);
    void operator()(const action::AnswerNotice& a);
    // author_save.cpp
    void operator()(const action::SaveCase&);
    // author_text.cpp: files, typing, undo
    void operator()(const action::UndoEdit&);
    void operator()(const action::RedoEdit&);
    void operator()(const action::OpenFile& a);
    void operator()(const action::ToggleTreeFolder& a);
    void operator()(const action::CloseTab& a);
    void operator()(const action::EditSource& a);
    void operator()(const action::MoveCaret& a);
    void operator()(const action::GoToLine& a);
    void operator()(const action::ShowInText& a);
    // author_complete.cpp
    void operator()(const action::AskCompletion& a);
    void operator()(const action::CloseCompletion&);
    // author_find.cpp
    void operator()(const action::OpenSourceFind& a);
    void operator()(const action::TypeSourceFind& a);
    void operator()(const action::TypeReplacement& a);
    void operator()(const action::SetFindOptions& a);
    void operator()(const action::StepSourceFind& a);
    void operator()(const action::ReplaceHit&);
    void operator()(const action::ReplaceAllHits&);
    void operator()(const action::CloseSourceFind&);
    // author_check.cpp
    void operator()(const action::CheckCase&);
    void operator()(const action::GoToFinding& a);
    void operator()(const action::StepFinding& a);
    void operator()(const action::FixFinding& a);
    // author_preview.cpp
    void operator()(const action::SetPreviewLanguage& a);
    void operator()(const action::TryVerdict& a);
    void operator()(const action::TryScore& a);
    void operator()(const action::ShowDraftPage& a);
    void operator()(const action::TurnDraftPage& a);
    // author_players.cpp, author_play.cpp
    void operator()(const action::RunPlayers&);
    void operator()(const action::StopPlayers&);
    void operator()(const action::ListPlayersNotes&);
    void operator()(const action::PlayFromHere&);
    // author_workbook.cpp
    void operator()(const action::ExportWorkbook& a);
    void operator()(const action::ImportWorkbook&);
    // author_package.cpp
    void operator()(const action::MakePackage&);
    void operator()(const action::ToggleSign&);
    void operator()(const action::ToggleSeal&);
    void operator()(const action::ConfirmPackage&);
    /// A field of the dialog of a package, counted from the top.
    void type_package(int field, const std::string& text);
    /// Closes that dialog; a passphrase in it is overwritten.
    void close_package();

private:
    // author_cases.cpp
    void open_folder(const std::string& folder);
    void opened(const std::string& folder, const content::DiskState& disk, std::vector<KeptAside> found,
                std::string recovery_path);
    void let_go();
    void find_kept_aside();
    [[nodiscard]] std::string own_folder() const;
    bool begin_copy(const std::string& from, const std::string& name);
    bool begin_new(const std::string& title, int option);
    void begun(const base::Status& done, const std::string& folder, const std::string& own);
    // author_save.cpp
    void keep_aside();
    /// False: what is not saved lies nowhere but here.
    bool keep_aside_now();
    bool kept(const base::Status& written, std::uint64_t version, bool holds);
    void look();
    /// Says whether it changed anything to see.
    bool looked(const content::DiskState& disk);
    void saved(const content::SaveDone& done);
    void answer_recovery(bool restore);
    // author_prompt.cpp
    void settle_clash(const std::string& path, bool mine);
    // author_check.cpp
    void start_check();
    void checked(AuthorCheck check);
    void shift_findings(const content::EditGroup& group, const content::DraftTexts& before);
    // author_items.cpp
    void read_items();
    // author_text.cpp
    void refresh_text();
    void show_file(const std::string& path);
    void caret_to(std::uint32_t begin, std::uint32_t end);
    void leave_missing_files();
    void move_history(bool undo);
    // author_complete.cpp
    void update_completion(bool asked);
    // author_find.cpp
    void find_again(bool keep_place);
    void show_hit();
    // author_preview.cpp
    void follow_caret();
    void mend_preview();
    // author_players.cpp
    void start_players();
    void begin_try(std::shared_ptr<const domain::Scenario> scenario);
    // author_package.cpp
    void make_package();
    void ask_unpack(const std::string& package);
    void unpack_package();
    // author_workbook.cpp, author_files.cpp
    bool begin_import(const std::string& path);
    void imported(const content::WorkbookChanges& changes, std::uint64_t version);
    void say_result(const std::string& title, std::string said, std::vector<std::string> lines);

    /// Whether the case that work was begun for is still the one that is open.
    [[nodiscard]] bool still(std::uint64_t opened) const {
        return model_.author.open != nullptr && model_.author.open->opened == opened;
    }

    Model& model_;
    Controller& window_;
    std::size_t unseen_ = 0; ///< looks delivered in this tick that changed nothing to see
};

/// A bar below the head.
enum class AuthorNoticeKind : std::uint8_t { Recovery, NotSaved, Clash, Outside };
[[nodiscard]] std::vector<AuthorNoticeKind> author_notices(const OpenDraft& open);

/// The page of the draft that preview and form show, as it was when the case could last be read. `marks` are drawn on it.
[[nodiscard]] AuthorPage present_draft_page(const Model& model, std::vector<AuthorMark> marks);

} // namespace timbang::app
