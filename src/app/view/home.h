#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

/// The card at the upper left: go on with a case, begin with the guided one, or take the next suggestion.
struct HeroCard {
    std::string eyebrow;          ///< "Continue where you stopped", "Begin here"
    std::string title;
    std::string text;             ///< "Health, Kabupaten Contoh Jaya (invented). Data year 2024." or two lines on the guided case
    int cells = 0;                ///< progress cells, one for each indicator; 0: no bar
    int cells_done = 0;
    std::string progress;         ///< "3 of 9 indicators decided"
    std::string time_left;        ///< "37 of 60 case minutes left"
    std::string next;             ///< beside the button: "Next: Births at a health facility"
    Button button;                ///< primary; Enter
    std::optional<Button> second; ///< "Start again"
};

struct DueRow {
    IconName icon = "";
    std::string title;
    std::string why;
    std::string when;
    Tint when_tint = Tint::Neutral;
    std::string minutes;
    Button start;
};

/// The card at the upper right. Without rows it says what will stand here and what to do next.
struct DueCard {
    std::string title;
    std::string note;
    std::string empty_title;
    std::string empty_text;
    std::string empty_next;       ///< the one thing to do next
    std::vector<DueRow> rows;
};

enum class ProgressKind : std::uint8_t { NotStarted, Started, Finished, Broken };

struct LibraryRow {
    std::string title;
    std::optional<Chip> badge;    ///< before the district: "Sealed"
    std::string district;
    std::string right;            ///< "Health, women and children"
    bool structure = false, process = false, outcome = false; ///< S P O letters in fixed columns
    int difficulty = 0;           ///< bars: 1 to 3; 0 unknown
    std::string difficulty_word;
    std::string minutes;
    ProgressKind progress = ProgressKind::NotStarted;
    float share = 0;              ///< of a started case, 0 to 1
    std::string progress_word;    ///< "3 of 9 decided", "Finished", "Cannot be opened"
    IconName progress_icon = "";
    Tint progress_tint = Tint::Neutral;
    std::string result;           ///< "7 of 8 exact" or "–"
    std::string note;             ///< of a broken case: what is wrong and where; second line instead of the district
    std::string tooltip;
    bool enabled = true;
    Action open;                  ///< Enter or click: go on, or start
    std::vector<Choice> more;     ///< menu of the row: continue, start again, last debrief, show the folder
};

/// While the library is being read.
struct ScanView {
    std::string text;             ///< "Reading the library, 12 of 40 cases"
    float share = 0;              ///< 0 to 1; below 0 unknown
    Button stop;
};

struct HomeView {
    std::string title;            ///< "Practise"
    std::string subtitle;         ///< "Thursday 20 November. Nothing is due yet."
    Button search;                ///< the field that opens Ctrl K: label is its hint, key "Ctrl K"
    std::optional<Button> who;    ///< while looking around: "Say who you are", with a sentence in `who_text`
    std::string who_text;
    HeroCard hero;
    DueCard due;
    std::string library_title;
    std::string library_count;    ///< "8 cases", "9 of 24 shown"
    std::vector<Menu> filters;    ///< right, indicator type, difficulty, minutes, status
    std::string filters_word;     ///< of the one button where there is no room for all filters: "Filters", "Filters: 2"
    Menu sort;                    ///< label is the present order
    std::string columns[7];       ///< scenario and district, right, looks at, difficulty, minutes, progress, last result
    std::vector<LibraryRow> rows;
    std::optional<ScanView> scan;
    std::string empty_title;      ///< when no row is shown: what to do next
    std::string empty_text;
    std::optional<Button> empty_button;
    std::string legend[3];        ///< "Structure: legal products", …
    std::string notice;           ///< "All districts, people and documents are invented for practice."
};

} // namespace timbang::app
