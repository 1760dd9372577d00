#include "app/any_action.h"

namespace timbang::app {
namespace {

const AnyAction kNothing; // of actions that do nothing

} // namespace

Action::Action() = default;

template <class T>
    requires(!std::is_same_v<T, Action>)
Action::Action(T asked) {
    if constexpr (!std::is_same_v<T, NoAction>) asked_ = std::make_shared<const AnyAction>(AnyAction{std::move(asked)});
}

const AnyAction& Action::any() const { return asked_ ? *asked_ : kNothing; }

bool Action::acts() const { return asked_ != nullptr; }

template <class T> const T* Action::as() const { return std::get_if<T>(&any().value); }

template Action::Action(NoAction);
template const NoAction* Action::as() const;
template Action::Action(action::Navigate);
template const action::Navigate* Action::as() const;
template Action::Action(action::Back);
template const action::Back* Action::as() const;
template Action::Action(action::CloseDialog);
template const action::CloseDialog* Action::as() const;
template Action::Action(action::DismissToast);
template const action::DismissToast* Action::as() const;
template Action::Action(action::TypeName);
template const action::TypeName* Action::as() const;
template Action::Action(action::BeginAsTyped);
template const action::BeginAsTyped* Action::as() const;
template Action::Action(action::LookAround);
template const action::LookAround* Action::as() const;
template Action::Action(action::AskWho);
template const action::AskWho* Action::as() const;
template Action::Action(action::OpenAddPerson);
template const action::OpenAddPerson* Action::as() const;
template Action::Action(action::OpenRenamePerson);
template const action::OpenRenamePerson* Action::as() const;
template Action::Action(action::SavePerson);
template const action::SavePerson* Action::as() const;
template Action::Action(action::SwitchPerson);
template const action::SwitchPerson* Action::as() const;
template Action::Action(action::SetLanguage);
template const action::SetLanguage* Action::as() const;
template Action::Action(action::SetTextSize);
template const action::SetTextSize* Action::as() const;
template Action::Action(action::StepTextSize);
template const action::StepTextSize* Action::as() const;
template Action::Action(action::SetTheme);
template const action::SetTheme* Action::as() const;
template Action::Action(action::SetFeedbackLevel);
template const action::SetFeedbackLevel* Action::as() const;
template Action::Action(action::SetMode);
template const action::SetMode* Action::as() const;
template Action::Action(action::SetSection);
template const action::SetSection* Action::as() const;
template Action::Action(action::SetCaseFolder);
template const action::SetCaseFolder* Action::as() const;
template Action::Action(action::ShowFolder);
template const action::ShowFolder* Action::as() const;
template Action::Action(action::StartCase);
template const action::StartCase* Action::as() const;
template Action::Action(action::ContinueSession);
template const action::ContinueSession* Action::as() const;
template Action::Action(action::OpenDebrief);
template const action::OpenDebrief* Action::as() const;
template Action::Action(action::SetFilter);
template const action::SetFilter* Action::as() const;
template Action::Action(action::SetSort);
template const action::SetSort* Action::as() const;
template Action::Action(action::Rescan);
template const action::Rescan* Action::as() const;
template Action::Action(action::StopScan);
template const action::StopScan* Action::as() const;
template Action::Action(action::SelectRow);
template const action::SelectRow* Action::as() const;
template Action::Action(action::SelectIndicator);
template const action::SelectIndicator* Action::as() const;
template Action::Action(action::StepSelection);
template const action::StepSelection* Action::as() const;
template Action::Action(action::DecideLater);
template const action::DecideLater* Action::as() const;
template Action::Action(action::OpenPage);
template const action::OpenPage* Action::as() const;
template Action::Action(action::TurnPage);
template const action::TurnPage* Action::as() const;
template Action::Action(action::ToggleCompare);
template const action::ToggleCompare* Action::as() const;
template Action::Action(action::FindInPages);
template const action::FindInPages* Action::as() const;
template Action::Action(action::StepFind);
template const action::StepFind* Action::as() const;
template Action::Action(action::CloseFind);
template const action::CloseFind* Action::as() const;
template Action::Action(action::Mark);
template const action::Mark* Action::as() const;
template Action::Action(action::Retype);
template const action::Retype* Action::as() const;
template Action::Action(action::Unmark);
template const action::Unmark* Action::as() const;
template Action::Action(action::ShowMark);
template const action::ShowMark* Action::as() const;
template Action::Action(action::SetCheck);
template const action::SetCheck* Action::as() const;
template Action::Action(action::SetVerdict);
template const action::SetVerdict* Action::as() const;
template Action::Action(action::SetScore);
template const action::SetScore* Action::as() const;
template Action::Action(action::SetSureness);
template const action::SetSureness* Action::as() const;
template Action::Action(action::EditReason);
template const action::EditReason* Action::as() const;
template Action::Action(action::Submit);
template const action::Submit* Action::as() const;
template Action::Action(action::SetPartCheck);
template const action::SetPartCheck* Action::as() const;
template Action::Action(action::SetOption);
template const action::SetOption* Action::as() const;
template Action::Action(action::SetCategory);
template const action::SetCategory* Action::as() const;
template Action::Action(action::EditLetter);
template const action::EditLetter* Action::as() const;
template Action::Action(action::InsertDecisions);
template const action::InsertDecisions* Action::as() const;
template Action::Action(action::FinishLetter);
template const action::FinishLetter* Action::as() const;
template Action::Action(action::WriteOn);
template const action::WriteOn* Action::as() const;
template Action::Action(action::TogglePoint);
template const action::TogglePoint* Action::as() const;
template Action::Action(action::SetModelLanguage);
template const action::SetModelLanguage* Action::as() const;
template Action::Action(action::AskAction);
template const action::AskAction* Action::as() const;
template Action::Action(action::TakeAction);
template const action::TakeAction* Action::as() const;
template Action::Action(action::ShowAnswer);
template const action::ShowAnswer* Action::as() const;
template Action::Action(action::LeaveStep);
template const action::LeaveStep* Action::as() const;
template Action::Action(action::ShowStep);
template const action::ShowStep* Action::as() const;
template Action::Action(action::DismissSaid);
template const action::DismissSaid* Action::as() const;
template Action::Action(action::PickFigures);
template const action::PickFigures* Action::as() const;
template Action::Action(action::SetOperator);
template const action::SetOperator* Action::as() const;
template Action::Action(action::PickToCompare);
template const action::PickToCompare* Action::as() const;
template Action::Action(action::RemoveTerm);
template const action::RemoveTerm* Action::as() const;
template Action::Action(action::ClearCalculator);
template const action::ClearCalculator* Action::as() const;
template Action::Action(action::KeepFigure);
template const action::KeepFigure* Action::as() const;
template Action::Action(action::OpenRow);
template const action::OpenRow* Action::as() const;
template Action::Action(action::SortDebrief);
template const action::SortDebrief* Action::as() const;
template Action::Action(action::EditDisagreement);
template const action::EditDisagreement* Action::as() const;
template Action::Action(action::OpenDisagreement);
template const action::OpenDisagreement* Action::as() const;
template Action::Action(action::SendDisagreement);
template const action::SendDisagreement* Action::as() const;
template Action::Action(action::ShowPassage);
template const action::ShowPassage* Action::as() const;
template Action::Action(action::ClosePassage);
template const action::ClosePassage* Action::as() const;
template Action::Action(action::OpenSearch);
template const action::OpenSearch* Action::as() const;
template Action::Action(action::TypeSearch);
template const action::TypeSearch* Action::as() const;
template Action::Action(action::MoveSearch);
template const action::MoveSearch* Action::as() const;
template Action::Action(action::NextSearchGroup);
template const action::NextSearchGroup* Action::as() const;
template Action::Action(action::MoreOfGroup);
template const action::MoreOfGroup* Action::as() const;
template Action::Action(action::ChooseResult);
template const action::ChooseResult* Action::as() const;
template Action::Action(action::CopyText);
template const action::CopyText* Action::as() const;

} // namespace timbang::app
