#pragma once

#include <string>
#include <vector>

#include "domain/page.h"
#include "ui/kit/fonts.h"
#include "ui/kit/geometry.h"

namespace timbang::ui {

/// The sheet of a document at 100 %: CSS pixels. Sheets that hold more are longer.
constexpr float kPaperWidth = 612, kPaperHeight = 865;

/// What a piece of a page is written with.
enum class Pen : std::uint8_t { Ink, Foot, Hand, Stamp };

/// A word of the page where it stands on the sheet at 100 %. Several words may be glued (bold parts).
struct PageWord {
    domain::TextRange range;
    Rect rect;  ///< the line box around it
    Font font;
    Pen pen = Pen::Ink;
    int line = 0;   ///< counts lines in reading order
    int row = -1;   ///< table row it stands in, counted over the page; −1: none
    int cell = -1;  ///< place in `cells`
};

/// What is drawn and not read. Across and Down are the lines of tables: one border thick at every zoom.
struct PageShape {
    enum class Kind : std::uint8_t { Line, Across, Down, CoatOfArms, Signature, Initials, Code, Stamp, Photo, Dots };
    Kind kind = Kind::Line;
    Rect rect;
    std::uint32_t seed = 0; ///< signatures and codes differ by it
    std::vector<std::size_t> words = {}; ///< of a stamp: its words, drawn turned
};

/// Words that are not part of the page's text: list markers.
struct PageLabel {
    std::string text;
    Vec at;
    Font font;
};

struct PageCell {
    Rect rect;
    domain::TextRange range;
    int row = 0;
    int column = 0; ///< from the left, from 0
};

/// Where everything of a page stands at 100 %. Widths scale exactly, so one layout serves every zoom.
struct PageLayout {
    float width = kPaperWidth, height = kPaperHeight;
    std::vector<PageWord> words; ///< in reading order
    std::vector<PageShape> shapes;
    std::vector<PageLabel> labels;
    std::vector<PageCell> cells;

    /// The word nearest to a point of the sheet, so that gaps and margins still hit; −1 on an empty page.
    [[nodiscard]] int word_at(Vec point) const;
    /// First and last word that touch the range; {−1, −1} when none.
    struct Span {
        int first = -1, last = -1;
    };
    [[nodiscard]] Span words_of(domain::TextRange range) const;
    /// One rectangle for each line the range runs over, from its first to its last word.
    [[nodiscard]] std::vector<Rect> lines_of(domain::TextRange range) const;
    /// A box round all of it; a whole table row when the range covers more than one cell of it.
    [[nodiscard]] Rect box_of(domain::TextRange range) const;
    /// True when it covers more than one cell of a table.
    [[nodiscard]] bool spans_cells(domain::TextRange range) const;
    /// The cell whose words the range covers, all of them and no others; null when there is none.
    [[nodiscard]] const PageCell* whole_cell(domain::TextRange range) const;
    /// The cells of one column of a table from the cell of one word to the row of another; of one cell alone when the other
    /// word stands outside the table. Empty when the first stands in none.
    [[nodiscard]] std::vector<const PageCell*> column_between(int from, int to) const;
    /// The word above (−1) or below (1) one.
    [[nodiscard]] int neighbour(int word, int lines) const;
};

[[nodiscard]] PageLayout lay_out_page(const domain::Page& page, const Fonts& fonts);

} // namespace timbang::ui
