#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ui/kit/fonts.h"

namespace timbang::ui {

/// The lines an editor shows. Every byte belongs to one line; spaces at a break stay at the end of the line before it.
class EditorLayout {
public:
    struct Line {
        std::size_t begin = 0, end = 0; ///< without the '\n'
        bool paragraph = false;         ///< starts after a '\n' (or is the first): carries a line number
    };

    /// `width` 0: does not wrap. `secret`: every character is as wide as a dot.
    void set(const Fonts& fonts, std::string_view text, Font font, float width, bool secret = false);
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    [[nodiscard]] std::size_t line_of(std::size_t at) const;
    /// Of a piece of a line.
    [[nodiscard]] float width(const Fonts& fonts, std::string_view words) const;
    [[nodiscard]] float advance(const Fonts& fonts, char32_t codepoint) const;
    [[nodiscard]] float x_of(const Fonts& fonts, std::string_view text, std::size_t at) const;
    /// The position nearest to x on a line.
    [[nodiscard]] std::size_t hit(const Fonts& fonts, std::string_view text, std::size_t line, float x) const;

private:
    std::vector<Line> lines_{Line{0, 0, true}};
    Font font_;
    bool secret_ = false;
};

} // namespace timbang::ui
