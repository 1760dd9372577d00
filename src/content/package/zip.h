#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace timbang::content {

/// A file in a zip: its path and its content.
using ZipEntries = std::vector<std::pair<std::string, std::string>>;

/// A zip with these entries in this order, whose bytes depend on nothing else. Code "package-unwritable".
[[nodiscard]] base::Result<std::string> write_zip(const ZipEntries& entries);

/// Every file of a zip in the limits of `package.h`; names are as `check_package_name` allows, none is there twice, also
/// not with other capital letters. Entries of folders are passed over. Codes of `open_package`.
[[nodiscard]] base::Result<ZipEntries> read_zip(std::string_view bytes);

/// Whether a file of a package may be called so: a plain relative path that means the same on every system. Codes
/// "package-name", "package-absolute", "package-leaves", "package-backslash".
base::Status check_package_name(const std::string& name);
/// Names that are there twice, or where one would be file and folder at once, whatever the case of letters. Code
/// "package-duplicate".
base::Status check_package_names(const std::vector<std::string>& names);

} // namespace timbang::content
