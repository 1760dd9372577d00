#include <algorithm>

#include "content/library.h"
#include "content/package.h"
#include "content/scenario/reading.h"

namespace timbang::content {

base::Result<FileTexts> case_to_pack(const CaseFolder& where, const std::string& framework,
                                     const CheckContext& context) {
    if (where.trouble) return *where.trouble;
    base::Result<FileTexts> files = files_to_pack(*where.source);
    if (!files) return files;
    const std::string name = framework + ".yaml";
    const std::string beside = base::join_path(frameworks_beside(where), name);
    const base::Result<std::string> own = base::read_file(beside, kMostFileBytes);
    if (!own || files->contains("frameworks/" + name)) return files;
    const auto& folders = context.framework_folders;
    const bool bundled = std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
        const base::Result<std::string> known = base::read_file(base::join_path(folder, name), kMostFileBytes);
        return known && *known == *own;
    });
    if (!bundled) files->emplace("frameworks/" + name, *own);
    return files;
}

} // namespace timbang::content
