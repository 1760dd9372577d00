#include "sheets/csv.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include <orcus/csv_parser.hpp>

#include "base/files.h"
#include "sheets/csv_text.h"

namespace timbang::sheets {

namespace {

using Span = Table::Span;

/// Ends the parse at the first row that does not fit.
struct Ragged {
    std::size_t found;
};

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::string_view without_blanks(std::string_view cell) {
    for (;;) {
        if (cell.empty()) return cell;
        if (is_blank(cell.front())) cell.remove_prefix(1);
        else if (cell.substr(0, 2) == kNoBreakSpace) cell.remove_prefix(2);
        else break;
    }
    for (;;) {
        if (is_blank(cell.back())) cell.remove_suffix(1);
        else if (cell.size() >= 2 && cell.substr(cell.size() - 2) == kNoBreakSpace) cell.remove_suffix(2);
        else return cell;
    }
}

/// Collects the cells that orcus finds. Most stand in the parsed text; those with doubled quotes are made anew and
/// gathered behind it.
class Collector {
public:
    Collector(const std::string& text, char delimiter, ShortRows short_rows)
        : text_(text), restore_tabs_(delimiter == '\t'), short_rows_(short_rows) {}

    void begin_parse() {}
    void end_parse() {}
    void begin_row() {
        ++row_;
        column_ = 0;
    }

    void cell(const char* p, std::size_t n, bool transient) {
        ++column_;
        // Orcus hands over what an open quote has swallowed up to the end of the text, and a byte more.
        if (!transient && n > 0 && p + n >= text_.data() + text_.size()) {
            open_quote_ = true;
            return;
        }
        std::size_t begin = 0;
        if (transient || (restore_tabs_ && std::find(p, p + n, kTabStandIn) != p + n)) {
            begin = text_.size() + extra_.size();
            extra_.append(p, n);
            std::replace(extra_.end() - static_cast<std::ptrdiff_t>(n), extra_.end(), kTabStandIn, '\t');
        } else if (n > 0) {
            begin = static_cast<std::size_t>(p - text_.data());
        }
        cells_.push_back(trimmed(begin, n));
    }

    void end_row() {
        if (open_quote_) return;
        const auto first = cells_.end() - static_cast<std::ptrdiff_t>(column_);
        if (std::all_of(first, cells_.end(), [](Span span) { return span.length == 0; })) {
            cells_.erase(first, cells_.end());
            return;
        }
        if (row_numbers_.empty()) columns_ = column_;
        if (short_rows_ == ShortRows::Fill)
            for (; column_ < columns_; ++column_) cells_.emplace_back();
        if (column_ != columns_) throw Ragged{column_};
        row_numbers_.push_back(static_cast<std::uint32_t>(row_));
    }

    [[nodiscard]] bool open_quote() const { return open_quote_; }
    [[nodiscard]] Place here() const { return {row_, std::max<std::size_t>(column_, 1)}; }
    [[nodiscard]] std::size_t row() const { return row_; }
    [[nodiscard]] std::size_t column() const { return column_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }

    /// The table of what was found, without empty columns at the right end. `text` is the text that was parsed.
    [[nodiscard]] Table finish(std::string text) {
        std::size_t used = 0;
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (cells_[i].length > 0) used = std::max(used, i % columns_ + 1);
        if (used < columns_) {
            std::size_t kept = 0;
            for (std::size_t i = 0; i < cells_.size(); ++i)
                if (i % columns_ < used) cells_[kept++] = cells_[i];
            cells_.resize(kept);
        }
        text += extra_;
        return Table(std::move(text), std::move(cells_), used, std::move(row_numbers_));
    }

private:
    [[nodiscard]] Span trimmed(std::size_t begin, std::size_t length) const {
        const bool made = begin >= text_.size();
        const char* const base = made ? extra_.data() + (begin - text_.size()) : text_.data() + begin;
        const std::string_view cell = without_blanks({base, length});
        if (cell.empty()) return {};
        return {static_cast<std::uint32_t>(begin + static_cast<std::size_t>(cell.data() - base)),
                static_cast<std::uint32_t>(cell.size())};
    }

    const std::string& text_;
    bool restore_tabs_;
    ShortRows short_rows_;
    std::string extra_;
    std::vector<Span> cells_;
    std::vector<std::uint32_t> row_numbers_;
    std::size_t columns_ = 0;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    bool open_quote_ = false;
};

base::Error ragged(const Collector& found, const std::string& path) {
    const std::size_t column = std::min(found.column(), found.columns()) + 1;
    base::Args args = place_args(path, {found.row(), column});
    args.emplace_back("found", static_cast<std::int64_t>(found.column()));
    args.emplace_back("expected", static_cast<std::int64_t>(found.columns()));
    return base::Error("sheet-ragged", std::move(args));
}

/// Orcus names no position: a quote that does not end is the only fault that reaches the end of the text.
base::Error quote_fault(const Collector& found, const std::string& text, char delimiter, const std::string& path) {
    const bool open = std::count(text.begin(), text.end(), '"') % 2 == 1;
    if (!open) return base::Error("sheet-quote-inside", place_args(path, found.here()));
    return base::Error("sheet-quote-open", place_args(path, place_at(text, text.rfind('"'), delimiter)));
}

} // namespace

base::Result<Csv> parse_csv(std::string content, const std::string& path, ShortRows short_rows) {
    if (content.size() > kLargestFile)
        return base::Error("file-too-large", {{"path", path}, {"limit", static_cast<std::int64_t>(kLargestFile)}});
    base::Result<TidyText> tidied = tidy(std::move(content), path);
    if (!tidied) return tidied.error();
    orcus::csv::parser_config config;
    config.delimiters = std::string(1, tidied->delimiter == '\t' ? kTabStandIn : tidied->delimiter);
    config.text_qualifier = '"';
    config.trim_cell_value = false;
    Collector found(tidied->text, tidied->delimiter, short_rows);
    try {
        orcus::csv_parser<Collector> parser(tidied->text.data(), tidied->text.size(), found, config);
        parser.parse();
    } catch (const Ragged&) {
        return ragged(found, path);
    } catch (const std::exception&) {
        return quote_fault(found, tidied->text, config.delimiters.front(), path);
    }
    if (found.open_quote()) return quote_fault(found, tidied->text, config.delimiters.front(), path);
    Table table = found.finish(std::move(tidied->text));
    if (table.rows() == 0) return base::Error("sheet-empty", {{"path", path}});
    return Csv{std::move(table), tidied->delimiter};
}

base::Result<Csv> read_csv(const std::string& path) {
    base::Result<std::string> content = base::read_file(path, kLargestFile);
    if (!content) return content.error();
    return parse_csv(std::move(content).value(), path);
}

} // namespace timbang::sheets
