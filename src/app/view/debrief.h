#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"
#include "app/view/feedback.h"

namespace timbang::app {

/// A card with one large number.
struct NumberCard {
    std::string number;           ///< "6", "+0.4"
    std::string unit;             ///< "of 9", "points"
    std::string name;             ///< "Exact"
    std::string sentence;         ///< "8 of 9 within one step"
    Tint tint = Tint::Neutral;
};

/// found, missed, false alarm: three numbers of one card.
struct ProblemNumbers {
    NumberCard found, missed, alarms; ///< names with icon and tint
    IconName icons[3] = {"check-circle", "alert-circle", "flag"};
    std::string sentence;
};

/// Dots of the panel, the reference and the own answer on the indicator's own list of scores.
struct DotStrip {
    int places = 0;               ///< steps of the scale; 0: no strip
    std::vector<int> panel;       ///< votes by place
    int you = -1;
    int reference = -1;           ///< -1: not shown at this level
    std::string tooltip;          ///< the counts
};

struct VerdictView {
    IconName icon = "";
    std::string word;
    Tint tint = Tint::Neutral;    ///< tinted where it differs
};

struct DebriefRow {
    std::string code;             ///< "" of a part
    std::string title;
    std::string full_title;
    std::string you;              ///< "6", "–"
    std::string reference;        ///< "" when not shown
    bool differs = false;         ///< you is bold
    DotStrip strip;
    std::optional<VerdictView> verdict;
    std::optional<VerdictView> reference_verdict; ///< only where it differs
    int sureness = 0;             ///< filled dots of 3
    bool sure_and_different = false;
    IconName compared_icon = "";
    std::string compared;         ///< "2 steps generous", "Exact", "Near"
    Tint compared_tint = Tint::Neutral;
    bool open = false;
    std::optional<FeedbackBlock> detail; ///< of the open row
    Action action;                ///< opens or closes it
};

struct HabitView {
    IconName icon = "";
    Tint tint = Tint::Neutral;
    std::string title;
    std::string sentence;
    std::string evidence;         ///< "9 decisions" and, under 10, that these are few
    // An axis, when the habit has one.
    bool has_axis = false;
    std::string end_words[2];
    float low = 0, high = 0;      ///< interval, −1 to 1 around the centre
    float at = 0;
    bool dot = false;             ///< only from 10 on
};

struct HabitsCard {
    std::string title;
    std::string from;             ///< "From 9 decisions in this case"
    std::vector<HabitView> habits;
    std::string empty;
};

struct NextCard {
    std::string title;            ///< "Practise this next"
    std::string name;
    std::string why;
    Button start;
};

struct LineCard {
    std::string title;
    std::vector<std::string> lines;
};

/// The page of a passage large, over the debrief.
struct PassageOverlay {
    std::string title;
    PassageView passage;
    Button close;
};

struct DebriefView {
    std::string session;
    Button back;
    std::string title;            ///< "Debrief: The total that does not add up"
    std::vector<Button> take_home;///< the letter that was written
    Menu sort;                    ///< "Sure and different first"
    std::vector<Choice> levels;   ///< none, count, where, full
    std::string level_note;       ///< what this level shows
    std::vector<NumberCard> cards;///< exact; direction; sure and different (the problems stand between the last two)
    std::optional<ProblemNumbers> problems;
    std::string columns[7];       ///< indicator, you, ref., legend words are below, verdict, sureness, compared
    std::string legend[3];        ///< "you", "ref.", "12 on panel"
    std::vector<DebriefRow> rows;
    std::vector<DebriefRow> parts;///< completeness, choice, category, letter
    std::string parts_title;
    std::optional<LineCard> category; ///< own total and category beside the reference's
    std::optional<LineCard> work; ///< way of working: story time, actions that helped or did not, evidence not opened
    HabitsCard habits;
    std::optional<NextCard> next;
    std::optional<LineCard> talk; ///< "Worth talking about"
    std::optional<PassageOverlay> passage;
    std::string notice;
};

} // namespace timbang::app
