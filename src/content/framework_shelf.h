#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/files.h"
#include "content/library.h"

namespace timbang::content {

/// Frameworks as they were read, for work on many cases: a file is read again only when it has changed. May be used from
/// several threads.
class FrameworkShelf {
public:
    /// The framework of a file, with one note for each long name. Findings name the file without its folder.
    [[nodiscard]] std::shared_ptr<const LoadedFramework> read(const std::string& path);

private:
    struct Kept {
        base::FileStamp stamp;
        std::shared_ptr<const LoadedFramework> loaded;
    };
    std::mutex mutex_;
    std::map<std::string, Kept> kept_; ///< by the path without links
};

} // namespace timbang::content
