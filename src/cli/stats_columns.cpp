#include "cli/stats_columns.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "cli/stats_input.h"

namespace timbang::cli {

namespace {

constexpr std::array<std::string_view, 8> kYes{"1", "yes", "true", "right", "ya", "benar", "y", "t"};
constexpr std::array<std::string_view, 8> kNo{"0", "no", "false", "wrong", "tidak", "salah", "n", "f"};

std::optional<std::size_t> column_named(const sheets::Table& table, std::string_view name) {
    const std::string wanted = base::fold_case(name);
    for (std::size_t column = 0; column < table.columns(); ++column)
        if (base::fold_case(table.text(0, column)) == wanted) return column;
    return std::nullopt;
}

} // namespace

base::Result<std::size_t> find_column(const sheets::Table& table, const std::string& path, std::string_view name) {
    if (const auto found = column_named(table, name)) return *found;
    std::string columns;
    for (std::size_t column = 0; column < std::min<std::size_t>(table.columns(), 20); ++column)
        columns += (columns.empty() ? "" : ", ") + std::string(table.text(0, column));
    if (table.columns() > 20) columns += ", …";
    return base::Error("stats-column-missing", {{"name", std::string(name)}, {"path", path}, {"columns", columns}});
}

bool has_column(const sheets::Table& table, std::string_view name) { return column_named(table, name).has_value(); }

Elements elements_of(const sheets::Table& table, std::size_t column) {
    Elements elements;
    std::unordered_map<std::string_view, std::size_t> known;
    constexpr auto kNone = static_cast<std::size_t>(-1);
    for (std::size_t row = 1; row < table.rows(); ++row) {
        const std::string_view text = table.text(row, column);
        if (text.empty()) {
            elements.of_row.push_back(kNone);
            continue;
        }
        const auto [place, added] = known.emplace(text, elements.names.size());
        if (added) elements.names.emplace_back(text);
        elements.of_row.push_back(place->second);
    }
    for (std::size_t& element : elements.of_row)
        if (element == kNone) element = elements.names.size();
    return elements;
}

base::Result<bool> yes_or_no(const sheets::Table& table, const std::string& path, std::size_t row, std::size_t column) {
    const std::string text = base::fold_case(table.text(row, column));
    if (std::find(kYes.begin(), kYes.end(), text) != kYes.end()) return true;
    if (std::find(kNo.begin(), kNo.end(), text) != kNo.end()) return false;
    return cell_error("stats-outcome", table, path, row, column);
}

} // namespace timbang::cli
