#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "insight/habits.h"

namespace timbang::insight {

/// One answer to one item, of anybody: a decision made alone or a first vote.
struct ItemAnswer {
    std::string item;            ///< hash of task, evidence and bands; "" left out
    std::string scenario;
    std::string code;
    std::string person;          ///< id; only the first answer of a person to an item counts
    base::Time time;
    std::optional<int> score, reference;
    std::string verdict, reference_verdict;
    std::string key_hash;        ///< of the key it was compared with
    bool exact = false;
    bool near = false;
    bool sure = false;
    std::vector<std::pair<std::string, bool>> problems; ///< type and whether it was found
    std::vector<std::string> alarms;                    ///< types
    std::vector<std::string> lines;                     ///< rules of checklist lines that differed
};

/// A remark from a workshop's debrief.
struct ItemComment {
    std::string item;            ///< "" not known: then scenario and code tell
    std::string scenario, code;
    bool about_rule = false;     ///< the rule was unclear; else the reading
    std::string text;
    base::Time time;
};

enum class ItemSign : std::uint8_t {
    WrongKeySuspected, ///< most agree on another answer than the key, or those who are good elsewhere do
    SplitsTheRoom,     ///< no answer has half of the votes
    TooEasy,           ///< 95 % or more exact
    TooHard,           ///< 20 % or less exact
    MostlyLenientMiss, ///< nearly only those who score generously elsewhere differ
    RuleUnclear        ///< comments say so
};
/// As tables and JSON call it: "wrong-key", "splits", "easy", "hard", "lenient", "rule".
[[nodiscard]] const char* item_sign_id(ItemSign sign);

/// How often something was met by the answers: a reply's trigger.
struct ReplyCount {
    std::string part;            ///< "score", "verdict", "problem", "alarm", "checklist"
    std::string about;           ///< score, verdict, problem type or rule
    int n = 0;
};

struct ItemReport {
    std::string item;
    std::string scenario, code;  ///< of the newest answer
    int n = 0;                   ///< people who answered
    int repeats = 0;             ///< further answers of the same people, not counted
    ShareInterval exact;
    std::optional<int> reference;       ///< of the newest key
    std::string reference_verdict;
    int keys = 0;                ///< keys that the answers were compared with: more than one was corrected meanwhile
    std::map<int, int> scores;   ///< answers by score
    std::map<std::string, int> verdicts;
    std::vector<ReplyCount> replies;    ///< where answers differed, the most frequent first
    std::optional<double> item_rest;    ///< correlation of exact here with the share exact elsewhere; nothing with too few
    int sure_and_different = 0;
    std::vector<ItemSign> signs;
    std::vector<base::Message> sentences; ///< one for each sign, with its numbers; then that they are few, or that nothing stands out
    std::vector<std::string> rule_comments, reading_comments;
};

/// The items by scenario, then code, then the most answered version. Signs of answers need at least kFew people
/// (`stats::FlagOptions`); comments show at once, also where
/// nobody's answer was compared.
[[nodiscard]] std::vector<ItemReport> item_reports(const std::vector<ItemAnswer>& answers,
                                                   const std::vector<ItemComment>& comments = {});

} // namespace timbang::insight
