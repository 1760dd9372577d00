#include <algorithm>
#include <vector>

#include "ui/kit/widgets.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"

namespace timbang::ui::debrief {

namespace {

constexpr float kHeight = 112, kPad = 16;

/// A cell of the card: a number, or the three of the problems.
struct Cell {
    const app::NumberCard* number = nullptr;
    const app::ProblemNumbers* problems = nullptr;
    float need = 0, share = 1;
};

float number_need(Ui& ui, const app::NumberCard& number);
float problems_need(Ui& ui, const app::ProblemNumbers& problems);

std::vector<Cell> cells_of(Ui& ui, std::span<const app::NumberCard> cards, const app::ProblemNumbers* problems) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (i + 1 == cards.size() && problems)
            cells.push_back({nullptr, problems, problems_need(ui, *problems) + 2 * kPad, 1.9F});
        cells.push_back({&cards[i], nullptr, number_need(ui, cards[i]) + 2 * kPad,
                         i == 1 && problems && cards.size() > 2 ? 1.35F : 1});
    }
    return cells;
}

/// True when lines of that many cells keep to the width.
bool fits(const std::vector<Cell>& cells, std::size_t count, float width) {
    float sum = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        sum = i % count == 0 ? cells[i].need : sum + cells[i].need;
        if (sum > width) return false;
    }
    return true;
}

/// How many cells go into a line of this width: few lines, as full as each other where that fits.
std::size_t per_line(const std::vector<Cell>& cells, float width) {
    std::size_t count = cells.size();
    while (count > 1 && !fits(cells, count, width))
        --count;
    const std::size_t lines = (cells.size() + count - 1) / count, even = (cells.size() + lines - 1) / lines;
    return fits(cells, even, width) ? even : count;
}

/// Widths by share, but no cell narrower than its words.
std::vector<float> widths_of(const std::vector<Cell>& cells, std::size_t from, std::size_t to, float width) {
    std::vector<float> out;
    std::vector<bool> fixed(to - from, false);
    for (std::size_t round = from; round <= to; ++round) {
        float left = width, shares = 0;
        for (std::size_t i = from; i < to; ++i)
            fixed[i - from] ? left -= cells[i].need : shares += cells[i].share;
        bool again = false;
        for (std::size_t i = from; i < to; ++i)
            if (!fixed[i - from] && shares > 0 && left * cells[i].share / shares < cells[i].need)
                fixed[i - from] = again = true;
        if (again) continue;
        for (std::size_t i = from; i < to; ++i)
            out.push_back(fixed[i - from] ? cells[i].need : left * cells[i].share / shares);
        return out;
    }
    for (std::size_t i = from; i < to; ++i)
        out.push_back(width / static_cast<float>(to - from));
    return out;
}

float number_need(Ui& ui, const app::NumberCard& number) {
    Canvas& d = ui.draw();
    const float head = d.width(number.number, type::k34b) + 8 + d.width(number.unit, type::k15);
    // The sentence may take two lines.
    return std::max({head, d.width(number.name, type::k15m), d.width(number.sentence, type::k13) / 2 + 24}) + 1;
}

const std::string& sentence_of(const Cell& cell) {
    return cell.number ? cell.number->sentence : cell.problems->sentence;
}
float inside_width(float cell) { return cell - 2 * kPad + 8; }

/// One line of cells is higher when one of their sentences needs two lines.
float line_height(Ui& ui, const std::vector<Cell>& cells, std::size_t from, const std::vector<float>& widths) {
    float height = kHeight;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const float room = inside_width(ui.draw().snap(widths[i]));
        if (ui.draw().para_height(room, sentence_of(cells[from + i]), type::k13) > 20) height = kHeight + 18;
    }
    return height;
}

void draw_number(Ui& ui, const Rect& inside, const app::NumberCard& number) {
    const Tokens& t = ui.t();
    Rect r = inside;
    Rect head = r.take_top(40);
    const float wide = ui.draw().text(head, number.number, type::k34b, t.text);
    head.take_left(wide + 8);
    ui.text_cut({head.x, head.y + 16, head.w, 22}, number.unit, type::k15, t.text2);
    ui.text_cut(r.take_top(22), number.name, type::k15m, t.text);
    ui.draw().para(r.x, r.y, r.w, number.sentence, type::k13, t.text2, 2);
}

float problems_need(Ui& ui, const app::ProblemNumbers& problems) {
    float widest = 72;
    for (const app::NumberCard* one : {&problems.found, &problems.missed, &problems.alarms})
        widest = std::max(widest, ui.draw().width(one->name, type::k15m) + 21);
    const float last = ui.draw().width(problems.alarms.name, type::k15m) + 22;
    return std::max(2 * (widest + 16) + last, ui.draw().width(problems.sentence, type::k13) / 2 + 24);
}

void draw_problems(Ui& ui, const Rect& inside, const app::ProblemNumbers& problems) {
    const Tokens& t = ui.t();
    const app::NumberCard* all[3] = {&problems.found, &problems.missed, &problems.alarms};
    float pitch = 96;
    for (int i = 0; i < 2; ++i)
        pitch = std::max(pitch, ui.draw().width(all[i]->name, type::k15m) + 37);
    for (int i = 0; i < 3; ++i) {
        const float x = inside.x + pitch * static_cast<float>(i);
        const Rect cell{x, inside.y, inside.right() - x, 40};
        ui.draw().text(cell, all[i]->number, type::k34b, t.text);
        const Tint tint = tint_of(all[i]->tint);
        const Color color = tint == Tint::None ? t.text : t.tint(tint);
        const Rect name{x, inside.y + 40, cell.w, 22};
        ui.draw().icon(icon_of(problems.icons[i]), {x, name.y, 15, 22}, 15, color);
        ui.draw().text({x + 21, name.y, name.w - 21, 22}, all[i]->name, type::k15m, color);
    }
    ui.draw().para(inside.x, inside.y + 62, inside.w, problems.sentence, type::k13, t.text2, 2);
}

} // namespace

float numbers_height(Ui& ui, float width, std::span<const app::NumberCard> cards, const app::ProblemNumbers* problems) {
    const auto cells = cells_of(ui, cards, problems);
    if (cells.empty()) return 0;
    const std::size_t count = per_line(cells, width - 8);
    float height = 0;
    for (std::size_t from = 0; from < cells.size(); from += count)
        height += line_height(ui, cells, from, widths_of(cells, from, std::min(from + count, cells.size()), width - 8));
    return height;
}

void draw_numbers(Ui& ui, const Rect& r, std::span<const app::NumberCard> cards, const app::ProblemNumbers* problems) {
    const auto cells = cells_of(ui, cards, problems);
    if (cells.empty()) return;
    card(ui, r);
    const std::size_t count = per_line(cells, r.w - 8);
    Rect left = r;
    for (std::size_t from = 0; from < cells.size(); from += count) {
        const std::size_t to = std::min(from + count, cells.size());
        const auto widths = widths_of(cells, from, to, left.w - 8);
        Rect line = left.take_top(line_height(ui, cells, from, widths));
        if (from > 0) ui.draw().hline(line.x + 1, line.y, line.w - 2, ui.t().line);
        line = line.inset(4, 1);
        for (std::size_t i = from; i < to; ++i) {
            const Rect cell = line.take_left(ui.draw().snap(widths[i - from]));
            if (i > from) ui.draw().vline(cell.x, cell.y, cell.h, ui.t().line);
            const Rect inside{cell.x + kPad, cell.y + 12, inside_width(cell.w), cell.h - 30};
            if (cells[i].number)
                draw_number(ui, inside, *cells[i].number);
            else
                draw_problems(ui, inside, *cells[i].problems);
        }
    }
}

} // namespace timbang::ui::debrief
