#include "app/yaml_scan.h"

#include <algorithm>

namespace timbang::app {
namespace {

using Kind = YamlPieceKind;

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

/// Until the visitor says false.
void each_value(std::string_view text, const std::function<bool(const YamlPath&, const YamlPiece&)>& visit) {
    Stack stack(text);
    each_yaml_piece(text, [&](const YamlPiece& piece) {
        stack.take(piece);
        return !value(piece.kind) || visit(stack.path(), piece);
    });
}

} // namespace

void each_yaml_value(std::string_view text, const std::function<void(const YamlPath&, const YamlPiece&)>& visit) {
    each_value(text, [&](const YamlPath& path, const YamlPiece& piece) {
        visit(path, piece);
        return true;
    });
}

std::string yaml_text(std::string_view text, const YamlPiece& piece) {
    const std::string_view all = text.substr(piece.begin, piece.end - piece.begin);
    const bool quoted = all.size() >= 2 && (all[0] == '"' || all[0] == '\'') && all.back() == all[0];
    return std::string(quoted ? all.substr(1, all.size() - 2) : all);
}

std::string yaml_value(std::string_view text, const YamlPath& path, YamlPiece* piece) {
    std::string found;
    each_value(text, [&](const YamlPath& here, const YamlPiece& one) {
        if (here != path) return true;
        found = yaml_text(text, one);
        if (piece != nullptr) *piece = one;
        return false;
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
