#include "sheets/table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace timbang::sheets {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "12 %" → "12"; says whether there was a percent sign.
bool take_percent(std::string_view& text) {
    if (text.empty() || text.back() != '%') return false;
    do text.remove_suffix(1);
    while (!text.empty() && text.back() == ' ');
    return true;
}

/// "3,5", "-0,25", "+12,5%": a number that can only be meant with a decimal comma.
bool has_decimal_comma(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    take_percent(text);
    const std::size_t comma = text.find(',');
    if (comma == 0 || comma == std::string_view::npos || comma + 1 == text.size()) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(comma), is_digit) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(comma) + 1, text.end(), is_digit);
}

} // namespace

std::string column_name(std::size_t column) {
    std::string name;
    for (; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

base::Args place_args(const std::string& path, Place place) {
    return {{"path", path},
            {"row", static_cast<std::int64_t>(place.row)},
            {"column", static_cast<std::int64_t>(place.column)},
            {"letter", column_name(place.column)}};
}

std::optional<double> parse_number(std::string_view text, DecimalMark mark) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '-') return std::nullopt;
    }
    const bool percent = take_percent(text);
    std::array<char, 64> buffer{};
    if (text.empty() || text.size() > buffer.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        // The letters of "inf", "nan" and "0x1p3" are no numbers here; the other mark is none either.
        const bool known = is_digit(c) || c == '-' || c == '+' || c == 'e' || c == 'E' ||
                           c == (mark == DecimalMark::Comma ? ',' : '.');
        if (!known) return std::nullopt;
        buffer[i] = c == ',' ? '.' : c;
    }
    double value = 0;
    const char* const end = buffer.data() + text.size();
    const auto [stop, failure] = std::from_chars(buffer.data(), end, value);
    if (failure != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
    return percent ? value / 100 : value;
}

Table::Table(std::string text, std::vector<Span> cells, std::size_t columns, std::vector<std::uint32_t> row_numbers)
    : text_(std::move(text)), cells_(std::move(cells)), columns_(columns), row_numbers_(std::move(row_numbers)) {
    if (text_.find(',') == std::string::npos) return;
    const bool comma = std::any_of(cells_.begin(), cells_.end(), [this](Span span) {
        return has_decimal_comma({text_.data() + span.begin, span.length});
    });
    if (comma) mark_ = DecimalMark::Comma;
}

} // namespace timbang::sheets
