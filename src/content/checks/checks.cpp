#include "content/checks/checks.h"

namespace timbang::content {

void check_case(Reading& reading, const CheckContext& context) {
    check_indicators(reading);
    check_replies(reading);
    check_script(reading);
    check_helps(reading);
    check_totals(reading);
    check_display(reading, context);
    // A case that cannot be walked through would only say the same again.
    if (!base::has_errors(reading.findings)) check_players(reading);
}

} // namespace timbang::content
