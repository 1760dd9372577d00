#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"
#include "app/view/desk.h"
#include "base/diagnostics.h"

namespace timbang::app {

// The editor of cases. Form and text show the same draft: an edit in one is an edit in the other. Labels that never change
// while a language is set stand in `AuthorWords`; everything else is finished by the presenter. Bytes are bytes of UTF-8.

/// Titles, hints and tooltips that depend on the language only; `author_words` (app/present/author_words.h) fills them.
struct AuthorWords {
    // list of cases
    std::string own_title, bundled_title, list_title, list_explain;
    // text
    std::string files, problems, problems_hint, no_problems, preview, if_picks, read_only;
    std::string find_hint, replace_hint, match_case, all_files, go_to_line, line_hint;
    // players
    std::string players, players_columns[4], not_run, dead_ends;
    // form
    std::string indicators, reference, reference_explain, why, checklist, open_explain, rests_on, near, near_explain;
    std::string replies, replies_explain, map_explain, map_keys, form_problems, passage, counts_too, move_hint, remove, also;
    std::string verdict, score, reply_text, condition, type, rule, pick_title, empty_page;
    std::string pane_names[8]; ///< by AuthorPane: tabs of a small window, targets of F6
};

/// The panes of the editor. Text has files, source, problems, preview, players; the form has indicators, form, page, answers.
enum class AuthorPane : std::uint8_t { Files, Source, Problems, Preview, Players, Indicators, Form, Page };

// -------------------------------------------------------------------------------------------------------- list of cases

struct AuthorCase {
    std::string title;            ///< "The total that does not add up"
    std::string line;             ///< "Version 1.0.0, changed on 19 November", or where it lies
    std::string folder;           ///< tooltip
    std::vector<Chip> counts;     ///< "1 error", "2 warnings"; empty: not checked yet
    bool unsaved = false;         ///< there is a recovery copy
    Action action;                ///< opens it (own), copies it (bundled)
    Button copy;                  ///< "Copy and change" of a bundled case
};

/// What stands there before a case is open.
struct AuthorHome {
    std::vector<AuthorCase> own;
    std::vector<AuthorCase> bundled;
    std::string empty;            ///< instead of own cases: what to do next
    Button create;                ///< "New case"
    Button folder;                ///< "Open another folder"
};

// ------------------------------------------------------------------------------------------------------------- the head

struct AuthorHead {
    Button back;                  ///< to the list of cases
    std::string title;
    std::string line;             ///< "Version 1.0.0, changed a minute ago, saved"
    Tint line_tint = Tint::Neutral; ///< Return: not saved yet; Reject: saving failed
    Choice modes[2];              ///< form, text
    std::vector<Chip> counts;     ///< errors, warnings, notes
    bool checking = false;        ///< a check is on its way: the counts are those of an earlier text
    Button undo, redo, save, check, play, players;
    Menu spreadsheet;
    Button package;               ///< the primary
};

/// Something that happened to the case and needs an answer, in a bar below the head: changed outside, not saved, a recovery
/// copy was found. The first button is the safe one.
struct AuthorNotice {
    Tint tint = Tint::Return;
    IconName icon = "";
    std::string text;
    std::vector<Button> buttons;
};

/// A question over the screen: name and template of a new case, name of a copy, a workbook to read, two texts to choose from.
/// The field is sent as `action::TypePrompt` after each change.
struct AuthorPrompt {
    std::string title;
    std::string text;
    bool has_field = false;
    std::string field_label, field, field_hint;
    std::string problem;          ///< below the field; "" none
    std::vector<Choice> options;  ///< radio buttons, with `hint` below the label
    std::vector<std::string> lines; ///< what differs, what was done: one a line, scrolled
    Button primary;
    std::vector<Button> others;
    Button cancel;                ///< also Esc
};

// ------------------------------------------------------------------------------------------------------ text: files, tabs

struct TreeRow {
    int depth = 0;                ///< 0: the case itself
    IconName icon = "";
    std::string name;
    std::string path;             ///< tooltip
    bool folder = false, expanded = false, selected = false;
    std::string count;            ///< findings: "3"; "" none
    Tint tint = Tint::Neutral;    ///< of the count: Reject with an error, Return with a warning
    Action action;                ///< opens the file, or folds the folder
};

struct SourceTab {
    std::string name;
    std::string path;
    bool changed = false;         ///< not saved yet
    bool selected = false;
    Action action;
    Button close;
};

/// What a piece of source is, for its colour.
enum class SourceKind : std::uint8_t { Key, String, Number, Comment, Mark, Heading };
/// Sorted, not overlapping; what lies between is plain.
struct SourceSpan {
    std::uint32_t begin = 0, end = 0;
    SourceKind kind = SourceKind::Key;
};

/// A finding where it stands in the open file: sign in the gutter of its line, line below the words, words in the tooltip.
struct SourceFinding {
    std::uint32_t begin = 0, end = 0; ///< empty: the whole line
    int line = 1;
    base::Severity severity = base::Severity::Error;
    IconName icon = "";
    Tint tint = Tint::Reject;
    std::string text;
    friend bool operator==(const SourceFinding&, const SourceFinding&) = default;
};

struct CompletionItem {
    std::string insert;           ///< replaces `Completion::begin` to `end`
    std::string label;            ///< "jawaban-dukcapil"
    std::string detail;           ///< "Answer of Dukcapil"
    IconName icon = "";
};

/// Ids and keys that fit at the caret. Offered while the caret stands where they fit; Esc puts the list away until the caret
/// stands elsewhere or Ctrl Space asks again.
struct Completion {
    std::uint32_t begin = 0, end = 0;
    std::vector<CompletionItem> items;
};

/// Find and replace, in this file or in all. Hits are of the open file.
struct SourceFind {
    bool open = false;
    bool replacing = false;       ///< the second field is there too
    std::string words, replacement;
    std::string count;            ///< "2 of 5", "Nothing found", "2 of 5, 14 in all files"
    bool match_case = false, all_files = false;
    Button previous, next, replace, replace_all, close;
};

/// The open file. The text is shared with the draft: compare `revision`, not the letters.
struct SourceView {
    std::string path;             ///< "" no file is open: `empty` stands there
    std::string empty;
    std::shared_ptr<const std::string> text;
    std::uint64_t revision = 0;   ///< another number: another text
    bool read_only = false;
    std::string why_read_only;
    bool prose = false;           ///< wraps (Markdown); else long lines scroll
    std::shared_ptr<const std::vector<SourceSpan>> spans;
    std::vector<SourceFinding> findings; ///< by place
    std::vector<domain::TextRange> hits; ///< of the search
    int current_hit = -1;
    std::optional<Completion> completion;
    /// Where the caret has to go: after a jump, an undo, a replacement. Counts up with each; the same number was done.
    std::uint64_t caret_asked = 0;
    std::uint32_t caret = 0, caret_end = 0; ///< selected from `caret` to `caret_end`
    std::string place;            ///< where the caret stands: "indicators, KS-O1, problems"
    std::string picture_path;     ///< a picture file: shown instead of text
};

// ------------------------------------------------------------------------------------------------------ text: problem list

struct ProblemRow {
    base::Severity severity = base::Severity::Error;
    IconName icon = "";
    Tint tint = Tint::Reject;
    std::string place;            ///< "KS-O1.yaml:12"
    std::string text;             ///< plain sentence, wraps
    std::string explain;          ///< tooltip: code and what it means
    bool selected = false;
    std::optional<Button> fix;    ///< "Use that file"; Alt Enter
    Action action;                ///< goes there
};

// ----------------------------------------------------------------------------------------------------------- text: preview

/// A passage of the case as drawn on a page: the passage itself solid, what counts as well dashed.
struct AuthorMark {
    int number = 0;               ///< of its problem; 0: what the reference rests on
    domain::TextRange range;
    std::optional<domain::Area> area;
    std::string tag;              ///< "Arithmetic"; "" none
    IconName icon = "";
    bool also = false;
    bool pointed = false;         ///< just asked for: bring it into view
    Action action;                ///< selects its problem
};

/// One page of the draft. `key` stays the same while the page is the same place, whatever was edited: the view then stays.
struct AuthorPage {
    std::string key;              ///< "persalinan/2"; "" nothing to show: `empty` of the words
    IconName icon = "";
    std::string title;            ///< "Births 2024"
    std::string page_label;       ///< "Page 2 of 3"
    std::shared_ptr<const domain::Page> content;
    std::string picture_path;
    std::string accessible;
    std::vector<AuthorMark> marks;
    std::vector<DocumentChoice> documents;
    Button previous, next;
};

struct PreviewView {
    Chip pin;                     ///< "Stays at KS-O1, page 2", or that the place is gone and what is shown
    Choice languages[2];
    AuthorPage page;
    Prose prose;                  ///< a text of the case (briefing, letter) instead of the page
    std::string code_line;        ///< "KS-O1, Outcome"; "" where no indicator stands
    std::string title;
    std::vector<Choice> verdicts; ///< "If a trainee picks": empty when not asked
    std::vector<Choice> scores;   ///< label, icon and tint of the reply that meets it
    Chip reply;                   ///< "2 steps generous"
    std::string reply_text;
    std::string reply_rests_on;   ///< "Rule H-1. Passage on page 2."
    std::string note;             ///< "Score 6 meets no reply yet: see line 24."
    Action note_action;
    std::string stale;            ///< the text cannot be read now: this is how it was before; "" it is as written
};

// ----------------------------------------------------------------------------------------------------------- text: players

struct PlayerRow {
    std::string name;             ///< "Lenient"
    std::string explain;          ///< "accepts all, gives 10"
    std::string exact;            ///< "2 of 9", "1.6 of 9"; "" not run yet
    float low = 0, high = 0, mean = 0; ///< of what can be reached, 0 to 1
    Chip finding;                 ///< "Does not pay"
};
struct CoverageBar {
    std::string label;            ///< "Steps reached"
    std::string value;            ///< "11 of 12"
    float share = 0;
};
/// A way into a dead end, or something never reached.
struct PlayersNote {
    std::string text;             ///< "Not reached: step klarifikasi-2"
    Tint tint = Tint::Return;
    Action go;                    ///< to its place in the text
    std::optional<Button> way;    ///< "Copy the way there": the path as `.play` text
};
struct PlayersView {
    std::string line;             ///< "1,003 runs in 0.4 s"; while they run: "12,000 states, 3 s"
    bool running = false;
    float progress = -1;          ///< 0 to 1; below 0 not known
    bool old = false;             ///< the case was changed since
    Button run;                   ///< or "Stop" while they run
    std::vector<PlayerRow> rows;
    std::vector<CoverageBar> coverage;
    std::string summary;          ///< "Not reached: klarifikasi-2. Seven replies were never picked."
    Tint summary_tint = Tint::Neutral;
    std::vector<PlayersNote> notes; ///< behind `list`
    Button list;                  ///< "List them": shows the notes instead of the rows
    bool listed = false;
};

/// Everything of the text mode.
struct AuthorText {
    std::vector<TreeRow> tree;
    std::vector<SourceTab> tabs;
    SourceView source;
    SourceFind find;
    std::vector<ProblemRow> problems;
    PreviewView preview;
    PlayersView players;
};

// -------------------------------------------------------------------------------------------------------------- the form

enum class FormSection : std::uint8_t { Indicator, Steps, Evidence, Panel, Letter };

struct FormListRow {
    std::string code;             ///< "KS-O1"
    std::string title;
    IconName icon = "";
    Tint tint = Tint::Ok;
    std::string count;            ///< findings: "2"
    std::string state;            ///< "2 warnings", for the tree and the tooltip
    bool selected = false;
    Action action;
};

struct RuleRow {
    std::string code;             ///< "E-1"
    std::string label;
    std::string explain;          ///< tooltip
    Choice cells[3];              ///< holds, fails, open
};

/// A place that a reference rests on, or that counts as well.
struct PassageChip {
    Chip chip;                    ///< "Births p. 2"
    std::string quote;            ///< tooltip
    Action show, remove;
};

/// A text in both languages, one of them shown. Changes are `action::EditFormText` with this field and item.
struct FormTextView {
    Choice languages[2];
    base::Lang lang = base::Lang::En;
    std::string text;
    std::string hint;             ///< in the empty field
    std::string missing;          ///< "Indonesian is missing"; "" complete
};

struct NearRow {
    std::string label;            ///< "Return 6"
    std::vector<Choice> verdicts;
    std::vector<Choice> scores;
    FormTextView why;
    bool open = false;            ///< verdict, score and reason can be changed
    Action action;                ///< opens and closes it
    Button remove;
};

enum class AnswerKind : std::uint8_t { Met, Key, Near, Gap, PartGap };

/// One whole answer: a verdict with a score.
struct AnswerCell {
    std::string label;            ///< "3 + 4", "Key", "Gap"
    std::string explain;          ///< for the tree and the tooltip: which replies, in words
    AnswerKind kind = AnswerKind::Met;
    Action action;                ///< goes to the reply, or writes the one that is missing
};
struct AnswerRow {
    IconName icon = "";
    std::string label;            ///< "Accept"; "" where no verdict is asked
    std::vector<AnswerCell> cells;
};
struct AnswerMap {
    std::vector<std::string> scores; ///< heads of the columns; empty where no score is asked
    std::vector<AnswerRow> rows;
};

struct ReplyRow {
    std::string number;           ///< "1"; "–" of a gap
    std::string condition;        ///< "Score above 8"
    std::string rule;             ///< "H-1"
    std::string line;             ///< first line of the reason, or "Not written yet. Three of 18 answers would get no reason."
    std::string languages;        ///< "id en"
    bool gap = false;
    bool open = false;
    std::optional<Button> write;  ///< of a gap
    FormTextView why;             ///< of the open one
    Menu type, rule_menu;         ///< of the open one
    Button remove;
    Button to_text;               ///< "Show in the text": conditions are changed there
    Action action;                ///< opens and closes it
    Action up, down;              ///< Alt with the arrows; nothing at the ends
    int item = -1;                ///< place in the file, for `action::MoveReply`; −1 of a gap
};

/// What people answered to the indicator so far, as the record has it.
struct FormAnswers {
    IconName icon = "";
    Tint tint = Tint::Ok;         ///< Return: there is a sign
    std::string text;             ///< "12 people answered: 42% exact." and a sentence for each sign
    std::string spread;           ///< "Scores: 2 (3), 4 (6), 6 (3)"
    Button report;                ///< on every indicator of the case, as a file
};

struct IndicatorForm {
    std::string code;             ///< "KS-O1"
    std::string code_line;        ///< "KS-O1, Outcome"
    std::string title;
    std::string broken;           ///< the file cannot be read: what to do; nothing below is there then
    Button to_text;
    std::optional<FormAnswers> answers; ///< nothing where nobody answered it yet, or the record is not read
    Chip figure;                  ///< "6,279 / 6,940 = 90.5, band from 90"; label "" none
    std::vector<Choice> verdicts; ///< empty when not asked
    std::vector<ScoreCell> scores;///< empty when not asked
    std::string level_text;       ///< of levels: the chosen one
    FormTextView why;
    std::vector<RuleRow> checklist;
    std::vector<PassageChip> rests_on;
    Button pick;                  ///< for what it rests on
    std::vector<NearRow> near;
    Button add_near;
    std::string near_hint;        ///< "None yet. The panel gave Return 6 twice …"
    std::optional<Button> near_hint_button;
    Chip gaps;                    ///< "1 gap"
    AnswerMap map;
    std::vector<ReplyRow> replies;
    Button add_reply;
};

struct ProblemForm {
    int number = 0;
    std::string title;            ///< "Arithmetic"
    std::string rule;             ///< "rule H-1"
    std::string quote, where;     ///< “6.729” and "Births p. 2, once on the page"
    std::string also;             ///< "Also: “95,0” p. 2 and p. 1. Or: Figures disagree"
    IconName icon = "";
    Tint tint = Tint::Ok;
    std::string state;            ///< why it is not in order, for the tooltip
    bool selected = false;        ///< its type, reason and further places can be changed
    Menu type, rule_menu;
    FormTextView why;
    std::vector<PassageChip> also_places;
    Button pick;                  ///< another passage instead
    Button pick_also;             ///< a place that counts as well
    Button remove;
    Action action;                ///< selects it and shows its page
};
struct FormHint {
    IconName icon = "";
    Tint tint = Tint::Return;
    std::string text, detail;
    std::vector<Button> buttons;
};

/// Where a passage can go that is picked on the page; a choice's place in the list is `action::PickPassage::use`.
struct PassagePick {
    bool picking = false;         ///< a selection on the page is taken as a passage
    std::string target;           ///< "Passage of problem 2"; "" the menu asks after selecting
    int use = -1;                 ///< of the target
    std::vector<Choice> uses;     ///< of the menu: what it rests on, further place of problem 1, new problem of this type …
    Button button;                ///< "Pick on the page", M
};

struct FormPageView {
    AuthorPage page;
    PassagePick pick;
    std::string problems_line;    ///< "2, both with the passage that shows them"
    std::vector<ProblemForm> problems;
    Menu add_problem;             ///< types to choose from; then the passage is picked
    std::vector<FormHint> hints;
};

/// Steps and actions, evidence, panel, letter: readable, each row leads to its place in the text.
struct SectionRow {
    IconName icon = "";
    std::string title;            ///< "Check the legal register"
    std::string line;             ///< "5 minutes. Shows: Answer of the legal register. Helps KS-S1, PA-S1"
    std::string state;            ///< "never reached"; "" none
    Tint tint = Tint::Neutral;
    Action action;
};
struct SectionPart {
    std::string title;            ///< "Steps", "Actions"
    std::string explain;
    std::vector<SectionRow> rows;
    std::string empty;            ///< instead of rows
    std::optional<Button> add;
};
struct SectionForm {
    std::string title;
    std::vector<SectionPart> parts;
};

struct SectionLink {
    FormSection section = FormSection::Steps;
    IconName icon = "";
    std::string label;            ///< "Evidence, 19"
    bool selected = false;
    Action action;
};

/// Everything of the form mode.
struct AuthorFormView {
    std::string count;            ///< of indicators: "9"
    std::vector<FormListRow> rows;
    Button add_indicator;
    std::vector<SectionLink> links;
    FormSection section = FormSection::Indicator;
    std::optional<IndicatorForm> indicator;
    std::optional<SectionForm> other; ///< instead of `indicator`
    FormPageView page;
};

// -------------------------------------------------------------------------------------------------------------- the whole

/// The editor: the list of cases, or one case in one of its two modes.
struct AuthorView {
    AuthorWords words;
    std::optional<AuthorHome> list;
    AuthorHead head;
    std::vector<AuthorNotice> notices;
    std::optional<AuthorText> text;
    std::optional<AuthorFormView> form;
    std::optional<AuthorPrompt> prompt; ///< over the rest
    /// Asks a pane to take the focus (a small window shows it): after a jump. Counts up with each.
    std::uint64_t pane_asked = 0;
    AuthorPane pane = AuthorPane::Source;
};

} // namespace timbang::app
