#include "app/author.h"
#include "app/author_form.h"

namespace timbang::app {
namespace {

template <class... Each> struct List {};
/// What can be done without an open case; everything else waits for one.
using Cases = List<action::OpenOwnCase, action::AskOpenCase, action::AskNewCase, action::AskCopyCase, action::TypePrompt,
                   action::ChoosePromptOption, action::AnswerPrompt, action::CancelPrompt, action::ConfirmPackage>;
using All =
    List<action::OpenOwnCase, action::AskOpenCase, action::AskNewCase, action::AskCopyCase, action::CloseCase,
         action::SetAuthorMode, action::TypePrompt, action::ChoosePromptOption, action::AnswerPrompt,
         action::CancelPrompt, action::AnswerNotice, action::SaveCase, action::UndoEdit, action::RedoEdit,
         action::OpenFile, action::ToggleTreeFolder, action::CloseTab, action::EditSource, action::MoveCaret,
         action::GoToLine, action::ShowInText, action::AskCompletion, action::CloseCompletion,
         action::OpenSourceFind, action::TypeSourceFind, action::TypeReplacement, action::SetFindOptions,
         action::StepSourceFind, action::ReplaceHit, action::ReplaceAllHits, action::CloseSourceFind,
         action::CheckCase, action::GoToFinding, action::StepFinding, action::FixFinding,
         action::SetPreviewLanguage, action::TryVerdict, action::TryScore, action::ShowDraftPage,
         action::TurnDraftPage, action::RunPlayers, action::StopPlayers, action::ListPlayersNotes,
         action::PlayFromHere, action::ExportWorkbook, action::ImportWorkbook, action::MakePackage,
         action::ToggleSign, action::ToggleSeal, action::ConfirmPackage>;

template <class... Each> bool dispatch(AuthorController& editor, const Action& asked, List<Each...>) {
    const auto one = [&]<class T>(const T* found) {
        if (found != nullptr) editor(*found);
        return found != nullptr;
    };
    return (one(asked.as<Each>()) || ...);
}
template <class... Each> bool among(const Action& asked, List<Each...>) {
    return ((asked.as<Each>() != nullptr) || ...);
}

} // namespace

bool AuthorController::carry_out_action(const Action& asked) {
    if (model_.author.open == nullptr && !among(asked, Cases{})) return true;
    return dispatch(*this, asked, All{}) || carry_out_form_action(*this, asked);
}

} // namespace timbang::app
