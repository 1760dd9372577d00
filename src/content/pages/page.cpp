#include <optional>
#include <string>

#include "base/utf8.h"
#include "content/pages.h"
#include "content/pages/markdown.h"
#include "content/pages/writer.h"

namespace timbang::content {

using domain::Align;
using domain::Block;
using domain::BlockKind;

namespace {

struct BlockName {
    std::string_view name;
    BlockKind kind;
};
constexpr std::size_t kUsualLines = 4; // of a block
constexpr BlockName kBlocks[] = {
    {"kop", BlockKind::Letterhead},       {"judul", BlockKind::Title},    {"surat", BlockKind::LetterHead},
    {"ttd", BlockKind::Signature},        {"stempel", BlockKind::Stamp},  {"barcode", BlockKind::BarcodeBlock},
    {"foto", BlockKind::Photo},           {"tangan", BlockKind::Handwriting}, {"kaki", BlockKind::Foot}};

/// The block that a line opens: `:::ttd kanan`.
std::optional<Block> opened(std::string_view line) {
    line = base::trimmed(line);
    if (line.substr(0, 3) != ":::" || line.size() == 3) return std::nullopt;
    line = base::trimmed(line.substr(3));
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view place = base::trimmed(line.substr(space));
    for (const BlockName& known : kBlocks) {
        if (known.name != line.substr(0, space)) continue;
        Block block;
        block.kind = known.kind;
        if (place == "tengah") block.align = Align::Centre;
        if (place == "kanan") block.align = Align::Right;
        return block;
    }
    return std::nullopt;
}

/// `**bold**` words of a line in a block.
void gather_words(std::string_view line, Words& words) {
    words.clear();
    while (!line.empty()) {
        const std::size_t open = line.find("**");
        const std::size_t close = open == std::string_view::npos ? open : line.find("**", open + 2);
        if (close == std::string_view::npos) return words.add(line, false);
        if (open > 0) words.add(line.substr(0, open), false);
        words.add(line.substr(open + 2, close - open - 2), true);
        line = line.substr(close + 2);
    }
}

/// The next line without its end; moves `text` behind it.
std::string_view next_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return line;
}

} // namespace

domain::Page parse_markdown_page(std::string_view text, Breaks breaks) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    PageWriter writer(text.size());
    Words words;
    const char* plain = text.data(); // start of the Markdown gathered since the last block
    const auto write_plain = [&](const char* end) {
        if (end > plain) write_markdown({plain, static_cast<std::size_t>(end - plain)}, breaks, writer);
    };
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = next_line(rest);
        auto block = opened(line);
        if (!block) continue;
        write_plain(line.data());
        block->lines.reserve(kUsualLines);
        while (!rest.empty()) {
            const std::string_view inner = next_line(rest);
            if (base::trimmed(inner) == ":::") break;
            gather_words(base::trimmed(inner), words);
            block->lines.push_back(writer.line(words));
        }
        writer.add(std::move(*block));
        plain = rest.empty() ? text.data() + text.size() : rest.data();
    }
    write_plain(text.data() + text.size());
    return writer.finish();
}

} // namespace timbang::content
