#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "base/text.h"
#include "domain/scenario.h"

namespace timbang::store {

/// What the library shows of a case, kept so that the next start need not read a thousand folders.
struct IndexedCase {
    std::string folder;
    std::string id;
    std::string version;
    base::Text title;
    base::Text district;
    std::string framework;
    domain::Purpose purpose = domain::Purpose::Practice;
    std::vector<std::string> about;         ///< problem types that a case for practising again trains
    std::string level;
    bool guided = false;
    int minutes = 0;
    std::vector<std::string> indicators;    ///< codes
    std::string broken;                     ///< code of the finding that keeps it from opening, or ""
    bool sealed = false;                    ///< opens with a passphrase or a key only
    base::FileStamp stamp;                  ///< of its scenario.yaml, or of the package, when it was read
    friend bool operator==(const IndexedCase&, const IndexedCase&) = default;
};

/// Whether the case has changed, or gone, since it was read.
[[nodiscard]] bool stale(const IndexedCase& entry);

/// Empty where there is no index yet, and where it cannot be read: it is only a cache.
[[nodiscard]] std::vector<IndexedCase> load_library_index(const std::string& path);
base::Status save_library_index(const std::string& path, const std::vector<IndexedCase>& cases);

} // namespace timbang::store
