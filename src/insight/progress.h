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
/// By month, oldest first; `utc_offset` in minutes.
[[nodiscard]] std::vector<Month> by_month(const std::vector<DecisionRow>& rows, int utc_offset);

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
