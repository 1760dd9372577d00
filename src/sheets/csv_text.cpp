#include "sheets/csv_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace timbang::sheets {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "sep=;" at the start tells spreadsheet programs the delimiter; they do not count it as a row.
std::optional<char> take_sep_line(std::string& text) {
    if (text.rfind("sep=", 0) != 0 || text.size() < 6 || (text[5] != '\n' && text[5] != '\r')) return std::nullopt;
    const char delimiter = text[4];
    if (delimiter != ',' && delimiter != ';' && delimiter != '\t') return std::nullopt;
    text.erase(0, text[5] == '\r' && text.size() > 6 && text[6] == '\n' ? 7 : 6);
    return delimiter;
}

std::optional<std::size_t> find_control(std::string_view text) {
    const auto control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
    };
    const auto found = std::find_if(text.begin(), text.end(), control);
    if (found == text.end()) return std::nullopt;
    return static_cast<std::size_t>(found - text.begin());
}

/// "\r\n" and '\r' become '\n'.
void unify_line_ends(std::string& text) {
    if (text.find('\r') == std::string::npos) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        text[kept++] = text[i] == '\r' ? '\n' : text[i];
    }
    text.resize(kept);
}

} // namespace

char detect_delimiter(std::string_view text) {
    std::size_t tabs = 0, semicolons = 0, commas = 0, in_numbers = 0;
    bool quoted = false;
    const std::size_t first = std::min(text.find_first_not_of("\r\n"), text.size()); // empty lines tell nothing
    for (std::size_t i = first; i < text.size() && (quoted || (text[i] != '\n' && text[i] != '\r')); ++i) {
        const char c = text[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        tabs += c == '\t';
        semicolons += c == ';';
        commas += c == ',';
        in_numbers += c == ',' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    }
    if (tabs + semicolons > 0) commas -= in_numbers;
    if (tabs > 0 && tabs >= semicolons && tabs >= commas) return '\t';
    return semicolons > 0 && semicolons >= commas ? ';' : ',';
}

Place place_at(std::string_view text, std::size_t offset, char delimiter) {
    Place place;
    bool quoted = false;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == delimiter) ++place.column;
        const bool ends_row = c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (ends_row) place = {place.row + 1, 1};
    }
    return place;
}

base::Result<TidyText> tidy(std::string content, const std::string& path) {
    if (content.rfind(kByteOrderMark, 0) == 0) content.erase(0, kByteOrderMark.size());
    const std::optional<char> told = take_sep_line(content);
    const char delimiter = told ? *told : detect_delimiter(content);
    if (const auto offset = base::invalid_utf8(content))
        return base::Error("sheet-not-utf8", place_args(path, place_at(content, *offset, delimiter)));
    if (const auto offset = find_control(content))
        return base::Error("sheet-not-text", place_args(path, place_at(content, *offset, delimiter)));
    unify_line_ends(content);
    if (content.find_first_not_of(" \n\t") == std::string::npos) return base::Error("sheet-empty", {{"path", path}});
    if (content.back() != '\n') content.push_back('\n');
    if (delimiter == '\t') std::replace(content.begin(), content.end(), '\t', kTabStandIn);
    return TidyText{std::move(content), delimiter};
}

} // namespace timbang::sheets
