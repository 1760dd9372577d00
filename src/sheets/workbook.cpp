#include "sheets/workbook.h"

#include <algorithm>

namespace timbang::sheets {

namespace {

constexpr std::string_view kNoBreakSpaces[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t blank_at_front(std::string_view text) {
    if (text.empty()) return 0;
    if (is_blank(text.front())) return 1;
    for (const std::string_view blank : kNoBreakSpaces)
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

std::size_t blank_at_back(std::string_view text) {
    if (text.empty()) return 0;
    if (is_blank(text.back())) return 1;
    for (const std::string_view blank : kNoBreakSpaces)
        if (text.ends_with(blank)) return blank.size();
    return 0;
}

bool within(const Merge& merge, Place place) {
    return place.row >= merge.first.row && place.row <= merge.last.row && place.column >= merge.first.column &&
           place.column <= merge.last.column;
}

} // namespace

std::string cell_name(Place place) { return column_name(place.column) + std::to_string(place.row); }

std::string tidy_cell(std::string_view text) {
    for (std::size_t n = blank_at_front(text); n > 0; n = blank_at_front(text))
        text.remove_prefix(n);
    for (std::size_t n = blank_at_back(text); n > 0; n = blank_at_back(text))
        text.remove_suffix(n);
    std::string tidied;
    tidied.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        tidied += text[i] == '\r' ? '\n' : text[i];
    }
    return tidied;
}

const Cell& Sheet::cell(Place place) const {
    if (place.row == 0 || place.row > rows_.size()) return none_;
    const std::vector<Cell>& row = rows_[place.row - 1];
    return place.column == 0 || place.column > row.size() ? none_ : row[place.column - 1];
}

std::size_t Sheet::columns(std::size_t row) const {
    return row == 0 || row > rows_.size() ? 0 : rows_[row - 1].size();
}

bool Sheet::row_empty(std::size_t row) const {
    if (row == 0 || row > rows_.size()) return true;
    return std::all_of(rows_[row - 1].begin(), rows_[row - 1].end(), [](const Cell& cell) { return cell.empty(); });
}

const Merge* Sheet::covering(Place place) const {
    for (const Merge& merge : merges)
        if (within(merge, place) && !(merge.first == place)) return &merge;
    return nullptr;
}

void Sheet::set(Place place, Cell cell) {
    if (place.row > rows_.size()) rows_.resize(place.row);
    std::vector<Cell>& row = rows_[place.row - 1];
    if (place.column > row.size()) row.resize(place.column);
    row[place.column - 1] = std::move(cell);
}

} // namespace timbang::sheets
