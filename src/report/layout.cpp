#include "report/layout.h"

#include "report/fragments.h"

namespace timbang::report {
namespace {

void lay_title(const Document& document, Make& make) {
    const double size = document.plain_title ? 15 : 21, line = document.plain_title ? 20 : 27;
    const auto lines = make.lines(document.title, Face::SansBold, size, kWidth);
    Fragment& title = make.add(line * static_cast<double>(lines.size()), 0, true);
    double y = 0;
    for (const WrappedLine& one : lines) {
        put_line(title, one, 0, y, size, line, Ink::Text);
        y += line;
    }
    if (!document.subtitle.empty())
        lay_lines(make.lines(document.subtitle, Face::Sans, 11, kWidth), {Face::Sans, 11, 15, Ink::Quiet}, 2, make);
    make.out.list.back().glue = true;
    if (!document.meta.empty()) lay(Fields{document.meta}, make);
    if (document.plain_title) return;
    Fragment& rule = make.add(1, 8, true);
    fill(rule, 0, 0, kWidth, 1, Ink::Rule);
}

void put_words(Sheet& sheet, const std::string& text, double x, double y, const Advance& advance, bool right) {
    Op op;
    op.text = drawable(text);
    op.size = kSmallSize;
    op.ink = Ink::Quiet;
    op.w = text_width(text, Face::Sans, kSmallSize, advance);
    op.x = right ? x - op.w : x;
    op.y = y;
    sheet.ops.push_back(std::move(op));
}

/// As much of a text as fits into one line, with "…" where it is cut.
std::string cut(const std::string& text, double width, const Advance& advance) {
    const auto lines = wrap({{text, Face::Sans}}, kSmallSize, width, advance);
    std::string first;
    for (const WrappedPiece& piece : lines.front().pieces) first += piece.text;
    return lines.size() > 1 ? first + " …" : first;
}

void frame(const Document& document, std::vector<Sheet>& sheets, const Advance& advance) {
    const std::string of = " / " + std::to_string(sheets.size());
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        Sheet& sheet = sheets[i];
        const double foot = kSheetHeight - 34, right = kSheetWidth - kMarginX;
        put_words(sheet, std::to_string(i + 1) + of, right, foot, advance, true);
        put_words(sheet, cut(document.footer, kWidth - 70, advance), kMarginX, foot, advance, false);
        if (i == 0) continue;
        put_words(sheet, cut(document.title, kWidth * 0.56, advance), kMarginX, 42, advance, false);
        put_words(sheet, cut(document.header, kWidth * 0.4, advance), right, 42, advance, true);
        Op rule;
        rule.kind = Op::Kind::Fill;
        rule.x = kMarginX;
        rule.y = 50;
        rule.w = kWidth;
        rule.h = 0.5;
        rule.ink = Ink::Rule;
        sheet.ops.push_back(std::move(rule));
    }
}

} // namespace

void put_line(Fragment& fragment, const WrappedLine& line, double x, double y, double size, double height, Ink ink) {
    for (const WrappedPiece& piece : line.pieces) {
        Op op;
        op.x = x + piece.x;
        op.y = y + height / 2 + size * 0.35; // capitals stand in the middle of the line
        op.w = piece.width;
        op.size = size;
        op.face = piece.face;
        op.ink = ink;
        op.text = piece.text;
        fragment.ops.push_back(std::move(op));
    }
}

void put_line(Fragment& fragment, const WrappedLine& line, double x, double y, double size, double height, Ink ink,
              Align align, double width) {
    const double room = width - line.width;
    put_line(fragment, line, align == Align::Left ? x : x + (align == Align::Right ? room : room / 2), y, size, height, ink);
}

void fill(Fragment& fragment, double x, double y, double w, double h, Ink ink) {
    Op op;
    op.kind = Op::Kind::Fill;
    op.x = x;
    op.y = y;
    op.w = w;
    op.h = h;
    op.ink = ink;
    fragment.ops.push_back(std::move(op));
}

void box(Fragment& fragment, double x, double y, double w, double h, Ink ink, double line) {
    fill(fragment, x, y, w, h, ink);
    fragment.ops.back().kind = Op::Kind::Box;
    fragment.ops.back().size = line;
}

void lay_lines(const std::vector<WrappedLine>& lines, const TextStyle& style, double before, Make& make) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Fragment& fragment = make.add(style.line, i == 0 ? before : 0, i + 1 < lines.size() && (i == 0 || i + 2 == lines.size()));
        put_line(fragment, lines[i], style.x, 0, style.size, style.line, style.ink, style.align, style.width);
    }
}

std::vector<Sheet> lay_out(const Document& document, const Advance& advance) {
    Fragments fragments;
    Make make{fragments, advance};
    lay_title(document, make);
    bool break_before = false;
    for (const Part& part : document.parts) {
        if (std::holds_alternative<PageBreak>(part.content)) {
            break_before = true;
            continue;
        }
        const std::size_t first = fragments.list.size();
        std::visit([&](const auto& content) { lay(content, make); }, part.content);
        if (fragments.list.size() == first) continue;
        if (break_before) {
            fragments.list[first].new_sheet = true;
            if (first > 0) fragments.list[first - 1].glue = false;
        }
        break_before = false;
        if (part.keep)
            for (std::size_t i = first; i < fragments.list.size(); ++i) fragments.list[i].glue = true;
    }
    std::vector<Sheet> sheets = paginate(fragments);
    frame(document, sheets, advance);
    return sheets;
}

} // namespace timbang::report
