#include "ui/screens/debrief/columns.h"

#include <algorithm>

#include "ui/kit/widgets.h"

namespace timbang::ui::debrief {

namespace {

float verdict_width(Ui& ui, const app::DebriefRow& row) {
    if (!row.verdict) return 0;
    float w = 21 + ui.draw().width(row.verdict->word, type::k13m);
    if (row.reference_verdict) w += 8 + 21 + ui.draw().width(row.reference_verdict->word, type::k13);
    return w;
}

float legend_width(Ui& ui, const app::DebriefView& view) {
    float w = 6;
    for (const std::string& word : view.legend)
        if (!word.empty()) w += 18 + ui.draw().width(word, type::k13m) + 8;
    return w;
}

} // namespace

Columns columns_for(Ui& ui, float width, const app::DebriefView& view) {
    Columns c;
    float code = 36, verdict = 0, compared = 0, head = ui.draw().width(view.columns[6], type::k13m);
    bool reference = false, strip = false;
    for (const app::DebriefRow& row : view.rows) {
        code = std::max(code, ui.draw().width(row.code, type::k13) + 10);
        verdict = std::max(verdict, verdict_width(ui, row));
        compared = std::max(compared, ui.draw().width(row.compared, type::k13m) + 26);
        reference = reference || !row.reference.empty();
        strip = strip || row.strip.places > 0;
    }
    c.w[Code] = code;
    c.w[You] = std::max(40.0F, ui.draw().width(view.columns[1], type::k13m) + 8);
    c.w[Reference] = reference ? std::max(40.0F, ui.draw().width(view.columns[2], type::k13m) + 8) : 0;
    c.w[Strip] = strip ? std::max(208.0F, legend_width(ui, view)) : 0;
    c.w[VerdictPlace] =
        verdict > 0 ? std::max({128.0F, verdict + 16, ui.draw().width(view.columns[4], type::k13m) + 12}) : 0;
    c.w[Sureness] = std::max(84.0F, ui.draw().width(view.columns[5], type::k13m) + 12);
    c.w[Compared] = compared > 0 ? std::max(compared, head) + 8 : 0;
    const float fixed = 18 + kChevron + kFoot;
    const auto rest = [&] {
        float w = width - fixed;
        for (int i = 0; i < Count; ++i)
            w -= i == Name ? 0 : c.w[i];
        return w;
    };
    constexpr float kLeastName = 168, kGoodName = 184; // names too long for one line take two
    if (rest() < kGoodName && c.w[Strip] > 0)
        c.w[Strip] = std::max(legend_width(ui, view) <= 176 ? 150.0F : 176.0F, c.w[Strip] - (kGoodName - rest()));
    if (rest() < kLeastName && c.w[VerdictPlace] > 0) {
        c.icons = true;
        c.w[VerdictPlace] = std::max(70.0F, ui.draw().width(view.columns[4], type::k13m) + 12);
    }
    for (const Place drop : {Sureness, VerdictPlace, Strip, Code})
        if (rest() < kLeastName) c.w[drop] = 0;
    if (c.w[Strip] == 0) c.w[c.w[Reference] > 0 ? Reference : You] += 12;
    c.w[Name] = rest();
    // What the words do not need goes to the compared column and, as in the design, to the verdict.
    if (c.w[Name] > 216) {
        const float spare = c.w[Name] - std::max(216.0F, c.w[Name] * 0.6F);
        c.w[Name] -= spare;
        c.w[Compared] += spare;
    }
    for (const app::DebriefRow& row : view.rows) c.small_names = c.small_names || ui.draw().width(row.title, type::k15m) > c.w[Name] - 8;
    float x = 17;
    for (int i = 0; i < Count; ++i) {
        c.x[i] = x;
        x += c.w[i];
    }
    return c;
}

} // namespace timbang::ui::debrief
