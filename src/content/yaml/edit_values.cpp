#include <algorithm>

#include "content/yaml/edit_parts.h"

namespace timbang::content::yaml {

namespace {

constexpr std::size_t kWidth = 100;

std::string_view without_last_break(std::string_view text) {
    return text.substr(0, text.find_last_not_of('\n') + 1); // npos + 1 is 0
}

/// Columns that the lines of a block scalar go in by; 0 when it has none.
int indent_of_lines(std::string_view written) {
    for (std::size_t line = written.find('\n'); line != std::string_view::npos; line = written.find('\n', line + 1)) {
        const std::size_t first = written.find_first_not_of(' ', line + 1);
        if (first != std::string_view::npos && written[first] != '\n' && written[first] != '\r')
            return static_cast<int>(first - line - 1);
    }
    return 0;
}

/// The lines behind `>`: broken at single spaces, n line breaks of the text as n + 1.
std::string folded(std::string_view text, int indent) {
    const std::string start = "\n" + std::string(static_cast<std::size_t>(indent), ' ');
    std::string made = text.ends_with('\n') ? ">" : ">-";
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::string breaks = start;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end == begin) {
            breaks.insert(0, "\n");
            ++begin;
            continue;
        }
        made += breaks;
        std::size_t line = made.size();
        for (std::size_t at = begin; at < end; ++at) {
            const bool single = text[at] == ' ' && text[at - 1] != ' ' && at + 1 < end && text[at + 1] != ' ';
            const std::size_t next = std::min(text.find(' ', at + 1), end);
            if (single && made.size() - line + (next - at) + static_cast<std::size_t>(indent) > kWidth) {
                made += start;
                line = made.size();
            } else {
                made += text[at];
            }
        }
        breaks = "\n" + start;
        begin = end + 1;
    }
    return made;
}

bool fits_folded(std::string_view text) {
    // Lines that go in stay as they are, so that they cannot be folded.
    return fits_literal(text) && text.find("\n ") == std::string_view::npos && text.find("\n\t") == std::string_view::npos;
}

std::string single_quoted(std::string_view text) {
    std::string made = "'";
    for (const char c : text) made.append(c == '\'' ? 2 : 1, c);
    return made + "'";
}

Value wrapped(const Way& way, std::size_t from, Value value) {
    for (std::size_t i = way.size(); i-- > from;) {
        if (way[i].is_index) value = list({std::move(value)});
        else value = map({{way[i].key, std::move(value)}});
    }
    return value;
}

} // namespace

std::string Editor::kept_style(const Found& found, const Value& value) const {
    const Node& node = *found.node;
    const std::size_t begin = node.begin.offset;
    const std::size_t end = content_end(node);
    const std::string_view written = std::string_view(text_).substr(begin, end - begin);
    const char style = node.plain || written.empty() ? ' ' : written.front();
    if (style == '|' || style == '>') {
        int indent = indent_of_lines(written);
        if (indent <= found.indent) indent = found.indent + layout_.step;
        const bool folds = style == '>' && fits_folded(value.text);
        if (!fits_literal(value.text)) return double_quoted(value.text);
        std::string made = folds ? folded(value.text, indent) : literal(value.text, indent);
        const std::size_t comment = written.substr(0, written.find('\n')).find(" #");
        if (comment != std::string_view::npos)
            made.insert(made.find('\n'), written.substr(comment, std::min(written.find_first_of("\r\n"), written.size()) - comment));
        return made;
    }
    if (style == '\'' && scalar(value.text, Write::Quoted, false).find('\\') == std::string::npos)
        return single_quoted(value.text);
    if (style != ' ') return double_quoted(value.text);
    const bool comment = comment_follows(end);
    const bool lines = value.text.find('\n') != std::string::npos;
    if (lines && !found.in_brackets() && !comment && fits_literal(value.text))
        return literal(value.text, found.indent + layout_.step);
    return scalar(value.text, value.write, found.in_brackets(), comment);
}

void Editor::set_scalar(const Found& found, const Value& value) {
    const std::size_t begin = found.node->begin.offset;
    std::string made = kept_style(found, value);
    if (begin > 0 && found.node->is_empty()) {
        const bool keyed = found.owner->is_mapping() && behind_colon(found.owner->keys[found.place]) == npos;
        if (keyed) made.insert(0, ": ");
        else if (text_[begin - 1] != ' ') made.insert(0, " ");
    }
    splice(begin, content_end(*found.node), made);
}

void Editor::replace_node(const Found& found, const Value& value) {
    const Node& node = *found.node;
    const std::size_t begin = node.begin.offset;
    const std::size_t tail = content_end(node);
    if (found.in_brackets()) return splice(begin, tail, (node.is_empty() ? " " : "") + flow(value));
    const bool mapping = found.owner->is_mapping();
    const std::size_t head = mapping ? behind_colon(found.owner->keys[found.place])
                                     : chunks(*found.owner)[found.place].begin + 1;
    std::string made = mapping ? behind_key(value, found.indent, layout_) : behind_hyphen(value, found.indent, layout_);
    const bool lines = made.starts_with('\n');
    const bool comments = std::string_view(text_).substr(head, begin - head).find('#') != std::string_view::npos;
    if (comments && lines) {
        splice(line_end(line_begin(begin) - 2), tail, made);
    } else if (comments) {
        splice(line_begin(begin), std::min(line_end(tail) + 1, text_.size()), "");
        splice(head, head, made);
    } else if (lines && comment_follows(tail)) {
        made.insert(0, text_, tail, line_end(tail) - tail);
        splice(head, line_end(tail), made);
    } else {
        splice(head, tail, made);
    }
}

base::Status Editor::set(const Way& way, const Value& value, const Order& order) {
    if (!readable()) return unreadable();
    const Found found = find(way);
    if (found.node != nullptr && found.owner != nullptr) {
        const bool scalars = found.node->is_scalar() && value.kind == Kind::Scalar;
        if (scalars && found.node->text == value.text && !found.node->is_empty()) return {};
        if (scalars) set_scalar(found, value);
        else if (found.owner->is_mapping() && behind_colon(found.owner->keys[found.place]) == npos) return unsupported();
        else replace_node(found, value);
        read();
        return {};
    }
    if (way.empty()) return unsupported();
    std::size_t depth = way.size() - 1;
    while (depth > 0 && find({way.begin(), way.begin() + static_cast<std::ptrdiff_t>(depth)}).node == nullptr) --depth;
    const Way above(way.begin(), way.begin() + static_cast<std::ptrdiff_t>(depth));
    const Found owner = find(above);
    const Step& step = way[depth];
    if (step.is_index) {
        const bool behind = owner.node->is_empty() ? step.index == 0
                                                   : owner.node->is_sequence() && step.index == owner.node->items.size();
        return behind ? add_item(above, wrapped(way, depth + 1, value)) : unsupported();
    }
    if (owner.node->is_empty() && owner.owner != nullptr) return set(above, wrapped(way, depth, value));
    if (!owner.node->is_mapping()) return unsupported();
    return add_key(above, step.key, wrapped(way, depth + 1, value), depth + 1 == way.size() ? order : Order{});
}

base::Status Editor::set_text(const Way& way, const base::Text& text, const Order& order) {
    if (!readable()) return unreadable();
    if (text.empty()) return remove(way);
    const Node* const node = at(way);
    if (node == nullptr) return set(way, both(text), order);
    if (!node->is_mapping()) {
        const bool same = text.id == text.en;
        if (same && node->is_scalar() && without_last_break(node->text) == text.id) return {};
        const bool breaks = same && node->is_scalar() && node->text.ends_with('\n');
        return set(way, same ? sentence(text.id + (breaks ? "\n" : "")) : both(text));
    }
    for (const auto& [language, words_of] : {std::pair("id", &text.id), std::pair("en", &text.en)}) {
        Way inner = way;
        inner.emplace_back(language);
        const Node* const old = at(inner);
        if (old != nullptr && old->is_scalar() && without_last_break(old->text) == *words_of && !old->is_empty()) continue;
        const bool breaks = old != nullptr && old->is_scalar() && old->text.ends_with('\n');
        base::Status done = words_of->empty() ? remove(inner)
                                              : set(inner, sentence(*words_of + (breaks ? "\n" : "")), {"id", "en"});
        if (!done) return done;
    }
    return {};
}

} // namespace timbang::content::yaml
