#include <algorithm>

#include "report/fragments.h"

namespace timbang::report {
namespace {

constexpr double kSquare = 9;

double part(double share) {
    return std::clamp(share, 0.0, 1.0);
}

void lay_legend(const Bars& bars, Make& make) {
    if (bars.legend.empty()) return;
    Fragment& legend = make.add(14, 2, true);
    double x = 0;
    for (std::size_t i = 0; i < bars.legend.size(); ++i) {
        fill(legend, x, 3.5, 14, 7, i == 0 ? Ink::Accent : Ink::Light);
        const auto words = make.lines(bars.legend[i], Face::Sans, kSmallSize, kWidth / 2);
        put_line(legend, words.front(), x + 19, 0, kSmallSize, 14, Ink::Quiet);
        x += 19 + words.front().width + 22;
    }
}

void lay_bar(const BarRow& row, bool two, Make& make) {
    const double label = kWidth * 0.36, track = kWidth * 0.44, x = label + 10, words = x + track + 10;
    const auto names = make.lines(row.label, row.marked ? Face::SansBold : Face::Sans, 9, label);
    const double needed = static_cast<double>(names.size()) * 12 + 4, bars = two ? 27 : 17;
    Fragment& fragment = make.add(std::max(needed, bars), 0, false);
    for (std::size_t i = 0; i < names.size(); ++i)
        put_line(fragment, names[i], 0, 2 + 12 * static_cast<double>(i), 9, 12, Ink::Text);
    const auto bar = [&](double y, double share, Ink ink, const std::string& text) {
        fill(fragment, x, y + 3, track, 7, Ink::Pale);
        if (part(share) > 0) fill(fragment, x, y + 3, std::max(track * part(share), 0.8), 7, ink);
        put_line(fragment, make.lines(text, row.marked ? Face::SansBold : Face::Sans, 9, kWidth - words).front(), words, y, 9, 13,
                 Ink::Text);
    };
    bar(2, row.share, Ink::Accent, row.text);
    if (row.interval) {
        const double low = x + track * part(row.interval->first), high = x + track * part(row.interval->second);
        fill(fragment, low, 8, std::max(high - low, 0.6), 1, Ink::Text);
        fill(fragment, low, 5.5, 0.8, 6, Ink::Text);
        fill(fragment, high - 0.8, 5.5, 0.8, 6, Ink::Text);
    }
    if (row.second) bar(13, *row.second, Ink::Light, row.second_text);
}

} // namespace

void lay(const Bars& bars, Make& make) {
    if (!bars.caption.empty()) {
        const auto lines = make.lines(bars.caption, Face::SansBold, 9.5, kWidth);
        for (std::size_t i = 0; i < lines.size(); ++i)
            put_line(make.add(13, i == 0 ? 8 : 0, true), lines[i], 0, 0, 9.5, 13, Ink::Text);
    }
    lay_legend(bars, make);
    const bool two = std::any_of(bars.rows.begin(), bars.rows.end(), [](const BarRow& row) { return row.second.has_value(); });
    const std::size_t first = make.out.list.size();
    for (const BarRow& row : bars.rows) lay_bar(row, two, make);
    const std::size_t end = make.out.list.size();
    // A dozen bars make one picture.
    for (std::size_t i = first; i + 1 < end; ++i)
        make.out.list[i].glue = end - first <= 12 || i == first || i + 2 == end;
    if (first < end) make.out.list[first].before = bars.caption.empty() && bars.legend.empty() ? 6 : 2;
    if (bars.note.empty()) return;
    if (first < end) make.out.list.back().glue = true;
    lay_lines(make.lines(bars.note, Face::Sans, kSmallSize, kWidth), {Face::Sans, kSmallSize, kSmallLine, Ink::Quiet}, 2, make);
}

void lay(const KeyFigures& figures, Make& make) {
    constexpr std::size_t kInRow = 4;
    constexpr double kGap = 10, kPad = 9;
    for (std::size_t from = 0; from < figures.figures.size(); from += kInRow) {
        const std::size_t to = std::min(figures.figures.size(), from + kInRow);
        const double width = (kWidth - kGap * static_cast<double>(to - from - 1)) / static_cast<double>(to - from);
        const double inner = width - 2 * kPad;
        Fragment row;
        row.before = 8;
        double height = 0;
        for (std::size_t i = from; i < to; ++i) {
            const KeyFigure& figure = figures.figures[i];
            const double x = (width + kGap) * static_cast<double>(i - from) + kPad;
            const auto value = make.lines(figure.value, Face::SansBold, 20, inner);
            put_line(row, value.front(), x, kPad, 20, 24, Ink::Text);
            if (!figure.of.empty())
                put_line(row, make.lines(figure.of, Face::Sans, 10, inner).front(), x + value.front().width + 5, kPad + 3.5, 10, 24, Ink::Quiet);
            double y = kPad + 27;
            for (const WrappedLine& line : make.lines(figure.label, Face::SansBold, 9, inner)) {
                put_line(row, line, x, y, 9, 12, Ink::Text);
                y += 12;
            }
            if (!figure.note.empty())
                for (const WrappedLine& line : make.lines(figure.note, Face::Sans, kSmallSize, inner)) {
                    put_line(row, line, x, y, kSmallSize, kSmallLine, Ink::Quiet);
                    y += kSmallLine;
                }
            height = std::max(height, y + kPad);
        }
        row.height = height;
        for (std::size_t i = from; i < to; ++i)
            box(row, (width + kGap) * static_cast<double>(i - from), 0, width, height, Ink::Rule);
        make.out.list.push_back(std::move(row));
    }
}

void lay(const Choices& choices, Make& make) {
    const double label = choices.label.empty() ? 0 : kWidth * 0.2;
    const auto names = make.lines(choices.label, Face::SansBold, 9, std::max(label - 8, 4.0));
    Fragment fragment;
    fragment.before = 5;
    double x = label, y = 0;
    for (const std::string& option : choices.options) {
        const auto lines = make.lines(option, Face::Sans, 9, kWidth - label - kSquare - 6);
        const double needed = kSquare + 5 + lines.front().width + 16;
        if (x > label && (choices.stacked || x + needed - 16 > kWidth)) {
            x = label;
            y += 16;
        }
        box(fragment, x, y + 3, kSquare, kSquare, Ink::Text);
        for (std::size_t i = 0; i < lines.size(); ++i)
            put_line(fragment, lines[i], x + kSquare + 5, y + 12 * static_cast<double>(i), 9, 15, Ink::Text);
        if (lines.size() > 1) y += 12 * static_cast<double>(lines.size() - 1);
        x += needed;
    }
    for (std::size_t i = 0; i < names.size() && label > 0; ++i)
        put_line(fragment, names[i], 0, 12 * static_cast<double>(i), 9, 15, Ink::Text);
    y = std::max(y + 16, label > 0 ? 12 * static_cast<double>(names.size()) + 3 : 0);
    if (!choices.note.empty())
        for (const WrappedLine& line : make.lines(choices.note, Face::Sans, kSmallSize, kWidth - label)) {
            put_line(fragment, line, label, y, kSmallSize, kSmallLine, Ink::Quiet);
            y += kSmallLine;
        }
    fragment.height = y;
    make.out.list.push_back(std::move(fragment));
}

void lay(const WritingLines& lines, Make& make) {
    constexpr double kLine = 21;
    const auto label = make.lines(lines.label, Face::SansBold, 9, kWidth * 0.6).front();
    Fragment& fragment = make.add(kLine * std::max(lines.lines, 1) + 2, 4);
    put_line(fragment, label, 0, kLine - 15, 9, 15, Ink::Text);
    for (int i = 0; i < lines.lines; ++i) {
        const double x = i == 0 && label.width > 0 ? label.width + 8 : 0;
        fill(fragment, x, kLine * (i + 1) - 2, kWidth - x, 0.5, Ink::Quiet);
    }
}

} // namespace timbang::report
