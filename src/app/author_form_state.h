#pragma once

#include <string>

#include "app/view/author.h"

namespace timbang::app {

/// What the form of the editor remembers. Items are places in the lists of the indicator's file; −1: none.
struct AuthorFormState {
    FormSection section = FormSection::Indicator;
    std::string indicator;    ///< code
    base::Lang lang = base::Lang::Id;
    int near = -1, reply = -1, problem = -1; ///< the open ones
    bool picking = false;
    int use = -1;             ///< of the passage to be picked; −1: asked after selecting
};

} // namespace timbang::app
