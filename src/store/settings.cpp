#include "store/settings.h"

#include "store/local_file.h"
#include "store/pack.h"

namespace timbang::store {
namespace {

constexpr std::string_view kKind = "SETT";
constexpr std::uint32_t kVersion = 1;

} // namespace

template <class Archive> void serialize(Archive& archive, WindowPlace& place) {
    archive(place.x, place.y, place.width, place.height, place.maximised);
}

template <class Archive> void serialize(Archive& archive, Settings& settings) {
    archive(settings.lang, settings.text_size, settings.theme, settings.level, settings.mode, settings.person,
            settings.case_folders, settings.window);
}

base::Result<Settings> load_settings(const std::string& path) {
    const base::Result<LocalFile> file = read_local_file(path, kKind, kVersion);
    if (!file && file.error().code == "file-not-found") return Settings();
    if (!file) return file.error();
    std::optional<Settings> settings = unpack<Settings>(file->content);
    if (!settings) return base::Error("local-file-damaged", {{"path", path}});
    return *settings;
}

base::Status save_settings(const std::string& path, const Settings& settings) {
    return write_local_file(path, kKind, kVersion, pack(settings));
}

} // namespace timbang::store
