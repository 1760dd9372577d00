#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/words.h"
#include "sheets/write.h"

namespace timbang::report {

/// One part of one decision of one person: a row of CSV and XLSX.
struct PartLine {
    std::string person;             ///< code
    std::string session, scenario, version, framework;
    std::string mode;               ///< "learn", "practise", "check", "room"
    std::string time;               ///< "2026-03-18T10:42:07.123Z"
    std::string indicator;          ///< code
    std::string vote;               ///< of a room: "first", "second", "group"; else ""
    int round = 0;                  ///< of a room
    std::string part;               ///< "score", "verdict", "confidence", "checklist", "problem", "alarm", "reason"
    std::string about;              ///< rule or problem type of the part
    std::string given, reference;   ///< as files call them: "8", "return", "yes"; "" not given, or not shown
    std::string result;             ///< "same", "near", "different", "found", "wrong-place", "missed", "alarm"; "" not compared
    std::optional<int> steps;       ///< of a score, + generous
};

/// A sheet with a row for each line. Column names and values are the same in every language, so that tables of many computers
/// join. Numbers are numbers, everything else is text, never a formula.
[[nodiscard]] sheets::OutBook parts_book(const std::vector<PartLine>& lines, const Words& words);

} // namespace timbang::report
