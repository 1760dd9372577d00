#include "stats/estimate.h"

#include <string>
#include <utility>

namespace timbang::stats {

base::Error undefined(std::string_view code, base::Args args) { return base::Error(std::string(code), std::move(args)); }

} // namespace timbang::stats
