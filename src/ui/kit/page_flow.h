#pragma once

#include <optional>
#include <vector>

#include "ui/kit/page_layout.h"

namespace timbang::ui {

enum class Set : std::uint8_t { Left, Centre, Right, Justified };

/// How a stretch of text is set.
struct Style {
    Font font{Face::Serif, 13.5F, 18};
    Set set = Set::Left;
    bool bold = false;
    Pen pen = Pen::Ink;
    int row = -1, cell = -1;
};

/// Puts runs of text into lines on the sheet.
class PageFlow {
public:
    PageFlow(const domain::Page& page, const Fonts& fonts, PageLayout& out) : page_(page), fonts_(fonts), out_(out) {}

    /// Returns the y below the last line. Hanging lines begin at x as well.
    float set(const std::vector<domain::Run>& runs, float x, float y, float width, const Style& style);
    /// Height of the same, without drawing.
    [[nodiscard]] float height(const std::vector<domain::Run>& runs, float width, const Style& style) const;
    /// Width of the widest word and of the whole in one line.
    struct Extent {
        float word = 0, line = 0;
    };
    [[nodiscard]] Extent extent(const std::vector<domain::Run>& runs, const Style& style) const;
    [[nodiscard]] const Fonts& fonts() const { return fonts_; }
    [[nodiscard]] const domain::Page& page() const { return page_; }
    [[nodiscard]] PageLayout& out() { return out_; }
    /// A number that differs from symbol to symbol of a page, the same at every layout.
    [[nodiscard]] std::uint32_t seed() { return seed_ = seed_ * 1664525U + 1013904223U; }

private:
    struct Fragment {
        domain::TextRange range;
        Font font;
        float width = 0;
    };
    struct Token {
        std::vector<Fragment> parts;
        float width = 0, space = 0;
        domain::Symbol symbol = domain::Symbol::None;
    };
    [[nodiscard]] std::vector<Token> tokens(const std::vector<domain::Run>& runs, const Style& style) const;
    void place(const Token& token, float x, float y, const Style& style);
    [[nodiscard]] std::vector<std::size_t> breaks(const std::vector<Token>& tokens, float width) const;

    const domain::Page& page_;
    const Fonts& fonts_;
    PageLayout& out_;
    int line_ = 0;
    std::uint32_t seed_ = 7;
};

/// Lays out a table; returns the y below it.
float set_table(PageFlow& flow, const domain::Block& block, float x, float y, float width);

/// The face of the same look in bold.
[[nodiscard]] Font bold_of(Font font);

} // namespace timbang::ui
