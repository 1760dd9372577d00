#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace timbang::test {

/// A folder of its own for one test, gone afterwards.
class TempFolder {
public:
    TempFolder() {
        std::random_device random;
        path_ = std::filesystem::temp_directory_path() / ("timbang-test-" + std::to_string(random()) + std::to_string(random()));
        std::filesystem::create_directories(path_);
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

inline std::string file_text(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline void write_text(const std::string& path, const std::string& text) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

/// Replaces the first place of a text in a file; throws, which fails the test, where it does not stand there.
inline void replace_in(const std::string& path, const std::string& find, const std::string& by) {
    std::string text = file_text(path);
    const std::size_t at = text.find(find);
    if (at == std::string::npos) throw std::runtime_error("\"" + find + "\" does not stand in " + path);
    write_text(path, text.replace(at, find.size(), by));
}

struct Ran {
    int exit_code = -1;
    std::string out;
    std::string err;
};

/// Runs a shell command to its end.
inline Ran run_shell(const std::string& command, const std::string& input = {}) {
    const TempFolder folder;
    write_text(folder.file("in"), input);
    const std::string line = "( " + command + " ) <" + folder.file("in") + " >" + folder.file("out") + " 2>" + folder.file("err");
    const int status = std::system(line.c_str());
    return {status >= 0 ? (status >> 8) & 0xFF : -1, file_text(folder.file("out")), file_text(folder.file("err"))};
}

#ifdef TIMBANG_BINARY
/// Runs timbang with these arguments from the source tree.
inline Ran run_timbang(const std::string& arguments, const std::string& input = {}) {
    return run_shell("cd '" TIMBANG_SOURCE_DIR "' && '" TIMBANG_BINARY "' " + arguments, input);
}
#endif

/// Names of the bundled cases.
inline std::vector<std::string> bundled_cases() {
    std::vector<std::string> cases;
    for (const auto& entry : std::filesystem::directory_iterator(TIMBANG_SOURCE_DIR "/scenarios"))
        if (std::filesystem::exists(entry.path() / "scenario.yaml")) cases.push_back(entry.path().filename().string());
    std::sort(cases.begin(), cases.end());
    return cases;
}

} // namespace timbang::test
