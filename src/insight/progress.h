#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "insight/habits.h"

namespace timbang::insight {

/// One calendar month of decisions.
struct Month {
    int year = 0, month = 0;     ///< 1 to 12
    ShareInterval exact;
    MeanInterval points;         ///< given − reference in points
};
/// By month, oldest first, of what was decided unseen; `utc_offset` in minutes.
[[nodiscard]] std::vector<Month> by_month(const std::vector<DecisionRow>& rows, int utc_offset);

/// What the time shows: only what an interval supports.
enum class Trend : std::uint8_t {
    Few,      ///< fewer than kFew decisions in one of the halves
    Rising,   ///< of direction: coming closer to the reference
    Steady,
    Falling,  ///< of direction: moving away
    Open      ///< neither a change nor its absence can be told
};
struct Course {
    Trend trend = Trend::Few;
    base::Message sentence;
    int earlier = 0, later = 0;  ///< decisions that were compared
};
/// Exact agreement: the later half of the unseen decisions against the earlier half (split at a session's edge nearest the
/// middle). Rising or falling where the 90 % interval of the difference of two shares (Newcombe 1998, method 10) leaves 0;
/// steady where it lies within ±20 points.
[[nodiscard]] Course course_of_exact(const std::vector<DecisionRow>& rows);
/// Direction in steps: the same halves; closer or away where the 90 % interval of the difference of the means (Welch, with
/// the smaller half's degrees of freedom) leaves 0; steady where it lies within half a step.
[[nodiscard]] Course course_of_direction(const std::vector<DecisionRow>& rows);

/// Room sessions that belong together: no more than seven days apart.
struct WorkshopSpan {
    std::vector<std::string> sessions;
    base::Time from, to;
};
[[nodiscard]] std::vector<WorkshopSpan> workshops(const std::vector<DecisionRow>& rows);

/// A person before, in and after a workshop. Before and after are the person's own decisions alone, up to 90 days to
/// either side and no further than the next workshop; in it, the first votes. Unseen items only.
struct AroundWorkshop {
    ShareInterval before, first_votes, after;      ///< exact
    MeanInterval steps_before, steps_votes, steps_after;
    Trend trend = Trend::Few;    ///< after against before
    base::Message sentence;
};
[[nodiscard]] AroundWorkshop around_workshop(const std::vector<DecisionRow>& rows, const WorkshopSpan& workshop);

/// Something counted: k of n under an id.
struct Count {
    std::string id;
    int k = 0, n = 0;
};
/// Exact of decided by "framework/criterion", the most decided first.
[[nodiscard]] std::vector<Count> by_criterion(const std::vector<DecisionRow>& rows);
/// Found of met by problem family, the most met first.
[[nodiscard]] std::vector<Count> by_family(const std::vector<DecisionRow>& rows);

/// A case that could be practised next.
struct Candidate {
    std::string folder;
    std::string scenario;
    std::string framework;
    std::string level;
    bool guided = false;
    bool finished = false;
    bool started = false;
    bool broken = false;         ///< cannot be opened: never suggested
    std::vector<std::pair<std::string, domain::IndicatorType>> asks; ///< criterion and type of its indicators
};

struct Suggestion {
    int candidate = -1;
    base::Message why;
    std::string about;           ///< code of the indicator that led to it, "" none
};

/// What to practise next: among the cases not finished the one that asks for the right, else the type, of the decision
/// that lies furthest from the reference (sure ones first), easier levels first. −1 when every case is finished.
[[nodiscard]] Suggestion practise_next(const std::vector<DecisionRow>& rows, const std::vector<Candidate>& candidates);

/// Places of the candidates in the order "suggested first": started ones, then the guided one while nothing is finished,
/// then by what was missed, then by level; finished ones last.
[[nodiscard]] std::vector<int> suggested_order(const std::vector<DecisionRow>& rows, const std::vector<Candidate>& candidates);

} // namespace timbang::insight
