#include "content/pages/writer.h"

#include <algorithm>

#include "base/utf8.h"

namespace timbang::content {

using domain::Run;
using domain::Symbol;
using domain::TextRange;

namespace {

struct SymbolWord {
    std::string_view word;
    Symbol symbol;
};
constexpr SymbolWord kSymbols[] = {{"[lambang]", Symbol::CoatOfArms},
                                   {"[tanda tangan]", Symbol::Signature},
                                   {"[paraf]", Symbol::Initials},
                                   {"[kode batang]", Symbol::Barcode},
                                   {"[kosong]", Symbol::Blank}};

const SymbolWord* symbol_at(std::string_view text, std::size_t at) {
    for (const SymbolWord& known : kSymbols)
        if (text.substr(at, known.word.size()) == known.word) return &known;
    return nullptr;
}

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x2007 || c == 0x202F || c == '\f' ||
           c == '\v';
}

/// End of the letters from `at` on that stand in a page as they are: ASCII without white space and controls.
std::size_t letters_end(std::string_view words, std::size_t at) {
    while (at < words.size() && words[at] > ' ' && static_cast<unsigned char>(words[at]) < 0x80) ++at;
    return at;
}

} // namespace

void Words::add(std::string_view text, bool bold) {
    text_ += text;
    if (pieces_.empty() || pieces_.back().bold != bold) pieces_.push_back({0, bold});
    pieces_.back().end = text_.size();
}

void WordsList::take(Words& words) {
    if (count_ == room_.size()) room_.emplace_back();
    std::swap(room_[count_++], words);
    words.clear();
}

PageWriter::PageWriter(std::size_t bytes) {
    constexpr std::size_t kUsualUnits = 32;
    constexpr std::size_t kUsualBlocks = 16;
    page_.text.reserve(bytes);
    page_.units.reserve(kUsualUnits);
    page_.blocks.reserve(kUsualBlocks);
}

void PageWriter::put(std::string_view words, bool bold, std::uint32_t unit, std::vector<Run>& out) {
    const std::uint32_t begin = size();
    for (std::size_t at = 0; at < words.size();) {
        if (const std::size_t end = letters_end(words, at); end > at) {
            page_.text.append(words, at, end - at);
            at = end;
            continue;
        }
        const base::CodePoint point = base::code_point_at(words, at);
        if (!is_space(point.value)) page_.text.append(words.substr(at, point.next - at));
        else if (size() > unit && page_.text.back() != ' ') page_.text += ' ';
        at = point.next;
    }
    if (size() > begin) out.push_back({{begin, size()}, bold, Symbol::None});
}

void PageWriter::trim(std::vector<Run>& out, std::uint32_t unit) {
    if (size() <= unit || page_.text.back() != ' ') return;
    page_.text.pop_back();
    for (Run& run : out) run.range.end = std::min(run.range.end, size());
    std::erase_if(out, [](const Run& run) { return run.symbol == Symbol::None && run.range.length() == 0; });
}

std::vector<Run> PageWriter::runs(const Words& words, std::uint32_t unit) {
    std::vector<Run> out;
    std::size_t begin = 0;
    for (const Words::Piece& piece : words.pieces()) {
        const std::string_view text = words.text().substr(begin, piece.end - begin);
        begin = piece.end;
        std::size_t done = 0;
        for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
            const SymbolWord* known = symbol_at(text, at);
            if (known == nullptr) continue;
            put(text.substr(done, at - done), piece.bold, unit, out);
            out.push_back({{size(), size()}, piece.bold, known->symbol});
            done = at + known->word.size();
        }
        put(text.substr(done), piece.bold, unit, out);
    }
    trim(out, unit);
    for (Run& run : out) // symbols behind the last word stand at the end of what is left
        if (run.range.begin > size()) run.range = {size(), size()};
    return out;
}

void PageWriter::end_unit(std::uint32_t begin) {
    if (size() == begin) return;
    page_.units.push_back({begin, size()});
    page_.text += '\n';
}

domain::Line PageWriter::line(const Words& words) {
    domain::Line line;
    const std::uint32_t begin = size();
    line.runs = runs(words, begin);
    line.range = {begin, size()};
    end_unit(begin);
    return line;
}

domain::Row PageWriter::row(std::span<const Words> cells, std::span<const domain::Align> aligns, bool header) {
    domain::Row row;
    row.cells.reserve(cells.size());
    row.header = header;
    const std::uint32_t begin = size();
    bool gap = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (gap) page_.text += ' '; // taken back below where the cell turns out empty
        domain::Cell cell;
        cell.align = i < aligns.size() ? aligns[i] : domain::Align::Left;
        const std::uint32_t start = size();
        cell.runs = runs(cells[i], start);
        cell.range = {start, size()};
        if (size() == start && gap) {
            page_.text.pop_back();
            cell.range = {size(), size()};
            for (Run& run : cell.runs) run.range = cell.range;
        }
        gap = size() > begin;
        row.cells.push_back(std::move(cell));
    }
    row.range = {begin, size()};
    end_unit(begin);
    return row;
}

void PageWriter::add(domain::Block block) {
    bool first = true;
    const auto take = [&](TextRange range) {
        block.range.begin = first ? range.begin : block.range.begin;
        block.range.end = range.end;
        first = false;
    };
    for (const domain::Line& line : block.lines) take(line.range);
    for (const domain::Row& row : block.rows) take(row.range);
    if (first) block.range = {size(), size()};
    page_.blocks.push_back(std::move(block));
}

} // namespace timbang::content
