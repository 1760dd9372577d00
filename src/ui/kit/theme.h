#pragma once

#include <cstdint>

namespace timbang::ui {

/// A colour, straight alpha.
struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(Color, Color) = default;
};

/// 0xRRGGBB.
constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex), 255};
}
constexpr Color fade(Color c, float alpha) {
    c.a = static_cast<std::uint8_t>(static_cast<float>(c.a) * alpha + 0.5F);
    return c;
}

enum class Theme : std::uint8_t { Light, Dark, Contrast };

/// What a status says. Colour is never alone: each has its icon and word.
enum class Tint : std::uint8_t { None, Accent, Ok, Return, Reject };

/// The colours of one theme. `soft` and `line` are fill and border of a tinted box.
struct Tokens {
    Theme theme = Theme::Light;
    Color canvas, surface, raised, sunken, hover;
    Color line, line2, ctl;
    Color text, text2, text3;
    Color acc, acc_d, acc_on, acc_soft, acc_line;
    Color ok, ok_soft, ok_line;
    Color ret, ret_soft, ret_line;
    Color rej, rej_soft, rej_line;
    Color panel;   ///< dots of the panel
    Color key_line;///< border of a key hint on a primary button
    Color scrim;
    Color mark, paper, ink;
    /// Marks and picked cells on pages look the same in every theme, because paper stays light.
    Color page_mark, page_mark_on, page_pick, page_pick_line;
    bool contrast = false; ///< chosen cells carry a 2 px inner line

    [[nodiscard]] Color tint(Tint t) const;
    [[nodiscard]] Color soft(Tint t) const;
    [[nodiscard]] Color border(Tint t) const;
};

[[nodiscard]] Tokens tokens(Theme theme);

/// Sizes of the design sheet, CSS pixels.
namespace size {
constexpr float kRail = 80, kTopBar = 56, kActionBar = 44, kToolBar = 40, kBottomBar = 56, kCalculator = 36;
constexpr float kButton = 36, kSmall = 28, kBig = 56, kChip = 24, kCheckRow = 30;
constexpr float kIndicatorRow = 52, kFileRow = 30, kDebriefRow = 44, kLibraryRow = 48, kTableHead = 36;
constexpr float kMargin = 32, kGap = 16, kGutter = 10;
constexpr float kRadiusChip = 4, kRadius = 6, kRadiusBig = 8, kRadiusCard = 10;
constexpr float kSmallWidth = 960, kSmallHeight = 600; ///< below either: one column with tabs
} // namespace size

} // namespace timbang::ui
