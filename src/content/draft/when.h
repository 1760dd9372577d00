#pragma once

#include "content/draft/form.h"

namespace timbang::content {

/// Reads the condition of a reply without a case around it: what it asks of the session becomes numbered questions of kind
/// `Set` (`index` into `asks`); what cannot be read never holds.
[[nodiscard]] domain::Condition read_when(const yaml::Node& node, std::vector<std::string>& asks);

} // namespace timbang::content
