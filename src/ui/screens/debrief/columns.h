#pragma once

#include "app/view/debrief.h"
#include "ui/kit/ui.h"

namespace timbang::ui::debrief {

constexpr float kFoot = 12, kChevron = 18;
enum Place { Code, Name, You, Reference, Strip, VerdictPlace, Sureness, Compared, Count };

/// Left edge and width of each column from the row's left; 0: not shown.
struct Columns {
    float x[Count] = {}, w[Count] = {};
    bool icons = false; ///< verdicts as icons, words in the tooltip
    bool small_names = false; ///< names on two lines, because one is too long for one
};

/// The design's widths, wider where words need it. Where there is no room, columns go from the right; name and result
/// stay.
[[nodiscard]] Columns columns_for(Ui& ui, float width, const app::DebriefView& view);
[[nodiscard]] inline Rect cell(const Rect& row, const Columns& c, Place place) {
    return {row.x + c.x[place], row.y, c.w[place], row.h};
}

} // namespace timbang::ui::debrief
