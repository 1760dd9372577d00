#pragma once

#include <functional>
#include <string>
#include <vector>

#include "content/library.h"
#include "insight/repractice.h"

namespace timbang::app {

/// What can be opened for practising again in these cases: each case and each of its variants, read whole, so that it is
/// known which of them hold no problem. Cases that do not read are left out. `stop`: asked between cases.
[[nodiscard]] std::vector<insight::PracticeForm> practice_forms(const std::vector<std::string>& folders,
                                                                const content::CheckContext& context,
                                                                const std::function<bool()>& stop);

} // namespace timbang::app
