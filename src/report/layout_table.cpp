#include <algorithm>

#include "report/fragments.h"

namespace timbang::report {
namespace {

constexpr double kPadX = 5, kPadY = 3.5, kSize = 9, kLine = 12, kBox = 8;

struct LaidCell {
    std::vector<WrappedLine> lines;
    bool box = false;
};

class TableLayout {
public:
    TableLayout(const Table& table, Make& make) : table_(table), make_(make) {
        double all = 0;
        for (const Column& column : table.columns) all += std::max(column.width, 0.01);
        double x = 0;
        for (const Column& column : table.columns) {
            x_.push_back(x);
            x += std::max(column.width, 0.01) / all * kWidth;
        }
        x_.push_back(x);
    }

    void lay() {
        if (table_.columns.empty()) return;
        if (!table_.caption.empty()) {
            const auto lines = make_.lines(table_.caption, Face::SansBold, 9.5, kWidth);
            for (std::size_t i = 0; i < lines.size(); ++i)
                put_line(make_.add(13, i == 0 ? 8 : 0, true), lines[i], 0, 0, 9.5, 13, Ink::Text);
        }
        const bool headed = std::any_of(table_.columns.begin(), table_.columns.end(), [](const Column& c) { return !c.head.empty(); });
        if (headed) {
            Fragment head = head_row();
            make_.out.heads.push_back(head);
            head.before = table_.caption.empty() ? 8 : 3;
            head.glue = true;
            make_.out.list.push_back(std::move(head));
            head_ = static_cast<int>(make_.out.heads.size()) - 1;
        }
        bool first = !headed;
        const std::size_t begin = make_.out.list.size();
        for (const auto& row : table_.rows) {
            add_row(row, first ? 6 : 0);
            first = false;
        }
        // No row stands alone at the foot or at the top of a sheet.
        const std::size_t end = make_.out.list.size();
        if (end - begin < 2) return;
        make_.out.list[begin].glue = true;
        make_.out.list[end - 2].glue = true;
    }

private:
    [[nodiscard]] double inner(std::size_t column) const { return x_[column + 1] - x_[column] - 2 * kPadX; }

    [[nodiscard]] Fragment head_row() const {
        std::vector<std::vector<WrappedLine>> cells;
        std::size_t most = 1;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            cells.push_back(make_.lines(table_.columns[i].head, Face::SansBold, kSmallSize, inner(i)));
            most = std::max(most, cells.back().size());
        }
        Fragment head;
        head.height = static_cast<double>(most) * kSmallLine + 2 * kPadY;
        fill(head, 0, 0, kWidth, head.height, Ink::Pale);
        for (std::size_t i = 0; i < cells.size(); ++i)
            for (std::size_t line = 0; line < cells[i].size(); ++line)
                put_line(head, cells[i][line], x_[i] + kPadX,
                         head.height - kPadY - static_cast<double>(cells[i].size() - line) * kSmallLine, kSmallSize, kSmallLine,
                         Ink::Text, table_.columns[i].align, inner(i));
        lines_around(head, true);
        return head;
    }

    void lines_around(Fragment& row, bool last) const {
        if (table_.grid) {
            for (const double x : x_) fill(row, std::min(x, kWidth - 0.5), 0, 0.5, row.height, Ink::Rule);
            fill(row, 0, 0, kWidth, 0.5, Ink::Rule);
        }
        if (last) fill(row, 0, row.height - 0.5, kWidth, 0.5, Ink::Rule);
    }

    void add_row(const std::vector<Cell>& row, double before) {
        std::vector<LaidCell> cells;
        std::size_t most = 1;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Cell cell = i < row.size() ? row[i] : Cell{};
            const double room = inner(i) - (cell.box && !cell.text.empty() ? kBox + 5 : 0);
            cells.push_back({make_.lines(cell.text, cell.strong ? Face::SansBold : Face::Sans, kSize, std::max(room, 4.0)), cell.box});
            most = std::max(most, cells.back().lines.size());
        }
        // A row that is higher than a sheet goes on, line by line.
        const double head = head_ < 0 ? 0 : make_.out.heads[static_cast<std::size_t>(head_)].height;
        const auto room = static_cast<std::size_t>((kHighest - head - 2 * kPadY) / kLine);
        for (std::size_t from = 0; from < most; from += room)
            add_slice(cells, from, std::min(most, from + room), from == 0 ? before : 0, from + room >= most);
    }

    void add_slice(const std::vector<LaidCell>& cells, std::size_t from, std::size_t to, double before, bool last) {
        Fragment& slice = make_.add(static_cast<double>(to - from) * kLine + 2 * kPadY, before);
        slice.head = head_;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const LaidCell& cell = cells[i];
            const bool text = !(cell.lines.size() == 1 && cell.lines[0].pieces.empty());
            double indent = 0;
            if (cell.box) {
                indent = text ? kBox + 5 : 0;
                const double x = x_[i] + kPadX + (text || table_.columns[i].align == Align::Left ? 0 : (inner(i) - kBox) / 2);
                if (from == 0) box(slice, x, kPadY + (kLine - kBox) / 2, kBox, kBox, Ink::Text);
            }
            for (std::size_t line = from; line < std::min(to, cell.lines.size()); ++line)
                put_line(slice, cell.lines[line], x_[i] + kPadX + indent, kPadY + static_cast<double>(line - from) * kLine, kSize,
                         kLine, Ink::Text, table_.columns[i].align, inner(i) - indent);
        }
        lines_around(slice, last);
    }

    const Table& table_;
    Make& make_;
    std::vector<double> x_;
    int head_ = -1;
};

} // namespace

void lay(const Table& table, Make& make) {
    TableLayout(table, make).lay();
}

} // namespace timbang::report
