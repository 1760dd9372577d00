#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/message.h"
#include "domain/session.h"

namespace timbang::domain {

/// Which part of an answer a difference or a piece of feedback is about.
enum class AnswerPart : std::uint8_t { Score, Verdict, Checklist, Problem, Alarm, Choice, Category };

/// The score against the reference. Steps are places in the indicator's own list: + generous, − strict.
struct ScoreComparison {
    int given = 0;
    int reference = 0;
    int steps = 0;
    [[nodiscard]] bool exact() const { return steps == 0; }
    [[nodiscard]] bool within_one() const { return steps >= -1 && steps <= 1; }
};

enum class VerdictMatch : std::uint8_t { Same, Near, Different };

struct VerdictComparison {
    Verdict given = Verdict::Accept;
    Verdict reference = Verdict::Accept;
    VerdictMatch match = VerdictMatch::Same;
};

struct CheckComparison {
    std::string rule;
    std::optional<Check> given;
    bool reference_holds = true;
    [[nodiscard]] bool same() const { return given && *given == (reference_holds ? Check::Yes : Check::No); }
};

enum class ProblemMatch : std::uint8_t {
    Found,      ///< type right, mark on one of its passages and not too long
    WrongPlace, ///< right type on a wrong passage, or a mark that covers too much
    Missed
};

struct ProblemComparison {
    int problem = -1;                   ///< place in `Task::problems`
    ProblemMatch match = ProblemMatch::Missed;
    std::vector<int> marks;             ///< ids of the marks that found it or stood in the wrong place
};

/// A claim that no problem of the key answers and that is not a fair remark.
struct FalseAlarm {
    int mark = 0;
    std::string type;
};

/// A piece of feedback: a reply of the case, or a missed problem's own reason.
struct Feedback {
    AnswerPart part = AnswerPart::Score;
    std::string about;                  ///< rule, problem type, choice or category it is about
    int mark = 0;                       ///< of a false alarm
    std::string type;                   ///< problem type
    std::string rule;
    Text why;                           ///< empty: the case has no reply here
    bool near = false;                  ///< `why` is that of the defensible answer, not of a reply
};

/// Of one indicator. Parts that were not asked or not decided stay empty.
struct IndicatorComparison {
    IndicatorIx task = -1;
    bool decided = false;
    std::optional<ScoreComparison> score;
    std::optional<VerdictComparison> verdict;
    int near = -1;                      ///< place in `Task::near` that the whole answer (verdict and score) equals
    std::vector<CheckComparison> checklist;
    std::vector<ProblemComparison> problems;
    std::vector<FalseAlarm> alarms;
    std::optional<int> certainty_mark;
    bool sure = false;
    bool exact = false;                 ///< score (verdict where no score is asked) equals the reference
    bool sure_and_different = false;    ///< sure, and neither exact nor near
    bool opened_all = false;            ///< every visible document of the indicator was opened before deciding
    /// One for each differing part, in the order of the form: checklist, verdict, problems and alarms, score. Where the
    /// whole answer equals a defensible one, that one's reason stands for verdict and score.
    std::vector<Feedback> feedback;

    [[nodiscard]] int found() const;
    [[nodiscard]] int missed() const;   ///< those in the wrong place too
};

struct PartComparison {
    PartIx part = -1;
    bool answered = false;
    bool same = false;                  ///< every compared line, the option, the category
    std::string given;                  ///< option or category
    std::string reference;              ///< option or category of the reference
    std::string by_rule;                ///< of a category: what the framework's rule gives for the trainee's own scores
    bool same_as_rule = false;          ///< of a category: `given` equals `by_rule`
    std::vector<CheckComparison> checklist;
    std::vector<Feedback> feedback;
    std::vector<std::string> points;    ///< of a letter: ticked by the trainee
};

/// One action: what it cost, whether it was taken and whether it helps an indicator of the case.
struct ActionComparison {
    ActionIx action = -1;
    bool taken = false;
    bool helps = false;
};

/// Story time and reading before deciding. "Way of working" in the debrief.
struct WorkComparison {
    int spent = 0;
    int budget = 0;
    std::vector<ActionComparison> actions;
    int decided_unread = 0;             ///< decisions made before every document of the indicator was opened
};

/// A district's total by the framework's own rule, exact.
struct Total {
    std::optional<Rational> total;                             ///< nothing where the rule pack has no rule or no score is given
    bool overflow = false;                                     ///< the exact fraction has no room in 64 bits: no total, no category
    std::vector<std::pair<std::string, Rational>> by_criterion; ///< criterion id and its points
    std::string category;                                      ///< id; "" where there is none
    int indicators = 0;                                        ///< scores that it rests on
    int of_indicators = 0;                                     ///< indicators of the rule pack
};

/// The total of these scores (place by place with the scenario's tasks; nothing = not scored).
[[nodiscard]] Total total_of(const Scenario& scenario, const std::vector<std::optional<int>>& scores);

struct Comparison {
    std::vector<IndicatorComparison> indicators;  ///< by task
    std::vector<PartComparison> parts;            ///< by part
    WorkComparison work;
    Total given;
    Total reference;
    int decided = 0;
    int exact = 0;
    int within_one = 0;
    int near = 0;
    int found = 0, missed = 0, false_alarms = 0;
    int sure = 0, sure_and_different = 0;
    int scored = 0;                               ///< indicators with both scores
    Rational direction;                           ///< mean of given − reference in points, + generous; 0 where none is scored
};

[[nodiscard]] IndicatorComparison compare_indicator(const Scenario& scenario, const State& state, IndicatorIx task);
[[nodiscard]] PartComparison compare_part(const Scenario& scenario, const State& state, PartIx part);
[[nodiscard]] Comparison compare(const Scenario& scenario, const State& state);

/// Whether a mark finds a passage, whatever its type (DESIGN "What is compared"): it overlaps the passage, is no longer
/// than four times the passage or than the paragraph, line or table row it stands in (with `each`: all of them together),
/// whichever is more, and covers at most a third of the page. Areas are compared with areas, words with words.
[[nodiscard]] bool mark_hits(const Scenario& scenario, const Mark& mark, const Passage& passage);

/// The first reply, from the top, whose condition holds and speaks of the differing part (one that speaks of no part fits
/// every one); null when there is none. `decision` gives the answer for score and verdict, `difference.about` the rule,
/// type, option or category.
[[nodiscard]] const Reply* find_reply(const Scenario& scenario, const State& state, const std::vector<Reply>& replies,
                                      const Feedback& difference, const Decision* decision);

/// The result of one indicator by part for the `scored` event: canonical JSON.
[[nodiscard]] nlohmann::json result_json(const Scenario& scenario, const IndicatorComparison& comparison);

/// The `scored` events that are due: for each decision whose reference may be shown now, and at the end of the case for every
/// decision, unless it has one already; none when the case was put away. Whoever records a session appends them behind the events of a command and applies
/// them; `step` and the players do not make them.
[[nodiscard]] std::vector<Event> due_scores(const Scenario& scenario, const State& state);

/// Decisions compared once more after the key was corrected.
struct Rescored {
    std::vector<Event> events; ///< `scored`, one for each indicator that was compared with another key
    int changed = 0;           ///< of them: with another result
    int other_tasks = 0;       ///< left as they are: the task itself was another one, or nothing tells that it was the same
};
/// What a finished session, given by its events, gets appended. Only where the item hash kept with the result is the
/// task's: who answered another question is not judged by this key.
[[nodiscard]] Rescored scores_again(const Scenario& scenario, const std::vector<Event>& events, const std::string& reason);

} // namespace timbang::domain
