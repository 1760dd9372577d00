#pragma once

#include <variant>

#include "app/actions.h"

namespace timbang::app {

/// What an `Action` holds, for those who carry it out and for tests.
struct AnyAction {
    std::variant<
    NoAction, action::Navigate, action::Back, action::CloseDialog, action::DismissToast,
    action::TypeName, action::BeginAsTyped, action::LookAround, action::AskWho, action::OpenAddPerson,
    action::OpenRenamePerson, action::SavePerson, action::SwitchPerson, action::SetLanguage, action::SetTextSize,
    action::StepTextSize, action::SetTheme, action::SetFeedbackLevel, action::SetMode, action::SetSection,
    action::SetCaseFolder, action::ShowFolder, action::StartCase, action::ContinueSession, action::OpenDebrief,
    action::SetFilter, action::SetSort, action::Rescan, action::StopScan, action::SelectRow,
    action::SelectIndicator, action::StepSelection, action::DecideLater, action::OpenPage, action::TurnPage,
    action::ToggleCompare, action::FindInPages, action::StepFind, action::CloseFind, action::Mark,
    action::Retype, action::Unmark, action::ShowMark, action::SetCheck, action::SetVerdict,
    action::SetScore, action::SetSureness, action::EditReason, action::Submit, action::SetPartCheck,
    action::SetOption, action::SetCategory, action::EditLetter, action::InsertDecisions, action::FinishLetter,
    action::WriteOn, action::TogglePoint, action::SetModelLanguage, action::AskAction, action::TakeAction,
    action::ShowAnswer, action::LeaveStep, action::ShowStep, action::DismissSaid, action::PickFigures,
    action::SetOperator, action::PickToCompare, action::RemoveTerm, action::ClearCalculator, action::KeepFigure,
    action::OpenRow, action::SortDebrief, action::EditDisagreement, action::OpenDisagreement, action::SendDisagreement,
    action::ShowPassage, action::ClosePassage, action::OpenSearch, action::TypeSearch, action::MoveSearch,
    action::NextSearchGroup, action::MoreOfGroup, action::ChooseResult, action::CopyText> value;
};

/// The action as this struct, or null when it is another one.
template <class T> [[nodiscard]] const T* as(const Action& wanted) { return std::get_if<T>(&wanted.any().value); }

} // namespace timbang::app
