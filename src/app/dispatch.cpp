#include <cassert>

#include "app/controller.h"

namespace timbang::app {
namespace {

/// Every struct that an action can hold.
template <class... Each> struct List {};
using All =
    List<action::Navigate, action::Back, action::CloseDialog, action::DismissToast, action::TypeName,
         action::BeginAsTyped, action::LookAround, action::AskWho, action::OpenAddPerson, action::OpenRenamePerson,
         action::SavePerson, action::SwitchPerson, action::SetLanguage, action::SetTextSize, action::StepTextSize,
         action::SetTheme, action::SetFeedbackLevel, action::SetMode, action::SetSection, action::SetCaseFolder,
         action::OpenFolderChooser, action::GoToFolder, action::ChooseFolder, action::SetRecordsFilter,
         action::ShowFolder, action::StartCase, action::ContinueSession, action::OpenDebrief, action::SetFilter,
         action::SetSort, action::Rescan, action::StopScan, action::SelectRow, action::SelectIndicator,
         action::StepSelection, action::DecideLater, action::OpenPage, action::TurnPage, action::ToggleCompare,
         action::FindInPages, action::StepFind, action::CloseFind, action::Mark, action::Retype, action::Unmark,
         action::ShowMark, action::UndoMark, action::RedoMark, action::SetCheck, action::SetVerdict, action::SetScore, action::SetSureness,
         action::EditReason, action::Submit, action::SetPartCheck, action::SetOption, action::SetCategory,
         action::EditLetter, action::InsertDecisions, action::FinishLetter, action::WriteOn, action::TogglePoint,
         action::SetModelLanguage, action::AskAction, action::TakeAction, action::ShowAnswer, action::LeaveStep,
         action::ShowStep, action::DismissSaid, action::RetrySaving, action::PickFigures, action::SetOperator, action::PickToCompare,
         action::RemoveTerm, action::ClearCalculator, action::KeepFigure, action::OpenRow, action::SortDebrief,
         action::EditDisagreement, action::OpenDisagreement, action::SendDisagreement, action::ShowPassage,
         action::ClosePassage, action::OpenSearch, action::TypeSearch, action::MoveSearch, action::NextSearchGroup,
         action::MoreOfGroup, action::ChooseResult, action::CopyText, action::TypeDialog,
         action::OpenPackage, action::KeepSigner, action::CompareAgain, action::OpenLesson,
         action::AnswerExercise, action::SetLessonLanguage, action::AskTakeHome, action::AskExportRecords, action::AskMergeRecords,
         action::AskForget, action::AskSamePerson, action::NotSamePerson, action::ToggleRecordOption,
         action::ConfirmRecordWork, action::StopRecordWork>;

template <class... Each> bool dispatch(Controller& controller, const Action& asked, List<Each...>) {
    const auto one = [&]<class T>(const T* found) {
        if (found != nullptr) controller(*found);
        return found != nullptr;
    };
    return (one(asked.as<Each>()) || ...);
}

} // namespace

void Controller::carry_out_action(const Action& asked) {
    if (!asked.acts()) return;
    const Action kept = asked; // it may stand in a view that is made anew
    [[maybe_unused]] const bool known = dispatch(*this, kept, All{}) || rooms_.carry_out_action(kept) || checks_.carry_out_action(kept) ||
                                        author_.carry_out_action(kept);
    assert(known);
}

} // namespace timbang::app
