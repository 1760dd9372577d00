#pragma once

#include <string>
#include <variant>

#include "domain/decision.h"

namespace timbang::domain {

// What a person or a player asks of a session. The UI, the terminal, the players and the room use the same commands.

// Text ranges are bytes of the page's text and begin and end between code points.

/// Look at a page of a document.
struct Open { EvidenceIx evidence = -1; int page = 1; };
/// Mark a passage for an indicator: a claim with a problem type, a citation without.
struct MarkPassage { IndicatorIx task = -1; EvidenceIx evidence = -1; int page = 1; TextRange range; std::optional<Area> area; std::string type; };
/// Give a mark another problem type ("" makes it a citation).
struct Retype { int mark = 0; std::string type; };
struct Unmark { int mark = 0; };
/// What stands in the form now; nothing needs to be complete. Callers send it at most every 500 ms while somebody types.
struct Draft { IndicatorIx task = -1; Decision decision; };
struct DraftPart { PartIx part = -1; PartAnswer answer; };
/// Hand in a decision. Parts that the rule pack does not ask for are dropped, the checklist is put in its order. Its marks
/// are those of the session; `decision.marks` is ignored.
struct Decide { IndicatorIx task = -1; Decision decision; };
/// Hand in a part of the step. A letter: `locked` finishes it, after which model and points may be shown (not in *check*)
/// and only its points change; handing it in unlocked is "write on", and the finished version is kept. After the end (not in
/// *check*) the points of a letter as it stands can still be handed in, and lock it.
struct DecidePart { PartIx part = -1; PartAnswer answer; };
struct TakeAction { ActionIx action = -1; };
/// A result of the calculator that was kept: the expression as shown, and its exact value.
struct Figure { IndicatorIx task = -1; std::string expression; Rational value; };
/// Go on to the next step, or to the end.
struct LeaveStep {};
/// "I see this differently", after the reference is shown.
struct Disagree { IndicatorIx task = -1; std::string text; };
/// Put the case away for good without finishing it.
struct Abandon {};

using Command = std::variant<Open, MarkPassage, Retype, Unmark, Draft, DraftPart, Decide, DecidePart, TakeAction, Figure,
                             LeaveStep, Disagree, Abandon>;

/// Why the rules refuse a command. The text is `rejection.<id>` in the catalogue.
enum class RejectionReason : std::uint8_t {
    SessionOver,        ///< finished or abandoned
    NotOver,            ///< disagreeing before the reference is shown
    UnknownEvidence, HiddenEvidence, UnknownPage,
    UnknownIndicator, IndicatorNotListed,   ///< not at this step
    ReferenceShown,                         ///< *learn*: its reference is shown, so the decision stands
    UnknownMark, BadRange, NotAProblemType,
    IncompleteDecision, ScoreOffScale, BadConfidence, UnknownRule,
    UnknownPart, PartNotListed, UnknownOption, UnknownCategory, UnknownPoint, LetterLocked, IncompletePart,
    UnknownAction, ActionNotListed, ActionTaken, NotEnoughTime,
    CalculatorOff,
    NoWayOn                                  ///< `Step::wait` says why
};

struct Rejection {
    RejectionReason reason = RejectionReason::SessionOver;
    std::vector<Missing> missing;            ///< of an incomplete decision
    PartIx part = -1;                        ///< of an unanswered part of the step
};

/// The id of a reason in the catalogue and in JSON: "not-enough-time".
[[nodiscard]] const char* rejection_id(RejectionReason reason);

} // namespace timbang::domain
