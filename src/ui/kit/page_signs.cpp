#include "ui/kit/page_sheet.h"

namespace timbang::ui {

using domain::Block;
using domain::BlockKind;
using domain::Line;
using domain::Symbol;

namespace {

constexpr float kSignHeight = 52;

bool has_symbol(const Line& line, Symbol symbol) {
    for (const domain::Run& r : line.runs)
        if (r.symbol == symbol) return true;
    return false;
}

bool is_sign(const Line& line) {
    return has_symbol(line, Symbol::Signature) || has_symbol(line, Symbol::Blank) || has_symbol(line, Symbol::Initials);
}

} // namespace

float Sheet::slot_x(domain::Align align) {
    if (align == domain::Align::Left) return kSheetSide;
    return align == domain::Align::Centre ? kSheetSide + (kSheetWidth - kSlot) / 2 : kSheetSide + kSheetWidth - kSlot;
}

std::size_t Sheet::signatures(std::size_t first) {
    const auto& blocks = page_.blocks;
    std::size_t end = first;
    while (end < blocks.size() && (blocks[end].kind == BlockKind::Signature || blocks[end].kind == BlockKind::Stamp ||
                                   blocks[end].kind == BlockKind::BarcodeBlock))
        ++end;
    y_ += 8;
    float row_top = y_;
    int used = 0; // slots of this row
    for (std::size_t i = first; i < end; ++i) {
        const Block& b = blocks[i];
        if (b.kind != BlockKind::Signature) continue;
        const int bit = 1 << static_cast<int>(b.align);
        if ((used & bit) != 0) row_top = y_ + 10, used = 0;
        if (used == 0) lead_ = lead_height(i, end);
        used |= bit;
        float bottom = signature(b, row_top);
        for (std::size_t k = i + 1; k < end && blocks[k].kind != BlockKind::Signature; ++k) {
            if (blocks[k].kind == BlockKind::Stamp) stamp(blocks[k], sign_);
            else bottom = barcode(blocks[k], std::min(slot_x(b.align), kSheetSide + kSheetWidth - kSlot - 40), bottom + 4);
        }
        y_ = std::max(y_, bottom);
    }
    y_ += 12;
    return end - 1;
}

float Sheet::lead_height(std::size_t first, std::size_t end) const {
    float most = 0;
    for (std::size_t i = first; i < end; ++i)
        if (page_.blocks[i].kind == BlockKind::Signature) most = std::max(most, lead_of(page_.blocks[i]));
    return most;
}

float Sheet::lead_of(const Block& b) const {
    float h = 0;
    for (const Line& l : b.lines) {
        if (is_sign(l)) break;
        h += l.runs.empty() ? 17 : flow_.height(l.runs, kSlot, style(13, 17, Set::Centre));
    }
    return h;
}

float Sheet::signature(const Block& b, float top) {
    const Style s = style(13, 17, Set::Centre);
    const float x = slot_x(b.align);
    float y = top + lead_ - lead_of(b);
    bool signed_now = false;
    sign_ = {x, y, kSlot, kSignHeight};
    for (const Line& l : b.lines) {
        if (is_sign(l)) {
            sign_ = {x, y, kSlot, kSignHeight};
            const bool full = has_symbol(l, Symbol::Signature);
            if (full) out_.shapes.push_back({PageShape::Kind::Signature, Rect{x, y, kSlot, kSignHeight}.middle(130, 44), flow_.seed()});
            else if (has_symbol(l, Symbol::Initials))
                out_.shapes.push_back({PageShape::Kind::Initials, Rect{x, y, kSlot, kSignHeight}.middle(56, 30), flow_.seed()});
            y += kSignHeight;
            signed_now = true;
            continue;
        }
        Style name = s;
        name.bold = signed_now; // the name stands out, the office and number do not
        signed_now = false;
        y = l.runs.empty() ? y + 17 : flow_.set(l.runs, x, y, kSlot, name);
    }
    return y;
}

void Sheet::stamp(const Block& b, const Rect& over) {
    constexpr float kSize = 92;
    const Rect r{over.x - 8, over.y + (over.h - kSize) / 2, kSize, kSize};
    PageShape shape{PageShape::Kind::Stamp, r, flow_.seed()};
    Style s = style(8.5F, 11, Set::Centre, true);
    s.pen = Pen::Stamp;
    float tall = 0;
    for (const Line& l : b.lines) tall += flow_.height(l.runs, kSize - 22, s);
    while (tall > kSize - 30 && s.font.size > 5) {
        s.font.size -= 0.5F;
        s.font.line -= 0.6F;
        tall = 0;
        for (const Line& l : b.lines) tall += flow_.height(l.runs, kSize - 22, s);
    }
    float y = r.y + (kSize - tall) / 2;
    const std::size_t first = out_.words.size();
    for (const Line& l : b.lines) y = flow_.set(l.runs, r.x + 11, y, kSize - 22, s);
    for (std::size_t i = first; i < out_.words.size(); ++i) shape.words.push_back(i);
    out_.shapes.push_back(std::move(shape));
}

float Sheet::barcode(const Block& b, float x, float y) {
    constexpr float kCode = 62;
    const Style s = style(10.5F, 13);
    bool code = false;
    float below = y;
    for (const Line& l : b.lines) code = code || has_symbol(l, Symbol::Barcode);
    const float indent = code ? kCode + 10 : 0;
    for (const Line& l : b.lines)
        if (l.range.length() > 0) below = flow_.set(l.runs, x + indent, below, kSlot + 40 - indent, s);
    if (code) {
        out_.shapes.push_back({PageShape::Kind::Code, {x, y, kCode, kCode}, flow_.seed()});
        below = std::max(below, y + kCode);
    }
    y_ = std::max(y_, below + 6);
    return below;
}

void Sheet::photos(const Block& b) {
    constexpr float kGap = 16, kFrame = 150;
    const float w = (kSheetWidth - kGap) / 2;
    float x = kSheetSide, row = 0;
    for (const Line& l : b.lines) {
        if (l.runs.empty()) continue;
        out_.shapes.push_back({PageShape::Kind::Photo, {x, y_, w, kFrame}, flow_.seed()});
        const float bottom = flow_.set(l.runs, x, y_ + kFrame + 4, w, style(12, 15));
        row = std::max(row, bottom - y_);
        if (x > kSheetSide) y_ += row + 12, x = kSheetSide, row = 0;
        else x += w + kGap;
    }
    if (x > kSheetSide) y_ += row + 12;
}

void Sheet::handwriting(const Block& b) {
    Style s;
    s.font = {Face::Hand, 16.5F, 23};
    s.pen = Pen::Hand;
    for (const Line& l : b.lines) y_ = l.runs.empty() ? y_ + 12 : flow_.set(l.runs, kSheetSide + 18, y_, kSheetWidth - 36, s);
    y_ += 10;
}

float Sheet::foot_height() const {
    float h = 0;
    for (const Block* b : feet_)
        for (const Line& l : b->lines) h += flow_.height(l.runs, kSheetWidth, style(10.5F, 14, Set::Centre));
    return h;
}

void Sheet::feet() {
    Style s = style(10.5F, 14, Set::Centre);
    s.pen = Pen::Foot;
    float y = out_.height - 24 - foot_height();
    for (const Block* b : feet_)
        for (const Line& l : b->lines) y = flow_.set(l.runs, kSheetSide, y, kSheetWidth, s);
}

} // namespace timbang::ui
