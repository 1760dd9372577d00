#pragma once

#include <functional>
#include <set>

#include "content/scenario/reading.h"

namespace timbang::content {

/// Every check on a case that reads well; adds to its findings. Errors stand for what cannot be played as meant, warnings
/// for what teaches less than it could, notes for what could be nicer.
void check_case(Reading& reading, const CheckContext& context);

// The parts of it.
void check_indicators(Reading& reading);  ///< evidence, passages, figures, checklists of each indicator
void check_keys(Reading& reading);        ///< what a reference says does not contradict itself
void check_panels(Reading& reading);      ///< the panel's answers against the reference
void check_replies(Reading& reading);     ///< every part that can differ meets a reply
void check_script(Reading& reading);      ///< steps, actions and hidden evidence can be reached, and the end
void check_helps(Reading& reading);       ///< `helps` is what `rests_on` needs
void check_total_fits(Reading& reading);  ///< the exact total has room, whatever the rule pack
void check_totals(Reading& reading);      ///< the category's reference against the framework's rule
void check_sums(Reading& reading);        ///< totals in columns of counts and money, where no problem is planted
void check_given_away(Reading& reading);  ///< names and texts that tell the reference
void check_sound(Reading& reading);       ///< enough sound files beside the others
void check_display(Reading& reading, const CheckContext& context); ///< letters, pictures, short names
/// Each letter of a file that no font can draw, once. Comment lines of YAML are read by authors only. `known`: letters that
/// can be drawn, for the next files.
void check_letters(const yaml::Source& source, const std::function<bool(char32_t)>& has_glyph,
                   std::set<char32_t>& known, base::Diagnostics& findings);
void check_reference_path(Reading& reading); ///< the key can be played, within the story time
void check_blind_answers(Reading& reading);  ///< leniency and strictness do not pay

} // namespace timbang::content
