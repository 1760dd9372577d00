#pragma once

#include <cstdint>

namespace timbang::base {

/// A key by what it does, not by its place. Letters are those of the user's layout.
enum class KeyCode : std::uint8_t {
    None, Tab, Enter, Space, Escape, Backspace, Delete, Insert,
    Left, Right, Up, Down, Home, End, PageUp, PageDown,
    D0, D1, D2, D3, D4, D5, D6, D7, D8, D9,
    A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z,
    F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12,
    Plus, Minus, Comma, Period, Slash, Other
};

struct Mods {
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    friend bool operator==(Mods, Mods) = default;
};

/// One thing that happened at the keyboard or pointer, in the order in which it happened. `platform` makes them, the
/// interface reads them, tests write them.
struct InputEvent {
    enum class Kind : std::uint8_t {
        Move,       ///< pointer to (x, y), device pixels
        Leave,      ///< pointer left the window
        Button,     ///< mouse button `button` (0 left, 1 right, 2 middle) went down or up
        Wheel,      ///< (x, y) steps; y > 0 scrolls towards the top
        Key,        ///< key went down, repeated or up
        Text        ///< a typed character
    };
    Kind kind = Kind::Move;
    float x = 0, y = 0;
    int button = 0;
    bool down = false;
    bool repeat = false;
    KeyCode key = KeyCode::None;
    Mods mods;
    char32_t codepoint = 0;
};

} // namespace timbang::base
