#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "content/yaml/node.h"

namespace timbang::content::yaml {

/// What a scalar is, for readers of YAML that guess types: a word (an id, a number, true) stands as it is; text that such a
/// reader would take for something else ("no", "007", "2024-01-01") gets quotes; a quotation always has them.
enum class Write : std::uint8_t { Word, Text, Quoted };

/// A value that is to be written.
struct Value {
    enum class Style : std::uint8_t { Auto, Flow, Block };
    Kind kind = Kind::Scalar;
    Write write = Write::Word;
    Style style = Style::Auto; ///< of a sequence or mapping; Auto: in brackets where it fits on a line
    std::string text;
    std::vector<std::string> keys; ///< of a mapping, side by side with `items`
    std::vector<Value> items;
};

[[nodiscard]] Value word(std::string text);
[[nodiscard]] Value words(const std::vector<std::string>& list);
[[nodiscard]] Value sentence(std::string text);
[[nodiscard]] Value quotation(std::string text);
/// `{id, en}`: names in braces, sentences on lines of their own; one string where both are the same.
[[nodiscard]] Value both(const base::Text& text);
[[nodiscard]] Value list(std::vector<Value> items);
[[nodiscard]] Value map(std::vector<std::pair<std::string, Value>> entries);
[[nodiscard]] Value in_block(Value value);

/// How a file is laid out.
struct Layout {
    int step = 2;            ///< columns that a mapping within a mapping goes in
    bool flush_lists = false; ///< hyphens stand under the first letter of the key
};
[[nodiscard]] Layout layout_of(const Node& root);

/// A scalar on one line. `flow`: within brackets; `before_comment`: a comment follows on the line.
[[nodiscard]] std::string scalar(std::string_view text, Write write, bool flow, bool before_comment = false);
[[nodiscard]] std::string double_quoted(std::string_view text);
/// Whether text can stand as lines of their own behind `|` or `|-`.
[[nodiscard]] bool fits_literal(std::string_view text);
/// `|` or `|-` with the lines, each going in by `indent` columns. Ends without a line break.
[[nodiscard]] std::string literal(std::string_view text, int indent);

[[nodiscard]] std::string flow(const Value& value);
[[nodiscard]] bool fits_flow(const Value& value, int indent);
/// What stands behind "key:" (or behind the hyphen) of an owner that goes in by `indent` columns; begins with a space or a
/// line break, ends without one.
[[nodiscard]] std::string behind_key(const Value& value, int indent, const Layout& layout);
[[nodiscard]] std::string behind_hyphen(const Value& value, int indent, const Layout& layout);
/// `key: value`, without the spaces that the key goes in by.
[[nodiscard]] std::string entry(const std::string& key, const Value& value, int indent, const Layout& layout);

} // namespace timbang::content::yaml
