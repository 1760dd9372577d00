#include <algorithm>

#include "report/fragments.h"

namespace timbang::report {

void lay(const Heading& heading, Make& make) {
    static constexpr double kSizes[] = {14, 11.5, 10}, kLines[] = {19, 16, 14}, kBefore[] = {20, 14, 9}, kBelow[] = {4, 2, 1};
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3)) - 1;
    const auto lines = make.lines(heading.text, Face::SansBold, kSizes[level], kWidth);
    Fragment& fragment =
        make.add(kLines[level] * static_cast<double>(lines.size()) + kBelow[level], kBefore[level], true);
    double y = 0;
    for (const WrappedLine& line : lines) {
        put_line(fragment, line, 0, y, kSizes[level], kLines[level], Ink::Text);
        y += kLines[level];
    }
    fragment.bookmarks.push_back({heading.level, drawable(heading.text)});
}

void lay(const Paragraph& paragraph, Make& make) {
    const bool quiet = paragraph.look == Look::Quiet;
    const Face face = paragraph.look == Look::Strong ? Face::SansBold : Face::Sans;
    const double size = quiet ? 9 : kBodySize, line = quiet ? 12.5 : kBodyLine;
    lay_lines(make.lines(paragraph.text, face, size, kWidth), {face, size, line, quiet ? Ink::Quiet : Ink::Text}, 5, make);
}

void lay(const Fields& fields, Make& make) {
    double label = 0;
    for (const auto& [name, value] : fields.rows) label = std::max(label, make.width(name, Face::Sans, kBodySize));
    label = std::min(label + 14, kWidth * 0.4);
    bool first = true;
    for (const auto& [name, value] : fields.rows) {
        const auto names = make.lines(name, Face::Sans, kBodySize, label - 8);
        const auto values = make.lines(value, Face::Sans, kBodySize, kWidth - label);
        Fragment& row = make.add(kBodyLine * static_cast<double>(std::max(names.size(), values.size())), first ? 6 : 1);
        for (std::size_t i = 0; i < names.size(); ++i)
            put_line(row, names[i], 0, kBodyLine * static_cast<double>(i), kBodySize, kBodyLine, Ink::Quiet);
        for (std::size_t i = 0; i < values.size(); ++i)
            put_line(row, values[i], label, kBodyLine * static_cast<double>(i), kBodySize, kBodyLine, Ink::Text);
        row.glue = first && fields.rows.size() > 1;
        first = false;
    }
}

void lay(const Note& note, Make& make) {
    constexpr double kPad = 7, kInset = 12;
    const auto lines = make.lines(note.text, Face::Sans, 9.5, kWidth - 2 * kInset);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double above = i == 0 ? kPad : 0, below = i + 1 == lines.size() ? kPad : 0;
        Fragment& line = make.add(above + 13 + below, i == 0 ? 8 : 0, i + 1 < lines.size());
        fill(line, 0, 0, kWidth, line.height, Ink::Pale);
        fill(line, 0, 0, 2.5, line.height, Ink::Accent);
        put_line(line, lines[i], kInset, above, 9.5, 13, Ink::Text);
    }
}

void lay(const PageBreak&, Make&) {}

} // namespace timbang::report
