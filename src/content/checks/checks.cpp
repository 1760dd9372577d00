#include "content/checks/checks.h"

namespace timbang::content {

void check_case(Reading& reading, const CheckContext& context) {
    check_total_fits(reading);
    check_script(reading);
    check_indicators(reading);
    // With errors in the script or the passages, playing would only say the same again.
    if (!base::has_errors(reading.findings)) check_reference_path(reading);
    check_blind_answers(reading);
    check_keys(reading);
    check_panels(reading);
    check_sound(reading);
    check_replies(reading);
    check_helps(reading);
    check_totals(reading);
    check_sums(reading);
    check_given_away(reading);
    check_display(reading, context);
}

} // namespace timbang::content
