#include "ui/screens/desk/prose_block.h"

#include <algorithm>
#include <vector>

namespace timbang::ui {
namespace {

constexpr float kIndent = 22, kGap = 10, kCell = 8;

/// Sets blocks one below the other; measures only, when `draws` is false.
class Setter {
public:
    Setter(Ui& ui, const domain::Page& page, Font font, Color color, bool draws)
        : ui_(ui), page_(page), font_(font), color_(color), draws_(draws) {}

    float set(float x, float y, float w) {
        const float top = y;
        bool first = true;
        domain::BlockKind before = domain::BlockKind::Paragraph;
        for (const domain::Block& block : page_.blocks) {
            const bool item = block.kind == domain::BlockKind::ListItem && before == block.kind;
            if (!first) y += item ? 4 : block.kind == domain::BlockKind::Heading ? kGap + 6 : kGap;
            y += set_block(block, x, y, w);
            first = false;
            before = block.kind;
        }
        return y - top;
    }

private:
    [[nodiscard]] std::vector<TextRun> runs_of(const std::vector<domain::Run>& runs, Font font) const {
        std::vector<TextRun> out;
        const Font bold = font.with(Face::SemiBold);
        for (const domain::Run& run : runs)
            if (run.symbol == domain::Symbol::None) out.push_back({page_.words(run.range), run.bold ? bold : font, color_});
        return out;
    }

    float set_runs(const std::vector<domain::Run>& runs, Font font, float x, float y, float w) {
        const std::vector<TextRun> words = runs_of(runs, font);
        if (words.empty()) return font.line;
        return draws_ ? ui_.draw().para(x, y, w, words) : ui_.draw().para_height(w, words);
    }

    float set_block(const domain::Block& block, float x, float y, float w) {
        if (block.kind == domain::BlockKind::Table) return set_table(block, x, y, w);
        const bool heading = block.kind == domain::BlockKind::Heading || block.kind == domain::BlockKind::Title;
        const Font font = !heading ? font_ : block.level <= 1 && font_.size > 14 ? type::k18b : font_.with(Face::SemiBold);
        float indent = 0;
        if (block.kind == domain::BlockKind::ListItem) {
            indent = kIndent * static_cast<float>(std::max(0, block.level) + 1);
            if (draws_) ui_.draw().text(x + indent - kIndent + 4, y, block.marker, font_, color_);
        }
        const float top = y;
        for (const domain::Line& line : block.lines) y += set_runs(line.runs, font, x + indent, y, w - indent);
        return y - top;
    }

    float set_table(const domain::Block& block, float x, float y, float w) {
        std::size_t columns = 0;
        for (const domain::Row& row : block.rows) columns = std::max(columns, row.cells.size());
        if (columns == 0) return 0;
        // Each column as wide as its longest cell wants, shared out where that is too much.
        std::vector<float> widths(columns, 24);
        float sum = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            for (const domain::Row& row : block.rows)
                if (c < row.cells.size()) widths[c] = std::max(widths[c], ui_.draw().width(page_.words(row.cells[c].range), font_.with(Face::SemiBold)) + 2 * kCell + 2);
            sum += widths[c];
        }
        if (sum > w)
            for (float& width : widths) width *= w / sum;
        const float top = y;
        for (const domain::Row& row : block.rows) {
            const Font font = row.header ? font_.with(Face::SemiBold) : font_;
            float height = font_.line, at = x;
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                height = std::max(height, set_runs(row.cells[c].runs, font, at + kCell, y + 5, widths[c] - 2 * kCell));
                at += widths[c];
            }
            y += height + 10;
            if (draws_) ui_.draw().hline(x, y, std::min(w, sum), ui_.t().line);
        }
        return y - top;
    }

    Ui& ui_;
    const domain::Page& page_;
    Font font_;
    Color color_;
    bool draws_;
};

} // namespace

float prose_width(Font font) { return font.size * 34; }

float draw_prose(Ui& ui, float x, float y, float w, const domain::Page& page, Font font, Color color) {
    return Setter(ui, page, font, color, true).set(x, y, std::min(w, prose_width(font)));
}

float prose_height(Ui& ui, float w, const domain::Page& page, Font font) {
    return Setter(ui, page, font, {}, false).set(0, 0, std::min(w, prose_width(font)));
}

} // namespace timbang::ui
