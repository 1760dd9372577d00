#include "domain/command.h"

namespace timbang::domain {

const char* rejection_id(RejectionReason reason) {
    switch (reason) {
    case RejectionReason::SessionOver: return "session-over";
    case RejectionReason::NotOver: return "not-over";
    case RejectionReason::UnknownEvidence: return "unknown-evidence";
    case RejectionReason::HiddenEvidence: return "hidden-evidence";
    case RejectionReason::UnknownPage: return "unknown-page";
    case RejectionReason::UnknownIndicator: return "unknown-indicator";
    case RejectionReason::IndicatorNotListed: return "indicator-not-listed";
    case RejectionReason::ReferenceShown: return "reference-shown";
    case RejectionReason::UnknownMark: return "unknown-mark";
    case RejectionReason::BadRange: return "bad-range";
    case RejectionReason::NotAProblemType: return "not-a-problem-type";
    case RejectionReason::IncompleteDecision: return "incomplete-decision";
    case RejectionReason::ScoreOffScale: return "score-off-scale";
    case RejectionReason::BadConfidence: return "bad-confidence";
    case RejectionReason::UnknownRule: return "unknown-rule";
    case RejectionReason::UnknownPart: return "unknown-part";
    case RejectionReason::PartNotListed: return "part-not-listed";
    case RejectionReason::UnknownOption: return "unknown-option";
    case RejectionReason::UnknownCategory: return "unknown-category";
    case RejectionReason::UnknownPoint: return "unknown-point";
    case RejectionReason::LetterLocked: return "letter-locked";
    case RejectionReason::IncompletePart: return "incomplete-part";
    case RejectionReason::UnknownAction: return "unknown-action";
    case RejectionReason::ActionNotListed: return "action-not-listed";
    case RejectionReason::ActionTaken: return "action-taken";
    case RejectionReason::NotEnoughTime: return "not-enough-time";
    case RejectionReason::CalculatorOff: return "calculator-off";
    case RejectionReason::NoWayOn: return "no-way-on";
    }
    return "";
}

} // namespace timbang::domain
