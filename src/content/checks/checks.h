#pragma once

#include "content/scenario/reading.h"

namespace timbang::content {

/// Every check on a case that reads well; adds to its findings.
void check_case(Reading& reading, const CheckContext& context);

} // namespace timbang::content
