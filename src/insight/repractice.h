#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/rng.h"
#include "insight/decision_row.h"
#include "stats/fsrs.h"

namespace timbang::insight {

/// What comes back: a problem type (the same in every rule pack), or the scoring of one type of indicator of one right.
enum class TopicKind : std::uint8_t { Problem, Indicator };

struct Topic {
    TopicKind kind = TopicKind::Problem;
    std::string problem;         ///< id of the type; "" of Indicator
    std::string framework;       ///< of Indicator
    std::string criterion;
    domain::IndicatorType type = domain::IndicatorType::Structure;
    friend bool operator==(const Topic&, const Topic&) = default;
};

/// A topic on its way through FSRS 6 (`stats::Fsrs`, without repeats on the same day).
struct PracticeCard {
    Topic topic;
    stats::Card card;
    base::Time last;             ///< of the newest decision that counted
    base::Time due;              ///< `last` + the interval
    int reviews = 0;             ///< sittings that counted
    int lapses = 0;              ///< of them: graded "again"
    stats::Grade grade = stats::Grade::good; ///< of the newest sitting
    bool sure_and_different = false;         ///< in the newest sitting: sure, and missed or different
    std::size_t row = 0;         ///< place of the decision that it rests on
};

/// The cards that these decisions (oldest first) make. One sitting is one review of a topic, with the lowest of its grades;
/// where some of several problems of a type were found and some missed, "hard".
///
/// *Problem*: missed → again; named in the wrong place → hard; found and unsure → hard; found → good; found, sure and
/// exact → easy. In a case `about` the type with no problem in it (a sound form): the same alarm → again; none → good,
/// unsure → hard, sure and exact → easy. An alarm elsewhere does not count here (`habits` tells it).
/// *Indicator*: more than one step from the reference, or sure and different → again; one step, or another verdict → hard;
/// near, or exact and unsure → hard; exact → good; exact and sure → easy. A card begins with the first decision that
/// differs, so that what was never difficult does not come back.
/// A decision on an item seen before counts only where it is "again": knowing the answer proves nothing.
[[nodiscard]] std::vector<PracticeCard> practice_cards(const std::vector<DecisionRow>& rows);

/// One line of the due list. It never names the problem: who knows what to look for is not practising.
struct DueItem {
    Topic topic;
    base::Time due;
    bool now = false;            ///< due on or before the day of `now`
    bool sure_and_different = false;
    base::Message why;           ///< "due.sure" …: how it was left
    base::Message from;          ///< "due.from-weeks" …: "from a decision last week"
    /// Of the decision that it comes from, to be named: right and indicator.
    std::string framework, criterion, code;
    domain::IndicatorType type = domain::IndicatorType::Structure;
    base::Message day;           ///< "due.today", "due.tomorrow", "due.in-days"
};

/// What is due, sure and different first, then the earliest; then what comes within `ahead` days. One line for each
/// decision that cards rest on: a problem before the indicator it was missed in. `utc_offset` in minutes.
[[nodiscard]] std::vector<DueItem> due_list(const std::vector<DecisionRow>& rows, const std::vector<PracticeCard>& cards,
                                            base::Time now, int utc_offset, int ahead = 7);

/// One form of a case that could be opened: the case itself, or a variant of it.
struct PracticeForm {
    std::string folder;          ///< to open
    std::string scenario;
    std::string variant;         ///< "" the case itself
    std::string framework;
    std::string form;            ///< content hash, compared with `DecisionRow::form`; "" not known
    bool repractice = false;     ///< its purpose; others are practice cases
    bool broken = false;
    std::optional<bool> sound;   ///< whether it holds no problem; nothing: not known
    std::vector<std::string> about; ///< problem types it trains
    std::vector<std::pair<std::string, domain::IndicatorType>> asks; ///< criterion and type of its indicators
    int minutes = 0;
};

/// Whether opening this form practises the topic.
[[nodiscard]] bool trains(const PracticeForm& form, const Topic& topic);

/// Which form to open for a topic, or nothing when none trains it. Re-practice cases before practice cases; forms not seen
/// before those seen, of those the one seen longest ago; never the form of the newest session, unless it is the only one.
/// Where sound ones and others are both left, a sound one comes with one in three, at random, so that nobody can count on it.
[[nodiscard]] std::optional<std::size_t> choose_form(const Topic& topic, const std::vector<PracticeForm>& forms,
                                                     const std::vector<DecisionRow>& rows, base::Rng& rng);

} // namespace timbang::insight
