#include <algorithm>
#include <cstring>
#include <memory>

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

/// Nodes of a usual file take a little less than this many times its bytes.
constexpr std::size_t kNodesPerByte = 3;

/// A byte of `eight` is high or breaks a line. May say so of a byte behind such a one too.
bool has_no_letter(std::uint64_t eight) {
    constexpr std::uint64_t kOnes = 0x0101010101010101u;
    const auto has_zero = [](std::uint64_t bytes) { return (bytes - kOnes) & ~bytes; };
    return ((eight | has_zero(eight ^ (kOnes * '\n')) | has_zero(eight ^ (kOnes * '\r'))) & (kOnes << 7)) != 0;
}

/// End of the ASCII letters from `at` on that break no line.
std::size_t plain_end(std::string_view text, std::size_t at) {
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if (has_no_letter(eight)) break;
    }
    while (at < text.size()) {
        const unsigned char letter = static_cast<unsigned char>(text[at]);
        if (letter >= 0x80 || letter == '\n' || letter == '\r') break;
        ++at;
    }
    return at;
}

constexpr std::size_t kEvery = 256;

std::size_t next_point(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) < 0x80 ? at + 1 : base::code_point_at(text, at).next;
}

} // namespace

std::string_view Arena::copy(std::string_view text) {
    const std::span<char> room = copy(std::span<const char>(text));
    return {room.data(), room.size()};
}

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), arena_(text_.size() * kNodesPerByte) {
    std::size_t at = starts_with(text_, 0, "\xEF\xBB\xBF") ? 3 : 0; // a byte order mark takes no column
    lines_.push_back({at, 0});
    constexpr std::size_t kUsualLine = 64;
    lines_.reserve(text_.size() / kUsualLine);
    for (std::size_t point = 0; at < text_.size();) {
        const std::size_t plain = plain_end(text_, at) - at;
        enter_ascii(at, point, plain);
        at += plain;
        point += plain;
        if (at == text_.size()) break;
        const std::size_t length = line_break(text_, at);
        enter_ascii(at, point, length == 2 && text_[at] == '\r' ? 2 : 1); // CR LF is two code points
        point += length == 2 && text_[at] == '\r' ? 2 : 1;
        at = length != 0 ? at + length : next_point(text_, at);
        if (length != 0) lines_.push_back({at, point});
    }
}

void Source::enter_ascii(std::size_t offset, std::size_t point, std::size_t count) {
    for (std::size_t next = every_.size() * kEvery; next < point + count; next += kEvery)
        every_.push_back(offset + (next - point));
}

std::size_t Source::offset_of(std::size_t point, LineStart line) const {
    const std::size_t block = point / kEvery;
    if (block >= every_.size()) return text_.size();
    std::size_t at = every_[block];
    if (block + 1 < every_.size() && every_[block + 1] - at == kEvery) return at + point % kEvery; // all ASCII
    std::size_t left = point % kEvery;
    if (line.offset > at) at = line.offset, left = point - line.point;
    for (; left > 0 && at < text_.size(); --left) at = next_point(text_, at);
    return at;
}

std::size_t Source::offset(Place place) const {
    if (place.line < 1 || place.column < 1) return 0;
    const auto line = static_cast<std::size_t>(place.line) - 1;
    if (line >= lines_.size()) return text_.size();
    const std::size_t limit = line + 1 < lines_.size() ? lines_[line + 1].offset : text_.size();
    return std::min(offset_of(lines_[line].point + static_cast<std::size_t>(place.column) - 1, lines_[line]), limit);
}

Place Source::place(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    auto line = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                 [](std::size_t at, const LineStart& start) { return at < start.offset; });
    if (line != lines_.begin()) --line;
    const auto block = std::upper_bound(every_.begin(), every_.end(), offset);
    Place place;
    place.line = static_cast<int>(line - lines_.begin()) + 1;
    if (block == every_.begin() || offset < line->offset) return place;
    std::size_t point = (static_cast<std::size_t>(block - every_.begin()) - 1) * kEvery;
    for (std::size_t at = *(block - 1); at < offset; at = next_point(text_, at)) ++point;
    place.column = static_cast<int>(point - line->point) + 1;
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
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string_view text = keys[i].text;
        // Most differ in length or first letter: no call for them.
        if (text.size() == key.size() && (key.empty() || (text.front() == key.front() && text == key))) return &items[i];
    }
    return nullptr;
}

Node overlaid(const Node& under, const Node& over, Arena& arena) {
    if (!under.is_mapping() || !over.is_mapping()) return over;
    std::vector<Key> keys(under.keys.begin(), under.keys.end());
    std::vector<Node> items(under.items.begin(), under.items.end());
    for (std::size_t i = 0; i < over.keys.size(); ++i) {
        const auto same = std::find_if(under.keys.begin(), under.keys.end(),
                                       [&](const Key& key) { return key.text == over.keys[i].text; });
        if (same == under.keys.end()) {
            keys.push_back(over.keys[i]);
            items.push_back(over.items[i]);
        } else {
            Node& item = items[static_cast<std::size_t>(same - under.keys.begin())];
            item = overlaid(item, over.items[i], arena);
        }
    }
    Node node = under;
    node.keys = arena.copy(std::span<const Key>(keys));
    node.items = arena.copy(std::span<const Node>(items));
    return node;
}

} // namespace timbang::content::yaml
