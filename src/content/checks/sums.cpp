#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "content/checks/checks.h"
#include "content/checks/figures.h"
#include "content/checks/table_words.h"

namespace timbang::content {

namespace {

using domain::Cell;
using domain::Row;
using domain::TextRange;

struct ReadRow {
    const domain::Page* page;
    const Row* row;
    RowKind kind;
    int depth; ///< of the number in front, "1.2" is 2; 0 where there is none
};

struct PlacedTable {
    const domain::Page* page;
    const domain::Block* table;
};

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

/// The first cell with words.
std::string_view label_of(const domain::Page& page, const Row& row) {
    for (const Cell& cell : row.cells)
        if (const std::string_view words = page.words(cell.range); has_letter(words)) return words;
    return {};
}

bool has_total(const PlacedTable& table) {
    return std::any_of(table.table->rows.begin(), table.table->rows.end(), [&](const Row& row) {
        const std::string_view label = label_of(*table.page, row);
        constexpr std::string_view kStarts = "jJtTsSgG"; // of the words for a total
        return !row.header && !label.empty() && kStarts.find(label.front()) != std::string_view::npos &&
               row_kind(base::fold_case(label)) == RowKind::Total;
    });
}

std::vector<ReadRow> read_rows(const PlacedTable& table) {
    std::vector<ReadRow> rows;
    for (const Row& row : table.table->rows)
        rows.push_back({table.page, &row,
                        row.header ? RowKind::Aside : row_kind(base::fold_case(label_of(*table.page, row))),
                        row.cells.empty() ? 0 : number_depth(table.page->words(row.cells.front().range))});
    return rows;
}

/// The sums of one table.
class TableSums {
public:
    /// `before`: tables of the document that this one may go on from.
    TableSums(const PlacedTable& table, const std::vector<PlacedTable>& before)
        : page_(*table.page), table_(*table.table), before_(before), rows_(read_rows(table)) {}

    struct Wrong {
        const Row* row;
        std::string_view given;
        std::string column;
        base::Decimal sum;
    };
    /// The first total of each column that is none of the sums it can be. `planted`: stretches where a problem stands.
    [[nodiscard]] std::vector<Wrong> wrong(const std::vector<TextRange>& planted) const {
        std::vector<Wrong> all;
        const Row& header = table_.rows.front();
        for (std::size_t column = 0; column < header.cells.size(); ++column) {
            const std::string_view title = header.header ? page_.words(header.cells[column].range) : std::string_view();
            if (!is_added_up(base::fold_case(title))) continue;
            Checked checked = check(column, Notation::Indonesian, planted);
            if (!checked.wrong) continue;
            const Checked english = check(column, Notation::English, planted);
            if (english.readable && !english.wrong) continue;
            checked.wrong->column = std::string(title);
            all.push_back(std::move(*checked.wrong));
        }
        return all;
    }

private:
    /// What has been added up on the way down a column.
    struct Sums {
        std::int64_t all = 0, since_total = 0, totals = 0, last_total = 0;
        std::int64_t top = 0, bottom = 0; ///< of the rows with the shortest and the longest numbers in front
        int rows = 0, decimals = 0;

        [[nodiscard]] std::optional<std::int64_t> other_than(std::int64_t total) const {
            // Amounts with decimals may each be rounded: half of the last place for every row.
            std::int64_t place = kFigureUnit;
            for (int i = 0; i < decimals; ++i)
                place /= 10;
            const std::int64_t slack = decimals == 0 ? 0 : place * (rows + 1) / 2;
            for (const std::int64_t sum :
                 {all, since_total, last_total + since_total, totals + since_total, top, bottom})
                if (std::abs(sum - total) <= slack) return std::nullopt;
            return totals == 0 ? all : since_total;
        }
    };

    struct Checked {
        bool readable = true; ///< every cell is a figure, or blank
        std::optional<Wrong> wrong{};
    };
    Checked check(std::size_t column, Notation notation, const std::vector<TextRange>& planted) const {
        Checked own = check(column, notation, planted, {});
        if (!own.wrong || before_.empty()) return own;
        std::vector<ReadRow> above; // the table may go on from the page before
        for (const PlacedTable& one : before_)
            for (const ReadRow& row : read_rows(one))
                above.push_back(row);
        return check(column, notation, planted, above);
    }

    Checked check(std::size_t column, Notation notation, const std::vector<TextRange>& planted,
                  const std::vector<ReadRow>& before) const {
        Sums sums;
        int shallow = 1000, deep = 0;
        for (const auto* rows : {&before, &rows_})
            for (const ReadRow& one : *rows)
                if (one.depth > 0) shallow = std::min(shallow, one.depth), deep = std::max(deep, one.depth);
        for (const ReadRow& one : before)
            if (column < one.row->cells.size() && !add(sums, one, figure_in(one, column, notation), shallow, deep))
                return {false};
        for (const ReadRow& one : rows_) {
            if (one.kind == RowKind::Aside || column >= one.row->cells.size()) continue;
            const Cell& cell = one.row->cells[column];
            const CellFigure figure = figure_in(one, column, notation);
            for (const TextRange range : planted)
                if (range.overlaps(cell.range)) return {};
            if (one.kind == RowKind::Total && figure.kind == CellFigure::Kind::Figure && sums.rows > 0) {
                sums.decimals = std::max(sums.decimals, figure.decimals);
                if (const auto sum = sums.other_than(figure.value))
                    return {true, Wrong{one.row,
                                        page_.words(cell.range),
                                        "",
                                        {domain::Rational(*sum, kFigureUnit), sums.decimals}}};
            }
            if (!add(sums, one, figure, shallow, deep)) return {false};
        }
        return {};
    }

    static CellFigure figure_in(const ReadRow& row, std::size_t column, Notation notation) {
        return cell_figure(row.page->words(row.row->cells[column].range), notation);
    }

    /// False where the column holds something that is no figure.
    static bool add(Sums& sums, const ReadRow& row, const CellFigure& figure, int shallow, int deep) {
        if (row.kind == RowKind::Aside || figure.kind == CellFigure::Kind::Blank) return true;
        if (figure.kind == CellFigure::Kind::Other) return row.kind == RowKind::Total;
        if (row.kind == RowKind::Total) {
            sums.totals += figure.value;
            sums.last_total = figure.value;
            sums.since_total = 0;
            return true;
        }
        sums.all += figure.value;
        sums.since_total += figure.value;
        if (row.depth == shallow) sums.top += figure.value;
        if (row.depth == deep) sums.bottom += figure.value;
        sums.decimals = std::max(sums.decimals, figure.decimals);
        ++sums.rows;
        return true;
    }

    const domain::Page& page_;
    const domain::Block& table_;
    const std::vector<PlacedTable>& before_;
    std::vector<ReadRow> rows_;
};

/// Stretches of a page where a problem stands, or a remark that is fair. One about the whole page says nothing of a
/// sum.
std::vector<TextRange> planted_on(const domain::Scenario& scenario, domain::EvidenceIx evidence, int page) {
    std::vector<TextRange> all;
    const auto add = [&](const domain::Passage& passage) {
        if (passage.evidence != evidence || passage.page != page) return;
        all.insert(all.end(), passage.ranges.begin(), passage.ranges.end());
    };
    for (const domain::Task& task : scenario.tasks) {
        for (const domain::Problem& problem : task.problems) {
            add(problem.where);
            for (const domain::Passage& other : problem.also)
                add(other);
        }
        for (const domain::Allowed& allowed : task.allowed)
            add(allowed.where);
    }
    return all;
}

/// The line of the page's file that holds every cell of the row; where the page is named if none does.
base::Span place_of_row(const Reading& reading, const domain::EvidencePage& document, const domain::Row& row,
                        std::string_view given, const yaml::Stretch& named) {
    for (const auto& source : reading.files.sources()) {
        if (!source->name().ends_with(document.path) && !source->name().ends_with(document.path + ".md")) continue;
        const std::string_view text = source->text();
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::string_view line = text.substr(begin, end - begin);
            std::size_t behind = 0;
            const bool holds = std::all_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
                const std::size_t found = line.find(document.page.words(cell.range), behind);
                if (found != std::string_view::npos) behind = found + cell.range.length();
                return found != std::string_view::npos;
            });
            if (holds && !row.cells.empty()) {
                const std::size_t where = begin + line.rfind(given);
                return source->span_at(where, where + given.size());
            }
            begin = end + 1;
        }
    }
    return named;
}

void check_page(Reading& reading, std::size_t evidence, std::size_t index, std::vector<PlacedTable>& before) {
    const domain::EvidencePage& document = reading.scenario.evidence[evidence].pages[index];
    for (const domain::Block& block : document.page.blocks) {
        if (block.kind != domain::BlockKind::Table || block.rows.size() < 2) continue;
        const PlacedTable table{&document.page, &block};
        if (!before.empty() && before.back().table->rows.front().cells.size() != block.rows.front().cells.size())
            before.clear();
        if (has_total(table)) {
            const auto planted = planted_on(reading.scenario, static_cast<int>(evidence), static_cast<int>(index) + 1);
            for (const TableSums::Wrong& wrong : TableSums(table, before).wrong(planted))
                yaml::add_warning(
                    reading.findings,
                    place_of_row(reading, document, *wrong.row, wrong.given, reading.places.pages[evidence][index]),
                    "sum-differs", {{"column", wrong.column}, {"sum", wrong.sum}, {"given", std::string(wrong.given)}});
        }
        before.push_back(table);
    }
}

} // namespace

void check_sums(Reading& reading) {
    std::vector<PlacedTable> before; // of tables that may go on from page to page
    for (std::size_t i = 0; i < reading.scenario.evidence.size(); ++i) {
        before.clear();
        for (std::size_t k = 0; k < reading.scenario.evidence[i].pages.size(); ++k)
            check_page(reading, i, k, before);
    }
}

} // namespace timbang::content
