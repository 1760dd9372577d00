#pragma once

#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

struct SearchRow {
    IconName icon = "";
    Matched title;
    Matched where;
    std::string state;            ///< at the right; of the selected row `open_word` stands there
    bool selected = false;
    Action action;                ///< `action::ChooseResult` of this row
};

struct SearchGroup {
    std::string title;
    std::string count;
    std::vector<SearchRow> rows;
    std::string more;             ///< "3 more"; "" none
    Action show_more;
};

/// The palette of Ctrl K. It knows cases, indicators, opened evidence, rules and commands; never references, hidden or
/// unopened files.
struct SearchView {
    std::string hint;
    std::string words;            ///< changes are `action::TypeSearch`
    std::string count;            ///< "7 results"
    std::string open_word;        ///< "Open", key Enter
    std::vector<SearchGroup> groups;
    std::string empty;            ///< when nothing is found
    std::string keys[3];          ///< "move", "next group", "open"
    std::string note;             ///< "References and unopened files are not searched."
};

} // namespace timbang::app
