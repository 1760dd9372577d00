#pragma once

#include "ui/kit/page_flow.h"

namespace timbang::ui {

constexpr float kSheetTop = 30, kSheetSide = 46, kSheetBottom = 40, kSheetWidth = kPaperWidth - 2 * kSheetSide;
constexpr float kBelowTable = 36; ///< room for the tag of a mark in the last row
constexpr float kSlot = 232; ///< width of a signature block

/// Builds one sheet, block by block.
class Sheet {
public:
    Sheet(const domain::Page& page, const Fonts& fonts) : page_(page), flow_(page, fonts, out_) {}
    PageLayout build();

private:
    static Style style(float size, float line, Set set = Set::Left, bool bold = false);
    std::size_t block(std::size_t i);
    void rule(float height);
    void letterhead(const domain::Block& b);
    void title(const domain::Block& b);
    /// Where " : " stands in a line, in the page's text; the line's end when it has none.
    [[nodiscard]] std::uint32_t colon(const domain::Line& l) const;
    static std::vector<domain::Run> part(const domain::Line& l, std::uint32_t begin, std::uint32_t end);
    void letter_head(const domain::Block& b);
    void paragraph(const domain::Block& b, const Style& s);
    void list_item(const domain::Block& b);
    static float slot_x(domain::Align align);
    /// Signature blocks that follow each other stand side by side, with their stamps and codes; returns the last index.
    std::size_t signatures(std::size_t first);
    /// Lines above the signature itself, highest of the blocks that stand side by side: so the signatures stand level.
    [[nodiscard]] float lead_height(std::size_t first, std::size_t end) const;
    [[nodiscard]] float lead_of(const domain::Block& b) const;
    float signature(const domain::Block& b, float top);
    /// Round, turned, over the signature. Its words can be read and marked: they are words of the page, drawn turned.
    void stamp(const domain::Block& b, const Rect& over);
    float barcode(const domain::Block& b, float x, float y);
    void photos(const domain::Block& b);
    void handwriting(const domain::Block& b);
    [[nodiscard]] float foot_height() const;
    void feet();

    const domain::Page& page_;
    PageLayout out_;
    PageFlow flow_;
    float y_ = kSheetTop;
    float lead_ = 0;
    Rect sign_; ///< where the last signature stands
    std::vector<const domain::Block*> feet_;
};

} // namespace timbang::ui
