#include "ui/screens/passage.h"

namespace timbang::ui {

namespace {

constexpr float kExtract = 146;

} // namespace

void write_passage(Column& column, const app::PassageView& passage) {
    Ui& ui = column.ui();
    column.para(passage.caption, type::k13, ui.t().text2);
    column.gap(6);
    const Rect r = column.take(kExtract);
    if (column.drawing()) ui.draw().box(r, ui.t().paper, ui.t().line2, 3);
}

} // namespace timbang::ui
