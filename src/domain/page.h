#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbang::domain {

/// Bytes [begin, end) of `Page::text`.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t length() const { return end - begin; }
    [[nodiscard]] bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] bool contains(TextRange other) const { return begin <= other.begin && other.end <= end; }
    friend bool operator==(TextRange, TextRange) = default;
};

/// A rectangle on a picture page, in thousandths of its width and height.
struct Area {
    int x = 0, y = 0, width = 0, height = 0;

    [[nodiscard]] long long size() const { return static_cast<long long>(width) * height; }
    [[nodiscard]] bool overlaps(const Area& other) const {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
    friend bool operator==(const Area&, const Area&) = default;
};

/// What a piece of a line draws instead of words: `[lambang]`, `[tanda tangan]`, `[paraf]`, `[kode batang]`, `[kosong]`.
enum class Symbol : std::uint8_t { None, CoatOfArms, Signature, Initials, Barcode, Blank };

/// A piece of one line with one look. Words of a run are `Page::text[range]`; a symbol has an empty range.
struct Run {
    TextRange range;
    bool bold = false;
    Symbol symbol = Symbol::None;
};

/// A line as written: inside :::blocks it is not reflowed; a paragraph or list item is one line that wraps.
struct Line {
    std::vector<Run> runs; ///< empty: a gap
    TextRange range;
};

enum class Align : std::uint8_t { Left, Centre, Right };

struct Cell {
    std::vector<Run> runs;
    TextRange range;
    Align align = Align::Left;
};

struct Row {
    std::vector<Cell> cells;
    TextRange range;
    bool header = false;
};

/// The parts of a sheet of paper. The names in code spans are those of the author's blocks (scenarios/README.md).
enum class BlockKind : std::uint8_t {
    Heading,     ///< `#`
    Paragraph,
    ListItem,    ///< one numbered, lettered or bulleted item; `marker` holds "1." or "–"
    Table,
    Letterhead,  ///< `kop`
    Title,       ///< `judul`
    LetterHead,  ///< `surat`
    Signature,   ///< `ttd`, at `align`
    Stamp,       ///< `stempel`, over the signature block before it
    BarcodeBlock,///< `barcode`, under the signature block before it
    Photo,       ///< `foto`, one frame for each line
    Handwriting, ///< `tangan`
    Foot         ///< `kaki`
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;            ///< of a heading (1…6) or the depth of a list item (0…)
    Align align = Align::Left;///< of a signature block
    std::string marker;       ///< of a list item; drawn, not part of the page's text
    std::vector<Line> lines;
    std::vector<Row> rows;    ///< of a table; the first may be a header
    TextRange range;
};

/// A picture that is a page. Its words stand in the companion file and form the page's text and blocks, which a screen
/// reader, the search and the terminal use; people look at the picture.
struct Picture {
    std::string path; ///< inside the scenario's folder
    int width = 0;    ///< pixels
    int height = 0;
};

/// One sheet of paper. `text` is what a reader sees (no block lines, brackets, asterisks, pipes), UTF-8, white space folded:
/// lines, paragraphs and table rows end with '\n', cells of a row are joined by one space. `units` are the stretches that
/// a quote may not cross: a paragraph, a list item, a table row, a line of a block; in reading order, never overlapping.
struct Page {
    std::string text;
    std::vector<Block> blocks;
    std::vector<TextRange> units;
    std::optional<Picture> picture;

    [[nodiscard]] std::string_view words(TextRange range) const {
        return std::string_view(text).substr(range.begin, range.length());
    }
};

/// Every place where `quote` (white space folded) stands inside one unit of the page, in reading order; an exact match of
/// letters and case. Empty for an empty quote.
[[nodiscard]] std::vector<TextRange> find_quote(const Page& page, std::string_view quote);

/// Every place where the words occur without regard to case, across units too; for the search of the desk.
[[nodiscard]] std::vector<TextRange> find_words(const Page& page, std::string_view words);

/// The unit that holds this byte, or an empty range.
[[nodiscard]] TextRange unit_at(const Page& page, std::uint32_t offset);

} // namespace timbang::domain
