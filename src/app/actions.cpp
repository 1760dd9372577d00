#include "app/any_action.h"

namespace timbang::app {

Action::Action() : Action(NoAction{}) {}

template <class T>
    requires(!std::is_same_v<T, Action>)
Action::Action(T asked) : asked_(std::make_shared<const AnyAction>(AnyAction{std::move(asked)})) {}

template Action::Action(NoAction);
template Action::Action(action::Navigate);
template Action::Action(action::Back);
template Action::Action(action::CloseDialog);
template Action::Action(action::DismissToast);
template Action::Action(action::TypeName);
template Action::Action(action::BeginAsTyped);
template Action::Action(action::LookAround);
template Action::Action(action::AskWho);
template Action::Action(action::OpenAddPerson);
template Action::Action(action::OpenRenamePerson);
template Action::Action(action::SavePerson);
template Action::Action(action::SwitchPerson);
template Action::Action(action::SetLanguage);
template Action::Action(action::SetTextSize);
template Action::Action(action::StepTextSize);
template Action::Action(action::SetTheme);
template Action::Action(action::SetFeedbackLevel);
template Action::Action(action::SetMode);
template Action::Action(action::SetSection);
template Action::Action(action::SetCaseFolder);
template Action::Action(action::ShowFolder);
template Action::Action(action::StartCase);
template Action::Action(action::ContinueSession);
template Action::Action(action::OpenDebrief);
template Action::Action(action::SetFilter);
template Action::Action(action::SetSort);
template Action::Action(action::Rescan);
template Action::Action(action::StopScan);
template Action::Action(action::SelectRow);
template Action::Action(action::SelectIndicator);
template Action::Action(action::StepSelection);
template Action::Action(action::DecideLater);
template Action::Action(action::OpenPage);
template Action::Action(action::TurnPage);
template Action::Action(action::ToggleCompare);
template Action::Action(action::FindInPages);
template Action::Action(action::StepFind);
template Action::Action(action::CloseFind);
template Action::Action(action::Mark);
template Action::Action(action::Retype);
template Action::Action(action::Unmark);
template Action::Action(action::ShowMark);
template Action::Action(action::SetCheck);
template Action::Action(action::SetVerdict);
template Action::Action(action::SetScore);
template Action::Action(action::SetSureness);
template Action::Action(action::EditReason);
template Action::Action(action::Submit);
template Action::Action(action::SetPartCheck);
template Action::Action(action::SetOption);
template Action::Action(action::SetCategory);
template Action::Action(action::EditLetter);
template Action::Action(action::InsertDecisions);
template Action::Action(action::FinishLetter);
template Action::Action(action::WriteOn);
template Action::Action(action::TogglePoint);
template Action::Action(action::SetModelLanguage);
template Action::Action(action::AskAction);
template Action::Action(action::TakeAction);
template Action::Action(action::ShowAnswer);
template Action::Action(action::LeaveStep);
template Action::Action(action::ShowStep);
template Action::Action(action::DismissSaid);
template Action::Action(action::PickFigures);
template Action::Action(action::SetOperator);
template Action::Action(action::PickToCompare);
template Action::Action(action::RemoveTerm);
template Action::Action(action::ClearCalculator);
template Action::Action(action::KeepFigure);
template Action::Action(action::OpenRow);
template Action::Action(action::SortDebrief);
template Action::Action(action::EditDisagreement);
template Action::Action(action::OpenDisagreement);
template Action::Action(action::SendDisagreement);
template Action::Action(action::ShowPassage);
template Action::Action(action::ClosePassage);
template Action::Action(action::OpenSearch);
template Action::Action(action::TypeSearch);
template Action::Action(action::MoveSearch);
template Action::Action(action::NextSearchGroup);
template Action::Action(action::MoreOfGroup);
template Action::Action(action::ChooseResult);
template Action::Action(action::CopyText);

} // namespace timbang::app
