#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace timbang::base {

/// A file that is written piece by piece and takes its place as a whole, for what is too large to stand in memory: until
/// `commit` it lies hidden beside its place, and without a `commit` it goes away again. Readable by its owner only.
class AtomicFile {
public:
    /// Codes: "file-unwritable", "disk-full".
    [[nodiscard]] static Result<AtomicFile> open(const std::string& path);
    AtomicFile(AtomicFile&&) noexcept;
    AtomicFile& operator=(AtomicFile&&) noexcept;
    ~AtomicFile();

    /// Codes as `open`.
    Status write(std::string_view bytes);
    /// Syncs, renames over the old file and syncs the folder. Codes as `open`.
    Status commit();

private:
    struct Inner;
    explicit AtomicFile(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

} // namespace timbang::base
