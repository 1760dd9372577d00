#include "ui/screens/prose.h"

#include <string>
#include <vector>

namespace timbang::ui {

namespace {

constexpr float kCell = 8, kIndent = 18;

/// About 72 letters.
float widest(Font font) {
    return font.size * 36;
}

/// The same look in bold; documents have their own faces.
Font bold_of(Font font) {
    return font.with(font.face == Face::Serif || font.face == Face::SerifBold ? Face::SerifBold : Face::SemiBold);
}

Font heading_of(const domain::Block& block, Font font) {
    if (font.size < type::k15.size || block.level > 2) return bold_of(font);
    return block.level == 1 ? type::k24b : type::k18b;
}

std::vector<TextRun> runs_of(const domain::Page& page, const std::vector<domain::Run>& runs, Font font, Color color) {
    std::vector<TextRun> out;
    for (const domain::Run& run : runs)
        if (run.range.length() > 0) out.push_back({page.words(run.range), run.bold ? bold_of(font) : font, color});
    return out;
}

void write_item(Column& column, const domain::Block& block, const std::vector<TextRun>& runs, Font font, Color color) {
    Ui& ui = column.ui();
    const float indent = kIndent * static_cast<float>(block.level + 1);
    if (column.drawing())
        ui.draw().text(column.x() + indent - kIndent, column.y(), block.marker.empty() ? "–" : block.marker, font,
                       color);
    const float wide = std::min(widest(font), column.width()) - indent;
    Column inner(ui, {column.x() + indent, column.y(), wide, 0}, column.drawing());
    inner.runs(runs);
    column.gap(inner.used());
}

float longest_word(Ui& ui, std::string_view words, Font font) {
    float most = 0;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        most = std::max(most, ui.draw().width(words.substr(at, end - at), bold_of(font)));
        at = end + 1;
    }
    return most;
}

/// Each column as wide as its longest cell wants; where that is too much, at least its longest word and a share of the
/// rest.
std::vector<float> columns_of(Ui& ui, const domain::Page& page, const domain::Block& block, Font font, float room) {
    std::size_t count = 0;
    for (const domain::Row& row : block.rows)
        count = std::max(count, row.cells.size());
    std::vector<float> least(count, 24), wish(count, 24);
    for (const domain::Row& row : block.rows)
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const std::string_view words = page.words(row.cells[c].range);
            least[c] = std::max(least[c], longest_word(ui, words, font) + 2 * kCell + 1);
            wish[c] = std::max(wish[c], ui.draw().width(words, bold_of(font)) + 2 * kCell + 2);
        }
    float all = 0, needed = 0;
    for (std::size_t c = 0; c < count; ++c)
        all += wish[c], needed += least[c];
    if (all <= room) return wish;
    const float share = needed < room ? (room - needed) / (all - needed) : 0;
    for (std::size_t c = 0; c < count; ++c)
        least[c] = needed < room ? least[c] + (wish[c] - least[c]) * share : least[c] * room / needed;
    return least;
}

void write_table(Column& column, const domain::Page& page, const domain::Block& block, Font font, Color color) {
    Ui& ui = column.ui();
    const std::vector<float> widths = columns_of(ui, page, block, font, std::min(column.width(), widest(font)));
    float sum = 0;
    for (const float width : widths)
        sum += width;
    for (const domain::Row& row : block.rows) {
        float height = font.line, x = column.x();
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            Column cell(ui, {x + kCell, column.y() + 5, widths[c] - 2 * kCell, 0}, column.drawing());
            const std::vector<TextRun> runs =
                runs_of(page, row.cells[c].runs, row.header ? bold_of(font) : font, color);
            if (!runs.empty()) cell.runs(runs);
            height = std::max(height, cell.used());
            x += widths[c];
        }
        column.gap(height + 10);
        if (column.drawing()) ui.draw().hline(column.x(), column.y(), sum, ui.t().line);
    }
}

void write_block(Column& column, const domain::Page& page, const domain::Block& block, Font font, Color color) {
    const bool heading = block.kind == domain::BlockKind::Heading || block.kind == domain::BlockKind::Title;
    const Font face = heading ? heading_of(block, font) : font;
    for (const domain::Line& line : block.lines) {
        const std::vector<TextRun> runs = runs_of(page, line.runs, face, color);
        if (runs.empty())
            column.gap(font.line / 2);
        else if (block.kind == domain::BlockKind::ListItem)
            write_item(column, block, runs, font, color);
        else
            column.runs(runs, widest(font));
    }
    if (!block.rows.empty()) write_table(column, page, block, font, color);
}

} // namespace

bool prose_has_title(const app::Prose& prose) {
    return prose && !prose->blocks.empty() && prose->blocks.front().kind == domain::BlockKind::Heading &&
           prose->blocks.front().level == 1;
}

void write_prose(Column& column, const app::Prose& prose, Font font, Color color, bool title) {
    if (!prose) return;
    bool first = true;
    for (const domain::Block& block : prose->blocks) {
        if (&block == &prose->blocks.front() && !title && prose_has_title(prose)) continue;
        if (!first) column.gap(block.kind == domain::BlockKind::ListItem ? 4 : 10);
        first = false;
        write_block(column, *prose, block, font, color);
    }
}

} // namespace timbang::ui
