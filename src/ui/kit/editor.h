#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/ui.h"

namespace timbang::ui {

/// Bytes of the text in a colour of their own (the author's source), sorted, not overlapping.
struct ColorSpan {
    std::size_t begin = 0, end = 0;
    Color color;
    bool underline = false;
};

/// Bytes on a ground or over a line of their own (a finding, a hit of a search), sorted by their begin.
struct EditorMark {
    std::size_t begin = 0, end = 0;
    Color fill{0, 0, 0, 0};
    Color line{0, 0, 0, 0};
};

/// A sign beside a line's number. Sorted by line.
struct GutterSign {
    int line = 1;
    Icon icon = Icon::None;
    Color color;
    std::string_view tip;
};

/// Appends the coloured spans that touch the bytes from `begin` to `end`, sorted, not overlapping.
using ColorsOf = std::function<void(std::size_t begin, std::size_t end, std::vector<ColorSpan>& out)>;

struct EditorSpec {
    std::string_view label;            ///< what it is, for the tree
    std::string_view placeholder = {};
    Font font = type::k13;
    bool read_only = false;
    bool disabled = false;
    std::string_view reason = {};      ///< why it is disabled
    bool error = false;                ///< border and words in the colour of a warning
    bool line_numbers = false;
    bool frame = true;                 ///< border and fill
    std::size_t max_bytes = 20000;     ///< what does not fit is not typed
    Icon icon = Icon::None;            ///< of a one-line field
    std::string_view key_hint = {};
    bool secret = false;               ///< of a one-line field: drawn as dots, not copied, not told to the tree
    std::span<const ColorSpan> spans = {};
    // Source: what an author writes.
    bool source = false;               ///< numbers with a column for signs, the caret's line tinted, Enter keeps the indent, Tab indents
    bool wrap = true;                  ///< else long lines scroll sideways
    bool outer_undo = false;           ///< Ctrl+Z and Ctrl+Y are the caller's
    ColorsOf colors = {};              ///< instead of `spans`: asked for the visible lines only
    std::span<const EditorMark> marks = {}; ///< by their begin
    std::size_t longest_mark = std::size_t(-1); ///< bytes; no mark is longer
    std::span<const GutterSign> signs = {};
};

/// What one frame changed: these bytes of the text before became `words`.
struct EditorChange {
    std::size_t begin = 0, end = 0;
    std::string words;
};

struct EditorResult {
    bool changed = false;
    bool submitted = false; ///< Enter in a one-line field
    bool backward = false;  ///< it was Shift+Enter
    bool focused = false;
    std::size_t caret = 0, anchor = 0; ///< the selection runs between them
    std::optional<EditorChange> change;
    Rect caret_box;         ///< on the screen: place a list below it
};

/// Text over many lines: wraps, scrolls, selects, undoes. The text is the caller's; a change from outside is taken over.
/// Keys: arrows, Ctrl+arrows by word, Home, End, Ctrl+Home, Ctrl+End, PageUp, PageDown, Shift selects; Ctrl+A C X V Z,
/// Ctrl+Shift+Z or Ctrl+Y. Tab leaves it. In source Tab and Shift+Tab indent, Ctrl+/ turns lines into comments and back,
/// and Esc lets the next Tab leave.
EditorResult editor(Ui& ui, std::string_view id, const Rect& r, std::string& text, const EditorSpec& spec);

/// Puts the caret of that editor (in the current scope) there, selects up to `end`, brings it into view and takes the focus
/// (not with `focus` false: somebody is typing elsewhere).
void place_caret(Ui& ui, std::string_view id, std::size_t begin, std::size_t end, bool focus = true);

/// One line; 36 high, or 28 with `type::k13`.
EditorResult text_field(Ui& ui, std::string_view id, const Rect& r, std::string& text, const EditorSpec& spec);

/// What the field of this whole path remembers of its text goes; nothing where it is not drawn.
void forget_text(Ui& ui, std::string_view id);

} // namespace timbang::ui
