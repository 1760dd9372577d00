#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"
#include "app/view/debrief.h"

namespace timbang::app {

/// A tick of the upright axis.
struct AxisLabel { float at = 0; std::string text; };

/// One point of a chart: a month with its interval.
struct ChartPoint {
    std::string label;            ///< "Nov"
    std::string below;            ///< "14 of 18"
    float low = 0, value = 0, high = 0;
};

struct ChartView {
    std::string title;
    std::string note;             ///< "bars: 90% interval"
    std::string sentence;
    float from = 0, to = 1;       ///< of the axis
    std::vector<AxisLabel> labels;
    std::vector<ChartPoint> points;
    std::string empty;            ///< instead of the chart
    std::optional<AxisLabel> goal = {};  ///< a line across: "80% for the check"
    std::string above = {}, below = {};  ///< at the ends of the upright axis: "more generous", "more strict"
};

struct TallyRow {
    std::string name;
    int filled = 0;               ///< cells
    int cells = 0;
    std::string count;            ///< "3 of 7", "not met"; how many decisions where there is a level
    std::string level = {};       ///< "Steady"; then the cells are its three steps. "" none
    std::string tooltip = {};     ///< what the level rests on
};

struct TallyCard {
    std::string title;
    std::string note;
    std::vector<TallyRow> rows;
    std::string empty;
};

struct SessionRow {
    std::string title;
    std::string when;             ///< "18 March 2026, 10:42"
    std::string mode;
    std::string decided;          ///< "9 of 9"
    std::string exact;            ///< "6 of 9 exact"; "–" while it runs
    std::string state;            ///< "Finished", "In progress", "Put away", "Needs a newer Timbang"
    IconName state_icon = "";
    Tint state_tint = Tint::Neutral;
    bool enabled = true;
    std::string why_not;
    std::string note;             ///< second line: "Was 6 of 9 exact before the reference was corrected: …"; "" none
    Action open;                  ///< debrief, or go on
};

/// How long a passed check is valid: a line from one day to another with the re-check between them.
struct ValidityLine {
    std::string from, mark, to;   ///< "20 November 2025", "re-check, May 2026", "20 November 2026"
    float at = 0;                 ///< today, 0 to 1
    float mark_at = 0.5F;
};

/// "Ready to verify": the newest outcome of the check, or what it is and how to begin.
struct ReadyCard {
    std::string title;
    std::optional<Chip> state;    ///< "Valid", "Re-check due", "Lapsed", "Not yet"
    std::string number, unit;     ///< "17", "of 20 exact; 16 needed"; "" no outcome yet
    std::string text;
    std::optional<ValidityLine> validity;
    std::vector<Button> buttons;  ///< statement, plan the re-check, begin
};

/// Long work on the record: joining, exporting, writing a report.
struct RecordWork {
    std::string text;             ///< "Joining 3 files, 12,400 of 80,000 events"
    float share = 0;              ///< 0 to 1; below 0 unknown
    Button stop;
};

struct RecordsView {
    std::string name;
    std::string line;             ///< "86 decisions in 11 cases since July 2025. Kept on this computer only."
    std::vector<Button> take_home;///< upper right: record as PDF, CSV
    Menu more;                    ///< export, join, same person, forget
    std::optional<RecordWork> work;
    std::optional<ReadyCard> ready;
    std::vector<NumberCard> cards;///< exact, direction, problems found, sure and different
    // Charts and tallies without a title are not there: nothing has been compared yet.
    ChartView exact;
    ChartView direction;
    TallyCard by_right;
    TallyCard by_problem;
    HabitsCard habits;
    std::optional<NextCard> next;
    std::string sessions_title;
    std::string sessions_count;   ///< "12 sessions", "3 of 12 shown"
    std::vector<Menu> filters;    ///< of the sessions: case, state
    std::string session_columns[6];
    std::vector<SessionRow> sessions;
    std::optional<Button> compare_again; ///< below the sessions, with what it does beside it
    std::string compare_again_text;
    std::string none_title;       ///< when the filters leave no session
    std::optional<Button> none_button;
    std::string empty_title;      ///< when there is no session yet
    std::string empty_text;
    std::optional<Button> empty_button;
    std::string note;             ///< "Numbers are yours alone; people are not ranked."
};

} // namespace timbang::app
