#include "content/play/line.h"

namespace timbang::content {

namespace {

constexpr std::string_view kSpaces = " \t\r\n";

/// Takes a quoted string off the front; nothing when it does not end.
std::optional<std::string> take_quoted(std::string_view& text) {
    std::string out;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '"') {
            text.remove_prefix(at + 1);
            return out;
        }
        if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\')) ++at;
        out += text[at];
    }
    return std::nullopt;
}

} // namespace

Line::Line(std::string_view text) : text_(text) {
    const std::size_t last = text_.find_last_not_of(kSpaces);
    text_ = text_.substr(0, last == std::string_view::npos ? 0 : last + 1);
    skip();
}

void Line::skip() {
    const std::size_t first = text_.find_first_not_of(kSpaces);
    text_.remove_prefix(first == std::string_view::npos ? text_.size() : first);
}

std::optional<std::string> Line::word() {
    if (text_.empty()) return std::nullopt;
    if (text_.front() == '"') {
        if (auto quoted = take_quoted(text_)) {
            skip();
            return quoted;
        }
    }
    const std::size_t end = std::min(text_.find_first_of(kSpaces), text_.size());
    std::string found(text_.substr(0, end));
    text_.remove_prefix(end);
    skip();
    return found;
}

std::string Line::rest() {
    if (!text_.empty() && text_.front() == '"') {
        std::string_view probe = text_;
        auto quoted = take_quoted(probe);
        if (quoted && probe.empty()) {
            text_ = {};
            return *quoted;
        }
    }
    std::string found(text_);
    text_ = {};
    return found;
}

std::string quoted_words(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + '"';
}

} // namespace timbang::content
