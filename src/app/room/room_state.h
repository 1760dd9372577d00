#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/room/open_rooms.h"
#include "app/room/workshop_file.h"
#include "app/tasks.h"
#include "app/view/common.h"
#include "base/diagnostics.h"
#include "base/result.h"
#include "domain/programme.h"

namespace timbang::app {

class RoomService;
struct RoomSnapshot;
struct RoomInsight;

enum class RoomPromptKind : std::uint8_t {
    QuickRoom, Roster, RosterFile, Participant, Slot, Case, PaperVote, Comment, Script, StillDeciding, EndRoom
};

/// Fields that are typed into, of the screens and of the prompt.
enum RoomFieldId : int {
    kFieldTitle = 1, kFieldGroupSize, kFieldTimer, kFieldWifi, kFieldOwnNote,
    kFieldPeople = 20,          ///< how many
    kFieldGroupsOf, kFieldList, ///< a roster
    kFieldPath,
    kFieldCode, kFieldName, kFieldOffice, kFieldLate,
    kFieldStart, kFieldMinutes, kFieldText, ///< of a slot; text of a comment
    kFieldSeat, kFieldReason,
    kFieldFind                  ///< words of a case's title
};

/// A question that is open. What its fields and rows are is said in present/room_prompt.cpp.
struct RoomPromptState {
    RoomPromptKind kind = RoomPromptKind::QuickRoom;
    std::map<int, std::string> fields;      ///< by RoomFieldId
    std::vector<int> chosen;                ///< by row; −1 none
    std::string subject;                    ///< code of the person
    int day = 0, place = -1;                ///< of the slot; place of the case
    std::string problem;                    ///< finished words below the fields; "" none
    int problem_field = 0;
    std::vector<std::string> lines;         ///< finished words about what was typed
    std::vector<domain::Participant> people;///< of the list that was read

    [[nodiscard]] std::string text(int field) const;
    [[nodiscard]] int choice(std::size_t row) const { return row < chosen.size() ? chosen[row] : -1; }
};

/// When parts of a round began, by the wall clock; only for what happened while this window was open.
struct RoundTimes {
    int round = 0;
    std::map<int, base::Time> began;        ///< by domain::Phase
};

/// A room that runs in this window.
struct RunningRoom {
    explicit RunningRoom(std::unique_ptr<RoomService> by);
    ~RunningRoom();
    std::unique_ptr<RoomService> service;
    std::vector<std::string> addresses;
    std::string projector_token;
    std::shared_ptr<const RoomSnapshot> snapshot;  ///< null: on its way
    std::shared_ptr<const RoomInsight> insight;    ///< of the snapshot
    std::string item;                              ///< code of the indicator looked at; "" the round's
    bool notes_held = false;
    bool ending = false;
    RoundTimes times;
    base::Time briefing_since{};
    std::int64_t shown_second = 0;                 ///< of the timer, as last drawn
    std::string bound;                             ///< asked for when it was opened or bound anew; "0.0.0.0" every address
    std::vector<std::string> own;                  ///< addresses of this computer, as asked last
    std::int64_t own_at = 0;                       ///< when, by `Ports::steady`
    bool found = false;                            ///< `own` held the first of `addresses` once

    /// "192.168.10.1", where people are told to go.
    [[nodiscard]] std::string host() const;
    /// People cannot get there any more, or in a network that came later.
    [[nodiscard]] bool address_gone() const;
};

/// What the workshop keeps.
struct WorkshopState {
    explicit WorkshopState(std::function<void()> wake);
    ~WorkshopState();

    bool read = false;                      ///< the folder was read
    std::vector<std::shared_ptr<const domain::Programme>> programmes; ///< what a workshop can be made from
    std::vector<base::Finding> programme_troubles;                    ///< the first error of each file that does not read
    std::vector<KeptWorkshop> kept;         ///< the newest first
    std::vector<OpenRoom> open_rooms;       ///< of the record, the newest first
    std::string open;                       ///< id of the workshop in the set-up; "" the list
    int group_size = 5;
    std::string group_size_text = "5", timer_text; ///< as typed
    std::string person;                     ///< selected: code
    int day = 0, slot = -1;                 ///< selected
    std::string people_said;                ///< finished words below the groups
    Tint people_tint = Tint::Ok;
    std::optional<RoomPromptState> prompt;
    std::string opening;                    ///< title of the room that is being opened; "" none

    std::map<std::string, std::uint64_t> changed; ///< workshops to be saved, and how often they were changed
    bool saving = false;
    std::optional<base::Error> save_error;

    Tasks work;                             ///< reading, saving, opening rooms
    std::unique_ptr<RunningRoom> running;

    [[nodiscard]] KeptWorkshop* find(const std::string& id);
    [[nodiscard]] const KeptWorkshop* find(const std::string& id) const;
    /// The one in the set-up, or null.
    [[nodiscard]] const KeptWorkshop* plan() const { return find(open); }
};

} // namespace timbang::app
