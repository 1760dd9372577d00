#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "domain/comparison.h"

namespace timbang::insight {

/// One decision beside its reference, as the record's projection or a session keeps it: all that habits, progress,
/// mastery and re-practice fold over. Of a room it is a person's first vote. Folds take rows oldest first.
struct DecisionRow {
    std::string session;               ///< one session is one *sitting*
    std::string scenario;
    std::string item;                  ///< hash of task, evidence and bands; "" not known: then it counts as never seen before
    std::string form;                  ///< content hash of the case or variant it was made in; "" not known
    std::string mode;                  ///< "learn", "practise", "room"; "" not known
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
    std::string verdict, reference_verdict; ///< "accept", "return", "reject"; "" none
    std::optional<int> confidence;     ///< 1 unsure, 2 fairly, 3 sure
    bool sure = false;
    bool opened_all = true;
    bool reading_kept = true;          ///< whether `opened_all` was seen; not of a room, where people read together
    /// The case was opened to train one thing (re-practice), so a decision in it is no *mixed* one unless its session
    /// holds several rights.
    bool announced = false;
    std::vector<std::string> about;    ///< problem types that the case trains, also where this form of it is sound
    /// Problems of the key: family and whether it was found.
    std::vector<std::pair<std::string, bool>> problems;
    /// The same by type, place by place with `problems`. In the wrong place: the type was named, but not where it is.
    struct Met { std::string type; bool found = false; bool wrong_place = false; };
    std::vector<Met> met;
    /// False alarms: problem family, and whether what was set aside is an electronic signature.
    struct Alarm { std::string family; bool barcode = false; std::string type = {}; };
    std::vector<Alarm> alarms;

    /// Sure, and neither exact nor near.
    [[nodiscard]] bool sure_and_different() const { return sure && !exact && !near; }
};

/// Places of the rows that were decided on something not seen before: of the decisions on one item (the same hash) only
/// the first, whatever session or version of the case it was made in. Later ones are about what is already known, so
/// they count for drift alone. Rows must be oldest first.
[[nodiscard]] std::vector<std::size_t> unseen_places(const std::vector<DecisionRow>& rows);
[[nodiscard]] std::vector<DecisionRow> unseen(const std::vector<DecisionRow>& rows);

/// The rows of a session that are decided.
[[nodiscard]] std::vector<DecisionRow> rows_of(const domain::Scenario& scenario, const domain::State& state,
                                               const std::string& session, base::Time time);

} // namespace timbang::insight
