#pragma once

#include <cstdint>

#include "report/fragments.h"

// How the parts of a page of evidence are drawn; inside this module only. Pages look alike on paper, on the screen and on
// the phone; what they say is the same word for word.

namespace timbang::report {

/// One page in the flow: type and inks of a sheet of evidence (serif) or of prose (sans).
struct PageStyle {
    bool serif = true;
    double scale = 1;
};

class PageLayout {
public:
    PageLayout(const domain::Page& page, PageStyle style, Make& make) : page_(page), style_(style), make_(make) {}
    void lay();

private:
    struct Type {
        double size = 10.5, line = 14.5;
        Ink ink = Ink::Text;
        bool bold = false, italic = false;
        double x = 0, width = kWidth;
        Align align = Align::Left;
    };
    [[nodiscard]] Face face(bool bold, bool italic) const;
    [[nodiscard]] Type type(double size, double line, bool bold = false) const;
    [[nodiscard]] std::vector<WrappedLine> lines(const std::vector<domain::Run>& runs, const Type& type) const;
    /// Draws runs into a fragment from `y` on; gives the y below.
    double set(Fragment& fragment, const std::vector<domain::Run>& runs, double y, const Type& type);
    void flow(const std::vector<domain::Run>& runs, const Type& type, double before);
    void together(const domain::Block& block, const Type& type, double before);

    void list_item(const domain::Block& block);
    void table(const domain::Block& block);
    void letterhead(const domain::Block& block);
    void letter_lines(const domain::Block& block);
    [[nodiscard]] std::size_t signatures(std::size_t first);
    double signature(Fragment& fragment, const domain::Block& block, double top, double lead);
    [[nodiscard]] double lead_of(const domain::Block& block) const;
    void stamp(Fragment& fragment, const domain::Block& block, double x, double y);
    double barcode(Fragment& fragment, const domain::Block& block, double x, double y);
    void photos(const domain::Block& block);

    [[nodiscard]] double s(double length) const { return length * style_.scale; }

    const domain::Page& page_;
    PageStyle style_;
    Make& make_;
    std::uint32_t seed_ = 1;
};

/// A stroke that looks like a name and is none; the same seed, the same stroke.
void draw_signature(Fragment& fragment, double x, double y, double w, double h, std::uint32_t seed, bool small);
/// A square that looks like a code and holds nothing.
void draw_code(Fragment& fragment, double x, double y, double size, std::uint32_t seed);
void draw_ring(Fragment& fragment, double x, double y, double radius, double line, Ink ink);
void draw_line(Fragment& fragment, std::vector<std::pair<double, double>> path, double line, Ink ink);

} // namespace timbang::report
