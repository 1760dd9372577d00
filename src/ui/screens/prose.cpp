#include "ui/screens/prose.h"

#include <string>
#include <vector>

namespace timbang::ui {

namespace {

/// About 72 letters.
float widest(Font font) { return font.size * 36; }

std::vector<TextRun> runs_of(const domain::Page& page, const std::vector<domain::Run>& runs, Font font, Color color) {
    std::vector<TextRun> out;
    for (const domain::Run& run : runs)
        if (run.range.length() > 0)
            out.push_back({page.words(run.range), run.bold ? font.with(Face::SemiBold) : font, color});
    return out;
}

void write_item(Column& column, const domain::Block& block, const std::vector<TextRun>& runs, Font font,
                Color color) {
    Ui& ui = column.ui();
    const float indent = 18 * static_cast<float>(block.level + 1);
    if (column.drawing()) ui.draw().text(column.x() + indent - 18, column.y(), block.marker.empty() ? "–" : block.marker, font, color);
    const float wide = std::min(widest(font), column.width()) - indent;
    Column inner(ui, {column.x() + indent, column.y(), wide, 0}, column.drawing());
    inner.runs(runs);
    column.gap(inner.used());
}

void write_block(Column& column, const domain::Page& page, const domain::Block& block, Font font, Color color) {
    const Font face = block.kind == domain::BlockKind::Heading ? font.with(Face::SemiBold) : font;
    for (const domain::Line& line : block.lines) {
        const std::vector<TextRun> runs = runs_of(page, line.runs, face, color);
        if (runs.empty()) column.gap(font.line / 2);
        else if (block.kind == domain::BlockKind::ListItem) write_item(column, block, runs, font, color);
        else column.runs(runs, widest(font));
    }
    for (const domain::Row& row : block.rows) {
        std::vector<TextRun> runs;
        for (const domain::Cell& cell : row.cells) {
            if (!runs.empty()) runs.push_back({"  ·  ", font, column.ui().t().text3});
            for (const TextRun& run : runs_of(page, cell.runs, row.header ? font.with(Face::SemiBold) : font, color)) runs.push_back(run);
        }
        if (!runs.empty()) column.runs(runs, widest(font));
    }
}

} // namespace

void write_prose(Column& column, const app::Prose& prose, Font font, Color color) {
    if (!prose) return;
    bool first = true;
    for (const domain::Block& block : prose->blocks) {
        if (!first) column.gap(block.kind == domain::BlockKind::ListItem ? 4 : 8);
        first = false;
        write_block(column, *prose, block, font, color);
    }
}

} // namespace timbang::ui
