#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "insight/decision_row.h"
#include "report/document.h"
#include "report/words.h"

namespace timbang::report {

/// One session of the list.
struct SessionLine {
    std::string title;              ///< of the case, in the language of the report
    base::Time worked{};
    std::string mode;               ///< "learn", "practise", "check"
    std::string state;              ///< "open", "finished", "abandoned"
    int decided = 0, scored = 0, exact = 0;
};

/// How far somebody is with a right, a type of indicator or a kind of problem.
struct MasteryLine {
    std::string name;
    std::string level;              ///< words: "Steady"
    int steps = 0;                  ///< 0…3 of the ladder New, Learning, Steady, Mastered
    std::string evidence;           ///< words
};

/// What the personal record is made of.
struct PersonInput {
    std::string code, name;
    std::vector<insight::DecisionRow> rows;                  ///< oldest first
    std::vector<SessionLine> sessions;                       ///< the newest first
    std::vector<std::pair<std::string, std::vector<MasteryLine>>> mastery; ///< by what: a heading and its lines
    std::map<std::string, std::string> rights;               ///< name by "framework/criterion"
    std::map<std::string, std::string> cases;                ///< title by scenario
    base::Time now{};
};

/// Progress, mastery, habits, sessions and decisions of one person, for that person: numbers are theirs alone.
[[nodiscard]] Document person_document(const PersonInput& input, const Words& words);

} // namespace timbang::report
