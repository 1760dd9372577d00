#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "domain/comparison.h"

namespace timbang::insight {

/// One decision beside its reference, as the record's projection or a session keeps it: all that habits, progress and
/// suggestions fold over.
struct DecisionRow {
    std::string session;
    std::string scenario;
    std::string framework;
    std::string code;                  ///< of the indicator
    std::string criterion;
    domain::IndicatorType type = domain::IndicatorType::Structure;
    base::Time time;
    std::optional<int> score;
    std::optional<int> reference;
    int steps = 0;                     ///< places apart in the indicator's own list, + generous
    int places = 0;                    ///< length of that list
    int place = -1;                    ///< of the own score, from 0; −1 none
    int reference_place = -1;
    bool exact = false;
    bool near = false;
    bool sure = false;
    bool opened_all = true;
    /// Problems of the key: family and whether it was found.
    std::vector<std::pair<std::string, bool>> problems;
    /// False alarms: problem family, and whether what was set aside is an electronic signature.
    struct Alarm { std::string family; bool barcode = false; };
    std::vector<Alarm> alarms;
};

/// The rows of a session that are decided.
[[nodiscard]] std::vector<DecisionRow> rows_of(const domain::Scenario& scenario, const domain::State& state,
                                               const std::string& session, base::Time time);

} // namespace timbang::insight
