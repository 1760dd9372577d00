#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "report/html_parts.h"
#include "report/wrap.h"

namespace timbang::report {
namespace {

using domain::Block;
using domain::BlockKind;
using domain::Symbol;

const char* symbol_words(Symbol symbol) {
    switch (symbol) {
    case Symbol::CoatOfArms: return "[lambang]";
    case Symbol::Signature: return "[tanda tangan]";
    case Symbol::Initials: return "[paraf]";
    case Symbol::Barcode: return "[kode batang]";
    case Symbol::Blank: return "[kosong]";
    case Symbol::None: break;
    }
    return "";
}

std::string runs_html(const domain::Page& page, const std::vector<domain::Run>& runs) {
    std::string out;
    for (const domain::Run& run : runs) {
        const std::string text = escape_html(run.symbol == Symbol::None ? std::string(page.words(run.range)) : symbol_words(run.symbol));
        out += run.bold ? "<b>" + text + "</b>" : text;
    }
    return out;
}

std::string lines_html(const domain::Page& page, const Block& block) {
    std::string out;
    for (const domain::Line& line : block.lines) {
        if (!out.empty()) out += "<br>\n";
        out += runs_html(page, line.runs);
    }
    return out;
}

std::string table_html(const domain::Page& page, const Block& block) {
    std::string out = "<div class=\"scroll\"><table class=\"grid\"><tbody>\n";
    for (const domain::Row& row : block.rows) {
        out += "<tr>";
        for (const domain::Cell& cell : row.cells) {
            const char* align = cell.align == domain::Align::Right    ? " class=\"right\""
                                : cell.align == domain::Align::Centre ? " class=\"centre\""
                                                                      : "";
            const char* tag = row.header ? "th" : "td";
            out += fmt::format("<{}{}{}>{}</{}>", tag, row.header ? " scope=\"col\"" : "", align, runs_html(page, cell.runs), tag);
        }
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

const char* side(domain::Align align) {
    return align == domain::Align::Left ? "Left" : align == domain::Align::Centre ? "Centre" : "Right";
}

std::string block_html(const domain::Page& page, const Block& block) {
    const std::string lines = lines_html(page, block);
    switch (block.kind) {
    case BlockKind::Heading: return fmt::format("<h{0}>{1}</h{0}>\n", block.level <= 1 ? 3 : 4, lines);
    case BlockKind::ListItem:
        return fmt::format("<p style=\"margin-left:{}em\">{} {}</p>\n", 1.2 + 1.2 * block.level, escape_html(block.marker), lines);
    case BlockKind::Table: return table_html(page, block);
    case BlockKind::Letterhead: return fmt::format("<div class=\"kop\">{}</div>\n", lines);
    case BlockKind::Title: return fmt::format("<div class=\"judul\">{}</div>\n", lines);
    case BlockKind::Signature: return fmt::format("<div class=\"ttd {}\">{}</div>\n", side(block.align), lines);
    case BlockKind::Stamp: return fmt::format("<div class=\"stempel\">{}</div>\n", lines);
    case BlockKind::Photo: return fmt::format("<div class=\"foto\">{}</div>\n", lines);
    case BlockKind::Handwriting: return fmt::format("<p class=\"tangan\">{}</p>\n", lines);
    case BlockKind::Foot: return fmt::format("<p class=\"kaki\">{}</p>\n", lines);
    case BlockKind::Paragraph:
    case BlockKind::LetterHead:
    case BlockKind::BarcodeBlock: break;
    }
    return fmt::format("<p>{}</p>\n", lines);
}

} // namespace

std::string escape_html(const std::string& text) {
    std::string out;
    for (const char c : drawable(text, Letters::All)) switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    return out;
}

std::string page_html(const domain::Page& page) {
    std::string out;
    for (const domain::Block& block : page.blocks) out += block_html(page, block);
    return out;
}

std::string base64(const std::string& bytes) {
    constexpr const char* kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t i = 0; i < 3; ++i)
            three = three << 8 | (at + i < bytes.size() ? static_cast<std::uint8_t>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) out += at + i > bytes.size() ? '=' : kDigits[three >> (18 - 6 * i) & 63U];
    }
    return out;
}

} // namespace timbang::report
