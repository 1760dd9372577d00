#pragma once

#include <cstdint>
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

/// Whether what a programme names must be there, or may be elsewhere or come later.
enum class Named : std::uint8_t { MustBeThere, MayBeMissing };

/// Reads and checks `programmes/<id>.yaml`: keys, both languages, slots that do not overlap, and that every case, reading
/// and policy is there: beside the programme (`..`, `../lessons`, `../policies`), then among the bundled ones (beside the
/// context's framework folders). Never throws.
[[nodiscard]] LoadedProgramme load_programme(const std::string& path, const CheckContext& context,
                                             Named names = Named::MustBeThere);

/// The programmes of a folder, as they are for making workshops: what they name may be missing.
struct FoundProgrammes {
    std::vector<std::shared_ptr<const domain::Programme>> programmes; ///< sorted by id
    base::Diagnostics troubles; ///< the first error of each file that does not read
};
[[nodiscard]] FoundProgrammes find_programmes(const std::string& folder, const CheckContext& context);

} // namespace timbang::content
