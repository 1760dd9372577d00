#include <algorithm>

#include "report/page_parts.h"

namespace timbang::report {

using domain::Block;
using domain::BlockKind;
using domain::Run;
using domain::Symbol;

Face PageLayout::face(bool bold, bool italic) const {
    if (!style_.serif) return bold ? Face::SansBold : Face::Sans;
    return italic ? Face::SerifItalic : bold ? Face::SerifBold : Face::Serif;
}

PageLayout::Type PageLayout::type(double size, double line, bool bold) const {
    Type type;
    type.size = s(size);
    type.line = s(line);
    type.bold = bold;
    return type;
}

std::vector<WrappedLine> PageLayout::lines(const std::vector<Run>& runs, const Type& type) const {
    std::vector<Span> spans;
    for (const Run& run : runs)
        if (run.symbol == Symbol::None)
            spans.push_back({std::string(page_.words(run.range)), face(run.bold || type.bold, type.italic)});
        else if (run.symbol == Symbol::Blank)
            spans.push_back({".............", face(false, false)});
    return wrap(spans, type.size, type.width, make_.advance);
}

double PageLayout::set(Fragment& fragment, const std::vector<Run>& runs, double y, const Type& type) {
    for (const Run& run : runs) {
        const double middle = type.x + type.width / 2;
        if (run.symbol == Symbol::CoatOfArms) {
            draw_ring(fragment, middle, y + s(20), s(19), 1, Ink::Quiet);
            draw_ring(fragment, middle, y + s(20), s(16), 0.5, Ink::Quiet);
            const auto words = make_.lines("LAMBANG", Face::Serif, s(5.5), s(40));
            put_line(fragment, words.front(), middle - s(20), y + s(16), s(5.5), s(8), Ink::Quiet, Align::Centre, s(40));
            y += s(44);
        } else if (run.symbol == Symbol::Signature || run.symbol == Symbol::Initials) {
            const bool small = run.symbol == Symbol::Initials;
            draw_signature(fragment, type.align == Align::Centre ? middle - s(small ? 20 : 45) : type.x, y, s(small ? 40 : 90),
                           s(small ? 22 : 32), seed_++, small);
            y += s(small ? 24 : 36);
        } else if (run.symbol == Symbol::Barcode) {
            draw_code(fragment, type.x, y, s(44), seed_++);
            y += s(48);
        }
    }
    if (std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.symbol != Symbol::None && run.symbol != Symbol::Blank; }))
        return y;
    for (const WrappedLine& line : lines(runs, type)) {
        put_line(fragment, line, type.x, y, type.size, type.line, type.ink, type.align, type.width);
        y += type.line;
    }
    return y;
}

void PageLayout::flow(const std::vector<Run>& runs, const Type& type, double before) {
    const bool drawn = std::any_of(runs.begin(), runs.end(), [](const Run& run) { return run.symbol != Symbol::None && run.symbol != Symbol::Blank; });
    if (drawn) {
        Fragment& fragment = make_.add(0, before);
        fragment.height = set(fragment, runs, 0, type);
        return;
    }
    lay_lines(lines(runs, type), {face(type.bold, type.italic), type.size, type.line, type.ink, type.x, type.width, type.align}, before,
              make_);
}

/// Every line of the block one after the other; empty ones are gaps.
void PageLayout::together(const Block& block, const Type& type, double before) {
    bool first = true;
    for (const domain::Line& line : block.lines) {
        if (line.runs.empty())
            make_.add(type.line / 2);
        else
            flow(line.runs, type, first ? before : 0);
        first = false;
    }
}

void PageLayout::list_item(const Block& block) {
    Type text = type(10.5, 14.5);
    text.x = s(16.0 * (block.level + 1) + 4);
    text.width = kWidth - text.x;
    const std::size_t first = make_.out.list.size();
    for (const domain::Line& line : block.lines) flow(line.runs, text, s(2));
    if (first >= make_.out.list.size()) return;
    const auto marker = make_.lines(block.marker, face(false, false), text.size, text.x).front();
    put_line(make_.out.list[first], marker, std::max(0.0, text.x - marker.width - s(5)), 0, text.size, text.line, Ink::Text);
}

void PageLayout::letterhead(const Block& block) {
    Fragment fragment;
    double y = 0;
    std::size_t n = 0;
    for (const domain::Line& line : block.lines) {
        Type text = type(n < 2 ? 13 : 9, n < 2 ? 16.5 : 12.5, n < 2);
        text.align = Align::Centre;
        const bool words = line.range.length() > 0;
        y = line.runs.empty() ? y + s(6) : set(fragment, line.runs, y, text);
        n += words ? 1 : 0;
    }
    y += s(4);
    fill(fragment, 0, y, kWidth, 1.6, Ink::Text);
    fill(fragment, 0, y + 2.8, kWidth, 0.6, Ink::Text);
    fragment.height = y + 5;
    fragment.glue = true;
    make_.out.list.push_back(std::move(fragment));
}

void PageLayout::letter_lines(const Block& block) {
    // "Label : value" aligns at the colon.
    const Type text = type(10.5, 14.5);
    double label = 0;
    const auto colon_of = [&](const domain::Line& line) { return page_.words(line.range).find(" : "); };
    for (const domain::Line& line : block.lines)
        if (const std::size_t colon = colon_of(line); colon != std::string_view::npos)
            label = std::max(label, make_.width(std::string(page_.words(line.range).substr(0, colon)), face(false, false), text.size));
    label = std::min(label + s(6), kWidth * 0.4);
    bool first = true;
    for (const domain::Line& line : block.lines) {
        const std::size_t colon = colon_of(line);
        const double before = first ? s(6) : 0;
        first = false;
        if (line.runs.empty()) {
            make_.add(s(8));
            continue;
        }
        if (colon == std::string_view::npos) {
            flow(line.runs, text, before);
            continue;
        }
        const auto at = static_cast<std::uint32_t>(line.range.begin + colon);
        std::vector<Run> name, value;
        for (const Run& run : line.runs) {
            Run left = run, right = run;
            left.range.end = std::min(run.range.end, at);
            right.range.begin = std::max(run.range.begin, at + 3);
            if (left.range.begin < left.range.end) name.push_back(left);
            if (right.range.begin < right.range.end) value.push_back(right);
        }
        Type right = text;
        right.x = label + s(10);
        right.width = kWidth - right.x;
        Fragment& row = make_.add(0, before);
        const auto colon_line = make_.lines(":", face(false, false), text.size, 20).front();
        put_line(row, colon_line, label, 0, text.size, text.line, Ink::Text);
        Type left = text;
        left.width = label;
        row.height = std::max(set(row, name, 0, left), set(row, value, 0, right));
        row.height = std::max(row.height, text.line);
    }
}

void PageLayout::photos(const Block& block) {
    for (const domain::Line& line : block.lines) {
        if (line.runs.empty()) continue;
        Type text = type(9.5, 12.5);
        text.align = Align::Centre;
        text.x = s(14);
        text.width = kWidth - s(28);
        Fragment& frame = make_.add(0, s(8));
        const double below = set(frame, line.runs, s(74), text);
        frame.height = below + s(8);
        box(frame, 0, 0, kWidth, frame.height, Ink::Rule);
        fill(frame, s(10), s(10), kWidth - s(20), s(56), Ink::Photo);
    }
}

void PageLayout::lay() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
        const Block& block = page_.blocks[i];
        switch (block.kind) {
        case BlockKind::Heading: {
            const std::size_t first = make_.out.list.size();
            together(block, type(block.level <= 1 ? 13.5 : block.level == 2 ? 12 : 11, block.level <= 1 ? 18 : 16, true), s(9));
            for (std::size_t k = first; k < make_.out.list.size(); ++k) make_.out.list[k].glue = true;
            break;
        }
        case BlockKind::Paragraph: together(block, type(10.5, 14.5), s(6)); break;
        case BlockKind::ListItem: list_item(block); break;
        case BlockKind::Table: table(block); break;
        case BlockKind::Letterhead: letterhead(block); break;
        case BlockKind::Title: {
            Type text = type(12, 16, true);
            text.align = Align::Centre;
            together(block, text, s(10));
            if (!make_.out.list.empty()) make_.out.list.back().glue = true;
            break;
        }
        case BlockKind::LetterHead: letter_lines(block); break;
        case BlockKind::Signature:
        case BlockKind::Stamp:
        case BlockKind::BarcodeBlock: i = signatures(i); break;
        case BlockKind::Photo: photos(block); break;
        case BlockKind::Handwriting: {
            Type text = type(11.5, 16);
            text.italic = true;
            text.ink = Ink::Pen;
            together(block, text, s(6));
            break;
        }
        case BlockKind::Foot: {
            Type text = type(8.5, 11.5);
            text.ink = Ink::Quiet;
            together(block, text, s(14));
            break;
        }
        }
    }
}

} // namespace timbang::report
