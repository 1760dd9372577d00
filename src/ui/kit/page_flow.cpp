#include "ui/kit/page_flow.h"

namespace timbang::ui {

using domain::Run;
using domain::Symbol;
using domain::TextRange;

namespace {

Vec symbol_size(Symbol s) {
    switch (s) {
    case Symbol::Initials: return {44, 22};
    case Symbol::Signature: return {120, 44};
    case Symbol::Barcode: return {44, 44};
    case Symbol::Blank: return {90, 18};
    case Symbol::CoatOfArms:
    case Symbol::None: break;
    }
    return {0, 0};
}

PageShape::Kind shape_of(Symbol s) {
    switch (s) {
    case Symbol::Initials: return PageShape::Kind::Initials;
    case Symbol::Signature: return PageShape::Kind::Signature;
    case Symbol::Barcode: return PageShape::Kind::Code;
    case Symbol::CoatOfArms: return PageShape::Kind::CoatOfArms;
    case Symbol::Blank:
    case Symbol::None: break;
    }
    return PageShape::Kind::Dots;
}

} // namespace

Font bold_of(Font font) {
    if (font.face == Face::Serif) return font.with(Face::SerifBold);
    if (font.face == Face::Sans) return font.with(Face::SansBold);
    return font;
}

std::vector<PageFlow::Token> PageFlow::tokens(const std::vector<Run>& runs, const Style& style) const {
    std::vector<Token> out;
    bool glued = false; // no space since the last word
    float space = 0;
    for (const Run& run : runs) {
        const Font font = run.bold || style.bold ? bold_of(style.font) : style.font;
        if (run.symbol != Symbol::None) {
            Token t;
            t.symbol = run.symbol;
            t.width = symbol_size(run.symbol).x;
            t.space = out.empty() ? 0 : fonts_.advance(U' ', font);
            if (t.width > 0) out.push_back(std::move(t));
            glued = false;
            space = fonts_.advance(U' ', font);
            continue;
        }
        std::uint32_t at = run.range.begin;
        while (at < run.range.end) {
            const char c = page_.text[at];
            if (c == ' ' || c == '\n') {
                space = fonts_.advance(U' ', font);
                glued = false;
                ++at;
                continue;
            }
            std::uint32_t end = at;
            while (end < run.range.end && page_.text[end] != ' ' && page_.text[end] != '\n') ++end;
            const float w = fonts_.width(page_.words({at, end}), font);
            if (!glued || out.empty() || out.back().symbol != Symbol::None) {
                out.emplace_back();
                out.back().space = out.size() == 1 ? 0 : space;
            }
            out.back().parts.push_back({{at, end}, font, w});
            out.back().width += w;
            glued = true;
            at = end;
        }
    }
    return out;
}

/// Index of the first token of each line.
std::vector<std::size_t> PageFlow::breaks(const std::vector<Token>& tokens, float width) const {
    std::vector<std::size_t> starts{0};
    float x = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const float space = i == starts.back() ? 0 : tokens[i].space;
        if (i > starts.back() && x + space + tokens[i].width > width + 0.05F) {
            starts.push_back(i);
            x = tokens[i].width;
        } else {
            x += space + tokens[i].width;
        }
    }
    return starts;
}

void PageFlow::place(const Token& t, float x, float y, const Style& style) {
    if (t.symbol != Symbol::None) {
        const Vec s = symbol_size(t.symbol);
        out_.shapes.push_back({shape_of(t.symbol), {x, y + (style.font.line - s.y) / 2, s.x, s.y}, seed()});
        return;
    }
    for (const Fragment& f : t.parts) {
        Font font = f.font;
        font.line = style.font.line;
        out_.words.push_back({f.range, {x, y, f.width, style.font.line}, font, style.pen, line_, style.row, style.cell});
        x += f.width;
    }
}

float PageFlow::set(const std::vector<Run>& runs, float x, float y, float width, const Style& style) {
    const std::vector<Token> all = tokens(runs, style);
    const std::vector<std::size_t> starts = breaks(all, width);
    for (std::size_t l = 0; l < starts.size(); ++l) {
        const std::size_t begin = starts[l], end = l + 1 < starts.size() ? starts[l + 1] : all.size();
        float line = 0, tall = style.font.line;
        for (std::size_t i = begin; i < end; ++i) {
            line += all[i].width + (i > begin ? all[i].space : 0);
            if (all[i].symbol != Symbol::None) tall = std::max(tall, symbol_size(all[i].symbol).y + 4);
        }
        const float spare = std::max(0.0F, width - line);
        const bool last = l + 1 == starts.size();
        const float stretch = style.set == Set::Justified && !last && end - begin > 1 ? spare / static_cast<float>(end - begin - 1) : 0;
        float pen = x + (style.set == Set::Centre ? spare / 2 : style.set == Set::Right ? spare : 0);
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin) pen += all[i].space + stretch;
            place(all[i], pen, y + (tall - style.font.line) / 2, style);
            pen += all[i].width;
        }
        y += tall;
        ++line_;
    }
    return y;
}

float PageFlow::height(const std::vector<Run>& runs, float width, const Style& style) const {
    return static_cast<float>(breaks(tokens(runs, style), width).size()) * style.font.line;
}

PageFlow::Extent PageFlow::extent(const std::vector<Run>& runs, const Style& style) const {
    Extent e;
    for (const Token& t : tokens(runs, style)) {
        e.word = std::max(e.word, t.width);
        e.line += t.width + t.space;
    }
    return e;
}

} // namespace timbang::ui
