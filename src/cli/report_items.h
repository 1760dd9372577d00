#pragma once

#include "cli/report.h"

namespace timbang::cli {

/// `timbang report items --json` without a file: how indicators did over the whole record, printed:
/// `{"items": [{scenario, indicator, item, n, repeats, few, exact {k, share, low, high}, reference {score, verdict},
/// keys, scores, verdicts, differed [{part, about, n}], sure_and_different, item_rest, signs, says, comments {rule,
/// reading}}]}`; `says` holds a sentence for each sign, `exact` is null where no answer was compared.
int run_report_items(const Context& context, const ReportOptions& options);

} // namespace timbang::cli
