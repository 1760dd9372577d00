#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/text.h"
#include "domain/page.h"

namespace timbang::report {

// What is to be printed, as a value. Every text is UTF-8 and final: builders take words from the catalogue, renderers
// (`pdf.h`, `html.h`) only lay them out. Control characters are drawn as spaces, '\n' begins a new line.

enum class Align : std::uint8_t { Left, Centre, Right };

/// A title inside the document, numbered by nothing. It never stands alone at the foot of a sheet.
struct Heading {
    int level = 1;                  ///< 1…3; the document's own title stands above them
    std::string text;
};

enum class Look : std::uint8_t { Plain, Quiet, Strong };
struct Paragraph {
    std::string text;
    Look look = Look::Plain;
};

/// Label and value side by side: "Person: 07".
struct Fields {
    std::vector<std::pair<std::string, std::string>> rows;
};

/// A few numbers that carry the page, each with a line that says what it counts. At most four stand in a row.
struct KeyFigure {
    std::string value;              ///< "33"
    std::string of;                 ///< "of 40", may be empty
    std::string label;
    std::string note;               ///< may be empty
};
struct KeyFigures {
    std::vector<KeyFigure> figures;
};

/// A column of a table; `width` is its share beside the other columns.
struct Column {
    std::string head;
    double width = 1;
    Align align = Align::Left;
};
struct Cell {
    std::string text;               ///< wraps
    bool strong = false;
    bool box = false;               ///< an empty square to tick stands before the text
};
/// The head is repeated on every sheet; a row stays together unless it is higher than a sheet.
struct Table {
    std::string caption;            ///< may be empty; what the table is about, for readers of HTML too
    std::vector<Column> columns;    ///< without a head in any of them no head is drawn
    std::vector<std::vector<Cell>> rows;
    bool grid = false;              ///< all lines, for forms; else one line below each row
};

/// One or two bars after a label. Shares and interval lie between 0 and 1.
struct BarRow {
    std::string label;
    double share = 0;
    std::string text;               ///< "6 of 14"
    std::optional<double> second;   ///< a lighter bar below
    std::string second_text;
    std::optional<std::pair<double, double>> interval; ///< of the first
    bool marked = false;            ///< drawn stronger: the reference
};
struct Bars {
    std::string caption;            ///< may be empty
    std::vector<std::string> legend; ///< of the first and the second bar; empty: none
    std::vector<BarRow> rows;
    std::string note;               ///< may be empty
};

/// Something to know before reading on, in a frame.
struct Note {
    std::string text;
};

/// Squares to tick behind a label: "Verdict  □ Accept  □ Return  □ Reject".
struct Choices {
    std::string label;
    std::vector<std::string> options;
    std::string note;               ///< small, below; may be empty
    bool stacked = false;           ///< each option on a line of its own
};

/// Ruled lines to write on, the label on the first.
struct WritingLines {
    std::string label;
    int lines = 1;
};

/// A picture as pixels from the top left, three bytes each: red, green, blue. `file` is the same as a PNG or JPEG, for HTML.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
    std::string file;
    std::string mime;               ///< "image/png", "image/jpeg"
};

/// A sheet of a document of the case, drawn from the page model; it begins a sheet of its own.
struct EvidencePage {
    std::string title;
    std::string label;              ///< "page 2 of 3"
    std::shared_ptr<const domain::Page> page;
    std::shared_ptr<const Picture> picture; ///< of a picture page; without it its words are drawn
};

/// Words of a page model (Markdown prose) in the flow of the document, without a sheet of its own.
struct Prose {
    std::shared_ptr<const domain::Page> page;
};

struct PageBreak {};

using Content = std::variant<Heading, Paragraph, Fields, KeyFigures, Table, Bars, Note, Choices, WritingLines, EvidencePage,
                             Prose, PageBreak>;
struct Part {
    Content content;
    bool keep = false;              ///< not parted from the next block, as far as a sheet is high enough
};

struct Document {
    base::Lang lang = base::Lang::En;
    std::string title;
    std::string subtitle;           ///< may be empty
    std::string author;             ///< of the file's properties, may be empty
    std::string header;             ///< above each sheet from the second, right of the title; may be empty
    std::string footer;             ///< below each sheet, left of its number; may be empty
    std::vector<std::pair<std::string, std::string>> meta; ///< lines below the title
    std::vector<Part> parts;
    base::Time made{};              ///< when, for the file's properties; the same document gives the same bytes
    bool plain_title = false;       ///< forms and letters: a small title, no rule below it

    void add(Content content, bool keep = false) { parts.push_back({std::move(content), keep}); }
};

} // namespace timbang::report
