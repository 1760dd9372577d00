#pragma once

#include <optional>
#include <set>
#include <string>

#include "content/scenario/source.h"

namespace timbang::content {

/// What of a case may be seen while it is sealed. Of a pool only its head: nobody is to see its evidence before a check.
struct PublicPart {
    FileTexts rewritten;         ///< YAML with only the public keys, without comments
    std::set<std::string> whole; ///< files that stay as they are
};
/// Nothing where `scenario.yaml` cannot be read.
[[nodiscard]] std::optional<PublicPart> public_part(const FileTexts& files);

} // namespace timbang::content
