#include "store/json_cursor.h"

#include <charconv>

#include "base/utf8.h"

namespace timbang::store {
namespace {

constexpr int kMaxDepth = 64;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

int hex_digit(char sign) {
    if (is_digit(sign)) return sign - '0';
    if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
    if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
    return -1;
}

} // namespace

void JsonCursor::spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
}

char JsonCursor::next() {
    spaces();
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonCursor::take(char sign) {
    if (next() != sign || at_ >= text_.size()) return false;
    ++at_;
    return true;
}

bool JsonCursor::string(std::string& out) {
    out.clear();
    if (!take('"')) return false;
    for (std::size_t from = at_; at_ < text_.size();) {
        const char sign = text_[at_];
        if (static_cast<unsigned char>(sign) < 0x20) return false;
        if (sign != '"' && sign != '\\') {
            ++at_;
            continue;
        }
        out.append(text_, from, at_ - from);
        ++at_;
        if (sign == '"') return true;
        if (!unescape(out)) return false;
        from = at_;
    }
    return false;
}

bool JsonCursor::code_unit(unsigned& out) {
    if (text_.size() - at_ < 4) return false;
    out = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hex_digit(text_[at_++]);
        if (digit < 0) return false;
        out = out * 16 + static_cast<unsigned>(digit);
    }
    return true;
}

bool JsonCursor::unescape(std::string& out) {
    if (at_ >= text_.size()) return false;
    constexpr std::string_view kSigns = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    const char sign = text_[at_++];
    if (const std::size_t place = kSigns.find(sign); place != std::string_view::npos) {
        out.push_back(kMeant[place]);
        return true;
    }
    unsigned unit = 0;
    if (sign != 'u' || !code_unit(unit)) return false;
    char32_t value = unit;
    if (unit >= 0xDC00 && unit <= 0xDFFF) return false;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        unsigned low = 0;
        if (text_.substr(at_, 2) != "\\u") return false;
        at_ += 2;
        if (!code_unit(low) || low < 0xDC00 || low > 0xDFFF) return false;
        value = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    base::append_utf8(out, value);
    return true;
}

bool JsonCursor::integer(std::int64_t& out) {
    spaces();
    const std::size_t from = at_;
    if (!skip_number()) return false;
    const char* const end = text_.data() + at_;
    const auto read = std::from_chars(text_.data() + from, end, out);
    return read.ec == std::errc() && read.ptr == end;
}

bool JsonCursor::value(std::string_view& span) {
    spaces();
    const std::size_t from = at_;
    if (!skip_value(0)) return false;
    span = text_.substr(from, at_ - from);
    return true;
}

bool JsonCursor::skip_string() {
    for (++at_; at_ < text_.size(); ++at_) {
        const char sign = text_[at_];
        if (sign == '"') {
            ++at_;
            return true;
        }
        if (static_cast<unsigned char>(sign) < 0x20) return false;
        if (sign != '\\') continue;
        if (++at_ >= text_.size()) return false;
        if (text_[at_] == 'u') {
            unsigned unit = 0;
            ++at_;
            if (!code_unit(unit)) return false;
            --at_;
        } else if (std::string_view("\"\\/bfnrt").find(text_[at_]) == std::string_view::npos) {
            return false;
        }
    }
    return false;
}

bool JsonCursor::skip_number() {
    const auto digits = [this] {
        const std::size_t from = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
        return at_ > from;
    };
    const auto here = [this](char sign) { return at_ < text_.size() && text_[at_] == sign; };
    if (here('-')) ++at_;
    if (here('0')) ++at_;
    else if (!digits()) return false;
    if (here('.')) {
        ++at_;
        if (!digits()) return false;
    }
    if (here('e') || here('E')) {
        ++at_;
        if (here('+') || here('-')) ++at_;
        if (!digits()) return false;
    }
    return true;
}

bool JsonCursor::skip_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
}

bool JsonCursor::skip_value(int depth) {
    if (depth > kMaxDepth) return false;
    switch (next()) {
    case '"': return skip_string();
    case '{': return skip_members('}', depth);
    case '[': return skip_members(']', depth);
    case 't': return skip_word("true");
    case 'f': return skip_word("false");
    case 'n': return skip_word("null");
    default: return skip_number();
    }
}

bool JsonCursor::skip_members(char close, int depth) {
    ++at_;
    if (take(close)) return true;
    do {
        if (close == '}') {
            if (next() != '"' || !skip_string() || !take(':')) return false;
        }
        if (!skip_value(depth + 1)) return false;
    } while (take(','));
    return take(close);
}

} // namespace timbang::store
