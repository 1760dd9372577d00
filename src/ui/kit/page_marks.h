#pragma once

#include "ui/kit/page_view.h"

namespace timbang::ui {

/// Where a sheet stands on the screen.
struct PageFrame {
    Vec origin;
    float zoom = 1;
    Rect sheet;          ///< at 100 %
    bool picture = false;
    int turns = 0;       ///< of a picture

    [[nodiscard]] Rect on_screen(const Rect& r) const { return {origin.x + r.x * zoom, origin.y + r.y * zoom, r.w * zoom, r.h * zoom}; }
    [[nodiscard]] Vec to_sheet(Vec p) const { return {(p.x - origin.x) / zoom, (p.y - origin.y) / zoom}; }
    /// An area of the picture (thousandths of the upright picture) on the turned sheet.
    [[nodiscard]] Rect sheet_of(const domain::Area& a) const;
    /// A point of the screen in thousandths of the upright picture.
    [[nodiscard]] Vec to_thousandths(Vec p) const;
};

void draw_picture(Ui& ui, const PageFrame& frame, TextureId picture);
/// What lies below the words: lit passages, marks in a line, hits, picked cells.
void draw_page_fills(Ui& ui, const PageLayout& layout, const PageFrame& frame, const PageViewSpec& spec);
/// Lights one passage.
void light_passage(Ui& ui, const PageLayout& layout, const PageFrame& frame, domain::TextRange range);
/// What stands above them: boxes, numbers in the margin, tags, letters. Returns the id of the mark that was pressed, or −1.
int draw_page_marks(Ui& ui, const PageLayout& layout, const PageFrame& frame, const PageViewSpec& spec);

} // namespace timbang::ui
