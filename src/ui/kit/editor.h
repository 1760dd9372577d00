#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/kit/ui.h"

namespace timbang::ui {

/// Bytes of the text in a colour of their own (the author's source), sorted, not overlapping.
struct ColorSpan {
    std::size_t begin = 0, end = 0;
    Color color;
    bool underline = false;
};

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
    std::span<const ColorSpan> spans = {};
};

struct EditorResult {
    bool changed = false;
    bool submitted = false; ///< Enter in a one-line field
    bool focused = false;
    std::size_t caret = 0;
};

/// Text over many lines: wraps, scrolls, selects, undoes. The text is the caller's; a change from outside is taken over.
/// Keys: arrows, Ctrl+arrows by word, Home, End, Ctrl+Home, Ctrl+End, PageUp, PageDown, Shift selects; Ctrl+A C X V Z,
/// Ctrl+Shift+Z or Ctrl+Y. Tab leaves it.
EditorResult editor(Ui& ui, std::string_view id, const Rect& r, std::string& text, const EditorSpec& spec);

/// One line; 36 high, or 28 with `type::k13`.
EditorResult text_field(Ui& ui, std::string_view id, const Rect& r, std::string& text, const EditorSpec& spec);

} // namespace timbang::ui
