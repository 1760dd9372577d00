#include "content/framework_shelf.h"

#include <filesystem>

#include "content/framework/reader.h"
#include "content/scenario/files.h"

namespace timbang::content {

LoadedFramework read_framework_file(std::shared_ptr<FileSource> source, const std::string& path) {
    LoadedFramework loaded;
    Files files(std::move(source), Hashes::Skip);
    const auto root = files.yaml(path, {path, {}, {}}, loaded.findings);
    if (!root) return loaded;
    auto framework = read_framework(*root, loaded.findings);
    if (!base::has_errors(loaded.findings))
        loaded.framework = std::make_shared<const domain::Framework>(std::move(framework));
    return loaded;
}

std::shared_ptr<const LoadedFramework> FrameworkShelf::read(const std::string& path) {
    std::error_code unknown;
    const std::string real = std::filesystem::canonical(path, unknown).string();
    const base::FileStamp stamp = base::file_stamp(path);
    const std::lock_guard lock(mutex_);
    const auto known = kept_.find(real);
    if (!unknown && known != kept_.end() && known->second.stamp == stamp) return known->second.loaded;
    const std::string folder = base::parent_path(path);
    auto loaded = std::make_shared<const LoadedFramework>(
        read_framework_file(std::make_shared<FolderSource>(folder.empty() ? "." : folder), base::file_name(path)));
    if (!unknown) kept_.insert_or_assign(real, Kept{stamp, loaded});
    return loaded;
}

} // namespace timbang::content
