#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/actions.h"
#include "domain/page.h"

namespace timbang::app {

// View-models are plain values with finished strings in the language of the interface. A screen draws them and pushes
// actions; it sorts, filters, formats and decides nothing. Pointers into a view stay valid until the next
// `Workspace::apply` or `Workspace::tick`.

/// Colour by meaning (design sheet: acc, ok, ret, rej). Never alone: each has its icon or word beside it.
enum class Tint : std::uint8_t { Neutral, Accent, Ok, Return, Reject };

/// Name of a glyph of the icon font ("clipboard-check"), a literal; "" for none.
using IconName = const char*;

struct Button {
    std::string label;
    std::string key;          ///< hint beside the word: "Ctrl Enter"; "" none
    IconName icon = "";
    bool enabled = true;
    std::string why_not;      ///< tooltip of a disabled button
    Action action;
    std::string tip = {};     ///< tooltip, where the label does not say all
};

/// One cell of a segmented choice, one option of a menu, one radio button.
struct Choice {
    std::string label;
    std::string hint;         ///< small word beside or below: "from 65", "≥90"
    IconName icon = "";
    Tint tint = Tint::Neutral;///< when chosen
    bool chosen = false;
    Action action;
};

struct Menu {
    std::string label;        ///< what stands on the closed button: "Right: all", "45 minutes or less"
    bool set = false;         ///< not "all": drawn tinted, with a cross that emits `clear`
    Action clear;
    std::vector<Choice> options;
};

/// Words on a tinted ground.
struct Chip {
    std::string label;
    IconName icon = "";
    Tint tint = Tint::Neutral;
};

/// Text with the parts that a search matched, as byte ranges of `text`; bold and underlined.
struct Matched {
    std::string text;
    std::vector<domain::TextRange> hits;
};

/// Markdown prose of a case as blocks; drawn in the interface's font, wrapped at 72 characters. Null: none.
using Prose = std::shared_ptr<const domain::Page>;

} // namespace timbang::app
