#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

// The workshop: the list of kept workshops, setting one up (design 12), and the console of a running room (4, 20). The second
// screen and the people's page are web pages. Finished strings; a screen decides nothing.

/// A text field; each change is sent as `action::EditRoomField {id, text}`.
struct RoomField {
    int id = 0;
    std::string label;
    std::string text;
    std::string hint;
    std::string problem;          ///< below the field, "" none
    int lines = 1;                ///< more than one: a box of so many lines (a list to paste)
};

/// A question on the scrim: pasting a list, a slot, a person, a case, a paper vote, a comment, closing with people still deciding.
struct RoomPrompt {
    std::string title;
    std::string text;
    std::vector<RoomField> fields;
    struct Row { std::string label; std::vector<Choice> options; std::string problem; };
    std::vector<Row> choices;     ///< segmented choices: score, verdict, sureness …
    std::vector<std::string> notes; ///< what was read of the list so far, line by line where it went wrong
    Button primary;
    Button cancel;                ///< also Esc
    std::vector<Button> others;   ///< quiet, at the left
};

struct WorkshopRow {
    std::string title;
    std::string line;             ///< "30 people, 3 cases. Round 2 of KS-P2 is open", "Held on 18 November 2026"
    Action open;
    std::optional<Button> go_on;  ///< a room that was not ended
    std::optional<Button> report; ///< of one that was held
};
struct WorkshopList {
    std::string title, line;
    std::vector<WorkshopRow> rows;
    std::string empty_title, empty_text;
    Button create;
    Button quick;                 ///< a room at once: a case and a number of people
    std::string programmes;       ///< "Begin from a programme"; "" there is none
    std::vector<WorkshopRow> programme_rows;
    std::vector<std::string> programme_problems; ///< a sentence for each that does not read
    std::vector<std::string> promises; ///< use the trainer's own hotspot, no names are asked …
};

struct SlotRow {
    std::string time;             ///< "09:00"
    IconName icon = "";
    std::string name, kind, minutes; ///< "Reading a table", "Lesson and exercise", "45 min"
    bool accent = false;          ///< a group case
    bool selected = false;
    bool overlap = false;
    Action select;                ///< Enter edits, Delete removes, Alt and arrows move: `edit`, `remove`, `up`, `down`
    Action edit, remove, up, down;
    std::optional<Button> read;   ///< opens the reading that the slot names
};
struct DayColumn { std::string title, date; std::vector<SlotRow> slots; };

struct SeatRow {
    std::string code, line;       ///< "08", the office
    std::string note;             ///< "speaks", "Late, 10:30", "Absent"
    IconName note_icon = "";
    Tint note_tint = Tint::Neutral;
    bool selected = false;
    Action select;
    Menu more;                    ///< speaks, late, absent, move to group …, other way in, remove
};
struct GroupCard {
    int number = 0;               ///< where a dragged person lands: `action::MoveParticipant`
    std::string title, count;     ///< "Group 1", "5 people"
    Menu way;
    std::vector<SeatRow> people;
};
struct CaseRow { std::string number, title, line, minutes; IconName icon = ""; Tint tint = Tint::Ok; std::string tip; Action select; Button remove; };
struct WayRow { IconName icon = ""; std::string name, line, count; };

struct WorkshopSetup {
    Button back;
    RoomField title;
    std::string line;             ///< "From the programme “three-days”. Saved on this computer at 08:12"
    std::vector<Chip> facts;
    Button open;                  ///< primary
    Menu take_home;               ///< agenda, answer sheets, the report of what was held; no options: not there
    std::string agenda, agenda_note;
    std::string agenda_empty;     ///< instead of the days
    Button add_slot;
    std::vector<DayColumn> days;
    std::string people, groups_of;
    std::vector<Button> people_buttons; ///< paste, CSV, one person
    RoomField group_size;
    Button shuffle;
    std::vector<GroupCard> groups;
    std::string people_empty;     ///< instead of the groups
    std::string people_status;    ///< "30 pasted, none twice."
    Tint people_tint = Tint::Ok;
    std::string people_note;
    std::string cases;
    Button add_case;
    std::vector<CaseRow> case_rows;
    std::string cases_empty;
    std::string rounds, rounds_note;
    std::string consensus_label;
    std::vector<Choice> consensus;
    std::string show_label;
    std::vector<Choice> show;
    std::string second_label;
    std::vector<Choice> second;   ///< one by one, the group alone
    std::string timer_label, timer_note;
    RoomField timer;
    std::string ways, ways_note;
    std::vector<WayRow> way_rows;
    std::string network;
    Chip network_state;
    RoomField wifi;
    std::string address_label;
    Menu address;
    std::string warning;          ///< use your own hotspot …
};

struct RoundStage {
    std::string name, note;       ///< "First vote", "28 votes"
    enum class State : std::uint8_t { Done, Now, ToCome } state = State::ToCome;
};
struct SeatCell {
    std::string code, word;       ///< "12", "Offline"
    IconName icon = "";
    Tint tint = Tint::Neutral;
    bool marked = false;          ///< tinted row: offline or missing
    Menu more;                    ///< type a vote, free the seat, absent, late …
};
struct SeatGroup { std::string title, count; bool complete = false; std::vector<SeatCell> seats; };
struct VoteBar { std::string label, below; int first = 0, second = 0; bool reference = false; };
struct ReasonRow { std::string score, text, line; Button show; };
struct AgendaRow {
    std::string rank, title, line, points;
    float from = 0, to = 0;       ///< of the bar, 0…1 of the scale
    bool selected = false;
    Action open;                  ///< also the digit of its rank
};

struct ConsoleView {
    std::string title, line;      ///< workshop; "Item 7 of 9, Complaint service (P3)"
    Chip private_note;
    std::string connected, code_label, code;
    std::string address;          ///< where the page is, as people type it: "192.168.10.1:8080"; "" no network
    std::string join;             ///< a sentence how people join; stands where the stages would
    std::string screen_title, screen_caption; ///< "Projector", "Second vote, 23 in"
    int screen = 0;               ///< thumbnail: 0 join, 1 waiting, 2 votes, 3 reference
    Menu screen_menu;
    std::vector<RoundStage> stages; ///< none: choose an indicator below
    std::string timer;            ///< "2:14", "+0:20" over time; "" none
    bool over_time = false;
    std::vector<Button> timer_buttons; ///< pause or go on, one more minute
    std::optional<Button> next;   ///< the big button; PgDn
    Menu more;                    ///< close, reopen, skip, give up, comment, next step, actions, end the room
    std::string problem;          ///< saving failed, address gone …; "" none
    std::optional<Button> problem_button;
    // people
    std::string people;
    std::vector<Chip> people_counts;
    std::vector<SeatGroup> groups;
    std::vector<std::string> people_lines; ///< who is offline or missing; used where rows are compact
    std::vector<Button> people_buttons;
    std::string people_note;
    // votes
    std::string chart, first_legend, second_legend;
    std::vector<VoteBar> bars;    ///< axis fixed to `most`
    int most = 1;
    std::string chart_empty;      ///< instead: "Votes are shown here as they come in"
    struct Number { std::string value, line; };
    std::vector<Number> numbers;  ///< three
    std::string reasons, reasons_note, reasons_empty;
    std::vector<ReasonRow> reason_rows;
    // what is only for the facilitator
    std::string notes;
    Chip notes_chip;
    bool notes_folded = false;    ///< one screen only: shown while `notes_hold` is held
    std::string notes_hold;
    std::string reference_score, reference_title, reference_line;
    Prose facilitator;            ///< of the indicator, in the language of the interface
    RoomField own_note;
    std::string agenda, agenda_note, agenda_foot, agenda_empty;
    std::vector<AgendaRow> agenda_rows;
    /// Indicators to open when no round is: title, line, state and an "open" action each; the first is "the whole case".
    std::string choose_title;
    std::vector<AgendaRow> choose_rows;
};

struct RoomScreenView {
    std::optional<WorkshopList> list;   ///< exactly one of these three
    std::optional<WorkshopSetup> setup;
    std::optional<ConsoleView> console;
    std::optional<RoomPrompt> prompt;   ///< over it
};

} // namespace timbang::app
