#include "ui/screens/two_lines.h"

#include <algorithm>
#include <span>
#include <vector>

namespace timbang::ui {

void two_lines(Ui& ui, const Rect& area, std::string_view words, Font font, Color color) {
    if (ui.draw().para_height(area.w, words, font) <= 2 * font.line) {
        const float height = ui.draw().para_height(area.w, words, font);
        ui.draw().para(area.x, area.y + (area.h - height) / 2, area.w, words, font, color);
        return;
    }
    const TextRun run{words, font, color};
    const std::vector<Piece> pieces = wrap(ui.fonts(), std::span<const TextRun>(&run, 1), area.w);
    std::size_t second = words.size();
    for (const Piece& piece : pieces)
        if (piece.line == 1) second = std::min(second, piece.begin);
    Rect lines = area.middle_row(2 * font.line);
    ui.draw().para(lines.x, lines.y, lines.w, words.substr(0, second), font, color, 1);
    lines.take_top(font.line);
    ui.draw().text_ellipsis(lines.take_top(font.line), words.substr(second), font, color);
}

} // namespace timbang::ui
