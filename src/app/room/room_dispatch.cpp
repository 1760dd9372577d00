#include "app/model.h"
#include "app/room/room_controller.h"

namespace timbang::app {
namespace {

template <class... Each> struct List {};
using All =
    List<action::OpenWorkshop, action::NewWorkshop, action::AskQuickRoom, action::ContinueRoom, action::CloseWorkshop,
         action::OpenRoom, action::EditRoomField, action::ChooseRoomOption,
         action::AnswerRoomPrompt, action::CancelRoomPrompt, action::AskRoster, action::AskRosterFile,
         action::AskParticipant, action::SelectParticipant, action::MoveParticipant, action::SetPresence,
         action::SetSpeaker, action::SetParticipantWay, action::RemoveParticipant, action::SetGroupWay,
         action::ShuffleGroups, action::AskSlot, action::SelectSlot, action::MoveSlot, action::RemoveSlot,
         action::AskWorkshopCase, action::RemoveWorkshopCase, action::SetConsensus, action::SetShowVotes,
         action::SetGroupSecond, action::SetRoomAddress, action::RoomDo, action::RoomNext, action::OpenRoomIndicator,
         action::SelectAgendaItem, action::PauseRoomTimer, action::ExtendRoomTimer, action::ShowOnScreen,
         action::ShowReasonOnScreen, action::GoToRoomCase, action::RetryRoomSaving, action::AskPaperVote,
         action::AskRoomComment, action::AskScript, action::HoldNotes, action::FreeOfflineSeats,
         action::AskEndRoom>;

template <class... Each> bool dispatch(RoomController& rooms, const Action& asked, List<Each...>) {
    const auto one = [&]<class T>(const T* found) {
        if (found != nullptr) rooms(*found);
        return found != nullptr;
    };
    return (one(asked.as<Each>()) || ...);
}

} // namespace

bool RoomController::carry_out_action(const Action& asked) { return dispatch(*this, asked, All{}); }

} // namespace timbang::app
