#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"
#include "content/yaml/write.h"

namespace timbang::content::yaml {

namespace {

bool blank(char c) { return c == ' ' || c == '\t'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

/// Words that readers of YAML 1.1 or 1.2 take for a truth value or nothing; this format has none of them.
bool is_foreign_word(std::string_view folded) {
    constexpr std::array kWords = {"yes", "no", "on", "off", "y", "n", "null", "~", ".nan", ".inf", "+.inf", "-.inf"};
    return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

/// Numbers, dates and times in any of the forms that some reader knows (0x1F, 1_000, 1:30, 1e3, 2024-01-01): what begins
/// with a digit, or with a sign or point and a digit, and holds nothing but signs of numbers.
bool looks_like_number(std::string_view text) {
    const std::size_t first = text.find_first_not_of("+-.");
    if (first == std::string_view::npos) return !text.empty();
    if (!digit(text[first])) return false;
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(), [](char c) {
        return digit(c) || std::string_view("+-.:_,/ abcdefABCDEFxoTtZz").find(c) != std::string_view::npos;
    });
}

/// Whether a reader, knowing nothing of types, would read these very characters.
bool plain_safe(std::string_view text, bool flow) {
    if (text.empty() || blank(text.front()) || blank(text.back()) || text.back() == ':') return false;
    if (text.starts_with("---") || text.starts_with("...")) return false;
    if (std::string_view("?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
    if (text.front() == '-' && (text.size() == 1 || !digit(text[1]))) return false;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const char32_t c = point.value;
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE) return false;
        if (c == ':' && (flow || (point.next < text.size() && blank(text[point.next])))) return false;
        if (c == '#' && at > 0 && blank(text[at - 1])) return false;
        if (flow && c < 0x80 && std::string_view(",[]{}?").find(static_cast<char>(c)) != std::string_view::npos) return false;
        at = point.next;
    }
    return true;
}

} // namespace

std::string double_quoted(std::string_view text) {
    std::string made = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const char32_t c = point.value;
        if (c == '"' || c == '\\') {
            made += '\\';
            made += static_cast<char>(c);
        } else if (c == '\n') {
            made += "\\n";
        } else if (c == '\t') {
            made += "\\t";
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF) {
            std::array<char, 8> code{};
            (void)std::snprintf(code.data(), code.size(), "\\u%04X", static_cast<unsigned>(c));
            made += code.data();
        } else {
            made.append(text, at, point.next - at);
        }
        at = point.next;
    }
    return made + '"';
}

std::string scalar(std::string_view text, Write write, bool flow, bool before_comment) {
    const std::string folded = base::fold_case(text);
    const bool foreign = is_foreign_word(folded) ||
                         (write == Write::Text && (looks_like_number(text) || folded == "true" || folded == "false" ||
                                                   text == "=" || text == "<<"));
    // A comment behind text would be taken for a part of it that was cut off.
    const bool cut = before_comment && write == Write::Text;
    if (write == Write::Quoted || foreign || cut || !plain_safe(text, flow)) return double_quoted(text);
    return std::string(text);
}

bool fits_literal(std::string_view text) {
    if (text.find_first_not_of('\n') == std::string_view::npos || text.ends_with("\n\n")) return false;
    const char first = text[text.find_first_not_of('\n')];
    if (blank(first) || text.front() == '\n') return false;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const char32_t c = point.value;
        if (c != '\n' && (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE))
            return false;
        at = point.next;
    }
    return true;
}

std::string literal(std::string_view text, int indent) {
    std::string made = text.ends_with('\n') ? "|" : "|-";
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        made += '\n';
        if (end > begin) made.append(static_cast<std::size_t>(indent), ' ').append(text, begin, end - begin);
        begin = end + 1;
    }
    return made;
}

} // namespace timbang::content::yaml
