#include <algorithm>

#include "base/utf8.h"
#include "content/yaml/node.h"

namespace timbang::content::yaml {

namespace {

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
    return text.substr(at, what.size()) == what;
}

/// Length of the line break at `at` as YAML 1.1 counts them (CR, LF, CR LF, NEL, LS, PS), or 0.
std::size_t line_break(std::string_view text, std::size_t at) {
    switch (text[at]) {
    case '\n': return 1;
    case '\r': return starts_with(text, at, "\r\n") ? 2 : 1;
    case '\xC2': return starts_with(text, at, "\xC2\x85") ? 2 : 0;
    case '\xE2': return starts_with(text, at, "\xE2\x80\xA8") || starts_with(text, at, "\xE2\x80\xA9") ? 3 : 0;
    default: return 0;
    }
}

} // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    const std::size_t first = starts_with(text_, 0, "\xEF\xBB\xBF") ? 3 : 0; // a byte order mark takes no column
    lines_.push_back(first);
    for (std::size_t at = first; at < text_.size();) {
        const std::size_t length = line_break(text_, at);
        at += length == 0 ? 1 : length;
        if (length != 0) lines_.push_back(at);
    }
}

std::size_t Source::offset(Place place) const {
    if (place.line < 1) return 0;
    const auto line = static_cast<std::size_t>(place.line) - 1;
    if (line >= lines_.size()) return text_.size();
    const std::size_t limit = line + 1 < lines_.size() ? lines_[line + 1] : text_.size();
    std::size_t at = lines_[line];
    for (int column = 1; column < place.column && at < limit; ++column) at = base::code_point_at(text_, at).next;
    return std::min(at, limit);
}

Place Source::place(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    auto line = std::upper_bound(lines_.begin(), lines_.end(), offset);
    if (line != lines_.begin()) --line;
    Place place;
    place.line = static_cast<int>(line - lines_.begin()) + 1;
    for (std::size_t at = *line; at < offset; at = base::code_point_at(text_, at).next) ++place.column;
    return place;
}

base::Span Source::span(Place begin, Place end) const {
    return {name_, begin.line, begin.column, offset(begin), offset(end)};
}

base::Span Source::span_at(std::size_t begin, std::size_t end) const {
    const Place at = place(begin);
    return {name_, at.line, at.column, begin, end};
}

const Node* Node::get(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i].text == key) return &items[i];
    return nullptr;
}

void overlay(Node& under, const Node& over) {
    if (!under.is_mapping() || !over.is_mapping()) {
        under = over;
        return;
    }
    for (std::size_t i = 0; i < over.keys.size(); ++i) {
        const auto same = std::find_if(under.keys.begin(), under.keys.end(),
                                       [&](const Key& key) { return key.text == over.keys[i].text; });
        if (same == under.keys.end()) {
            under.keys.push_back(over.keys[i]);
            under.items.push_back(over.items[i]);
        } else {
            overlay(under.items[static_cast<std::size_t>(same - under.keys.begin())], over.items[i]);
        }
    }
}

} // namespace timbang::content::yaml
