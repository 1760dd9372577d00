#include <algorithm>
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

std::size_t next_point(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) < 0x80 ? at + 1 : base::code_point_at(text, at).next;
}

} // namespace

std::string_view Arena::copy(std::string_view text) {
    const std::span<char> room = copy(std::span<const char>(text));
    return {room.data(), room.size()};
}

PlaceFinder::PlaceFinder(std::string_view text) : text_(text) {
    if (starts_with(text_, 0, "\xEF\xBB\xBF")) place_.offset = 3; // a byte order mark takes no column
}

Place PlaceFinder::at(std::size_t offset) {
    const std::size_t end = std::min(offset, text_.size());
    while (place_.offset < end) {
        const std::size_t length = line_break(text_, place_.offset);
        if (place_.offset + length > end) break; // between CR and LF
        place_.offset = static_cast<std::uint32_t>(length != 0 ? place_.offset + length : next_point(text_, place_.offset));
        place_.line += length != 0 ? 1 : 0;
        place_.column = length != 0 ? 1 : place_.column + 1;
    }
    return place_;
}

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), arena_(text_.size() * kNodesPerByte) {}

base::Span Source::span_at(std::size_t begin, std::size_t end) const {
    const Place at = PlaceFinder(text_).at(begin);
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
