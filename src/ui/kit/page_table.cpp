#include "ui/kit/page_flow.h"

namespace timbang::ui {
namespace {

constexpr float kPadX = 7, kPadY = 3, kHeadPadY = 5;

Style cell_style(const domain::Row& row, const domain::Cell& cell, float size) {
    Style s;
    s.font = {Face::Serif, size, row.header ? size + 2.5F : size + 3.5F};
    s.bold = row.header;
    s.set = row.header ? Set::Centre
            : cell.align == domain::Align::Right  ? Set::Right
            : cell.align == domain::Align::Centre ? Set::Centre
                                                  : Set::Left;
    return s;
}

struct Columns {
    std::vector<float> least, most;
};

Columns measure(const PageFlow& flow, const domain::Block& block, float size) {
    Columns c;
    for (const domain::Row& row : block.rows) {
        c.least.resize(std::max(c.least.size(), row.cells.size()), 12);
        c.most.resize(c.least.size(), 12);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const PageFlow::Extent e = flow.extent(row.cells[i].runs, cell_style(row, row.cells[i], size));
            c.least[i] = std::max(c.least[i], e.word + 2 * kPadX + 1);
            // A head may break where the figures below it are narrow.
            c.most[i] = std::max(c.most[i], (row.header ? std::max(e.word, e.line * 0.6F) : e.line) + 2 * kPadX + 1);
        }
    }
    return c;
}

float sum(const std::vector<float>& v) {
    float total = 0;
    for (const float x : v) total += x;
    return total;
}

/// Every column as wide as it needs, the rest in proportion; where there is too little, what is above the least shrinks.
std::vector<float> share(const Columns& c, float width) {
    const float least = sum(c.least), most = sum(c.most);
    std::vector<float> out(c.least.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (most <= width) out[i] = c.most[i] * width / most;
        else if (least <= width && most > least) out[i] = c.least[i] + (c.most[i] - c.least[i]) * (width - least) / (most - least);
        else out[i] = c.least[i] * width / least;
    }
    return out;
}

} // namespace

float set_table(PageFlow& flow, const domain::Block& block, float x, float y, float width) {
    float size = 13.5F;
    Columns columns = measure(flow, block, size);
    while (sum(columns.least) > width && size > 9) columns = measure(flow, block, size -= 0.5F);
    const std::vector<float> widths = share(columns, width);
    PageLayout& out = flow.out();
    const auto across = [&](float at) { out.shapes.push_back({PageShape::Kind::Across, {x, at, sum(widths), 0.5F}, 0}); };
    const float top = y;
    int row_number = out.cells.empty() ? 0 : out.cells.back().row + 1;
    for (const domain::Row& row : block.rows) {
        const float pad = row.header ? kHeadPadY : kPadY;
        float tall = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Style s = cell_style(row, row.cells[i], size);
            tall = std::max(tall, flow.height(row.cells[i].runs, widths[i] - 2 * kPadX, s) + 2 * pad);
        }
        across(y);
        float left = x;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const Rect r{left, y, widths[i], tall};
            if (i < row.cells.size()) {
                const domain::Cell& cell = row.cells[i];
                Style s = cell_style(row, cell, size);
                s.row = row_number;
                s.cell = static_cast<int>(out.cells.size());
                out.cells.push_back({r, cell.range, row_number, static_cast<int>(i)});
                const float words = flow.height(cell.runs, r.w - 2 * kPadX, s);
                flow.set(cell.runs, r.x + kPadX, r.y + (tall - words) / 2, r.w - 2 * kPadX, s);
            }
            left += widths[i];
        }
        y += tall;
        ++row_number;
    }
    across(y);
    float line = x;
    for (std::size_t i = 0; i <= widths.size(); ++i) {
        out.shapes.push_back({PageShape::Kind::Down, {line, top, 0.5F, y - top}, 0});
        if (i < widths.size()) line += widths[i];
    }
    return y;
}

} // namespace timbang::ui
