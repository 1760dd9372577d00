#pragma once

#include <span>
#include <string_view>

#include "ui/kit/ui.h"

namespace timbang::ui {

/// One cell of a score axis: how many of the panel stand there.
struct DotStripCell {
    int panel = 0;
};
struct DotStripSpec {
    std::span<const DotStripCell> cells; ///< one for each score, from the left
    int reference = -1;                  ///< cell of the diamond
    int you = -1;                        ///< cell of the ring
    std::string_view words;              ///< all of it in words: tree and tooltip
    Color behind = {255, 255, 255, 255}; ///< fill inside the ring
};
/// Panel dots over a score axis, the diamond is the reference, the ring is you, a line spans the gap. 200×38 in the
/// design; wider or narrower as `r`.
void dot_strip(Ui& ui, std::string_view id, const Rect& r, const DotStripSpec& spec);

/// A habit between two words: where the estimate is (−1…1), its interval, drawn only as far as is known.
struct HabitAxisSpec {
    std::string_view left, right; ///< end words
    float low = 0, high = 0;      ///< interval, −1…1
    float value = 0;
    bool known = false;           ///< n >= 10: dot and interval are drawn
};
/// Height 50: words 18, axis 32.
void habit_axis(Ui& ui, const Rect& r, const HabitAxisSpec& spec);

} // namespace timbang::ui
