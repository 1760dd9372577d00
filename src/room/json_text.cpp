#include "room/json_text.h"

#include <charconv>

#include "base/utf8.h"

namespace timbang::room {
namespace {

void append_escaped(std::string& out, unsigned char byte) {
    constexpr char kDigits[] = "0123456789abcdef";
    switch (byte) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out.push_back(kDigits[byte >> 4]);
        out.push_back(kDigits[byte & 15]);
    }
}

bool plain(unsigned char byte) {
    return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

void append_quoted(std::string& out, std::string_view text) {
    out.push_back('"');
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && plain(static_cast<unsigned char>(text[end])))
            ++end;
        out.append(text, at, end - at);
        if (end == text.size()) break;
        const auto byte = static_cast<unsigned char>(text[end]);
        if (byte < 0x80) {
            append_escaped(out, byte);
            at = end + 1;
        } else {
            const base::CodePoint point = base::code_point_at(text, end);
            base::append_utf8(out, point.value);
            at = point.next;
        }
    }
    out.push_back('"');
}

} // namespace

void JsonText::separate() {
    if (comma_) out_.push_back(',');
    comma_ = true;
}

JsonText& JsonText::open() {
    separate();
    out_.push_back('{');
    comma_ = false;
    return *this;
}

JsonText& JsonText::close() {
    out_.push_back('}');
    comma_ = true;
    return *this;
}

JsonText& JsonText::open_list() {
    separate();
    out_.push_back('[');
    comma_ = false;
    return *this;
}

JsonText& JsonText::close_list() {
    out_.push_back(']');
    comma_ = true;
    return *this;
}

JsonText& JsonText::key(std::string_view name) {
    separate();
    append_quoted(out_, name);
    out_.push_back(':');
    comma_ = false;
    return *this;
}

JsonText& JsonText::text(std::string_view value) {
    separate();
    append_quoted(out_, value);
    return *this;
}

JsonText& JsonText::number(std::int64_t value) {
    separate();
    char digits[24];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    return *this;
}

JsonText& JsonText::truth(bool value) {
    return raw(value ? "true" : "false");
}

JsonText& JsonText::null() {
    return raw("null");
}

JsonText& JsonText::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

JsonText& JsonText::both(const base::Text& value) {
    return open().text("en", value.en).text("id", value.id).close();
}

JsonText& JsonText::texts(const std::vector<std::string>& values) {
    open_list();
    for (const std::string& value : values)
        text(value);
    return close_list();
}

} // namespace timbang::room
