#include "store/settings.h"

#include "store/local_file.h"
#include "store/pack.h"

namespace timbang::store {
namespace {

constexpr std::string_view kKind = "SETT";
constexpr std::uint32_t kVersion = 2; // 1 had no open session

} // namespace

template <class Archive> void serialize(Archive& archive, WindowPlace& place) {
    archive(place.x, place.y, place.width, place.height, place.maximised);
}

template <class Archive> void serialize(Archive& archive, Settings& settings) {
    archive(settings.lang, settings.text_size, settings.theme, settings.level, settings.mode, settings.person,
            settings.case_folders, settings.window, settings.open_session);
}

namespace {

struct SettingsOfVersion1 {
    Settings settings;

    template <class Archive> void serialize(Archive& archive) {
        archive(settings.lang, settings.text_size, settings.theme, settings.level, settings.mode, settings.person,
                settings.case_folders, settings.window);
    }
};

} // namespace

base::Result<Settings> load_settings(const std::string& path) {
    const base::Result<LocalFile> file = read_local_file(path, kKind, kVersion);
    if (!file && file.error().code == "file-not-found") return Settings();
    if (!file) return file.error();
    std::optional<Settings> settings;
    if (file->version == 1) {
        if (std::optional<SettingsOfVersion1> old = unpack<SettingsOfVersion1>(file->content)) settings = old->settings;
    } else {
        settings = unpack<Settings>(file->content);
    }
    if (!settings) return base::Error("local-file-damaged", {{"path", path}});
    return *settings;
}

base::Status save_settings(const std::string& path, const Settings& settings) {
    return write_local_file(path, kKind, kVersion, pack(settings));
}

} // namespace timbang::store
