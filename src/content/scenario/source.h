#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"

namespace timbang::content {

/// Where the files of a case come from. Paths are relative to the case's own folder, names joined by '/'; "" is the folder
/// itself. One thread at a time; a source of a folder remembers what it looked up, so it is made anew for each reading.
class FileSource {
public:
    FileSource() = default;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    virtual ~FileSource() = default;

    /// Codes of `base::read_file`, and "path-leaves-folder" for a path, or a link on it, that leads out of the case.
    [[nodiscard]] virtual base::Result<std::string> read(const std::string& path, std::size_t limit) = 0;
    /// What leads out of the case counts as missing.
    [[nodiscard]] virtual base::FileKind kind(const std::string& path) = 0;
    [[nodiscard]] virtual bool inside(const std::string& path) = 0;
    /// Names in a folder, sorted; empty where there is none.
    [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) = 0;
    /// A folder of the case as a source of its own, which nothing leads out of.
    [[nodiscard]] virtual std::shared_ptr<FileSource> below(const std::string& folder) = 0;
};

/// A path of the source that differs from `path` only in the case of letters; "" where there is none.
[[nodiscard]] std::string other_case(FileSource& source, std::string_view path);

/// Every file of the source, sorted; names that begin with a dot are left out, as are links that lead out. At most `most`,
/// and no deeper than 32 folders.
[[nodiscard]] std::vector<std::string> all_files(FileSource& source, std::size_t most);

/// A folder on disk.
class FolderSource final : public FileSource {
public:
    explicit FolderSource(std::string folder) : folder_(std::move(folder)) {}

    [[nodiscard]] base::Result<std::string> read(const std::string& path, std::size_t limit) override;
    [[nodiscard]] base::FileKind kind(const std::string& path) override;
    [[nodiscard]] bool inside(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) override;
    [[nodiscard]] std::shared_ptr<FileSource> below(const std::string& folder) override;

private:
    /// Where a folder of the case is; nothing when it is not inside.
    [[nodiscard]] const std::optional<std::string>& real_folder(const std::string& inner);

    std::string folder_;
    /// Folders that were found to be inside, and where they are: links are resolved once for each.
    std::map<std::string, std::optional<std::string>> folders_;
};

/// Texts by their path.
using FileTexts = std::map<std::string, std::string, std::less<>>;

/// Files held in memory, as those of an opened package. A folder is where a file lies below it.
class MemorySource final : public FileSource {
public:
    explicit MemorySource(std::shared_ptr<const FileTexts> files, std::string prefix = "")
        : files_(std::move(files)), prefix_(std::move(prefix)) {}

    [[nodiscard]] base::Result<std::string> read(const std::string& path, std::size_t limit) override;
    [[nodiscard]] base::FileKind kind(const std::string& path) override;
    [[nodiscard]] bool inside(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) override;
    [[nodiscard]] std::shared_ptr<FileSource> below(const std::string& folder) override;

private:
    std::shared_ptr<const FileTexts> files_;
    std::string prefix_; ///< "" or a folder with '/' at its end
};

/// Texts that are not saved yet, laid over another source: one with the path of a file stands in its place, an empty
/// optional hides the file.
class OverlaySource final : public FileSource {
public:
    using Texts = std::map<std::string, std::optional<std::string>, std::less<>>;
    OverlaySource(std::shared_ptr<const Texts> texts, std::shared_ptr<FileSource> under, std::string prefix = "")
        : texts_(std::move(texts)), under_(std::move(under)), prefix_(std::move(prefix)) {}

    [[nodiscard]] base::Result<std::string> read(const std::string& path, std::size_t limit) override;
    [[nodiscard]] base::FileKind kind(const std::string& path) override;
    [[nodiscard]] bool inside(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) override;
    [[nodiscard]] std::shared_ptr<FileSource> below(const std::string& folder) override;

private:
    std::shared_ptr<const Texts> texts_;
    std::shared_ptr<FileSource> under_;
    std::string prefix_; ///< "" or a folder with '/' at its end
};

} // namespace timbang::content
