#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rng.h"
#include "base/text.h"

namespace timbang::domain {

using base::Text;

// A workshop as it is planned: days and slots, who is expected, in which groups, and how rounds go. Values only; where they
// are kept and how lists are read belongs elsewhere.

/// How somebody votes. Each way is complete without the others.
enum class WayIn : std::uint8_t {
    Phone,  ///< an own device in the browser
    Shared, ///< one computer that members of a group pass on
    Paper   ///< a sheet, typed in by the facilitator
};
[[nodiscard]] const char* way_id(WayIn way);
[[nodiscard]] std::optional<WayIn> way_from_id(std::string_view id);

/// Whether somebody is there. Who is absent keeps the number and may come at any time.
enum class Presence : std::uint8_t { Expected, Late, Absent };
[[nodiscard]] const char* presence_id(Presence presence);
[[nodiscard]] std::optional<Presence> presence_from_id(std::string_view id);

/// One line of the roster. A seat is a roster line, so a seat is a person in the record.
struct Participant {
    std::string code;               ///< "07"; unique in the workshop, the same in the record
    std::string name;               ///< may be empty; never leaves the host
    std::string office;             ///< may be empty; groups mix offices
    int group = 0;                  ///< from 1; 0: in none yet
    std::optional<WayIn> way;       ///< an exception from the group's way
    bool speaks = false;            ///< the group's spokesperson
    Presence presence = Presence::Expected;
    std::string late_until;         ///< as typed: "10:30"
    friend bool operator==(const Participant&, const Participant&) = default;
};

struct Group {
    int number = 0;                 ///< from 1
    WayIn way = WayIn::Phone;
    friend bool operator==(const Group&, const Group&) = default;
};

enum class SlotKind : std::uint8_t { Lesson, Case, Repractice, Readiness, Talk, Comments, Break };
[[nodiscard]] const char* slot_kind_id(SlotKind kind);
[[nodiscard]] std::optional<SlotKind> slot_kind_from_id(std::string_view id);

struct Slot {
    int start = 0;                  ///< minutes after midnight
    int minutes = 0;
    SlotKind kind = SlotKind::Talk;
    std::string ref;                ///< case, lesson or policy
    Text note;
    friend bool operator==(const Slot&, const Slot&) = default;
};

struct Day {
    Text title;
    std::string date;               ///< "2026-11-18", may be empty
    std::vector<Slot> slots;        ///< by start
    friend bool operator==(const Day&, const Day&) = default;
};

/// A case of the workshop, and the indicators that the room votes on; empty: all.
struct WorkshopCase {
    std::string scenario;           ///< id, or the folder or package it was chosen from
    std::vector<std::string> indicators;
    friend bool operator==(const WorkshopCase&, const WorkshopCase&) = default;
};

/// What the room sees after the first vote.
enum class ShowVotes : std::uint8_t { Bars, Spread };
[[nodiscard]] const char* show_votes_id(ShowVotes show);
[[nodiscard]] std::optional<ShowVotes> show_votes_from_id(std::string_view id);

struct Workshop {
    std::string id;                 ///< UUIDv7
    std::string title;
    std::string programme;          ///< it was made from, or ""
    std::vector<Day> days;
    std::vector<Participant> roster; ///< in the order of the list
    std::vector<Group> groups;       ///< by number
    std::vector<WorkshopCase> cases;
    int consensus = 75;             ///< percent of votes on one score
    ShowVotes show = ShowVotes::Bars;
    int vote_minutes = 6;           ///< the timer; never closes a vote
    bool group_second = false;      ///< the second vote is the group's decision alone
    std::string wifi;               ///< name to show, as typed
    std::string address;            ///< to serve at, or "" for the first found

    [[nodiscard]] const Participant* person(std::string_view code) const;
    [[nodiscard]] Participant* person(std::string_view code);
    /// The way somebody votes: their own exception, else the group's; Phone without a group.
    [[nodiscard]] WayIn way_of(const Participant& participant) const;
    friend bool operator==(const Workshop&, const Workshop&) = default;
};

/// Makes the groups those from 1 to the last that somebody is in. Ways of groups that were there stay.
void number_groups(Workshop& workshop);
/// Groups of about `size` people, as even as can be (they differ by one at most). People of one office are spread over the
/// groups as far as that goes; the rest is chance. Absent people are placed too. Spokespeople are kept where a group has just
/// one, else the first of each group who is not absent speaks. Ways of groups with the same number stay.
void shuffle_groups(Workshop& workshop, int size, base::Rng& rng);
/// Moves somebody (0: into none); a group that does not exist yet is added, an empty one at the end is dropped. Who spoke for a
/// group speaks for the new one if nobody does; the first of the group that is left speaks then.
void move_to_group(Workshop& workshop, std::string_view code, int group);

/// What is wrong with a plan, for the screen that makes it: codes of the catalogue ("workshop.problem-<id>").
enum class PlanProblem : std::uint8_t { NobodyListed, NoCase, CodeTwice, CodeEmpty, SlotsOverlap, NobodyInGroup };
[[nodiscard]] const char* plan_problem_id(PlanProblem problem); ///< "nobody-listed"
struct PlanFinding {
    PlanProblem problem = PlanProblem::NobodyListed;
    std::string about;              ///< code; place in the roster from 1; group; "DAY/SLOT" from 1, of the later one
};
[[nodiscard]] std::vector<PlanFinding> plan_problems(const Workshop& workshop);

/// `count` people with the codes "01", "02", … in groups of `size`: a room opened without a list.
[[nodiscard]] Workshop plain_workshop(int count, int size);

} // namespace timbang::domain
