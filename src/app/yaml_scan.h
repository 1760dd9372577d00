#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace timbang::app {

// A look at YAML as it is being typed: never fails, whatever stands there, and says what a piece is and where it lies. For
// colours, for the place of the caret and for finding values; what a case means is read by `content`.

enum class YamlPieceKind : std::uint8_t { Key, Quoted, Plain, Number, Comment, Dash, Open, Close, Comma, Block };

/// Bytes of the text. `Block` is the text of a `|` or `>` scalar.
struct YamlPiece {
    YamlPieceKind kind = YamlPieceKind::Plain;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t column = 0; ///< bytes from the start of its line
};
[[nodiscard]] std::vector<YamlPiece> yaml_pieces(std::string_view text);
/// Calls back for each piece until that says false; the text behind it is not looked at.
void each_yaml_piece(std::string_view text, const std::function<bool(const YamlPiece&)>& visit);

/// From the root: names of keys, and "0", "1" … for items of a list.
using YamlPath = std::vector<std::string>;

/// Calls back for each scalar value with the path that leads to it.
void each_yaml_value(std::string_view text, const std::function<void(const YamlPath&, const YamlPiece&)>& visit);

/// The value behind a path, without its quotes: the first that has it; "" where there is none. `piece` takes its place.
[[nodiscard]] std::string yaml_value(std::string_view text, const YamlPath& path, YamlPiece* piece = nullptr);
/// The letters of a scalar, without quotes.
[[nodiscard]] std::string yaml_text(std::string_view text, const YamlPiece& piece);

struct YamlCaret {
    YamlPath path;            ///< of the value the caret stands in, or in whose place it stands
    std::vector<bool> items;  ///< beside `path`: a place in a list, not a key
    bool at_key = false;      ///< a key stands or would stand here: `path` is the mapping it belongs to
    bool in_text = false;     ///< in a comment, a quoted text or a block of text
    std::uint32_t begin = 0;  ///< of the word at the caret: what a completion replaces
    std::uint32_t end = 0;
};
[[nodiscard]] YamlCaret yaml_caret(std::string_view text, std::uint32_t at);

} // namespace timbang::app
