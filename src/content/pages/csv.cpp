#include <algorithm>
#include <string>
#include <vector>

#include "content/pages.h"
#include "content/pages/writer.h"

namespace timbang::content {

namespace {

using Record = std::vector<std::string>;

char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    constexpr char candidates[] = {',', ';', '\t'};
    return *std::max_element(std::begin(candidates), std::end(candidates), [&](char a, char b) {
        return std::count(first.begin(), first.end(), a) < std::count(first.begin(), first.end(), b);
    });
}

std::vector<Record> read_records(std::string_view text) {
    const char separator = separator_of(text);
    std::vector<Record> records;
    Record record;
    std::string cell;
    bool inside = false;
    const auto end_record = [&] {
        record.push_back(std::move(cell));
        cell.clear();
        if (record.size() > 1 || !record.front().empty()) records.push_back(std::move(record));
        record.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inside && c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            cell += '"';
            ++at;
        } else if (c == '"' && (inside || cell.empty())) {
            inside = !inside;
        } else if (inside) {
            cell += c;
        } else if (c == separator) {
            record.push_back(std::move(cell));
            cell.clear();
        } else if (c == '\n') {
            end_record();
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !record.empty()) end_record();
    return records;
}

bool is_figure(std::string_view cell) {
    return std::all_of(cell.begin(), cell.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '%' || c == ' ';
    });
}

std::vector<domain::Align> aligns_of(const std::vector<Record>& records) {
    std::size_t columns = 0;
    for (const Record& record : records) columns = std::max(columns, record.size());
    std::vector<domain::Align> aligns(columns, domain::Align::Right);
    for (std::size_t i = 1; i < records.size(); ++i)
        for (std::size_t column = 0; column < records[i].size(); ++column)
            if (!is_figure(records[i][column])) aligns[column] = domain::Align::Left;
    return aligns;
}

} // namespace

domain::Page parse_csv_page(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    const auto records = read_records(text);
    const auto aligns = aligns_of(records);
    PageWriter writer(text.size());
    domain::Block table;
    table.kind = domain::BlockKind::Table;
    table.rows.reserve(records.size());
    std::vector<Words> cells(aligns.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (Words& cell : cells) cell.clear();
        for (std::size_t column = 0; column < records[i].size(); ++column)
            cells[column].add(records[i][column], i == 0);
        table.rows.push_back(writer.row(cells, aligns, i == 0));
    }
    writer.add(std::move(table));
    return writer.finish();
}

} // namespace timbang::content
