#pragma once

#include <filesystem>
#include <string>

#include "base/ids.h"

namespace timbang::test {

/// A folder of its own for one test, gone at the end.
class TempFolder {
public:
    TempFolder() : path_(std::filesystem::temp_directory_path() / ("timbang-" + std::to_string(base::secure_random()))) {
        std::filesystem::create_directories(path_);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

} // namespace timbang::test
