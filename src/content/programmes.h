#pragma once

#include <memory>
#include <string>
#include <vector>

#include "content/library.h"
#include "domain/programme.h"

namespace timbang::content {

/// A programme from a file: nothing where errors stand in the way.
struct LoadedProgramme {
    std::shared_ptr<const domain::Programme> programme;
    base::Diagnostics findings; ///< sorted by line; file names in them are relative to the file's folder
};

/// Reads and checks `programmes/<id>.yaml`: keys, both languages, slots that do not overlap, and that every case, reading
/// and policy is there: beside the programme (`..`, `../lessons`, `../policies`), then among the bundled ones (beside the
/// context's framework folders). Never throws.
[[nodiscard]] LoadedProgramme load_programme(const std::string& path, const CheckContext& context);

/// Every programme of a folder that reads, sorted by id.
[[nodiscard]] std::vector<std::shared_ptr<const domain::Programme>> find_programmes(const std::string& folder,
                                                                                    const CheckContext& context);

} // namespace timbang::content
