#include "ui/kit/page_layout.h"

#include <cmath>
#include <limits>

namespace timbang::ui {
namespace {

float outside(float value, float low, float high) { return value < low ? low - value : value > high ? value - high : 0; }

Rect around(const Rect& a, const Rect& b) {
    const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

} // namespace

int PageLayout::word_at(Vec p) const {
    int best = -1;
    float least = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Rect& r = words[i].rect;
        const float far = 4 * outside(p.y, r.y, r.bottom()) + outside(p.x, r.x, r.right());
        if (far < least) least = far, best = static_cast<int>(i);
    }
    return best;
}

PageLayout::Span PageLayout::words_of(domain::TextRange range) const {
    Span span;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].range.overlaps(range)) continue;
        if (span.first < 0) span.first = static_cast<int>(i);
        span.last = static_cast<int>(i);
    }
    return span;
}

std::vector<Rect> PageLayout::lines_of(domain::TextRange range) const {
    std::vector<Rect> out;
    int line = -1, cell = -1;
    for (const PageWord& w : words) {
        if (!w.range.overlaps(range)) continue;
        if (w.line == line && w.cell == cell) out.back() = around(out.back(), w.rect);
        else out.push_back(w.rect);
        line = w.line;
        cell = w.cell;
    }
    return out;
}

Rect PageLayout::box_of(domain::TextRange range) const {
    Rect box;
    int first_row = -1, last_row = -1, count = 0;
    for (const PageCell& c : cells) {
        if (!c.range.overlaps(range)) continue;
        if (count++ == 0) first_row = c.row;
        last_row = c.row;
    }
    if (count > 1) {
        for (const PageCell& c : cells)
            if (c.row >= first_row && c.row <= last_row) box = box.empty() ? c.rect : around(box, c.rect);
        return box;
    }
    for (const Rect& r : lines_of(range)) box = box.empty() ? r : around(box, r);
    return box;
}

bool PageLayout::spans_cells(domain::TextRange range) const {
    int count = 0;
    for (const PageCell& c : cells) count += c.range.overlaps(range) ? 1 : 0;
    return count > 1;
}

const PageCell* PageLayout::whole_cell(domain::TextRange range) const {
    const Span span = words_of(range);
    if (span.first < 0) return nullptr;
    const int cell = words[static_cast<std::size_t>(span.first)].cell;
    if (cell < 0 || words[static_cast<std::size_t>(span.last)].cell != cell) return nullptr;
    const auto in_it = [&](int word) {
        return word >= 0 && word < static_cast<int>(words.size()) && words[static_cast<std::size_t>(word)].cell == cell;
    };
    return in_it(span.first - 1) || in_it(span.last + 1) ? nullptr : &cells[static_cast<std::size_t>(cell)];
}

std::vector<const PageCell*> PageLayout::column_between(int from, int to) const {
    const auto cell_of = [&](int word) {
        const int cell = word < 0 || word >= static_cast<int>(words.size()) ? -1 : words[static_cast<std::size_t>(word)].cell;
        return cell < 0 ? nullptr : &cells[static_cast<std::size_t>(cell)];
    };
    std::vector<const PageCell*> out;
    const PageCell* first = cell_of(from);
    if (!first) return out;
    const PageCell* last = cell_of(to) ? cell_of(to) : first;
    const int top = std::min(first->row, last->row), bottom = std::max(first->row, last->row);
    for (const PageCell& c : cells)
        if (c.column == first->column && c.row >= top && c.row <= bottom) out.push_back(&c);
    return out;
}

int PageLayout::neighbour(int word, int lines) const {
    const PageWord& from = words[static_cast<std::size_t>(word)];
    const float x = from.rect.centre().x;
    int best = -1;
    float least = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const float dy = (words[i].rect.centre().y - from.rect.centre().y) * static_cast<float>(lines);
        if (dy < from.rect.h * 0.4F) continue;
        const float far = 4 * dy + outside(x, words[i].rect.x, words[i].rect.right());
        if (far < least) least = far, best = static_cast<int>(i);
    }
    return best;
}

} // namespace timbang::ui
