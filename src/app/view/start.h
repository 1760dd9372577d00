#pragma once

#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

struct Promise {
    IconName icon = "";
    std::string title;
    std::string text;
};

/// The dialog of the first start. It has no Esc: "Look around first" is its way out.
struct StartView {
    std::string title;
    std::string subtitle;
    std::string language_label;
    Choice languages[2];
    std::string size_label;
    std::vector<Choice> sizes;    ///< 100, 150, 200 %, and the others behind "More" from the fourth on
    std::string more;             ///< "More"
    std::string name_label;
    std::string name;             ///< changes are `action::TypeName`
    std::string name_hint;
    std::string name_note;
    std::string problem;          ///< below the field when Start was pressed without a name
    std::uint64_t ask_focus = 0;  ///< counts up: move the focus to the field
    std::string kept_title;
    std::vector<Promise> promises;
    Button start;                 ///< primary, Enter
    Button look;
};

} // namespace timbang::app
