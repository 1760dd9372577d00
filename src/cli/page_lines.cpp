#include "cli/terminal.h"

namespace timbang::cli {

namespace {

using domain::BlockKind;
using domain::Symbol;

std::string symbol_words(Symbol symbol, const base::Catalogue& catalogue, base::Lang lang) {
    switch (symbol) {
    case Symbol::CoatOfArms:
        return catalogue.text(lang, "page.coat-of-arms");
    case Symbol::Signature:
        return catalogue.text(lang, "page.signature");
    case Symbol::Initials:
        return catalogue.text(lang, "page.initials");
    case Symbol::Barcode:
        return catalogue.text(lang, "page.barcode");
    case Symbol::Blank:
        return catalogue.text(lang, "page.blank");
    case Symbol::None:
        break;
    }
    return {};
}

class Lines {
public:
    Lines(const domain::Page& page, const base::Catalogue& catalogue, base::Lang lang)
        : page_(page), catalogue_(catalogue), lang_(lang) {}

    std::string take() {
        for (const domain::Block& block : page_.blocks)
            add(block);
        return std::move(text_);
    }

private:
    std::string runs(const std::vector<domain::Run>& parts) const {
        std::string words;
        for (const domain::Run& run : parts)
            words += run.symbol == Symbol::None ? std::string(page_.words(run.range))
                                                : symbol_words(run.symbol, catalogue_, lang_);
        return words;
    }

    void add_table(const domain::Block& block) {
        for (const domain::Row& row : block.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (i > 0) text_ += " | ";
                text_ += runs(row.cells[i].runs);
            }
            text_ += '\n';
        }
    }

    void add(const domain::Block& block) {
        const char* key = nullptr;
        if (block.kind == BlockKind::Stamp) key = "page.stamp";
        if (block.kind == BlockKind::Photo) key = "page.photo";
        if (block.kind == BlockKind::Handwriting) key = "page.handwriting";
        if (key) text_ += catalogue_.text(lang_, key) + ' ';
        if (!block.marker.empty())
            text_ += std::string(static_cast<std::size_t>(block.level) * 2, ' ') + block.marker + ' ';
        for (const domain::Line& line : block.lines)
            text_ += runs(line.runs) + '\n';
        add_table(block);
        if (block.kind != BlockKind::ListItem) text_ += '\n';
    }

    const domain::Page& page_;
    const base::Catalogue& catalogue_;
    base::Lang lang_;
    std::string text_;
};

} // namespace

std::string page_lines(const domain::Page& page, const base::Catalogue& catalogue, base::Lang lang) {
    return Lines(page, catalogue, lang).take();
}

std::string prose_lines(const std::string& markdown, content::Breaks breaks, const base::Catalogue& catalogue,
                        base::Lang lang) {
    std::string lines = page_lines(content::parse_markdown_page(markdown, breaks), catalogue, lang);
    while (lines.size() > 1 && lines[lines.size() - 1] == '\n' && lines[lines.size() - 2] == '\n')
        lines.pop_back();
    return lines;
}

} // namespace timbang::cli
