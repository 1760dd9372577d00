#include <algorithm>

#include "content/yaml/edit_parts.h"

namespace timbang::content::yaml {

namespace {

constexpr std::size_t kWidth = 120;

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// The place behind the last key that precedes `key` in the order; at the end for a key that is not in it.
std::size_t place_for(const Node& mapping, const std::string& key, const Order& order) {
    const auto rank = [&](std::string_view name) { return std::find(order.begin(), order.end(), name) - order.begin(); };
    const auto own = rank(key);
    if (own == static_cast<std::ptrdiff_t>(order.size())) return mapping.keys.size();
    std::size_t place = 0;
    for (std::size_t i = 0; i < mapping.keys.size(); ++i)
        if (rank(mapping.keys[i].text) < own) place = i + 1;
    return place;
}

} // namespace

base::Status Editor::add_key(const Way& mapping, const std::string& key, const Value& value, const Order& order) {
    const Found found = find(mapping);
    const Node& node = *found.node;
    if (found.owner == nullptr && node.keys.empty()) {
        const bool break_needed = !text_.empty() && !text_.ends_with('\n');
        splice(text_.size(), text_.size(), (break_needed ? "\n" : "") + entry(key, value, 0, layout_) + "\n");
    } else if (node.flow && node.keys.empty() && !found.in_brackets()) {
        replace_node(found, map({{key, value}}));
    } else if (node.flow) {
        add_flow(node, place_for(node, key, order), scalar(key, Write::Word, true) + ": " + flow(value));
    } else {
        add_block(node, place_for(node, key, order), entry(key, value, node.keys.front().begin.column - 1, layout_));
    }
    read();
    return {};
}

void Editor::add_flow(const Node& node, std::size_t place, const std::string& text) {
    if (node.items.empty()) return splice(node.begin.offset + 1, node.begin.offset + 1, text);
    const std::vector<Chunk> list = chunks(node);
    if (place == 0) return splice(list[0].begin, list[0].begin, text + ", ");
    const Chunk& before = list[std::min(place, list.size()) - 1];
    const std::size_t line = line_begin(before.begin);
    const std::size_t first = line_begin(list[0].begin);
    // On a line of its own where the one before has one, or where the line gets too long.
    const bool own_line = place > 1 && text_.find_first_not_of(' ', line) == before.begin && first != line;
    const bool too_long = place >= list.size() && line_end(before.end) - line + text.size() > kWidth;
    const std::size_t column = list[0].begin - first;
    splice(before.end, before.end, (own_line || too_long ? ",\n" + spaces(column) : ", ") + text);
}

void Editor::add_block(const Node& node, std::size_t place, const std::string& text) {
    const std::vector<Chunk> list = chunks(node);
    const int column = (node.is_mapping() ? node.keys.front().begin : node.begin).column - 1;
    const std::string indent = spaces(static_cast<std::size_t>(column));
    if (place == 0) return splice(list[0].begin, list[0].begin, text + "\n" + indent);
    const std::size_t at = line_end(list[std::min(place, list.size()) - 1].end);
    splice(at, at, "\n" + indent + text);
}

base::Status Editor::add_item(const Way& way, const Value& asked, std::size_t place, const Order& order) {
    if (!readable()) return unreadable();
    const Found found = find(way);
    if (found.node == nullptr) return set(way, list({asked}), order);
    const Node& node = *found.node;
    if (node.is_mapping() || found.owner == nullptr) return unsupported();
    Value value = asked;
    if (node.is_scalar() && !node.is_empty()) {
        const std::string one(node.text);
        std::vector<Value> items = {node.plain ? word(one) : quotation(one)};
        items.insert(place == 0 ? items.begin() : items.end(), std::move(value));
        return set(way, list(std::move(items)));
    }
    if (node.items.empty() && !found.in_brackets()) {
        replace_node(found, list({std::move(value)}));
    } else if (node.flow || node.items.empty()) {
        add_flow(node, std::min(place, node.items.size()), flow(value));
    } else {
        const Node& last = node.items.back();
        if (value.kind != Kind::Scalar && value.style == Value::Style::Auto && !last.is_scalar() && !last.flow)
            value.style = Value::Style::Block;
        add_block(node, std::min(place, node.items.size()), "-" + behind_hyphen(value, node.begin.column - 1, layout_));
    }
    read();
    return {};
}

base::Status Editor::remove(const Way& way) {
    if (!readable()) return unreadable();
    const Found found = find(way);
    if (found.node == nullptr) return {};
    if (found.owner == nullptr) return unsupported();
    if (found.owner->flow) {
        remove_flow(*found.owner, found.place);
    } else {
        const Found owner = find({way.begin(), way.end() - 1});
        if (owner.node->items.size() == 1) leave_empty(owner);
        else remove_block(owner, found.place);
    }
    read();
    return {};
}

void Editor::remove_flow(const Node& node, std::size_t place) {
    const std::vector<Chunk> list = chunks(node);
    if (list.size() == 1) return splice(node.begin.offset + 1, node.end.offset - 1, "");
    if (place + 1 < list.size()) splice(list[place].begin, list[place + 1].begin, "");
    else splice(list[place - 1].end, list[place].end, "");
}

void Editor::remove_block(const Found& owner, std::size_t place) {
    const std::vector<Chunk> list = chunks(*owner.node);
    const Chunk& chunk = list[place];
    const std::size_t line = line_begin(chunk.lead);
    if (text_.find_first_not_of(' ', line) != chunk.lead) // behind a hyphen
        return splice(chunk.begin, list[place + 1].lead, "");
    const std::size_t end = text_.find('\n', chunk.end);
    if (end != std::string::npos) splice(line, end + 1, "");
    else splice(line == 0 ? 0 : line_end(line - 1), text_.size(), "");
}

void Editor::leave_empty(const Found& owner) {
    const Node& node = *owner.node;
    const Chunk chunk = chunks(node)[0];
    const std::string nothing = node.is_mapping() ? "{}" : "[]";
    const std::size_t line = line_begin(chunk.begin);
    const bool alone = text_.find_first_not_of(' ', line) == chunk.begin;
    const std::size_t end = std::min(text_.find('\n', chunk.end), text_.size() - 1) + 1;
    if (owner.owner == nullptr) return splice(line, end, node.is_mapping() ? "" : nothing + "\n");
    if (!alone) return splice(chunk.begin, chunk.end, nothing);
    const std::size_t head = owner.owner->is_mapping() ? behind_colon(owner.owner->keys[owner.place])
                                                       : chunks(*owner.owner)[owner.place].begin + 1;
    splice(line, end, "");
    splice(head, head, " " + nothing);
}

base::Status Editor::move_item(const Way& way, std::size_t from, std::size_t to) {
    if (!readable()) return unreadable();
    const Node* const node = at(way);
    if (node == nullptr || !node->is_sequence() || from >= node->items.size() || to >= node->items.size())
        return unsupported();
    if (from == to) return {};
    std::vector<Chunk> list = chunks(*node);
    std::vector<std::string> pieces;
    for (Chunk& chunk : list) {
        if (!node->flow) chunk.end = std::max(chunk.end, line_end(chunk.end)); // with the comment behind it
        pieces.push_back(text_.substr(chunk.lead, chunk.end - chunk.lead));
    }
    std::string moved = std::move(pieces[from]);
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(from));
    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    for (std::size_t i = list.size(); i-- > 0;)
        if (text_.compare(list[i].lead, list[i].end - list[i].lead, pieces[i]) != 0)
            splice(list[i].lead, list[i].end, pieces[i]);
    read();
    return {};
}

} // namespace timbang::content::yaml
