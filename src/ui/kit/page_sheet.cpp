#include "ui/kit/page_sheet.h"

namespace timbang::ui {

using domain::Block;
using domain::BlockKind;
using domain::Line;
using domain::Symbol;

namespace {

bool has_symbol(const Line& line, Symbol symbol) {
    for (const domain::Run& r : line.runs)
        if (r.symbol == symbol) return true;
    return false;
}

bool shouts(std::string_view words) {
    for (const char c : words)
        if (c >= 'a' && c <= 'z') return false;
    return true;
}

} // namespace

PageLayout Sheet::build() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) i = block(i);
    out_.height = std::max(kPaperHeight, y_ + kSheetBottom + foot_height());
    feet();
    return std::move(out_);
}

Style Sheet::style(float size, float line, Set set, bool bold) {
    Style s;
    s.font = {Face::Serif, size, line};
    s.set = set;
    s.bold = bold;
    return s;
}

std::size_t Sheet::block(std::size_t i) {
    const Block& b = page_.blocks[i];
    switch (b.kind) {
    case BlockKind::Letterhead: letterhead(b); break;
    case BlockKind::Title: title(b); break;
    case BlockKind::LetterHead: letter_head(b); break;
    case BlockKind::Heading: paragraph(b, style(15, 20, Set::Left, true)); break;
    case BlockKind::Paragraph: paragraph(b, style(13.5F, 18, Set::Justified)); break;
    case BlockKind::ListItem:
        list_item(b);
        if (i + 1 < page_.blocks.size() && page_.blocks[i + 1].kind != BlockKind::ListItem) y_ += 7;
        break;
    case BlockKind::Table: y_ = set_table(flow_, b, kSheetSide, y_ + 2, kSheetWidth) + kBelowTable; break;
    case BlockKind::Signature: return signatures(i);
    case BlockKind::Stamp: stamp(b, {kSheetSide, y_, kSlot, 90}), y_ += 96; break;
    case BlockKind::BarcodeBlock: barcode(b, kSheetSide + kSheetWidth - kSlot - 40, y_); break;
    case BlockKind::Photo: photos(b); break;
    case BlockKind::Handwriting: handwriting(b); break;
    case BlockKind::Foot: feet_.push_back(&b); break;
    }
    return i;
}

void Sheet::rule(float height) { out_.shapes.push_back({PageShape::Kind::Line, {kSheetSide, y_, kSheetWidth, height}, 0}); }

void Sheet::letterhead(const Block& b) {
    const float top = y_;
    bool arms = false;
    for (const Line& l : b.lines) arms = arms || has_symbol(l, Symbol::CoatOfArms);
    const float inset = arms ? 66 : 0;
    std::size_t last = b.lines.size();
    while (last > 0 && b.lines[last - 1].runs.empty()) --last;
    for (std::size_t i = 0; i < b.lines.size(); ++i) {
        const Line& l = b.lines[i];
        if (l.range.length() == 0) continue;
        bool bold = false;
        for (const domain::Run& r : l.runs) bold = bold || r.bold;
        const bool address = i + 1 == last && !bold && i > 0;
        Style s = bold ? style(20, 24, Set::Centre) : address ? style(12, 16, Set::Centre) : style(16, 20, Set::Centre);
        // A line of a letterhead is one line: it gets a little smaller rather than breaking.
        const float least = bold ? 14.5F : address ? 10.0F : 12.5F;
        while (flow_.extent(l.runs, s).line > kSheetWidth - 2 * inset && s.font.size > least) s.font.size -= 0.5F;
        y_ = flow_.set(l.runs, kSheetSide + inset, y_, kSheetWidth - 2 * inset, s);
    }
    if (arms) {
        y_ = std::max(y_, top + 58);
        out_.shapes.push_back({PageShape::Kind::CoatOfArms, {kSheetSide, top + (y_ - top - 56) / 2, 56, 56}, flow_.seed()});
    }
    y_ += 8;
    rule(2.5F);
    y_ += 4;
    rule(1);
    y_ += 15;
}

void Sheet::title(const Block& b) {
    for (const Line& l : b.lines) {
        if (l.range.length() == 0) {
            y_ += 9;
            continue;
        }
        const bool loud = shouts(page_.words(l.range));
        y_ = flow_.set(l.runs, kSheetSide, y_, kSheetWidth, loud ? style(15, 19, Set::Centre, true) : style(13, 18, Set::Centre));
    }
    y_ += 12;
}

std::uint32_t Sheet::colon(const Line& l) const {
    const std::size_t at = page_.words(l.range).find(" : ");
    return at == std::string_view::npos || at > 24 ? l.range.end : l.range.begin + static_cast<std::uint32_t>(at);
}

std::vector<domain::Run> Sheet::part(const Line& l, std::uint32_t begin, std::uint32_t end) {
    std::vector<domain::Run> out;
    for (domain::Run r : l.runs) {
        if (r.symbol == Symbol::None) {
            r.range.begin = std::max(r.range.begin, begin);
            r.range.end = std::min(r.range.end, end);
            if (r.range.begin >= r.range.end) continue;
        }
        out.push_back(r);
    }
    return out;
}

void Sheet::letter_head(const Block& b) {
    const Style s = style(13, 18);
    float label = 0;
    for (const Line& l : b.lines)
        if (colon(l) < l.range.end) label = std::max(label, flow_.extent(part(l, l.range.begin, colon(l)), s).line);
    for (const Line& l : b.lines) {
        const std::uint32_t at = colon(l);
        if (l.runs.empty()) y_ += 9;
        else if (at == l.range.end) y_ = flow_.set(l.runs, kSheetSide, y_, kSheetWidth, s);
        else {
            flow_.set(part(l, l.range.begin, at), kSheetSide, y_, label + 4, s);
            flow_.set(part(l, at + 1, at + 2), kSheetSide + label + 8, y_, 12, s);
            y_ = flow_.set(part(l, at + 3, l.range.end), kSheetSide + label + 20, y_, kSheetWidth - label - 20, s);
        }
    }
    y_ += 14;
}

void Sheet::paragraph(const Block& b, const Style& s) {
    for (const Line& l : b.lines) y_ = flow_.set(l.runs, kSheetSide, y_, kSheetWidth, s);
    y_ += 10;
}

void Sheet::list_item(const Block& b) {
    const Style s = style(13.5F, 18, Set::Justified);
    const float indent = 24 + 22 * static_cast<float>(b.level);
    out_.labels.push_back({b.marker, {kSheetSide + indent - 22, y_}, s.font});
    for (const Line& l : b.lines) y_ = flow_.set(l.runs, kSheetSide + indent, y_, kSheetWidth - indent, s);
    y_ += 4;
}

PageLayout lay_out_page(const domain::Page& page, const Fonts& fonts) { return Sheet(page, fonts).build(); }

} // namespace timbang::ui
