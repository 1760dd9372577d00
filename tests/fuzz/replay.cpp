// Runs a driver once over every kept input, without libFuzzer: replay FOLDER…
#include <algorithm>
#include <vector>

#include "fuzz/driver.h"

int main(int count, char** arguments) {
    std::vector<std::string> paths;
    for (int i = 1; i < count; ++i)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i]))
            if (entry.is_regular_file()) paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) {
        const std::string bytes = timbang::fuzz::file_bytes(path);
        std::fprintf(stderr, "%s\n", path.c_str()); // the last name printed is the one that ended the program
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    std::printf("%zu inputs\n", paths.size());
    return paths.empty() ? 1 : 0; // an empty corpus would prove nothing
}
