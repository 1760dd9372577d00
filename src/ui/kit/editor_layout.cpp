#include "ui/kit/editor_layout.h"

namespace timbang::ui {

void EditorLayout::set(const Fonts& fonts, std::string_view text, Font font, float width, bool secret) {
    font_ = font;
    secret_ = secret;
    lines_.assign(1, Line{0, 0, true});
    if (width <= 0) { // a line is a line
        for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
            lines_.back().end = end;
            lines_.push_back({end + 1, end + 1, true});
        }
        lines_.back().end = text.size();
        return;
    }
    std::size_t word = 0; // where the word now read began
    float x = 0, word_x = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t cp = next_codepoint(text, at);
        if (cp == U'\n') {
            lines_.back().end = here;
            lines_.push_back({at, at, true});
            word = at;
            x = word_x = 0;
            continue;
        }
        const float advance = fonts.advance(cp, font);
        if (cp != U' ' && x + advance > width && here > lines_.back().begin) {
            // The word goes to the next line, or what of it does not fit where it is longer than a line.
            const std::size_t cut = word > lines_.back().begin ? word : here;
            x -= word > lines_.back().begin ? word_x : x;
            lines_.back().end = cut;
            lines_.push_back({cut, cut, false});
            word = cut;
            word_x = 0;
        }
        x += advance;
        if (cp == U' ') {
            word = at;
            word_x = x;
        }
        lines_.back().end = at;
    }
}

std::size_t EditorLayout::line_of(std::size_t at) const {
    std::size_t low = 0, high = lines_.size();
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        if (lines_[middle].begin <= at) low = middle;
        else high = middle;
    }
    return low;
}

float EditorLayout::advance(const Fonts& fonts, char32_t codepoint) const {
    return secret_ ? font_.size * 0.6F : fonts.advance(codepoint, font_);
}

float EditorLayout::width(const Fonts& fonts, std::string_view words) const {
    if (!secret_) return fonts.width(words, font_);
    float wide = 0;
    for (std::size_t at = 0; at < words.size();) wide += advance(fonts, next_codepoint(words, at));
    return wide;
}

float EditorLayout::x_of(const Fonts& fonts, std::string_view text, std::size_t at) const {
    const std::size_t begin = lines_[line_of(at)].begin;
    return width(fonts, text.substr(begin, at - begin));
}

std::size_t EditorLayout::hit(const Fonts& fonts, std::string_view text, std::size_t line, float x) const {
    const Line& l = lines_[line < lines_.size() ? line : lines_.size() - 1];
    float pen = 0;
    std::size_t last = l.begin;
    for (std::size_t at = l.begin; at < l.end;) {
        const std::size_t here = at;
        const float wide = advance(fonts, next_codepoint(text, at));
        if (x < pen + wide / 2) return here;
        pen += wide;
        last = here;
    }
    // Behind the spaces of a wrapped line is the next line's start: stay before the last of them.
    const bool wrapped = l.end < text.size() && text[l.end] != '\n';
    return wrapped && l.end > l.begin ? last : l.end;
}

} // namespace timbang::ui
