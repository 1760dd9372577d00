#pragma once

#include <string>
#include <string_view>

#include "ui/kit/ui.h"

namespace gallery {

/// What the gallery's controls show.
struct State {
    int verdict = 1, score = 4, sureness = 2, stop = 2;
    int checks[5] = {0, 0, 0, 1, 2};
    bool box = true;
    std::string field, text;
};

void draw(timbang::ui::Ui& ui, std::string_view what, State& state);

} // namespace gallery
