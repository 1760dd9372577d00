#include "ui/screens/passage.h"

#include "ui/kit/page_view.h"

namespace timbang::ui {

namespace {

constexpr float kExtract = 146, kTextBlock = 612 - 2 * 38;

} // namespace

void write_passage(Column& column, const app::PassageView& passage) {
    Ui& ui = column.ui();
    column.para(passage.caption, type::k13, ui.t().text2);
    // A picture is shown whole by "open the page"; words can be shown here.
    if (!passage.content || passage.ranges.empty() || passage.area) return;
    column.gap(6);
    const Rect r = column.take(kExtract);
    if (!column.drawing()) return;
    // The caption says in words what the picture shows; words cut at its edge are no labels.
    ui.draw().set_silent(true);
    page_extract(ui, r, *passage.content, passage.ranges.front(), (r.w - 2) / kTextBlock);
    ui.draw().set_silent(false);
}

} // namespace timbang::ui
