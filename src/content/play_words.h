#pragma once

#include <string>
#include <string_view>

#include "content/players.h"

namespace timbang::content {

// The words of the terminal player and of `.play` files; scenarios/README.md has the table. `parse_command` and
// `play_script` stand in players.h.

/// The lines that `parse_command` reads back: a draft or a decision is one line for each part that is filled in. A passage
/// is quoted, with `#2` behind the words for the second place where they stand; one that crosses units is written by its
/// bytes, `@120-135`.
[[nodiscard]] std::string print_command(const domain::Scenario& scenario, const domain::Command& command);

/// The value of `6279/6940*100`: whole and decimal numbers (a point), + − × ÷ * / and brackets, exact. Codes:
/// "play-figure" (arg text) where it is no expression, is too large or divides by zero.
[[nodiscard]] base::Result<domain::Rational> evaluate_expression(std::string_view text);

} // namespace timbang::content
