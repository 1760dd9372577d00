#include <algorithm>

#include "content/yaml/edit_parts.h"

namespace timbang::content::yaml {

namespace {

int column_of(const Node& collection) {
    return (collection.is_mapping() ? collection.keys.front().begin : collection.begin).column - 1;
}

} // namespace

Editor::Editor(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) { read(); }
Editor::~Editor() = default;

void Editor::read() {
    root_.reset();
    source_ = std::make_unique<Source>(path_, text_);
    base::Diagnostics findings;
    const auto root = parse(*source_, findings);
    if (!root || !findings.empty()) return; // a key that stands twice: which one is meant?
    root_ = std::make_unique<Node>(*root);
    layout_ = layout_of(*root_);
}

void Editor::splice(std::size_t begin, std::size_t end, std::string_view by) {
    std::string made(by);
    if (text_.find("\r\n") != std::string::npos) {
        for (std::size_t at = made.find('\n'); at != std::string::npos; at = made.find('\n', at + 2))
            if (at == 0 || made[at - 1] != '\r') made.insert(at, "\r");
            else --at;
    }
    text_.replace(begin, end - begin, made);
    edits_.push_back({path_, begin, end, std::move(made)});
}

base::Error Editor::unreadable() const { return base::Error("draft-unreadable", {{"path", path_}}); }
base::Error Editor::unsupported() const { return base::Error("draft-edit-unsupported", {{"path", path_}}); }

const Node* Editor::at(const Way& way) const { return root_ == nullptr ? nullptr : find(way).node; }

Editor::Found Editor::find(const Way& way) const {
    Found found{root_.get(), nullptr, 0, 0};
    for (const Step& step : way) {
        const Node* const owner = found.node;
        found = Found{nullptr, owner, 0, 0};
        if (owner == nullptr) return found;
        if (step.is_index) {
            if (owner->is_sequence() && step.index < owner->items.size()) found.place = step.index;
            else return found;
        } else {
            const auto key = std::find_if(owner->keys.begin(), owner->keys.end(),
                                          [&](const Key& known) { return known.text == step.key; });
            if (!owner->is_mapping() || key == owner->keys.end()) return found;
            found.place = static_cast<std::size_t>(key - owner->keys.begin());
        }
        found.node = &owner->items[found.place];
        found.indent = column_of(*owner);
    }
    return found;
}

std::size_t Editor::line_begin(std::size_t at) const {
    const std::size_t found = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    return found == std::string::npos ? (text_.starts_with("\xEF\xBB\xBF") ? 3 : 0) : found + 1;
}

std::size_t Editor::line_end(std::size_t at) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    return end > at && text_[end - 1] == '\r' ? end - 1 : end;
}

bool Editor::comment_follows(std::size_t at) const {
    const std::size_t next = text_.find_first_not_of(" \t", at);
    return next != std::string::npos && next > at && text_[next] == '#';
}

std::size_t Editor::content_end(const Node& node) const {
    const std::size_t begin = node.begin.offset;
    const std::size_t end = node.end.offset;
    if (!node.is_scalar()) return node.flow || node.items.empty() ? end : content_end(node.items.back());
    const bool lines = !node.plain && begin < text_.size() && (text_[begin] == '|' || text_[begin] == '>');
    if (!lines) return end;
    std::size_t last = end;
    const bool keeps = std::string_view(text_).substr(begin, 3).find('+') != std::string_view::npos; // "|+": empty lines count
    while (last > begin && (text_[last - 1] == '\n' || text_[last - 1] == '\r' || (!keeps && text_[last - 1] == ' '))) {
        --last;
        if (keeps && text_[last] == '\n') break;
    }
    return last;
}

std::size_t Editor::behind_colon(const Key& key) const {
    const std::size_t at = text_.find_first_not_of(" \t", key.end.offset);
    return at != std::string::npos && text_[at] == ':' ? at + 1 : npos;
}

std::vector<Editor::Chunk> Editor::chunks(const Node& collection) const {
    std::vector<Chunk> list;
    const int column = column_of(collection);
    std::size_t from = collection.begin.offset;
    for (std::size_t i = 0; i < collection.items.size(); ++i) {
        Chunk chunk;
        chunk.end = content_end(collection.items[i]);
        if (collection.is_mapping()) {
            chunk.begin = collection.keys[i].begin.offset;
            chunk.end = std::max<std::size_t>(chunk.end, collection.keys[i].end.offset);
        } else if (collection.flow) {
            chunk.begin = collection.items[i].begin.offset;
        } else {
            chunk.begin = from;
            for (std::size_t line = from; i > 0 && line < text_.size();) { // the next line that begins with a hyphen
                line = text_.find('\n', line) + 1;
                chunk.begin = text_.find_first_not_of(' ', line);
                if (line == 0 || chunk.begin == std::string::npos || text_[chunk.begin] == '-') break;
            }
        }
        chunk.lead = chunk.begin;
        for (std::size_t line = line_begin(chunk.begin); i > 0 && !collection.flow && line > line_end(from) + 1;) {
            line = line_begin(line - 1);
            const std::size_t first = text_.find_first_not_of(' ', line);
            if (line <= from || first - line != static_cast<std::size_t>(column) || text_[first] != '#') break;
            chunk.lead = first;
        }
        from = chunk.end;
        list.push_back(chunk);
    }
    return list;
}

} // namespace timbang::content::yaml
