#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/decision.h"
#include "domain/workshop.h"

namespace timbang::domain {

// A room: one case worked through by many, in rounds. A round goes
//
//     briefing → first vote (blind) → votes shown → discussion → second vote → reference shown
//
// and every step of it is the facilitator's: nothing that a participant sends advances it, and no timer does. The state
// machine knows no secrets: a case is the list of its indicators with the answers that can be given.

/// An indicator as far as a vote needs it. Place in `RoomRules::tasks` names it.
struct RoomTask {
    std::string code;
    bool asks_verdict = true;
    std::vector<int> scores;        ///< that can be given, from the lowest; empty: no score is asked
};

/// Place in `RoomState::seats`.
using SeatIx = int;
/// Place in `RoomRules::tasks`.
using RoomTaskIx = int;

struct RoomSeat {
    std::string code;               ///< of the person, "07"
    int group = 0;                  ///< 0: none
    WayIn way = WayIn::Phone;
    bool speaks = false;
    Presence presence = Presence::Expected;
    std::string token_hash;         ///< SHA-256 of the token of the device that holds it; "" nobody holds it
    friend bool operator==(const RoomSeat&, const RoomSeat&) = default;
};

/// What is fixed for a room before its first round.
struct RoomRules {
    std::vector<RoomTask> tasks;
    std::vector<RoomSeat> seats;    ///< at the beginning
    int consensus = 75;             ///< percent
    ShowVotes show = ShowVotes::Bars;
    int vote_seconds = 360;         ///< of the timer; 0: none
    bool group_second = false;      ///< the second vote is the group's decision alone
};
inline constexpr std::size_t kMostSeats = 1000;
inline constexpr int kHighestGroup = 1000;           ///< a group beyond is none
inline constexpr std::size_t kLongestReason = 400;   ///< bytes of UTF-8
inline constexpr std::size_t kLongestComment = 4000; ///< bytes of UTF-8

enum class Phase : std::uint8_t {
    Briefing,        ///< no round is open
    FirstVote,
    VotesShown,
    Discussion,
    SecondVote,
    ReferenceShown
};
[[nodiscard]] const char* phase_id(Phase phase); ///< "briefing", "first-vote", "votes-shown", "discussion", "second-vote", "reference-shown"
[[nodiscard]] std::optional<Phase> phase_from_id(std::string_view id);

enum class VoteKind : std::uint8_t {
    First,           ///< blind; the score of record
    Second,          ///< after the discussion; learning
    Group            ///< the group's decision with each member's assent
};
[[nodiscard]] const char* vote_kind_id(VoteKind kind); ///< "first", "second", "group"
[[nodiscard]] std::optional<VoteKind> vote_kind_from_id(std::string_view id);

struct Vote {
    RoomTaskIx task = -1;
    VoteKind kind = VoteKind::First;
    SeatIx seat = -1;               ///< who voted; of a group decision: -1
    int group = 0;                  ///< of a group decision
    std::optional<int> score;
    std::optional<Verdict> verdict;
    Confidence confidence = 0;      ///< 1…3
    std::string reason;             ///< one line, may be empty; a free text of the record
    WayIn way = WayIn::Phone;
    std::vector<SeatIx> members;    ///< of a group decision: who agrees
    bool typed = false;             ///< by the facilitator, from paper
    std::string client_id;          ///< of the message; one that this seat (or group) sent before changes nothing. Not kept
                                    ///< in the state's votes, only in the set of those seen
    friend bool operator==(const Vote&, const Vote&) = default;
};

/// A note of the discussion. `Rule` marks that the rule was unclear rather than the reading.
enum class CommentAbout : std::uint8_t { Reading, Rule };
[[nodiscard]] const char* comment_about_id(CommentAbout about);
[[nodiscard]] std::optional<CommentAbout> comment_about_from_id(std::string_view id);

struct Comment {
    int round = 0;
    RoomTaskIx task = -1;           ///< -1: of the whole case
    CommentAbout about = CommentAbout::Reading;
    std::string text;
    friend bool operator==(const Comment&, const Comment&) = default;
};

struct Timer {
    bool set = false;
    bool running = false;
    std::int64_t left_ms = 0;       ///< when the last timer event happened; below 0: over time
    friend bool operator==(const Timer&, const Timer&) = default;
};

struct Round {
    int number = 0;                 ///< from 1
    std::vector<RoomTaskIx> tasks;
    int consensus = 75;             ///< percent, as fixed when it was opened
    Phase phase = Phase::FirstVote;
    bool voting = false;            ///< votes are taken now
    bool votes_shown = false;
    bool second_over = false;       ///< taken and closed, or passed over
    bool closed = false;
    std::vector<Vote> votes;        ///< the last of each (task, kind, seat or group), in the order they first came
    std::vector<RoomTaskIx> shown;  ///< whose reference is shown
    std::vector<std::int32_t> places; ///< in `votes` from 1, 0 none: by seat or group, kind, indicator; see `RoomState::vote_of`
    friend bool operator==(const Round&, const Round&) = default;
};

/// The ids of messages that were taken in, a digest of 128 bits each in one flat table: cheap to ask, to add to and to copy.
/// Equal are sets that took in the same in the same order.
class SeenIds {
public:
    using Digest = std::array<std::uint64_t, 2>;
    [[nodiscard]] bool has(const Digest& digest) const;
    void add(const Digest& digest);
    friend bool operator==(const SeenIds&, const SeenIds&) = default;

private:
    [[nodiscard]] std::size_t place_of(const Digest& digest) const;
    std::vector<Digest> table_;     ///< a power of two; zero: free
    std::size_t count_ = 0;
};

struct RoomState {
    std::vector<RoomSeat> seats;
    std::vector<Round> rounds;      ///< the last is the present one
    std::vector<Comment> comments;
    Timer timer;
    SeenIds seen;
    bool over = false;

    [[nodiscard]] Phase phase() const;
    /// The round that is open; null during the briefing.
    [[nodiscard]] const Round* round() const;
    [[nodiscard]] SeatIx find_seat(std::string_view code) const;
    /// The last vote of its kind in a round, of a seat (or, of a group decision, of a group); null without one.
    [[nodiscard]] const Vote* vote_of(const Round& round, RoomTaskIx task, VoteKind kind, int seat_or_group) const;
    /// Whether a message with this vote's client id was taken in from the same seat (or group) before, in any round: whoever
    /// sends it again is told that it is kept.
    [[nodiscard]] bool was_taken(const Vote& vote) const;
    friend bool operator==(const RoomState&, const RoomState&) = default;
};

// What can be asked of a room. All but Vote and TakeSeat are the facilitator's alone; who may send what is the caller's care.
namespace room_command {
/// Whoever takes a seat is there. With the token that holds it already: only the way changes. Without a token (paper): of a seat
/// that nobody holds.
struct TakeSeat { SeatIx seat = -1; WayIn way = WayIn::Phone; std::string token_hash; };
struct FreeSeat { SeatIx seat = -1; };
/// Somebody who was not on the list.
struct AddSeat { std::string code; int group = 0; WayIn way = WayIn::Phone; };
/// Groups, ways, spokespeople and presence of all seats anew, place by place; codes and tokens stay.
struct SetSeats { std::vector<RoomSeat> seats; };
/// And its first vote. Refused for an indicator whose reference has been shown: its vote would not be blind.
struct OpenRound { std::vector<RoomTaskIx> tasks; };
/// Taken in what is asked alone; spaces in the reason are folded into one line, members sorted. A group's decision comes during
/// the second vote, has one member at least, and all are of the group.
struct CastVote { Vote vote; };
/// Takes no more votes of the present kind, also without everyone.
struct CloseVote {};
/// Takes votes again: a first vote until votes are shown, a second one until a reference is shown.
struct ReopenVote {};
struct ShowVotes {};                                   ///< closes the first vote; also later, where it was passed over
struct BeginDiscussion {};
struct OpenSecondVote {};                              ///< also after it was passed over, until a reference is shown
/// Passes over what comes next: from the first vote showing it, from votes shown the discussion, from the discussion the second vote.
struct Skip {};
/// Of one indicator of the round, or of all (-1); closes the second vote. Refused while the second vote is still to come.
struct ShowReference { RoomTaskIx task = -1; };
/// Ends the round, whatever stands: a round can be given up without showing the reference.
struct CloseRound {};
struct PauseTimer { std::int64_t left_ms = 0; };       ///< what was left at that moment
struct ResumeTimer {};
/// Also starts one where none is set; `by_ms` may be below 0.
struct ExtendTimer { std::int64_t left_ms = 0; std::int64_t by_ms = 0; };
/// Of the present or last round. An empty text changes nothing.
struct AddComment { RoomTaskIx task = -1; CommentAbout about = CommentAbout::Reading; std::string text; };
struct EndRoom {};                                     ///< closes the round that is open
} // namespace room_command
using RoomCommand = std::variant<room_command::TakeSeat, room_command::FreeSeat, room_command::AddSeat, room_command::SetSeats,
                                 room_command::OpenRound, room_command::CastVote, room_command::CloseVote,
                                 room_command::ReopenVote, room_command::ShowVotes, room_command::BeginDiscussion,
                                 room_command::OpenSecondVote, room_command::Skip, room_command::ShowReference,
                                 room_command::CloseRound, room_command::PauseTimer, room_command::ResumeTimer,
                                 room_command::ExtendTimer, room_command::AddComment, room_command::EndRoom>;

// What happened. Type names of the record stand behind each.
namespace room_event {
struct SeatTaken { SeatIx seat = -1; WayIn way = WayIn::Phone; std::string token_hash; };   // seat_taken
struct SeatFreed { SeatIx seat = -1; };                                                    // seat_freed
struct SeatAdded { RoomSeat seat; };                                                       // seat_added
struct SeatsSet { std::vector<RoomSeat> seats; };                                          // seats_set (without tokens)
struct RoundOpened { int round = 0; std::vector<RoomTaskIx> tasks; int consensus = 75; };  // round_opened
struct Voted { int round = 0; Vote vote; };                                                // voted
struct VoteClosed { int round = 0; VoteKind kind = VoteKind::First; };                     // vote_closed
struct VoteReopened { int round = 0; VoteKind kind = VoteKind::First; };                   // vote_reopened
struct VotesShown { int round = 0; };                                                      // votes_shown
struct DiscussionBegun { int round = 0; };                                                 // discussion_begun
struct SecondVoteOpened { int round = 0; };                                                // second_vote_opened
struct SecondVotePassedOver { int round = 0; };                                            // second_vote_passed_over
struct ReferenceShown { int round = 0; RoomTaskIx task = -1; };                            // reference_shown, one for each indicator
struct RoundClosed { int round = 0; };                                                     // round_closed
/// Follows the opening of a first or second vote where the rules have a timer; closing the vote clears it without an event.
struct TimerSet { Timer timer; };                                                          // timer_set
struct Commented { Comment comment; };                                                     // comment
struct RoomEnded {};                                                                       // room_ended
} // namespace room_event
using RoomEvent = std::variant<room_event::SeatTaken, room_event::SeatFreed, room_event::SeatAdded, room_event::SeatsSet,
                               room_event::RoundOpened, room_event::Voted, room_event::VoteClosed, room_event::VoteReopened,
                               room_event::VotesShown, room_event::DiscussionBegun, room_event::SecondVoteOpened,
                               room_event::SecondVotePassedOver, room_event::ReferenceShown, room_event::RoundClosed,
                               room_event::TimerSet, room_event::Commented, room_event::RoomEnded>;

/// Why a room refuses something. The text is `rejection.room-<id>` in the catalogue.
enum class RoomRefusal : std::uint8_t {
    RoomOver,
    UnknownSeat, SeatTaken,         ///< another device holds it; the facilitator can free it
    SeatCodeTwice, TooManySeats,
    UnknownIndicator, NotThisRound, ///< the indicator is not voted on now
    RoundOpen, NoRound,
    NoVoteOpen,                     ///< votes are not taken now
    WrongKind,                      ///< a second vote while the first is open, a single vote where the group decides …
    IncompleteVote, ScoreOffScale, BadConfidence, ReasonTooLong,
    VotesAlreadyShown, ReferenceAlreadyShown,
    NotNow                          ///< the round is not so far, or further
};
[[nodiscard]] const char* room_refusal_id(RoomRefusal refusal); ///< "seat-taken"

/// The events in order (none where nothing changes: the same vote again, a client id that was taken in), or why not.
using RoomOutcome = std::variant<std::vector<RoomEvent>, RoomRefusal>;

[[nodiscard]] RoomState initial_room(const RoomRules& rules);
/// Carries out one command. On success `state` has taken in the events; refused, it is unchanged. Deterministic.
[[nodiscard]] RoomOutcome step(const RoomRules& rules, RoomState& state, const RoomCommand& command);
/// Takes in what happened before. Never refuses: what does not fit is ignored.
void apply(const RoomRules& rules, RoomState& state, const RoomEvent& event);
[[nodiscard]] RoomState replay(const RoomRules& rules, const std::vector<RoomEvent>& events);

/// Which of the facilitator's commands would be accepted now, for buttons: by place in `RoomCommand`.
[[nodiscard]] std::vector<bool> legal_room_commands(const RoomRules& rules, const RoomState& state);
/// What the big button does: the next part of the round. Nothing where a choice is needed (briefing: which indicator).
[[nodiscard]] std::optional<RoomCommand> next_room_command(const RoomRules& rules, const RoomState& state);

} // namespace timbang::domain
