#pragma once

#include "report/wrap.h"

// One function for each kind of block makes its fragments; inside this module only.

namespace timbang::report {

inline constexpr double kBodySize = 10, kBodyLine = 14;
inline constexpr double kSmallSize = 8.5, kSmallLine = 11.5;

struct Make {
    Fragments& out;
    const Advance& advance;

    Fragment& add(double height, double before = 0, bool glue = false) {
        Fragment fragment;
        fragment.height = height;
        fragment.before = before;
        fragment.glue = glue;
        out.list.push_back(std::move(fragment));
        return out.list.back();
    }
    [[nodiscard]] std::vector<WrappedLine> lines(const std::string& text, Face face, double size, double width) const {
        return wrap({{text, face}}, size, width, advance);
    }
    [[nodiscard]] double width(const std::string& text, Face face, double size) const {
        return text_width(text, face, size, advance);
    }
};

/// Draws a line of text with its baseline for a line of this height.
void put_line(Fragment& fragment, const WrappedLine& line, double x, double y, double size, double height, Ink ink);
/// The same, placed within `width`.
void put_line(Fragment& fragment, const WrappedLine& line, double x, double y, double size, double height, Ink ink,
              Align align, double width);
void fill(Fragment& fragment, double x, double y, double w, double h, Ink ink);
void box(Fragment& fragment, double x, double y, double w, double h, Ink ink, double line = 0.8);

void lay(const Heading& heading, Make& make);
void lay(const Paragraph& paragraph, Make& make);
void lay(const Fields& fields, Make& make);
void lay(const KeyFigures& figures, Make& make);
void lay(const Table& table, Make& make);
void lay(const Bars& bars, Make& make);
void lay(const Note& note, Make& make);
void lay(const Choices& choices, Make& make);
void lay(const WritingLines& lines, Make& make);
void lay(const EvidencePage& page, Make& make);
void lay(const Prose& prose, Make& make);
void lay(const PageBreak& none, Make& make);

/// Lines of a text one after the other, two at least together at both ends.
struct TextStyle {
    Face face = Face::Sans;
    double size = kBodySize, line = kBodyLine;
    Ink ink = Ink::Text;
    double x = 0, width = kWidth;
    Align align = Align::Left;
};
void lay_lines(const std::vector<WrappedLine>& lines, const TextStyle& style, double before, Make& make);

} // namespace timbang::report
