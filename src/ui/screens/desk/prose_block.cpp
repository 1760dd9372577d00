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
        const Font bold = bold_of(font);
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
        const bool large = font_.size >= type::k15.size;
        const Font font = !heading ? font_ : large && block.level == 1 ? type::k24b : large && block.level == 2 ? type::k18b : bold_of(font_);
        float indent = 0;
        if (block.kind == domain::BlockKind::ListItem) {
            indent = kIndent * static_cast<float>(std::max(0, block.level) + 1);
            if (draws_) ui_.draw().text(x + indent - kIndent + 4, y, block.marker, font_, color_);
        }
        const float top = y;
        for (const domain::Line& line : block.lines) y += set_runs(line.runs, font, x + indent, y, w - indent);
        return y - top;
    }

    static Font bold_of(Font font) { return font.with(font.face == Face::Serif || font.face == Face::SerifBold ? Face::SerifBold : Face::SemiBold); }

    [[nodiscard]] float widest_word(std::string_view words) const {
        float most = 0;
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t end = std::min(words.find(' ', at), words.size());
            most = std::max(most, ui_.draw().width(words.substr(at, end - at), bold_of(font_)));
            at = end + 1;
        }
        return most;
    }

    /// Each column as wide as its longest cell wants; where that is too much, at least its longest word and a share of the rest.
    [[nodiscard]] std::vector<float> columns_of(const domain::Block& block, std::size_t count, float w) const {
        std::vector<float> least(count, 24), wish(count, 24);
        for (const domain::Row& row : block.rows)
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                const std::string_view words = page_.words(row.cells[c].range);
                least[c] = std::max(least[c], widest_word(words) + 2 * kCell + 1);
                wish[c] = std::max(wish[c], ui_.draw().width(words, bold_of(font_)) + 2 * kCell + 2);
            }
        float all = 0, needed = 0;
        for (std::size_t c = 0; c < count; ++c) all += wish[c], needed += least[c];
        if (all <= w) return wish;
        const float share = needed < w ? (w - needed) / std::max(1.0F, all - needed) : 0;
        for (std::size_t c = 0; c < count; ++c) least[c] = needed < w ? least[c] + (wish[c] - least[c]) * share : least[c] * w / needed;
        return least;
    }

    float set_table(const domain::Block& block, float x, float y, float w) {
        std::size_t columns = 0;
        for (const domain::Row& row : block.rows) columns = std::max(columns, row.cells.size());
        if (columns == 0) return 0;
        const std::vector<float> widths = columns_of(block, columns, w);
        float sum = 0;
        for (const float width : widths) sum += width;
        const float top = y;
        for (const domain::Row& row : block.rows) {
            const Font font = row.header ? bold_of(font_) : font_;
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
