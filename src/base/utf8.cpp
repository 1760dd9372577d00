#include "base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace timbang::base {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Decodes by table 3-7 of the Unicode standard (well-formed byte sequences). Length 0: not well formed.
struct Decoded {
    char32_t value;
    std::size_t length;
};

Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xC2 || lead > 0xF4) return {kReplacement, 0};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < length) return {kReplacement, 0};
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead == 0xE0) low = 0xA0; // overlong
    if (lead == 0xED) high = 0x9F; // surrogates
    if (lead == 0xF0) low = 0x90; // overlong
    if (lead == 0xF4) high = 0x8F; // above 10FFFF
    if (byte(1) < low || byte(1) > high) return {kReplacement, 0};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u) return {kReplacement, 0};
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    return {value, length};
}

bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Latin blocks of the Unicode character database: Basic Latin, Latin-1, Extended-A, Extended Additional. In the pairs
/// of the extended blocks the capital stands directly before its small letter.
char32_t lower(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
    if (c < 0x100) return c;
    const bool even_capital = (c <= 0x137 && c != 0x130) || (c >= 0x14A && c <= 0x177) ||
                              (c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF) ||
                              (c >= 0x1F8 && c <= 0x21F) || (c >= 0x222 && c <= 0x233);
    if (even_capital) return c | 1u;
    const bool odd_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC);
    if (odd_capital) return c + (c & 1u);
    if (c == 0x130) return 'i';
    if (c == 0x178) return 0xFF;
    return c;
}

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> points;
    points.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        points.push_back(point.value);
        at = point.next;
    }
    return points;
}

} // namespace

std::size_t ascii_end(std::string_view text, std::size_t from) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080u;
    for (std::uint64_t eight = 0; from + sizeof eight <= text.size(); from += sizeof eight) {
        std::memcpy(&eight, text.data() + from, sizeof eight);
        if ((eight & kHighBits) != 0) break;
    }
    while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
    return std::min(from, text.size());
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    for (std::size_t at = ascii_end(text); at < text.size(); at = ascii_end(text, at)) {
        const std::size_t size = decode(text.substr(at)).length;
        if (size == 0) return at;
        at += size;
    }
    return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    const Decoded decoded = decode(text.substr(offset));
    return {decoded.value, offset + std::max<std::size_t>(decoded.length, 1)};
}

void append_utf8(std::string& text, char32_t value) {
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
    const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (value < 0x80) return add(value);
    if (value < 0x800) {
        add(0xC0 | (value >> 6));
    } else if (value < 0x10000) {
        add(0xE0 | (value >> 12));
        add(0x80 | ((value >> 6) & 0x3F));
    } else {
        add(0xF0 | (value >> 18));
        add(0x80 | ((value >> 12) & 0x3F));
        add(0x80 | ((value >> 6) & 0x3F));
    }
    add(0x80 | (value & 0x3F));
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) at = code_point_at(text, at).next;
    return count;
}

std::string fold_spaces(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (is_space(point.value)) {
            gap = true;
        } else {
            if (gap && !folded.empty()) folded.push_back(' ');
            gap = false;
            folded.append(text.substr(at, point.next - at));
        }
        at = point.next;
    }
    return folded;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r";
    const std::size_t first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
    std::string all;
    for (const std::string& word : words) (all.empty() ? all : all.append(between)).append(word);
    return all;
}

std::string fold_case(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text.substr(at));
        if (decoded.length == 0) folded.push_back(text[at]);
        else append_utf8(folded, lower(decoded.value));
        at += std::max<std::size_t>(decoded.length, 1);
    }
    return folded;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::vector<char32_t> left = code_points(a);
    const std::vector<char32_t> right = code_points(b);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace timbang::base
