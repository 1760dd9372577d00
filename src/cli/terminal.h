#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "content/pages.h"
#include "domain/session.h"

namespace timbang::cli {

/// The sheet as lines of plain text: blocks in reading order, list markers, table cells apart by " | ", pictures and
/// marks of stamps, signatures and barcodes in words. A complete reading for a screen reader.
[[nodiscard]] std::string page_lines(const domain::Page& page, const base::Catalogue& catalogue, base::Lang lang);

/// Prose of a case (Markdown) the same way: without signs that a screen reader would spell out.
[[nodiscard]] std::string prose_lines(const std::string& markdown, content::Breaks breaks,
                                      const base::Catalogue& catalogue, base::Lang lang);

/// Keeps what happened; returns false when it could not be kept (then nothing more may be asked).
using Keep = std::function<bool(const std::vector<domain::Event>&)>;

struct TerminalResult {
    domain::State state;
    std::vector<domain::Event> events;
    bool kept = true;
};

/// The terminal player: reads one command a line until the input ends or the person stops. Each line is answered in
/// words; what cannot be done is said with what can. At the end of the case it tells the comparison; then pages can
/// still be read and disagreements kept.
[[nodiscard]] TerminalResult play_in_terminal(const Context& context, const domain::Scenario& scenario,
                                              domain::Mode mode, domain::FeedbackLevel feedback,
                                              std::vector<domain::Event> before, bool resumed, const Keep& keep);

} // namespace timbang::cli
