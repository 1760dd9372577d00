#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"
#include "app/view/feedback.h"
#include "domain/scenario.h"

namespace timbang::app {

// ---------------------------------------------------------------------------------------------------- bars of the desk

enum class StepState : std::uint8_t { Done, Now, ToCome };

struct StepMark {
    int number = 0;               ///< from 1
    std::string title;
    StepState state = StepState::ToCome;
    Action action;                ///< of a step that was left: read its text again
};

struct TopBar {
    Button back;                  ///< arrow; label for tooltip and screen reader
    std::string title;
    std::string place;            ///< "Kabupaten Contoh Jaya, data year 2024"
    std::vector<StepMark> steps;
    std::string time_label;       ///< "Case time"; "" when the case has no budget
    std::string time_left;        ///< "37 of 60 min left"
    float time_share = 0;         ///< left, 0 to 1
};

/// Of a readiness check, instead of steps and case time.
struct CheckBar {
    std::string line;             ///< "Indicator 14 of 20"
    int cells = 0, done = 0, at = -1; ///< one for each indicator; −1: none is open
    Chip note;                    ///< "No feedback"
    Button pause;
};

struct DeskAction {
    IconName icon = "";
    std::string label;
    std::string cost;             ///< "10 min"
    bool enabled = true;
    std::string why_not;          ///< "needs 25 min, you have 12"
    Action action;                ///< asks before it spends
};

struct ActionsRow {
    std::string label;            ///< "Find out more"
    std::vector<DeskAction> actions; ///< not taken yet
    std::vector<Button> answers;  ///< "Legal register: 1 answer"; opens the page
    // After one was chosen: the question before it spends, instead of the row.
    std::string question;         ///< "Site visit takes 30 of your 37 minutes."; "" none
    Button yes, no;
};

struct BottomBar {
    std::optional<Button> previous, next;
    IconName saved_icon = "";
    Tint saved_tint = Tint::Neutral;
    std::string saved;            ///< "Saved on this computer at 10:42", "Saving…", or that it is not recorded
    std::optional<Button> later;  ///< "Decide later"
    std::optional<Button> step_on;///< quiet way on to the next step, while the primary is to decide
    Button primary;               ///< "Submit decision", "Go to Clarification", "Finish the case"
};

// ------------------------------------------------------------------------------------------------------------- the list

enum class RowState : std::uint8_t { ToDo, Working, Decided };

struct FileRow {
    domain::EvidenceIx evidence = -1;
    IconName icon = "";
    std::string name;             ///< "Births 2024"
    /// "3 pages", and "Not opened", "1 of 3 pages", "Read", "2 marks", "New"; where the whole file is weighed the other way round: `state` is
    /// what stands in the row, `pages` what its tooltip adds.
    std::string pages;
    std::string state;
    std::string state_short;      ///< "1 of 3" where the state has no room; "" none
    IconName state_icon = "";
    Tint state_tint = Tint::Neutral;
    bool shown = false;           ///< in one of the panes
    Action action;                ///< shows it
};

/// An indicator, or a part of the step that is decided too (completeness, a choice).
struct ListRow {
    std::string code;             ///< "KS-O1"; "" of a part
    std::string title;            ///< short title
    std::string full_title;       ///< for the tooltip
    std::string line;             ///< "KS-O1, Outcome. Decided"
    RowState state = RowState::ToDo;
    std::string state_word;
    bool selected = false;
    std::vector<FileRow> files;   ///< of the selected row
    Action action;
};

struct ListPane {
    std::string title;            ///< "Indicators"
    std::string count;            ///< "3 of 9 decided"
    std::string count_short;      ///< "3 of 9"; below the strip
    std::vector<ListRow> rows;
    std::string files_title;      ///< "Whole file"; documents of the step that belong to no indicator
    std::vector<FileRow> files;
};

// ------------------------------------------------------------------------------------------------------------- the page

/// A mark of the person on the page.
struct MarkView {
    int id = 0;
    int number = 0;               ///< as in "Cited passages"
    domain::TextRange range;
    std::optional<domain::Area> area;
    std::string tag;              ///< short name of the problem; "" a citation
    IconName icon = "";
    bool pointed = false;         ///< just asked for: bring it into view
};

/// A figure picked for the calculator.
struct PickView {
    domain::TextRange range;
    char letter = 0;              ///< 'a' on the first cell of a term, else 0
    bool compare = false;         ///< picked to compare with
};

struct ThumbView {
    int page = 1;
    const domain::Page* content = nullptr;
    int marks = 0;
    bool shown = false;
    Action action;
};

struct DocumentChoice {
    domain::EvidenceIx evidence = -1;
    std::string name;
    Action action;
};

struct ViewerPane {
    Pane pane = Pane::Left;
    domain::EvidenceIx evidence = -1; ///< -1: nothing chosen, `empty_text` stands in the pane
    int page = 1;
    int pages = 1;
    IconName icon = "";
    std::string title;            ///< "Births 2024"
    std::string page_label;       ///< "Page 2 of 3"
    std::string page_short;       ///< "2 of 3"
    const domain::Page* content = nullptr;
    std::string picture_path;     ///< of a picture page: the file to draw
    std::string accessible;       ///< name of the page for a screen reader
    std::vector<MarkView> marks;  ///< of the indicator being worked on
    std::vector<PickView> picks;
    std::vector<domain::TextRange> hits; ///< of the search in documents
    int current_hit = -1;         ///< place in `hits` to bring into view
    bool can_mark = false;
    std::vector<ThumbView> thumbs;
    std::vector<DocumentChoice> documents; ///< to choose from in the pane's head
    Button previous_page, next_page, close; ///< close: of the panes while comparing
    std::string empty_text;
};

struct ProblemOption {
    std::string type;             ///< id for `action::Mark` and `action::Retype`
    std::string name;
    std::string explain;
    IconName icon = "";
};

struct FindBar {
    bool open = false;
    std::string hint;             ///< "Find in the documents you opened"
    std::string words;
    std::string count;            ///< "2 of 5", "Nothing found"
    Button previous, next, close;
};

/// Words of the viewer's tools and of the menu that opens after text was selected.
struct ViewerTools {
    Button compare;               ///< "Compare"
    Button mark;                  ///< "Mark a passage", key "M"; enabled says whether marking is possible now
    std::string zoom_in, zoom_out, fit, rotate; ///< tooltips
    std::string menu_title;       ///< "What is the problem?"
    std::string cite;             ///< "Only cite it"
    std::string unmark;           ///< "Remove this mark", in the menu of a mark
    Button undo, redo;            ///< the last change of marks; disabled when there is none
    std::string copy;
    std::vector<ProblemOption> problems; ///< that can be marked here, the indicator's likely ones first
    FindBar find;
};

// -------------------------------------------------------------------------------------------------------- the calculator

struct TermView {
    char letter = 'a';
    std::string value;            ///< "6,279"
    std::string from;             ///< "sum of 6 cells, Births p. 2"
    Action show;
    Action remove;
};

struct CalculatorView {
    std::string hint;             ///< "Press C, then click figures to reckon with them" while it is empty
    bool empty = true;
    std::string line;             ///< the sum in words: "1,147 + 1,448 + … = 6,279"
    std::string line_short;       ///< the same where that is too long: "Sum of 6 figures = 6,279"; "" none
    std::vector<TermView> terms;
    std::vector<std::string> joins; ///< between the terms: "+", "÷", "% of"
    std::string result;           ///< "90.48 percent"; "" while it has none
    std::string problem;          ///< "Nothing can be divided by 0"
    std::string compare;          ///< "on the page: 95.0", "picked on Births p. 2: 95.0"
    std::optional<Chip> apart;    ///< "4.52 apart" or "the same"
    std::vector<Choice> operators;///< + − × ÷ percent
    Button clear;
    Button keep;                  ///< Enter
    std::string keys;             ///< "C pick cells, Enter keep the line"
};

// --------------------------------------------------------------------------------------------------------------- the form

/// The parts of the form, for the line at its foot that names those still below.
enum class FormPart : std::uint8_t { Checklist, Verdict, Problems, Score, Sureness, Reason, Citations };

struct CheckRow {
    std::string rule;
    std::string label;
    std::string explain;          ///< tooltip: the whole rule, its code and source
    Choice cells[3];              ///< yes, no, unsure (Y, N, U)
    bool missing = false;
};

struct ProblemChip {
    Chip chip;
    std::string type;
    std::vector<int> marks;       ///< ids
    Action show;
    Action remove;                ///< takes its first mark away
};

struct ScoreCell {
    std::string score;            ///< "8"
    std::string bound;            ///< "≥90"; "" of levels
    std::string level;            ///< of levels: what must be shown
    bool chosen = false;
    std::string key;              ///< "8", "T" for 10
    Action action;
};

struct CitationRow {
    int mark = 0;
    int number = 0;
    std::string quote;
    std::string page;             ///< "p. 2"
    std::string document;
    std::optional<Chip> chip;
    Action show;
    Action remove;
};

/// A line that says what the last decision still lacks, and where the focus goes.
struct MissingPart {
    FormPart part = FormPart::Checklist;
    std::string text;             ///< "Choose a verdict"
};

/// The form of an indicator.
struct DecisionForm {
    domain::IndicatorIx task = -1;
    std::string code_line;        ///< "KS-O1, Outcome"
    std::string title;
    std::string subtitle;         ///< "Percent of births in the data year according to Dukcapil"
    std::string asks_title;       ///< "Indicator card"
    std::string asks;             ///< what the district is asked for; behind the sign beside the title
    std::string checklist_title;
    std::vector<CheckRow> checklist;
    std::string verdict_title;
    std::vector<Choice> verdicts; ///< empty when not asked
    std::string problems_title;
    std::vector<ProblemChip> problems;
    Button add_problem;           ///< starts marking; the type is asked then
    bool asks_problems = true;
    std::string score_title;      ///< "Score"
    std::string score_unit;       ///< "(percent)"
    std::string score_echo;       ///< "90.48 is in the band from 90", "Not chosen yet"
    std::vector<ScoreCell> scores;///< empty when not asked
    std::string level_text;       ///< of levels: the text of the chosen one
    std::string sureness_title;
    std::array<Choice, 3> sureness;
    std::string reason_title;
    std::string reason_hint;
    std::string reason;
    std::string reason_count;     ///< "130 characters"
    std::string citations_title;
    std::vector<CitationRow> citations;
    std::string citations_empty;
    std::vector<MissingPart> missing; ///< after Submit was refused; the first takes the focus
    std::uint64_t ask_focus = 0;  ///< counts up with each refused Submit: move the focus to `missing[0]` when it changed
    std::string decided_note;     ///< "Decided at 10:40. You can still change it."
    std::string below;            ///< "Below: "; the names of the parts follow
    std::string part_names[7];    ///< by FormPart
    std::optional<FeedbackBlock> feedback; ///< mode learn: what the reference says, below the form
};

/// A part of a step that is no indicator, in the order of the step.
struct PartForm {
    domain::PartIx part = -1;
    domain::PartKind kind = domain::PartKind::Choice;
    std::string title;            ///< "Checklist of the file"
    std::string ask;
    std::vector<CheckRow> checklist;
    std::vector<Choice> options;  ///< radio buttons of a choice
    bool missing = false;
    std::optional<FeedbackBlock> feedback;
};

// -------------------------------------------------------------------------------------------------- category and letter

struct RightRow {
    std::string name;
    std::string cells[3];         ///< structure, process, outcome; "–" without one
    std::string total;
};

struct AxisMark { float at = 0; std::string label; }; ///< place from 0 to 1

struct CategoryForm {
    domain::PartIx part = -1;
    std::string title;            ///< "Category"
    std::string state;            ///< "chosen", "Not chosen yet"
    bool chosen = false;
    std::string table_title;      ///< "From your nine scores, by the rule of “Practice 22/2021”"
    std::string columns[5];
    RightRow weights;
    std::vector<RightRow> rows;
    RightRow mean;
    std::string explain;          ///< how, and how many indicators it rests on
    std::string practice;         ///< "The weights are those of …, for practice."
    std::vector<AxisMark> axis;   ///< lower bounds
    float axis_at = -1;           ///< the own total; below 0 none
    float band_from = 0, band_to = 0;
    std::string axis_label;
    std::string question;
    std::vector<Choice> categories;
    std::string note;
    bool missing = false;
    std::optional<FeedbackBlock> feedback;
};

struct LetterForm {
    domain::PartIx part = -1;
    std::string title;            ///< "Your letter"
    std::string words;            ///< "193 words"
    std::string to;               ///< "To: the head of Kabupaten Contoh Jaya"
    std::string text;
    std::string hint;             ///< in the empty field
    bool locked = false;
    std::string locked_note;      ///< "Finished at 11:20"
    std::optional<Button> insert; ///< "Insert my decisions"; the place of the caret goes into `action::InsertDecisions`
    Button finish;                ///< or "Write on" when locked
    // Beside it, once it is locked and the mode allows; before that `model_hint` stands there.
    bool model_shown = false;
    std::string model_hint;
    std::string points_title;
    std::string points_count;     ///< "you ticked 5 of 6"
    std::string points_note;
    std::vector<PointRow> points;
    std::string model_title;
    Choice model_languages[2];
    Prose model;
};

// ------------------------------------------------------------------------------------------------------------- the whole

/// How the step is laid out.
enum class DeskLayout : std::uint8_t {
    Reading,    ///< text only (a briefing): one column of prose, then the way on
    Evidence,   ///< list, page, form: indicators, or documents with the parts of the step
    Letter      ///< category, letter, reference
};

/// The running case. Also the view of comparing two pages: `right` is there then.
struct DeskView {
    std::string session;
    DeskLayout layout = DeskLayout::Evidence;
    TopBar top;
    std::optional<CheckBar> check;
    std::optional<ActionsRow> actions;
    std::string step_title;
    Prose step_text;              ///< of Reading; of the others shown from the step line, when `text_open`
    bool text_open = false;       ///< the text of a step lies over the desk: title `text_title`, `text_close`
    std::string text_title;
    Button text_close;
    /// What the case says now: what the step asks for, then its messages ("Half of the case time is used."), one a line;
    /// stands above list, page and form, wrapped, until `said_close`; "" none.
    std::string said;
    Button said_close;
    ListPane list;
    ViewerPane left;
    std::optional<ViewerPane> right;
    ViewerTools tools;
    std::optional<CalculatorView> calculator;
    std::optional<DecisionForm> form;
    std::vector<PartForm> parts;  ///< instead of `form`
    std::optional<CategoryForm> category; ///< of Letter at the left; of Evidence below `parts`
    std::optional<LetterForm> letter;     ///< may be missing where a step asks for the category alone
    BottomBar bottom;
    std::string pane_names[3];    ///< list, page, form: tabs of a small window, targets of F6
};

} // namespace timbang::app
