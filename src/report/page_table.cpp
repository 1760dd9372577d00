#include <algorithm>
#include <numeric>

#include "report/page_parts.h"

namespace timbang::report {
namespace {

constexpr double kPad = 4;

/// Widths between the least and the natural ones that fill the sheet.
std::vector<double> share_out(const std::vector<double>& least, const std::vector<double>& natural, double room) {
    const double wants = std::accumulate(natural.begin(), natural.end(), 0.0);
    const double needs = std::accumulate(least.begin(), least.end(), 0.0);
    std::vector<double> widths(natural.size());
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (wants <= room) widths[i] = natural[i] * room / wants;
        else if (needs <= room) widths[i] = least[i] + (room - needs) * (natural[i] - least[i]) / std::max(wants - needs, 1e-9);
        else widths[i] = least[i] * room / needs;
    return widths;
}

} // namespace

void PageLayout::table(const domain::Block& block) {
    std::size_t columns = 0;
    for (const domain::Row& row : block.rows) columns = std::max(columns, row.cells.size());
    if (columns == 0) return;
    const Type words = type(9.5, 12.5);
    std::vector<double> least(columns, 12), natural(columns, 16);
    for (const domain::Row& row : block.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            Type wide = words;
            wide.bold = row.header;
            wide.width = 1e6;
            for (const WrappedLine& line : lines(row.cells[i].runs, wide)) natural[i] = std::max(natural[i], line.width + 2 * kPad + 1);
            const std::string text(page_.words(row.cells[i].range));
            for (std::size_t begin = 0; begin < text.size();) {
                const std::size_t end = std::min(text.find(' ', begin), text.size());
                least[i] = std::max(least[i], make_.width(text.substr(begin, end - begin), face(true, false), words.size) + 2 * kPad + 1);
                begin = end + 1;
            }
        }
    const std::vector<double> widths = share_out(least, natural, kWidth);
    int head = -1;
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
        const domain::Row& row = block.rows[r];
        Fragment fragment;
        double x = 0, height = words.line;
        for (std::size_t i = 0; i < columns; ++i) {
            if (i < row.cells.size()) {
                Type cell = words;
                cell.bold = row.header;
                cell.x = x + kPad;
                cell.width = widths[i] - 2 * kPad;
                cell.align = static_cast<Align>(row.cells[i].align);
                height = std::max(height, set(fragment, row.cells[i].runs, 3, cell) - 3);
            }
            x += widths[i];
        }
        fragment.height = height + 6;
        x = 0;
        for (std::size_t i = 0; i <= columns; ++i) {
            fill(fragment, std::min(x, kWidth - 0.5), 0, 0.5, fragment.height, Ink::Quiet);
            if (i < columns) x += widths[i];
        }
        fill(fragment, 0, 0, kWidth, 0.5, Ink::Quiet);
        fill(fragment, 0, fragment.height - 0.5, kWidth, 0.5, Ink::Quiet);
        fragment.before = r == 0 ? s(7) : 0;
        fragment.head = head;
        if (row.header && r == 0) {
            fragment.glue = true;
            Fragment again = fragment;
            again.before = 0;
            make_.out.heads.push_back(std::move(again));
            head = static_cast<int>(make_.out.heads.size()) - 1;
        }
        make_.out.list.push_back(std::move(fragment));
    }
}

} // namespace timbang::report
