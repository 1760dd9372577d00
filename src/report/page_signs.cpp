#include <algorithm>

#include "report/page_parts.h"

namespace timbang::report {
namespace {

using domain::Block;
using domain::BlockKind;
using domain::Symbol;

constexpr double kSlot = kWidth * 0.38, kSign = 40, kStamp = 70, kCode = 48;

bool has(const domain::Line& line, Symbol symbol) {
    return std::any_of(line.runs.begin(), line.runs.end(), [&](const domain::Run& run) { return run.symbol == symbol; });
}
bool is_sign(const domain::Line& line) {
    return has(line, Symbol::Signature) || has(line, Symbol::Blank) || has(line, Symbol::Initials);
}
double slot_x(domain::Align align) {
    return align == domain::Align::Left ? 0 : align == domain::Align::Centre ? (kWidth - kSlot) / 2 : kWidth - kSlot;
}

} // namespace

double PageLayout::lead_of(const Block& block) const {
    double height = 0;
    Type text = type(10, 13.5);
    text.width = kSlot;
    for (const domain::Line& line : block.lines) {
        if (is_sign(line)) break;
        height += line.runs.empty() ? text.line : text.line * static_cast<double>(lines(line.runs, text).size());
    }
    return height;
}

std::size_t PageLayout::signatures(std::size_t first) {
    const auto& blocks = page_.blocks;
    const auto is_part = [&](std::size_t at) {
        return blocks[at].kind == BlockKind::Signature || blocks[at].kind == BlockKind::Stamp || blocks[at].kind == BlockKind::BarcodeBlock;
    };
    std::size_t end = first;
    while (end < blocks.size() && is_part(end)) ++end;
    Fragment group;
    group.before = s(10);
    double row = 0, y = 0, lead = 0, sign_y = 0, sign_x = kWidth - kSlot;
    for (std::size_t i = first; i < end; ++i)
        if (blocks[i].kind == BlockKind::Signature) lead = std::max(lead, lead_of(blocks[i]));
    int used = 0;
    double bottom = 0;
    for (std::size_t i = first; i < end; ++i) {
        if (blocks[i].kind == BlockKind::Signature) {
            const int bit = 1 << static_cast<int>(blocks[i].align);
            if ((used & bit) != 0) {
                row = y + s(8);
                used = 0;
            }
            used |= bit;
            sign_x = slot_x(blocks[i].align);
            sign_y = row + lead;
            bottom = signature(group, blocks[i], row, lead);
        } else if (blocks[i].kind == BlockKind::Stamp) {
            stamp(group, blocks[i], sign_x - s(6), sign_y + s(kSign - kStamp) / 2);
            bottom = std::max(bottom, sign_y + s(kSign + kStamp) / 2);
        } else {
            bottom = barcode(group, blocks[i], std::min(sign_x, kWidth - kSlot), bottom + s(4));
        }
        y = std::max(y, bottom);
    }
    group.height = y + s(6);
    make_.out.list.push_back(std::move(group));
    return end - 1;
}

double PageLayout::signature(Fragment& fragment, const Block& block, double top, double lead) {
    double y = top + lead - lead_of(block);
    bool signed_now = false;
    for (const domain::Line& line : block.lines) {
        const double x = slot_x(block.align);
        if (is_sign(line)) {
            if (has(line, Symbol::Signature)) draw_signature(fragment, x + kSlot / 2 - s(46), y, s(92), s(kSign), seed_++, false);
            if (has(line, Symbol::Initials)) draw_signature(fragment, x + kSlot / 2 - s(20), y + s(8), s(40), s(22), seed_++, true);
            y += s(kSign);
            signed_now = true;
            continue;
        }
        Type text = type(10, 13.5, signed_now); // the name stands out, the office and number do not
        text.x = x;
        text.width = kSlot;
        text.align = Align::Centre;
        signed_now = false;
        y = line.runs.empty() ? y + text.line : set(fragment, line.runs, y, text);
    }
    return y;
}

void PageLayout::stamp(Fragment& fragment, const Block& block, double x, double y) {
    const double size = s(kStamp), middle = size / 2;
    draw_ring(fragment, x + middle, y + middle, middle - 1, 1.6, Ink::Stamp);
    draw_ring(fragment, x + middle, y + middle, middle - s(4), 0.7, Ink::Stamp);
    Type text = type(6.5, 8.5, true);
    text.ink = Ink::Stamp;
    text.align = Align::Centre;
    text.x = x + s(9);
    text.width = size - s(18);
    double tall = 0;
    for (;; text.size -= 0.4, text.line -= 0.5) {
        tall = 0;
        for (const domain::Line& line : block.lines) tall += text.line * static_cast<double>(lines(line.runs, text).size());
        if (tall <= size - s(20) || text.size < s(4)) break;
    }
    double at = y + (size - tall) / 2;
    for (const domain::Line& line : block.lines) at = set(fragment, line.runs, at, text);
}

double PageLayout::barcode(Fragment& fragment, const Block& block, double x, double y) {
    const bool code = std::any_of(block.lines.begin(), block.lines.end(), [](const auto& line) { return has(line, Symbol::Barcode); });
    Type text = type(8.5, 11);
    text.x = x + (code ? s(kCode + 8) : 0);
    text.width = kWidth - text.x;
    double below = y;
    for (const domain::Line& line : block.lines)
        if (line.range.length() > 0) {
            std::vector<domain::Run> words;
            for (const domain::Run& run : line.runs)
                if (run.symbol == Symbol::None) words.push_back(run);
            below = set(fragment, words, below, text);
        }
    if (code) {
        draw_code(fragment, x, y, s(kCode), seed_++);
        below = std::max(below, y + s(kCode));
    }
    return below;
}

} // namespace timbang::report
