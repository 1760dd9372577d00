#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/document.h"

// How a document becomes sheets; inside this module only. Lengths are points (1/72 inch), y grows downwards.

namespace timbang::report {

inline constexpr double kSheetWidth = 595.276, kSheetHeight = 841.89; ///< A4
inline constexpr double kMarginX = 56.7;
inline constexpr double kTop = 56.7, kTopNext = 70, kBottom = 62;     ///< first sheet, the others, below
inline constexpr double kWidth = kSheetWidth - 2 * kMarginX;
inline constexpr double kHighest = kSheetHeight - kTopNext - kBottom; ///< of what must stay together

enum class Face : std::uint8_t { Sans, SansBold, Serif, SerifBold, SerifItalic, Count };
enum class Ink : std::uint8_t { Text, Quiet, Accent, Light, Rule, Pale, Stamp, Pen, Photo };

/// Something drawn. Places are relative to the fragment, and to the sheet once it stands there.
struct Op {
    enum class Kind : std::uint8_t { Words, Fill, Box, Path, Image };
    Kind kind = Kind::Words;
    double x = 0, y = 0;            ///< Words: start of the baseline; else the top left
    double w = 0, h = 0;            ///< Words: w is the width
    Ink ink = Ink::Text;
    Face face = Face::Sans;
    double size = 0;                ///< Words: of the letters; Box, Path: of the line
    std::string text;
    std::vector<std::pair<double, double>> path;
    const Picture* picture = nullptr;
};

struct Bookmark {
    int level = 1;
    std::string text;
};

/// A piece that is not parted over sheets.
struct Fragment {
    double height = 0;
    double before = 0;              ///< room above; not at the top of a sheet
    bool glue = false;              ///< stays with the next one
    bool new_sheet = false;         ///< begins one
    int head = -1;                  ///< place in `Fragments::heads`, repeated above it on another sheet; −1 none
    std::vector<Op> ops;
    std::vector<Bookmark> bookmarks;
};
struct Fragments {
    std::vector<Fragment> list;
    std::vector<Fragment> heads;    ///< of tables
};

struct Sheet {
    std::vector<Op> ops;
    std::vector<std::pair<Bookmark, double>> bookmarks; ///< with their y
};

/// Width of a letter in ems.
using Advance = std::function<double(Face, char32_t)>;

/// Puts fragments on sheets. Glued ones stay together as far as a sheet is high enough.
[[nodiscard]] std::vector<Sheet> paginate(const Fragments& fragments);
/// The whole document with its header, footer and numbers.
[[nodiscard]] std::vector<Sheet> lay_out(const Document& document, const Advance& advance);

} // namespace timbang::report
