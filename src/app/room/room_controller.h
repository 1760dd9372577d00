#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/actions.h"
#include "app/room/room_session.h"
#include "app/room/room_state.h"

namespace timbang::app {

class Controller;
struct Model;

/// Carries out the actions of the workshop on the state of the window (`Model::workshop`). Workshops are kept at every change, in
/// the background; a running room lives on the host's thread, and answers come back between frames.
class RoomController {
public:
    RoomController(Model& model, Controller& window) : model_(model), window_(window) {}
    RoomController(const RoomController&) = delete;
    RoomController& operator=(const RoomController&) = delete;

    /// False: it is no action of the workshop.
    bool carry_out_action(const Action& asked);
    /// The screen was entered.
    void enter();
    /// Takes in what came back. Says whether anything to see changed.
    bool tick();
    [[nodiscard]] std::optional<base::Time> deadline() const;
    /// What was changed is written before the window closes. A running room stays open in the record.
    void flush();
    [[nodiscard]] bool busy() const;

    // room_controller.cpp: the list, opening and ending rooms
    void operator()(const action::OpenWorkshop& a);
    void operator()(const action::NewWorkshop&);
    void operator()(const action::AskQuickRoom&);
    void operator()(const action::ContinueRoom& a);
    void operator()(const action::CloseWorkshop&);
    void operator()(const action::OpenRoom&);
    // room_asked.cpp: fields and prompts
    void operator()(const action::EditRoomField& a);
    void operator()(const action::ChooseRoomOption& a);
    void operator()(const action::AnswerRoomPrompt& a);
    void operator()(const action::CancelRoomPrompt&);
    // room_people.cpp: people and groups
    void operator()(const action::AskRoster&);
    void operator()(const action::AskRosterFile&);
    void operator()(const action::AskParticipant& a);
    void operator()(const action::SelectParticipant& a);
    void operator()(const action::MoveParticipant& a);
    void operator()(const action::SetPresence& a);
    void operator()(const action::SetSpeaker& a);
    void operator()(const action::SetParticipantWay& a);
    void operator()(const action::RemoveParticipant& a);
    void operator()(const action::SetGroupWay& a);
    void operator()(const action::ShuffleGroups&);
    // room_plan.cpp: agenda, cases, rounds, network
    void operator()(const action::AskSlot& a);
    void operator()(const action::SelectSlot& a);
    void operator()(const action::MoveSlot& a);
    void operator()(const action::RemoveSlot& a);
    void operator()(const action::AskWorkshopCase& a);
    void operator()(const action::RemoveWorkshopCase& a);
    void operator()(const action::SetConsensus& a);
    void operator()(const action::SetShowVotes& a);
    void operator()(const action::SetGroupSecond& a);
    void operator()(const action::SetRoomAddress& a);
    // room_console.cpp
    void operator()(const action::RoomDo& a);
    void operator()(const action::RoomNext&);
    void operator()(const action::OpenRoomIndicator& a);
    void operator()(const action::SelectAgendaItem& a);
    void operator()(const action::PauseRoomTimer&);
    void operator()(const action::ExtendRoomTimer&);
    void operator()(const action::ShowOnScreen& a);
    void operator()(const action::ShowReasonOnScreen& a);
    void operator()(const action::GoToRoomCase& a);
    void operator()(const action::RetryRoomSaving&);
    void operator()(const action::AskPaperVote& a);
    void operator()(const action::AskRoomComment&);
    void operator()(const action::AskScript&);
    void operator()(const action::HoldNotes& a);
    void operator()(const action::FreeOfflineSeats&);
    void operator()(const action::AskEndRoom&);

private:
    [[nodiscard]] WorkshopState& state();
    /// The snapshot of the running room; null without one.
    [[nodiscard]] const RoomSnapshot* live() const;
    void tell(const std::string& key, const base::Args& args = {}, Tint tint = Tint::Neutral);
    [[nodiscard]] std::string say(const std::string& key, const base::Args& args = {}) const;
    [[nodiscard]] RoomPromptState& ask(RoomPromptKind kind);
    bool problem(const std::string& key, int field = 0, const base::Args& args = {});

    // room_controller.cpp
    void read_workshops();
    void read_open_rooms();
    // room_programmes.cpp
    void read_programmes();
    [[nodiscard]] domain::Workshop planned(const domain::Programme& programme);
    /// Says which of its cases are not in the library.
    void tell_missing(const domain::Workshop& plan);
    /// The plan in the set-up is changed and kept; nothing happens without one.
    void change(const std::function<void(domain::Workshop&)>& how);
    void keep(const std::string& id);
    void save_next();
    void add(domain::Workshop plan);
    [[nodiscard]] domain::Workshop blank() const;
    // room_open.cpp
    /// False: it has been said why.
    bool open_room(const domain::Workshop& plan, std::vector<RoomSession::Kept> kept);
    [[nodiscard]] std::optional<std::vector<std::pair<CaseForRoom, std::string>>> cases_of(const domain::Workshop& plan);
    void opened(std::unique_ptr<RoomService> service, const std::string& bound);
    void taken(std::shared_ptr<const RoomSnapshot> snapshot);
    void ended();
    /// Asks for the addresses of this computer. Says whether they have changed.
    bool look_for_address();
    // room_asked.cpp
    bool answer_quick();
    bool answer_comment();
    // room_votes.cpp
    bool answer_vote();
    bool answer_script(int answer);
    // room_people.cpp
    bool answer_roster();
    bool answer_participant();
    void read_list();
    void change_seats(const std::function<bool(domain::Workshop&)>& how);
    // room_plan.cpp
    bool answer_slot(int answer);
    bool answer_case();
    // room_console.cpp
    void ask_room(std::function<void(RoomSession&, OnRoomAnswer)> what, std::function<void()> done = {});
    void command(domain::RoomCommand wanted);
    void told(const RoomAnswer& answer);

    Model& model_;
    Controller& window_;
};

} // namespace timbang::app
