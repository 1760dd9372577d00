#pragma once

#include <string>
#include <vector>

#include "report/layout.h"

namespace timbang::report {

/// Words with one look.
struct Span {
    std::string text;
    Face face = Face::Sans;
};

struct WrappedPiece {
    double x = 0, width = 0;
    Face face = Face::Sans;
    std::string text;
};
struct WrappedLine {
    std::vector<WrappedPiece> pieces;
    double width = 0;
};

enum class Letters : std::uint8_t { Basic, All };
/// Text without what cannot be drawn: control characters as spaces (but '\n'), bytes that are no UTF-8 as U+FFFD and so, for
/// fonts, letters beyond the Basic Multilingual Plane; marks that turn the direction of writing are left out.
[[nodiscard]] std::string drawable(const std::string& text, Letters letters = Letters::Basic);

/// Lines no wider than `width`: broken at spaces and behind hyphens and slashes, inside a word only where it alone is too wide.
/// '\n' begins a line. At least one line, empty for an empty text.
[[nodiscard]] std::vector<WrappedLine> wrap(const std::vector<Span>& spans, double size, double width,
                                            const Advance& advance);
[[nodiscard]] double text_width(const std::string& text, Face face, double size, const Advance& advance);

} // namespace timbang::report
