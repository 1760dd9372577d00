#include "ui/kit/page_flow.h"

namespace timbang::ui {

using domain::Block;
using domain::BlockKind;
using domain::Line;
using domain::Symbol;

namespace {

constexpr float kTop = 30, kSide = 46, kBottom = 40, kWidth = kPaperWidth - 2 * kSide;
constexpr float kSlot = 232, kSignHeight = 52;

bool has_symbol(const Line& line, Symbol symbol) {
    for (const domain::Run& r : line.runs)
        if (r.symbol == symbol) return true;
    return false;
}

bool is_sign(const Line& line) {
    return has_symbol(line, Symbol::Signature) || has_symbol(line, Symbol::Blank) || has_symbol(line, Symbol::Initials);
}

bool shouts(std::string_view words) {
    for (const char c : words)
        if (c >= 'a' && c <= 'z') return false;
    return true;
}

/// Builds one sheet, block by block.
class Sheet {
public:
    Sheet(const domain::Page& page, const Fonts& fonts) : page_(page), flow_(page, fonts, out_) {}

    PageLayout build() {
        for (std::size_t i = 0; i < page_.blocks.size(); ++i) i = block(i);
        out_.height = std::max(kPaperHeight, y_ + kBottom + foot_height());
        feet();
        return std::move(out_);
    }

private:
    static Style style(float size, float line, Set set = Set::Left, bool bold = false) {
        Style s;
        s.font = {Face::Serif, size, line};
        s.set = set;
        s.bold = bold;
        return s;
    }

    std::size_t block(std::size_t i) {
        const Block& b = page_.blocks[i];
        switch (b.kind) {
        case BlockKind::Letterhead: letterhead(b); break;
        case BlockKind::Title: title(b); break;
        case BlockKind::LetterHead: letter_head(b); break;
        case BlockKind::Heading: paragraph(b, style(15, 20, Set::Left, true)); break;
        case BlockKind::Paragraph: paragraph(b, style(13.5F, 18, Set::Justified)); break;
        case BlockKind::ListItem: list_item(b); break;
        case BlockKind::Table: y_ = set_table(flow_, b, kSide, y_ + 2, kWidth) + 12; break;
        case BlockKind::Signature: return signatures(i);
        case BlockKind::Stamp: stamp(b, {kSide, y_, kSlot, 90}), y_ += 96; break;
        case BlockKind::BarcodeBlock: barcode(b, kSide + kWidth - kSlot - 40, y_); break;
        case BlockKind::Photo: photos(b); break;
        case BlockKind::Handwriting: handwriting(b); break;
        case BlockKind::Foot: feet_.push_back(&b); break;
        }
        return i;
    }

    void rule(float height) { out_.shapes.push_back({PageShape::Kind::Line, {kSide, y_, kWidth, height}, 0}); }

    void letterhead(const Block& b) {
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
            const Style s = bold ? style(20, 24, Set::Centre) : address ? style(12, 16, Set::Centre) : style(16, 20, Set::Centre);
            y_ = flow_.set(l.runs, kSide + inset, y_, kWidth - 2 * inset, s);
        }
        if (arms) {
            y_ = std::max(y_, top + 58);
            out_.shapes.push_back({PageShape::Kind::CoatOfArms, {kSide, top + (y_ - top - 56) / 2, 56, 56}, flow_.seed()});
        }
        y_ += 8;
        rule(2.5F);
        y_ += 4;
        rule(1);
        y_ += 15;
    }

    void title(const Block& b) {
        for (const Line& l : b.lines) {
            if (l.range.length() == 0) {
                y_ += 9;
                continue;
            }
            const bool loud = shouts(page_.words(l.range));
            y_ = flow_.set(l.runs, kSide, y_, kWidth, loud ? style(15, 19, Set::Centre, true) : style(13, 18, Set::Centre));
        }
        y_ += 12;
    }

    /// Where " : " stands in a line, in the page's text; the line's end when it has none.
    [[nodiscard]] std::uint32_t colon(const Line& l) const {
        const std::size_t at = page_.words(l.range).find(" : ");
        return at == std::string_view::npos || at > 24 ? l.range.end : l.range.begin + static_cast<std::uint32_t>(at);
    }

    static std::vector<domain::Run> part(const Line& l, std::uint32_t begin, std::uint32_t end) {
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

    void letter_head(const Block& b) {
        const Style s = style(13, 18);
        float label = 0;
        for (const Line& l : b.lines)
            if (colon(l) < l.range.end) label = std::max(label, flow_.extent(part(l, l.range.begin, colon(l)), s).line);
        for (const Line& l : b.lines) {
            const std::uint32_t at = colon(l);
            if (l.runs.empty()) y_ += 9;
            else if (at == l.range.end) y_ = flow_.set(l.runs, kSide, y_, kWidth, s);
            else {
                flow_.set(part(l, l.range.begin, at), kSide, y_, label + 4, s);
                flow_.set(part(l, at + 1, at + 2), kSide + label + 8, y_, 12, s);
                y_ = flow_.set(part(l, at + 3, l.range.end), kSide + label + 20, y_, kWidth - label - 20, s);
            }
        }
        y_ += 14;
    }

    void paragraph(const Block& b, const Style& s) {
        for (const Line& l : b.lines) y_ = flow_.set(l.runs, kSide, y_, kWidth, s);
        y_ += 10;
    }

    void list_item(const Block& b) {
        const Style s = style(13.5F, 18, Set::Justified);
        const float indent = 24 + 22 * static_cast<float>(b.level);
        out_.labels.push_back({b.marker, {kSide + indent - 22, y_}, s.font});
        for (const Line& l : b.lines) y_ = flow_.set(l.runs, kSide + indent, y_, kWidth - indent, s);
        y_ += 4;
    }

    static float slot_x(domain::Align align) {
        if (align == domain::Align::Left) return kSide;
        return align == domain::Align::Centre ? kSide + (kWidth - kSlot) / 2 : kSide + kWidth - kSlot;
    }

    /// Signature blocks that follow each other stand side by side, with their stamps and codes; returns the last index.
    std::size_t signatures(std::size_t first) {
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
                else bottom = barcode(blocks[k], std::min(slot_x(b.align), kSide + kWidth - kSlot - 40), bottom + 4);
            }
            y_ = std::max(y_, bottom);
        }
        y_ += 12;
        return end - 1;
    }

    /// Lines above the signature itself, highest of the blocks that stand side by side: so the signatures stand level.
    [[nodiscard]] float lead_height(std::size_t first, std::size_t end) const {
        float most = 0;
        for (std::size_t i = first; i < end; ++i)
            if (page_.blocks[i].kind == BlockKind::Signature) most = std::max(most, lead_of(page_.blocks[i]));
        return most;
    }
    [[nodiscard]] float lead_of(const Block& b) const {
        float h = 0;
        for (const Line& l : b.lines) {
            if (is_sign(l)) break;
            h += l.runs.empty() ? 17 : flow_.height(l.runs, kSlot, style(13, 17, Set::Centre));
        }
        return h;
    }

    float signature(const Block& b, float top) {
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

    /// Round, turned, over the signature. Its words can be read and marked: they are words of the page, drawn turned.
    void stamp(const Block& b, const Rect& over) {
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

    float barcode(const Block& b, float x, float y) {
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

    void photos(const Block& b) {
        constexpr float kGap = 16, kFrame = 150;
        const float w = (kWidth - kGap) / 2;
        float x = kSide, row = 0;
        for (const Line& l : b.lines) {
            if (l.runs.empty()) continue;
            out_.shapes.push_back({PageShape::Kind::Photo, {x, y_, w, kFrame}, flow_.seed()});
            const float bottom = flow_.set(l.runs, x, y_ + kFrame + 4, w, style(12, 15));
            row = std::max(row, bottom - y_);
            if (x > kSide) y_ += row + 12, x = kSide, row = 0;
            else x += w + kGap;
        }
        if (x > kSide) y_ += row + 12;
    }

    void handwriting(const Block& b) {
        Style s;
        s.font = {Face::Hand, 16.5F, 23};
        s.pen = Pen::Hand;
        for (const Line& l : b.lines) y_ = l.runs.empty() ? y_ + 12 : flow_.set(l.runs, kSide + 18, y_, kWidth - 36, s);
        y_ += 10;
    }

    [[nodiscard]] float foot_height() const {
        float h = 0;
        for (const Block* b : feet_)
            for (const Line& l : b->lines) h += flow_.height(l.runs, kWidth, style(10.5F, 14, Set::Centre));
        return h;
    }

    void feet() {
        Style s = style(10.5F, 14, Set::Centre);
        s.pen = Pen::Foot;
        float y = out_.height - 24 - foot_height();
        for (const Block* b : feet_)
            for (const Line& l : b->lines) y = flow_.set(l.runs, kSide, y, kWidth, s);
    }

    const domain::Page& page_;
    PageLayout out_;
    PageFlow flow_;
    float y_ = kTop;
    float lead_ = 0;
    Rect sign_; ///< where the last signature stands
    std::vector<const Block*> feet_;
};

} // namespace

PageLayout lay_out_page(const domain::Page& page, const Fonts& fonts) { return Sheet(page, fonts).build(); }

} // namespace timbang::ui
