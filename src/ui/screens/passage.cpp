#include "ui/screens/passage.h"

#include "ui/kit/page_view.h"

namespace timbang::ui {

namespace {

constexpr float kExtract = 146, kPicture = 176, kTextBlock = 612 - 2 * 38;

} // namespace

void write_passage(Column& column, const app::PassageView& passage) {
    Ui& ui = column.ui();
    column.para(passage.caption, type::k13, ui.t().text2);
    if (!passage.content) return;
    const bool picture = passage.area && passage.content->picture && !passage.picture_path.empty();
    if (!picture && passage.ranges.empty()) return;
    column.gap(6);
    const Rect r = column.take(picture ? kPicture : kExtract);
    if (!column.drawing()) return;
    ui.item("extract", r, {.role = Role::Figure, .label = passage.caption, .focusable = false});
    if (picture) return picture_extract(ui, r, ui.picture(passage.picture_path), *passage.content->picture, *passage.area);
    // The caption says in words what the picture shows; words cut at its edge are no labels.
    ui.draw().set_silent(true);
    page_extract(ui, r, *passage.content, passage.ranges.front(), (r.w - 2) / kTextBlock);
    ui.draw().set_silent(false);
}

} // namespace timbang::ui
