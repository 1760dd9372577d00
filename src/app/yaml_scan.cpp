#include "app/yaml_scan.h"

#include <algorithm>

namespace timbang::app {
namespace {

using Kind = YamlPieceKind;

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

bool number(std::string_view word) {
    if (!word.empty() && (word[0] == '-' || word[0] == '+')) word.remove_prefix(1);
    if (word.empty() || word[0] < '0' || word[0] > '9') return false;
    return std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Cuts a text into pieces, line by line.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    std::vector<YamlPiece> cut() {
        while (at_ < text_.size()) {
            line_ = at_;
            line();
        }
        return std::move(pieces_);
    }

private:
    [[nodiscard]] std::size_t line_end(std::size_t from) const { return std::min(text_.find('\n', from), text_.size()); }

    void add(Kind kind, std::size_t begin, std::size_t end) {
        const std::size_t newline = begin == 0 ? std::string_view::npos : text_.rfind('\n', begin - 1);
        const std::size_t column = newline == std::string_view::npos ? begin : begin - newline - 1;
        pieces_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                           static_cast<std::uint32_t>(column)});
    }

    void line() {
        const std::size_t end = line_end(at_);
        mapping_column_ = 0;
        while (at_ < end && blank(text_[at_]))
            ++at_;
        mapping_column_ = at_ - line_;
        while (at_ < end)
            piece(end);
        if (at_ < text_.size() && at_ == line_end(at_)) ++at_;
    }

    void piece(std::size_t end) {
        const char c = text_[at_];
        const bool alone = at_ + 1 >= end || blank(text_[at_ + 1]);
        if (blank(c)) {
            ++at_;
        } else if (c == '#' && (at_ == line_ || blank(text_[at_ - 1]))) {
            add(Kind::Comment, at_, end);
            at_ = end;
        } else if (depth_ == 0 && c == '-' && alone) {
            add(Kind::Dash, at_, at_ + 1);
            ++at_;
            while (at_ < end && blank(text_[at_]))
                ++at_;
            mapping_column_ = at_ - line_;
        } else if (c == '{' || c == '[') {
            add(Kind::Open, at_, at_ + 1);
            ++depth_, ++at_;
        } else if (depth_ > 0 && (c == '}' || c == ']')) {
            add(Kind::Close, at_, at_ + 1);
            --depth_, ++at_;
        } else if (depth_ > 0 && c == ',') {
            add(Kind::Comma, at_, at_ + 1);
            ++at_;
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (depth_ == 0 && (c == '|' || c == '>')) {
            block(end);
        } else {
            plain(end);
        }
    }

    /// A colon behind the scalar makes it a key. Goes on behind the colon.
    [[nodiscard]] bool colon() {
        std::size_t next = at_;
        while (next < text_.size() && text_[next] == ' ')
            ++next;
        if (next >= text_.size() || text_[next] != ':') return false;
        const bool ends = next + 1 >= text_.size() || blank(text_[next + 1]) || text_[next + 1] == '\n' || depth_ > 0;
        if (ends) at_ = next + 1;
        return ends;
    }

    void quoted(char quote) {
        const std::size_t begin = at_++;
        while (at_ < text_.size() && text_[at_] != quote) {
            if (quote == '"' && text_[at_] == '\\') ++at_;
            // A line that begins with a key ends a quote that was never closed: it is being typed.
            if (at_ < text_.size() && text_[at_] == '\n' && ends_open_quote(at_ + 1)) break;
            ++at_;
        }
        at_ = std::min(at_, text_.size());
        if (at_ < text_.size() && text_[at_] == quote) ++at_;
        const std::size_t end = at_;
        add(colon() ? Kind::Key : Kind::Quoted, begin, end);
    }

    [[nodiscard]] bool ends_open_quote(std::size_t begin) const {
        std::size_t at = begin;
        const std::size_t end = line_end(begin);
        while (at < end && (blank(text_[at]) || text_[at] == '-'))
            ++at;
        const std::size_t word = at;
        while (at < end && (std::isalnum(static_cast<unsigned char>(text_[at])) != 0 || text_[at] == '_'))
            ++at;
        return at > word && at < end && text_[at] == ':';
    }

    void plain(std::size_t end) {
        const std::size_t begin = at_;
        while (at_ < end) {
            const char c = text_[at_];
            if (c == ':' && (at_ + 1 >= end || blank(text_[at_ + 1]))) break;
            if (c == '#' && at_ > begin && blank(text_[at_ - 1])) break;
            if (depth_ > 0 && (c == ',' || c == ']' || c == '}' || c == '[' || c == '{')) break;
            ++at_;
        }
        std::size_t stop = at_;
        while (stop > begin && blank(text_[stop - 1]))
            --stop;
        if (stop == begin) { // a colon without a key
            ++at_;
            return;
        }
        const std::string_view word = text_.substr(begin, stop - begin);
        if (at_ < end && text_[at_] == ':') {
            ++at_;
            add(Kind::Key, begin, stop);
        } else {
            add(number(word) ? Kind::Number : Kind::Plain, begin, stop);
        }
    }

    /// `|` or `>`: the lines that stand further in than the mapping of its key.
    void block(std::size_t end) {
        std::size_t next = end, last = end;
        while (next < text_.size()) {
            const std::size_t begin = next + 1, stop = line_end(begin);
            std::size_t word = begin;
            while (word < stop && blank(text_[word]))
                ++word;
            if (word < stop && word - begin <= mapping_column_) break;
            if (begin > text_.size() || (stop == begin && stop == text_.size())) break;
            if (word < stop) last = stop;
            next = stop;
        }
        add(Kind::Block, at_, last);
        at_ = last;
        line_ = last;
    }

    std::string_view text_;
    std::size_t at_ = 0, line_ = 0, mapping_column_ = 0;
    int depth_ = 0;
    std::vector<YamlPiece> pieces_;
};

/// Where in the tree the pieces up to now have led.
class Stack {
public:
    explicit Stack(std::string_view text) : text_(text) {}

    void take(const YamlPiece& piece) {
        switch (piece.kind) {
        case Kind::Key: key(piece); break;
        case Kind::Dash: dash(piece); break;
        case Kind::Open: frames_.push_back({0, text_[piece.begin] == '[' ? Type::List : Type::Map, "", 0}); break;
        case Kind::Comma: comma(); break;
        case Kind::Close: close(); break;
        default: break;
        }
    }
    [[nodiscard]] YamlPath path() const {
        YamlPath path;
        for (const Frame& frame : frames_) {
            if (frame.type == Type::Key || frame.type == Type::FlowKey) path.push_back(frame.key);
            if (frame.type == Type::Item || frame.type == Type::List) path.push_back(std::to_string(frame.index));
        }
        return path;
    }
    /// Of each part of `path`, whether it is an item of a list.
    [[nodiscard]] std::vector<bool> items() const {
        std::vector<bool> items;
        for (const Frame& frame : frames_)
            if (frame.type != Type::Map) items.push_back(frame.type == Type::Item || frame.type == Type::List);
        return items;
    }
    [[nodiscard]] bool in_flow() const {
        return std::any_of(frames_.begin(), frames_.end(),
                           [](const Frame& frame) { return frame.type == Type::List || frame.type == Type::Map; });
    }
    /// A new key at this column would belong to what is left.
    void leave_to(std::uint32_t column) {
        while (!frames_.empty() && frames_.back().column >= column && !flow(frames_.back()))
            frames_.pop_back();
    }
    void leave_flow_key() {
        if (!frames_.empty() && frames_.back().type == Type::FlowKey) frames_.pop_back();
    }
    [[nodiscard]] bool in_map() const { return !frames_.empty() && frames_.back().type == Type::Map; }

private:
    enum class Type : std::uint8_t { Key, Item, List, Map, FlowKey };
    struct Frame {
        std::uint32_t column = 0;
        Type type = Type::Key;
        std::string key;
        int index = 0;
    };
    static bool flow(const Frame& frame) { return frame.type != Type::Key && frame.type != Type::Item; }

    void key(const YamlPiece& piece) {
        const std::string name = yaml_text(text_, piece);
        if (in_flow()) {
            leave_flow_key();
            frames_.push_back({0, Type::FlowKey, name, 0});
            return;
        }
        leave_to(piece.column);
        frames_.push_back({piece.column, Type::Key, name, 0});
    }
    void dash(const YamlPiece& piece) {
        int index = 0;
        while (!frames_.empty() && !flow(frames_.back()) &&
               (frames_.back().column > piece.column ||
                (frames_.back().column == piece.column && frames_.back().type == Type::Item))) {
            if (frames_.back().column == piece.column) index = frames_.back().index + 1;
            frames_.pop_back();
        }
        frames_.push_back({piece.column, Type::Item, "", index});
    }
    void comma() {
        leave_flow_key();
        if (!frames_.empty() && frames_.back().type == Type::List) ++frames_.back().index;
    }
    void close() {
        leave_flow_key();
        if (!frames_.empty() && flow(frames_.back())) frames_.pop_back();
    }

    std::string_view text_;
    std::vector<Frame> frames_;
};

bool value(Kind kind) {
    return kind == Kind::Quoted || kind == Kind::Plain || kind == Kind::Number || kind == Kind::Block;
}

} // namespace

std::vector<YamlPiece> yaml_pieces(std::string_view text) {
    return Cutter(text).cut();
}

void each_yaml_value(std::string_view text, const std::function<void(const YamlPath&, const YamlPiece&)>& visit) {
    Stack stack(text);
    for (const YamlPiece& piece : yaml_pieces(text)) {
        stack.take(piece);
        if (value(piece.kind)) visit(stack.path(), piece);
    }
}

std::string yaml_text(std::string_view text, const YamlPiece& piece) {
    const std::string_view all = text.substr(piece.begin, piece.end - piece.begin);
    const bool quoted = all.size() >= 2 && (all[0] == '"' || all[0] == '\'') && all.back() == all[0];
    return std::string(quoted ? all.substr(1, all.size() - 2) : all);
}

std::string yaml_value(std::string_view text, const YamlPath& path, YamlPiece* piece) {
    std::string found;
    bool done = false;
    each_yaml_value(text, [&](const YamlPath& here, const YamlPiece& one) {
        if (done || here != path) return;
        done = true;
        found = yaml_text(text, one);
        if (piece != nullptr) *piece = one;
    });
    return found;
}

YamlCaret yaml_caret(std::string_view text, std::uint32_t at) {
    YamlCaret caret;
    caret.begin = caret.end = at;
    Stack stack(text);
    const auto at_key = [&] {
        caret.at_key = true;
        caret.path = stack.path();
        caret.items = stack.items();
        return caret;
    };
    std::uint32_t line = at;
    while (line > 0 && text[line - 1] != '\n')
        --line;
    bool on_line = false;
    const std::vector<YamlPiece> pieces = yaml_pieces(text);
    for (const YamlPiece& piece : pieces) {
        if (piece.begin > at || (piece.begin == at && piece.kind != Kind::Plain && piece.kind != Kind::Number)) break;
        const bool inside = at <= piece.end && piece.kind != Kind::Dash && piece.kind != Kind::Open &&
                            piece.kind != Kind::Close && piece.kind != Kind::Comma;
        if (inside && (piece.kind == Kind::Key || piece.kind == Kind::Plain || piece.kind == Kind::Number)) {
            caret.begin = piece.begin;
            caret.end = piece.end;
        }
        caret.in_text = inside && (piece.kind == Kind::Comment || (piece.kind == Kind::Quoted && at < piece.end) ||
                                   (piece.kind == Kind::Block && at > piece.begin + 1));
        if (inside && piece.kind == Kind::Key) {
            if (stack.in_flow()) stack.leave_flow_key();
            else stack.leave_to(piece.column);
            return at_key();
        }
        // A lone word at the begin of a line is a key that has no colon yet.
        const bool starts = !on_line && piece.begin >= line && piece.kind == Kind::Plain && inside;
        if (starts && !stack.in_flow()) {
            stack.leave_to(piece.column);
            return at_key();
        }
        stack.take(piece);
        on_line = on_line || (piece.begin >= line && piece.kind != Kind::Dash);
    }
    if (!on_line && !caret.in_text && !stack.in_flow()) {
        stack.leave_to(at - line);
        caret.at_key = true;
    }
    if (stack.in_map()) caret.at_key = true;
    caret.path = stack.path();
    caret.items = stack.items();
    return caret;
}

} // namespace timbang::app
