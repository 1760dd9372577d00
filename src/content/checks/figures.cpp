#include "content/checks/figures.h"

#include <algorithm>

#include "base/utf8.h"

namespace timbang::content {

namespace {

constexpr std::size_t kMostDigits = 14;
constexpr int kMostDecimals = 4;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool take(std::string_view& text, std::string_view what) {
    if (text.substr(0, what.size()) != what) return false;
    text = base::trimmed(text.substr(what.size()));
    return true;
}

bool is_blank(std::string_view text) {
    return text.empty() || text == "-" || text == "–" || text == "—" || base::fold_case(text) == "nihil";
}

/// Digits and signs at the start of the text.
std::string_view take_number(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ','))
        ++end;
    while (end > 0 && !is_digit(text[end - 1]))
        --end;
    const std::string_view number = text.substr(0, end);
    text = base::trimmed(text.substr(end));
    return number;
}

/// Whether each `sign` has three digits behind it and one to three in front of the first.
bool is_grouped(std::string_view whole, char sign) {
    std::size_t at = whole.find(sign);
    if (at == 0 || at > 3) return false;
    while (at != std::string_view::npos) {
        const std::size_t next = whole.find(sign, at + 1);
        if ((next == std::string_view::npos ? whole.size() : next) - at != 4) return false;
        at = next;
    }
    return true;
}

/// The figure with its groups and decimals; Other where the signs make none.
CellFigure read_number(std::string_view number, char group, char decimal) {
    CellFigure figure;
    std::size_t mark = number.find(decimal);
    if (mark == std::string_view::npos && std::count(number.begin(), number.end(), group) == 1 &&
        !is_grouped(number, group))
        mark = number.find(group); // "12.5" where a comma is due
    const std::string_view whole = number.substr(0, mark);
    const std::string_view behind = mark == std::string_view::npos ? std::string_view() : number.substr(mark + 1);
    if (behind.size() > kMostDecimals || !std::all_of(behind.begin(), behind.end(), is_digit)) return figure;
    if (whole.find(group) != std::string_view::npos && !is_grouped(whole, group)) return figure;
    if (whole.empty() || whole.size() > kMostDigits + kMostDigits / 3 || whole.find(decimal) != std::string_view::npos)
        return figure;
    std::int64_t value = 0;
    for (const char c : whole)
        if (is_digit(c)) value = value * 10 + (c - '0');
    for (std::size_t i = 0; i < kMostDecimals; ++i)
        value = value * 10 + (i < behind.size() ? behind[i] - '0' : 0);
    figure.kind = CellFigure::Kind::Figure;
    figure.value = value;
    figure.decimals = static_cast<int>(behind.size());
    return figure;
}

} // namespace

CellFigure cell_figure(std::string_view cell, Notation notation) {
    CellFigure figure;
    std::string_view text = base::trimmed(cell);
    if (is_blank(text)) {
        figure.kind = CellFigure::Kind::Blank;
        return figure;
    }
    if (!take(text, "Rp.") && !take(text, "Rp")) static_cast<void>(take(text, "IDR"));
    const bool in_brackets = text.size() > 2 && text.front() == '(' && text.back() == ')';
    if (in_brackets) text = base::trimmed(text.substr(1, text.size() - 2));
    const bool below = take(text, "-") || take(text, "−") || take(text, "–") || in_brackets;
    const std::string_view number = take_number(text);
    while (!text.empty() && (is_letter(text.back()) || text.back() == '*' || text.back() == ' '))
        text.remove_suffix(1);
    const std::size_t digits = static_cast<std::size_t>(std::count_if(number.begin(), number.end(), is_digit));
    constexpr std::size_t kRoom = kMostDigits;
    if (!text.empty() || digits == 0 || digits > kRoom) return figure;
    figure = notation == Notation::Indonesian ? read_number(number, '.', ',') : read_number(number, ',', '.');
    if (below) figure.value = -figure.value;
    return figure;
}

} // namespace timbang::content
